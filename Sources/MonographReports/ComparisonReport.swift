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
    [Section(heading: [], level: 0, anchor: "", blocks: head)]
      + alignment.rows.map { section($0, level: 1, absent: []) }
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

  private func section(_ row: SectionAlignment.Row, level: Int, absent: Set<Int>) -> Section {
    let missing = Set(row.cells.indices.filter { row.cells[$0].isEmpty })
    let texts = row.cells.enumerated().map { column, sections -> [Block] in
      guard !sections.isEmpty else {
        return [Self.absence(isOfPart: level > 1 && !absent.contains(column))]
      }
      return sections.flatMap { self.blocks(of: $0, title: row.title) }
    }
    // Where all that the sources have stands in the rows within, nothing stands here.
    let hasText = texts.indices.contains { !missing.contains($0) && !texts[$0].isEmpty }
    return Section(
      heading: [.text(row.title)], level: level, anchor: row.anchor, sourceKey: row.sourceKey,
      blocks: hasText ? ColumnParts.blocks(texts, of: columns) : [],
      subsections: row.rows.map { section($0, level: level + 1, absent: missing) })
  }

  /// What stands in the place of a section that a source lacks.
  private static func absence(isOfPart: Bool) -> Block {
    Block(
      .paragraph([
        .emphasis([
          .text(isOfPart ? "Not stated under this heading in this source." : "Not stated in this source.")
        ])
      ]))
  }

  private func blocks(of compared: ComparedSection, title: String) -> [Block] {
    let section = compared.section
    var blocks: [Block] = []
    let isNamed = compared.above.isEmpty && section.title == title && section.effective == nil
    if !isNamed || [.text(title)] != section.heading {
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
