import MonographModel

/// Two to four monographs side by side, aligned by section: nothing of any of them is left out, and each text stands
/// under the name of its source.
public struct ComparisonReport {
  /// The most monographs that stand side by side.
  public static let most = 4

  private let pages: [Page]
  private let monographs: [Monograph]
  private let columns: [Column]
  private let texts: [ColumnText]
  private let alignment: SectionAlignment

  /// Compares pages that have a document each.
  private init(_ pages: [Page]) {
    self.pages = pages
    monographs = pages.compactMap(\.monograph)
    alignment = SectionAlignment(monographs)
    let names = Self.names(of: monographs)
    columns = monographs.enumerated().map { index, monograph in
      Column(
        name: names[index], hasBoxedWarning: monograph.sections.contains(where: \.holdsBoxedWarning),
        parts: [])
    }
    let anchors = alignment.anchors
    texts = monographs.enumerated().map { index, monograph in
      ColumnText(monograph, number: index + 1, anchors: anchors[index])
    }
  }

  /// The page that shows some pages side by side; those without a document are left out.
  ///
  /// - Parameter request: What was asked for, which the page is known by.
  public static func page(of pages: [Page], for request: ReportRequest) -> Page {
    let report = ComparisonReport(pages.filter { $0.monograph != nil })
    var page = ReportPage.page(
      for: request, title: "Comparison: " + report.monographs.map(\.title).joined(separator: ", "),
      kind: "comparison", sections: report.sections,
      missing: pages.reduce(into: Set<EntityID>()) { $0.formUnion($1.missing) })
    page.monograph?.references = report.texts.flatMap(\.references)
    return page
  }

  private var sections: [Section] {
    [Section(heading: [], level: 0, anchor: "", blocks: head)] + alignment.rows.map { section($0, level: 1) }
  }

  // MARK: The columns' heads

  /// What tells a source from the others: its title, who answers for it, its date; where that is not enough its
  /// document too.
  private static func names(of monographs: [Monograph]) -> [String] {
    let names = monographs.map { monograph in
      let source = monograph.source
      return [
        monograph.title, source.labeler ?? source.publisher ?? "source not stated",
        source.effective.map { "dated \($0)" } ?? "no date",
      ].joined(separator: ", ")
    }
    return names.enumerated().map { index, name in
      names.count(where: { $0 == name }) > 1 ? "\(name), \(monographs[index].source.document)" : name
    }
  }

  /// What each of them is, where it comes from, whether it has a boxed warning, and the text before its first heading.
  private var head: [Block] {
    let texts = monographs.enumerated().map { index, monograph -> [Block] in
      let source = monograph.source
      let title = Link(target: .entity(monograph.entity, anchor: nil), content: [.text(monograph.title)])
      var blocks = [
        Block(.paragraph([.strong([.link(title)]), .text("  \(monograph.kind)")])),
        ReportPage.paragraph(
          source.summary + (source.document.isEmpty ? "" : "; " + source.document)
            + (source.licence.map { "; licence: \($0)" } ?? "")),
      ]
      if let note = source.note {
        blocks.append(Block(.callout(Callout(severity: .note, blocks: [ReportPage.paragraph(note)]))))
      }
      blocks.append(boxedWarning(of: monograph, column: index))
      for section in alignment.introductions[index] { blocks += flattened(section, column: index) }
      return blocks
    }
    return ColumnParts.blocks(texts, of: columns)
  }

  private func boxedWarning(of monograph: Monograph, column: Int) -> Block {
    let section = monograph.allSections.first {
      $0.holdsBoxedWarning && !$0.subsections.contains(where: \.holdsBoxedWarning)
    }
    guard let section, let anchor = alignment.anchors[column][section.anchor] else {
      return ReportPage.paragraph("No boxed warning stated in this source.")
    }
    let link = Link(target: .section(anchor: anchor), content: [.text("BOXED WARNING")])
    return Block(.paragraph([.strong([.text("! "), .link(link)])]))
  }

  // MARK: Rows

  /// - Parameter above: How much each source has in the row that this one is within.
  private func section(_ row: SectionAlignment.Row, level: Int, above: [Presence]? = nil) -> Section {
    let texts = row.cells.enumerated().map { column, sections -> [Block] in
      guard !sections.isEmpty else {
        return [around(row, column: column) ?? Self.absence(above?[column] ?? .none)]
      }
      return sections.flatMap { self.blocks(of: $0, title: sections.count == 1 ? row.title : nil) }
    }
    let presence = row.cells.indices.map { column -> Presence in
      if row.cells[column].isEmpty { return above?[column] ?? .none }
      return row.cells[column].contains { $0.section.withDescendants.contains { !$0.blocks.isEmpty } }
        ? .text : above?[column] == .text ? .text : .heading
    }
    // Where all that the sources have stands in the rows within, nothing stands here.
    let hasText = texts.indices.contains { !row.cells[$0].isEmpty && !texts[$0].isEmpty }
    return Section(
      heading: [.text(row.title)], level: level, anchor: row.anchor, sourceKey: row.sourceKey,
      blocks: hasText ? ColumnParts.blocks(texts, of: columns) : [],
      subsections: row.rows.map { section($0, level: level + 1, above: presence) })
  }

  /// What stands in the place of a section that a source lacks where another section of it may speak of the same.
  private func around(_ row: SectionAlignment.Row, column: Int) -> Block? {
    let subjects = row.cells.joined().flatMap(\.subjects)
    guard let section = subjects.compactMap({ alignment.covering[column][$0] }).first,
      let anchor = alignment.anchors[column][section.anchor]
    else { return nil }
    return Block(
      .paragraph([
        .emphasis([.text("Not stated under a heading of its own in this source; see ")]),
        .link(Link(target: .section(anchor: anchor), content: section.heading)), .text("."),
      ]))
  }

  /// How much a source has in a row.
  private enum Presence {
    /// Nothing.
    case none
    /// No text but that of the rows within.
    case heading
    /// Text, which may speak of what others have headings for.
    case text
  }

  /// What stands in the place of a section that a source lacks. Of a section within another it is not said that the
  /// source is silent, where the text around it may speak of it.
  private static func absence(_ above: Presence) -> Block {
    let words =
      switch above {
      case .none: "Not stated in this source."
      case .heading: "Not stated under a heading of its own in this source."
      case .text: "Not stated under a heading of its own in this source; see its text above."
      }
    return Block(.paragraph([.emphasis([.text(words)])]))
  }

  /// - Parameter title: What stands over all, which says what this section is called where it is called just so.
  private func blocks(of compared: ComparedSection, title: String?) -> [Block] {
    let section = compared.section
    var blocks: [Block] = []
    let isNamed =
      compared.above.isEmpty && section.effective == nil
      && title.map { section.heading == [.text($0)] } == true
    if !isNamed {
      var words: [Inline] = []
      if !compared.above.isEmpty { words.append(.text(compared.above.joined(separator: " > ") + " > ")) }
      words += texts[compared.column].inlines(section.heading)
      blocks.append(Self.heading(words, effective: section.effective))
    }
    blocks += texts[compared.column].blocks(section.blocks)
    for part in section.subsections { blocks += flattened(part, column: compared.column) }
    return blocks
  }

  /// A section within a text: its heading as a line, then what stands under it.
  private func flattened(_ section: Section, column: Int) -> [Block] {
    var blocks: [Block] = []
    if !section.heading.isEmpty {
      blocks.append(
        Self.heading(texts[column].inlines(section.heading), effective: section.effective))
    }
    blocks += texts[column].blocks(section.blocks)
    for part in section.subsections { blocks += flattened(part, column: column) }
    return blocks
  }

  private static func heading(_ words: [Inline], effective: String?) -> Block {
    Block(.paragraph([.strong(words)] + (effective.map { [.text(", dated \($0)")] } ?? [])))
  }
}
