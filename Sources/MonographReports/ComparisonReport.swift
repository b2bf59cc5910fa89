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
  private let places: [SubjectPlaces]

  /// Compares pages that have a document each.
  private init(_ pages: [Page]) {
    self.pages = pages
    monographs = pages.compactMap(\.monograph)
    alignment = SectionAlignment(monographs)
    places = monographs.map(SubjectPlaces.init)
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
  /// document too. So it is where a note says what the source is: a digest is not the label that it was made from.
  private static func names(of monographs: [Monograph]) -> [String] {
    let names = monographs.map { monograph in
      let source = monograph.source
      return [
        monograph.title, source.labeler ?? source.publisher ?? "source not stated",
        source.effective.map { "dated \($0)" } ?? "no date",
      ].joined(separator: ", ")
    }
    return names.enumerated().map { index, name in
      let source = monographs[index].source
      let isTold = names.count(where: { $0 == name }) == 1 && source.note == nil
      return isTold || source.document.isEmpty ? name : "\(name), \(source.document)"
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
        let others = pages[index].documents.count - 1
        if others > 0 {
          let words = ReportPage.counted(others, "other source")
          blocks.append(
            ReportPage.paragraph(
              "\(words) of this page \(others == 1 ? "stands" : "stand") in the library (w on the page)."))
        }
      }
      blocks.append(boxedWarning(of: monograph, column: index))
      for section in alignment.introductions[index] { blocks += flattened(section, column: index) }
      return blocks
    }
    return ColumnParts.blocks(texts, of: columns)
  }

  private func boxedWarning(of monograph: Monograph, column: Int) -> Block {
    guard let section = places[column].boxedWarning else {
      return ReportPage.paragraph("No boxed warning stated in this source.")
    }
    let words: [Inline] = [.text("BOXED WARNING")]
    let link = self.link(to: section, column: column, words)
    return Block(.paragraph([.strong([.text("! ")] + link)]))
  }

  // MARK: Rows

  /// - Parameter above: What each source has in the rows that this one is within.
  private func section(_ row: SectionAlignment.Row, level: Int, above: [Presence]? = nil) -> Section {
    let texts = row.cells.enumerated().map { column, sections -> [Block] in
      guard !sections.isEmpty else {
        return [Block(.paragraph(absence(row, column: column, above: above?[column])))]
      }
      let blocks = sections.flatMap { self.blocks(of: $0, title: sections.count == 1 ? row.title : nil) }
      let isEmpty = !sections.contains { $0.section.withDescendants.contains { !$0.blocks.isEmpty } }
      return isEmpty && !row.rows.contains { $0.holds(column) } ? blocks + [Self.emptiness] : blocks
    }
    let presence = row.cells.indices.map { column -> Presence in
      if row.cells[column].isEmpty { return above?[column] ?? .nothing }
      if row.cells[column].contains(where: \.hasOwnText) { return .text(row) }
      if case .text(let outer) = above?[column] { return .text(outer) }
      return .heading
    }
    // Where all that the sources have stands in the rows within, nothing stands here.
    let hasText = texts.indices.contains { !row.cells[$0].isEmpty && !texts[$0].isEmpty }
    return Section(
      heading: [.text(row.title)], level: level, anchor: row.anchor, sourceKey: row.sourceKey,
      blocks: hasText ? ColumnParts.blocks(texts, of: columns) : [],
      subsections: row.rows.map { section($0, level: level + 1, above: presence) })
  }

  /// What a source has in a row.
  private enum Presence {
    /// Nothing.
    case nothing
    /// No text but that of the rows within.
    case heading
    /// Text, which may speak of what others have headings for.
    case text(SectionAlignment.Row)
  }

  private static let emptiness = Block(
    .paragraph([.emphasis([.text("No text stands under this heading in this source.")])]))

  /// How many headings stand in the place of a section that a source lacks.
  private static let mostHeadings = 3

  /// What stands in the place of a section that a source lacks. It is said that the source is silent only where it has
  /// no section on the same, no heading with its words, and no text around it that may speak of it.
  private func absence(_ row: SectionAlignment.Row, column: Int, above: Presence?) -> [Inline] {
    let subjects = row.cells.joined().reduce(into: Set<SectionSubject>()) { $0.formUnion($1.subjects) }
    let own = "No heading of its own in this source; see "
    let isTop = above == nil
    let same = subjects.isEmpty && isTop ? places[column].section(heading: row.title) : nil
    if let section = places[column].section(on: subjects) ?? same {
      return [.emphasis([.text("Stands elsewhere in this source: ")])]
        + link(to: section, column: column, section.heading) + [.text(".")]
    }
    let sections = places[column].sections(naming: subjects)
    if !sections.isEmpty {
      let links = sections.prefix(Self.mostHeadings).map { link(to: $0, column: column, $0.heading) }
      let more = sections.count - links.count
      let rest: [Inline] =
        more > 0 ? [.text("; and \(ReportPage.counted(more, "more heading"))")] : []
      return [.emphasis([.text(own)])] + links.joined(separator: [.text("; ")]) + rest + [.text(".")]
    }
    let covering = subjects.compactMap { alignment.covering[column][$0] }.min { $0.anchor < $1.anchor }
    let unstated = "Not stated under a heading of its own in this source"
    if let covering {
      return [.emphasis([.text(unstated + "; see ")])]
        + link(to: covering, column: column, covering.heading) + [.text(".")]
    }
    switch above {
    case nil, .nothing: return [.emphasis([.text("Not stated in this source.")])]
    case .heading: return [.emphasis([.text(unstated + ".")])]
    case .text(let outer):
      let link = Link(target: .section(anchor: outer.anchor), content: [.text("its text above")])
      return [.emphasis([.text(unstated + "; see ")]), .link(link), .text(".")]
    }
  }

  /// Words that lead to where a section of a source stands among the rows.
  private func link(to section: Section, column: Int, _ words: [Inline]) -> [Inline] {
    guard let anchor = alignment.anchors[column][section.anchor], !anchor.isEmpty else { return words }
    return [.link(Link(target: .section(anchor: anchor), content: [.text(words.plainText)]))]
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
