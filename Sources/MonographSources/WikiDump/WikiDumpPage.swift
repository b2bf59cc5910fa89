import MonographModel

/// A page while it is made of the lines of a dump, step by step.
struct WikiDumpPage {
  let file: SourceFile
  let log: DumpLog
  let limits: ReaderLimits
  let title: String
  private let lines: [DumpLine]
  private var infoboxClasses = ""
  private var infoboxSections: [Int] = []

  init(_ lines: [DumpLine], file: SourceFile, log: DumpLog, limits: ReaderLimits) {
    self.file = file
    self.log = log
    self.limits = limits
    let merged = DumpCopies(log: log).merge(lines)
    if let first = merged.first, let name = Self.name(first) {
      title = name
      self.lines = Array(merged.dropFirst())
    } else {
      title = Self.name(ofFile: file.name)
      self.lines = merged
      log.infer(
        "The first line is no title; “\(title)” was made from the file's name.",
        at: merged.first?.number ?? 1,
        fix: "give the page its title")
    }
  }

  /// The title in the first line: `Name` or `# Name`; nil for a line of text.
  private static func name(_ line: DumpLine) -> String? {
    let words = line.text.hasPrefix("# ") ? line.text.dropFirst(2).trimmed : line.text
    let isForm = TableScanner.beginsTable(Array(words.utf8.prefix(16))) || MermaidReader.isHeader(words)
    let isText = words.utf8.count > 120 || line.isSentence || line.definition != nil || words.hasPrefix("```")
    return isForm || isText || words.isEmpty || DumpResidue.isPlaceholder(words) ? nil : words
  }

  private static func name(ofFile path: String) -> String {
    let file = path.split(separator: "/").last ?? ""
    let name = file.split(separator: ".").first ?? ""
    let words = name.map { $0 == "-" || $0 == "_" ? " " : $0 }
    return words.isEmpty ? "Untitled" : String(words)
  }

  /// The page.
  consuming func page(kind: String?) -> WikiDumpImport {
    var reader = DumpPieceReader(lines, log: log)
    let pieces = DumpHeadingFinder(log: log, title: title).findHeadings(in: reader.read())
    var builder = DumpSectionBuilder(log: log)
    var sections = builder.sections(of: pieces)
    DumpDiagramPlacement(log: log).place(builder.placeholders, in: &sections)
    let entries = takeReferences(from: &sections)
    let outline = DumpOutline(log: log)
    outline.setLevels(of: &sections)
    placeTables(in: &sections)
    // A section that a table went to is empty no more, so that what follows need not stand under it.
    outline.setLevels(of: &sections)
    outline.resolveEmptySections(of: &sections)
    outline.report(sections)
    reportEmptySections(sections)
    let references = DumpReferences(log: log).tie(entries, to: citations(in: sections))
    let kind = kind ?? inferKind(sections)
    let folder = EntityID.slug(fromName: EntityID.plural(ofKind: kind))
    let slug = EntityID.slug(fromName: title)
    let entity =
      EntityID(folder: folder.isEmpty ? "entities" : folder, slug: slug.isEmpty ? "unnamed" : slug)
      ?? EntityID(folder: "entities", slug: "unnamed")!
    var writer = WikiDumpWriter(title: title, kind: kind, file: file.name)
    var seen: Set<Int> = []
    writer.write(
      sections, references: references, areTied: entries.contains { $0.reference.key.isEmpty },
      infobox: infoboxSections.filter { seen.insert($0).inserted })
    return WikiDumpImport(
      entity: entity, kind: kind, title: title, markdown: writer.lines.text,
      sourceLines: writer.lines.sourceLines, setAside: log.setAside)
  }

  // MARK: - References

  private func takeReferences(from sections: inout [DumpSection]) -> [DumpReferences.Entry] {
    guard let index = sections.firstIndex(where: \.isReferences) else { return [] }
    var lines: [DumpLine] = []
    var others: [DumpBlock] = []
    for block in sections[index].blocks {
      if case .list(let items) = block.content { lines += items } else { others.append(block) }
    }
    sections[index].blocks = others
    return DumpReferences(log: log).entries(of: lines)
  }

  /// The keys that the text cites, each once, in the order of the page.
  private func citations(in sections: [DumpSection]) -> [(key: String, line: Int)] {
    var seen: Set<String> = []
    var citations: [(String, Int)] = []
    for line in sections.flatMap(\.blocks).flatMap(\.textLines) where line.text.utf8.contains(.atSign) {
      for case .citation(let keys, _) in CitationScanner.pieces(of: line.text) ?? [] {
        for key in keys where seen.insert(key).inserted { citations.append((key, line.number)) }
      }
    }
    return citations
  }

  // MARK: - Tables

  private mutating func placeTables(in sections: inout [DumpSection]) {
    let reader = DumpTableReader(log: log, limits: limits, title: title)
    for section in sections.indices {
      // Read at once, since parts may be put into this very section.
      let blocks = sections[section].blocks
      guard blocks.contains(where: \.isHTML) else { continue }
      sections[section].blocks = []
      var kept: [DumpBlock] = []
      for block in blocks {
        guard case .html(let html) = block.content, let reading = reader.read(html, line: block.line) else {
          kept.append(block)
          continue
        }
        if let caption = reading.caption { keep(caption, at: block.line, in: &kept) }
        sections[section].blocks = kept.isEmpty ? [block] : kept
        kept += place(reading, line: block.line, from: section, in: &sections)
      }
      sections[section].blocks = kept
    }
  }

  private func keep(_ caption: String, at line: Int, in blocks: inout [DumpBlock]) {
    if caption.lowercased() == title.lowercased() {
      log.leaveOut(caption, because: "the page's title over its table")
    } else {
      blocks.append(DumpBlock(content: .paragraph(DumpLine(number: line, text: caption)), line: line))
    }
  }

  /// Puts the parts of a table where they belong, and gives those that stay.
  private mutating func place(
    _ reading: DumpTableReader.Reading, line: Int, from section: Int, in sections: inout [DumpSection]
  ) -> [DumpBlock] {
    if reading.isInfobox { infoboxClasses += reading.classes + " " }
    let isGlued = reading.parts.count > 1
    guard isGlued || reading.isInfobox else {
      return reading.parts.map { DumpBlock(content: .table($0), line: line) }
    }
    if isGlued {
      log.infer(
        "The table was taken apart at its \(reading.parts.count) header rows: "
          + reading.parts.map { $0.header.joined(separator: ", ") }.joined(separator: "; ") + ".", at: line,
        fix: "hold it against the web page")
    }
    var kept: [DumpBlock] = []
    let placement = DumpTablePlacement(log: log, title: title)
    for placed in placement.place(reading.parts, in: sections, line: line) {
      let names = placed.part.header.joined(separator: ", ")
      guard let target = placed.section, let heading = sections[target].heading?.text else {
        if isGlued {
          log.infer(
            "No empty section is about the part of the table under “\(names)”; it stays where the table stood.",
            at: line, words: placed.part.header.first ?? "")
        }
        let reason =
          "The source page has these rows in one table with others; it was taken apart at its header rows."
        kept.append(
          DumpBlock(
            content: .table(placed.part), line: line, inference: placed.part.cut ?? (isGlued ? reason : nil)))
        if infoboxSections.last != section { infoboxSections.append(section) }
        continue
      }
      log.infer(
        "The rows under “\(names)”\(placed.part.headerIsRepeated ? ", which is repeated," : "") were moved to the section “\(heading)”, which is empty.",
        at: line,
        words: placed.part.labels.first ?? "", fix: "hold it against the web page")
      let reason =
        "The source page has these rows in one summary table"
        + (placed.part.header.isEmpty ? "" : ", under their own header row (\(names)),")
        + " and leaves this section empty; the rows were moved here."
      sections[target].blocks = [
        DumpBlock(content: .table(placed.part), line: line, inference: placed.part.cut ?? reason)
      ]
      infoboxSections.append(target)
    }
    return kept
  }

  private func reportEmptySections(_ sections: [DumpSection]) {
    for (index, section) in sections.enumerated() {
      guard let heading = section.heading, section.blocks.isEmpty, !section.isReferences else { continue }
      if index + 1 < sections.count, sections[index + 1].level > section.level { continue }
      log.report(
        .emptySection, at: heading.line, words: heading.text,
        "Nothing stands under “\(heading.text)”, and no table goes there.",
        fix: "hold it against the web page")
    }
  }

  // MARK: - What the page is about

  /// The kind by the class of the infobox, else by the usual sections, of which at least two must agree.
  private func inferKind(_ sections: [DumpSection]) -> String {
    let classes = [
      ("therapeutic", "drug"), ("drug", "drug"), ("medication", "drug"), ("gene", "gene"),
      ("protein", "gene"),
      ("disease", "disease"), ("condition", "disease"), ("disorder", "disease"), ("pathway", "pathway"),
    ]
    if let (word, kind) = classes.first(where: { infoboxClasses.contains("infobox-\($0.0)") }) {
      log.infer("The page is taken to be about a \(kind): its table has the class “infobox-\(word)”.", at: 1)
      return kind
    }
    var counts: [HeadingVocabulary.Sort: Int] = [:]
    for section in sections {
      if let sort = section.heading.flatMap({ HeadingVocabulary.section($0.text) }) {
        counts[sort, default: 0] += 1
      }
    }
    let kinds: [(HeadingVocabulary.Sort, String)] = [(.drug, "drug"), (.disease, "disease"), (.gene, "gene")]
    if let best = kinds.max(by: { counts[$0.0, default: 0] < counts[$1.0, default: 0] }),
      counts[best.0, default: 0] >= 2
    {
      log.infer("The page is taken to be about a \(best.1): its sections are those of such pages.", at: 1)
      return best.1
    }
    log.infer(
      "What sort of thing the page is about was not told; it is an entity.", at: 1, fix: "name its kind")
    return "entity"
  }
}

extension DumpBlock {
  fileprivate var isHTML: Bool { if case .html = content { true } else { false } }

  /// The texts of the block with their lines.
  var textLines: [DumpLine] {
    switch content {
    case .paragraph(let line): [line]
    case .list(let lines): lines
    case .definitions(let definitions):
      definitions.flatMap { [DumpLine(number: $0.line, text: $0.term)] + $0.definitions }
    case .callout(_, let blocks): blocks.flatMap(\.textLines)
    case .table(let table):
      ([table.header] + table.rows).flatMap { $0 }.map { DumpLine(number: line, text: $0) }
    case .html, .diagram, .code: []
    }
  }
}
