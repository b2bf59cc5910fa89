import MonographModel

/// Puts the document of one record together.
struct LabelBuilder {
  private let record: LabelRecord
  private let limits: ReaderLimits
  private let log: DiagnosticLog
  /// The line of the file on which the record begins.
  private let line: Int

  private var texts: [LabelText] = []
  private var tables: [LabelTable] = []
  private var facts: [LabelRecord.Field] = []
  private var references: [[SectionReference]] = []
  /// For texts that are shown by themselves, where sentences end.
  private var breaks: [Int: TextBreaks] = [:]
  private var bullets: [Int: BulletSigns] = [:]
  private var anchors = LabelAnchors()
  private var links = SectionLinks()
  /// What is left out on purpose.
  private(set) var setAside: [SourceWording.SetAside] = []
  /// The tables that stand among the blocks.
  private var shownTables: Set<Int> = []
  private var names: NameWords
  /// The tables that are shown elsewhere already.
  private(set) var repeatedTables: Set<Int> = []

  init(_ record: LabelRecord, limits: ReaderLimits, log: DiagnosticLog, line: Int) {
    self.record = record
    self.limits = limits
    self.log = log
    self.line = line
    names = NameWords(record)
    for field in record.fields {
      if field.name.hasSuffix("_table") {
        let key = String(field.name.dropLast(6))
        tables += field.values.map { LabelTable(key: key, markup: $0.bytes, line: $0.line) }
      } else if ProductFields.isFact(field) {
        facts.append(field)
      } else {
        for (index, value) in field.values.enumerated() where value.bytes.contains(where: { $0 != .space }) {
          texts.append(LabelText(key: field.name, index: index, bytes: value.bytes, line: value.line))
        }
      }
    }
    references = texts.map(SectionReference.all)
  }

  /// The document.
  mutating func monograph() -> Monograph {
    let identity = LabelIdentity(record)
    if identity.isTitleMissing {
      log.report(
        .missingTitle, line: line, "The record names no drug; the title is “\(identity.title)”.",
        fix: "see the source for its name")
    }
    var monograph = Monograph(
      entity: LabelName.entity(identity.title), title: identity.title, aliases: identity.aliases,
      entityClass: identity.entityClass, source: identity.source, identifiers: identity.identifiers)
    monograph.sections = sections()
    addProduct(to: &monograph)
    return monograph
  }

  // MARK: - Sections

  private mutating func sections() -> [Section] {
    let places = NestedTexts.places(of: texts)
    let tablePlaces = TablePlaces(of: tables, in: texts, places: places)
    setAside(places, tablePlaces)
    let evidence = HeadingEvidence(texts: texts, references: references)
    var roots: [(text: Int, part: LabelPart)] = []
    var inner: [[(key: String, range: Range<Int>)]] = Array(repeating: [], count: texts.count)
    for (index, place) in places.enumerated() {
      if case .within(let text, let range) = place { inner[text].append((texts[index].key, range)) }
    }
    for index in texts.indices where places[index] == .own && texts[index].key != ProductFields.elements {
      let textBreaks = TextBreaks(texts[index], references: references[index])
      breaks[index] = textBreaks
      let outline = LabelOutline(
        text: texts[index], breaks: textBreaks, tables: tablePlaces.inText[index].map(\.range),
        inner: inner[index], names: names, evidence: evidence)
      roots.append((index, outline.root()))
    }
    // The anchors first, since a link may lead to a section that stands further down.
    var drafts = grouped(roots).map { draft($0, level: 1, parent: "") }
    let shown = Dictionary(grouping: tablePlaces.inText.indices, by: { $0 }).mapValues {
      tablePlaces.inText[$0[0]]
    }
    for index in drafts.indices { fill(&drafts[index], placed: shown, after: tablePlaces.afterText) }
    return drafts.map(\.section) + lonelyTables(tablePlaces.alone)
  }

  /// A section with the part of the text that it is made of, before its blocks are made.
  private struct Draft {
    var section: Section
    var text: Int
    var part: LabelPart
    var inner: [Draft]
    /// Further texts without headings that belong to it.
    var further: [(text: Int, part: LabelPart)] = []
    var isWhole = false
  }

  /// One group for each section of the first level: texts of one key without headings of their own go
  /// together.
  private func grouped(_ roots: [(text: Int, part: LabelPart)]) -> [[(text: Int, part: LabelPart)]] {
    var groups: [[(text: Int, part: LabelPart)]] = []
    for root in roots {
      if root.part.madeHeading != nil, let last = groups.indices.last,
        groups[last][0].part.key == root.part.key,
        groups[last][0].part.madeHeading != nil
      {
        groups[last].append(root)
      } else {
        groups.append([root])
      }
    }
    return groups
  }

  private mutating func draft(_ group: [(text: Int, part: LabelPart)], level: Int, parent: String) -> Draft {
    var draft = draft(group[0].text, group[0].part, level: level, parent: parent)
    draft.isWhole = true
    for (text, part) in group.dropFirst() {
      draft.further.append((text, part))
      for inner in part.parts {
        draft.inner.append(self.draft(text, inner, level: level + 1, parent: draft.section.anchor))
      }
    }
    return draft
  }

  private mutating func draft(_ text: Int, _ part: LabelPart, level: Int, parent: String) -> Draft {
    let heading = headingText(text, part)
    let words = anchors.withoutNumber(heading)
    let anchor = anchors.anchor(words, parent: parent)
    if let number = part.number {
      if links.anchors[number] == nil { links.anchors[number] = anchor }
      if number.parts.count == 1, links.names[number.parts[0]] == nil {
        links.names[number.parts[0]] = words.utf8.map(\.lowercased)
      }
    }
    let place = LineRange(first: texts[text].line, last: texts[text].line)
    let section = Section(
      heading: [.text(heading)], level: level, anchor: anchor, sourceKey: part.key, lines: place)
    let inner = part.parts.map { draft(text, $0, level: level + 1, parent: anchor) }
    return Draft(section: section, text: text, part: part, inner: inner)
  }

  /// The words of a part's heading, without a colon or period at its end.
  private func headingText(_ text: Int, _ part: LabelPart) -> String {
    if let made = part.madeHeading {
      guard made.utf8.count > limits.headingLength else { return made }
      log.report(
        .tooLarge, line: texts[text].line, severity: .warning,
        "The name of a text is longer than \(limits.headingLength) bytes; the heading made from it is cut.")
      return made.cut(toBytes: limits.headingLength)
    }
    var range = texts[text].trimmed(part.heading)
    let isNumberAlone = texts[text].bytes[range].allSatisfy { !$0.isASCIILetter }
    while !isNumberAlone, let last = texts[text].bytes[range].last, last == .colon || last == .period {
      range = texts[text].trimmed(range.lowerBound..<(range.upperBound - 1))
    }
    return texts[text].string(range)
  }

  private mutating func fill(_ draft: inout Draft, placed: [Int: [TablePlaces.Placed]], after: [[Int]]) {
    draft.section.blocks = blocks(draft.text, draft.part, placed: placed)
    for (text, part) in draft.further { draft.section.blocks += blocks(text, part, placed: placed) }
    for index in draft.inner.indices { fill(&draft.inner[index], placed: placed, after: after) }
    draft.section.subsections = draft.inner.map(\.section)
    if draft.isWhole {
      for text in [draft.text] + draft.further.map(\.text) {
        // A table that lies across two parts is shown behind them rather than not at all.
        let lost = (placed[text] ?? []).map(\.table).filter { !shownTables.contains($0) }
        for table in after[text] + lost { draft.section.blocks += endTable(table) }
      }
    }
  }

  private func flow(_ text: Int, tables: [(range: Range<Int>, blocks: [Block])] = []) -> LabelFlow {
    LabelFlow(
      text: texts[text], references: references[text],
      breaks: breaks[text] ?? TextBreaks(texts[text], references: references[text]),
      bullets: bullets[text] ?? BulletSigns(texts[text]), tables: tables, links: links, names: names)
  }

  private mutating func blocks(_ text: Int, _ part: LabelPart, placed: [Int: [TablePlaces.Placed]]) -> [Block]
  {
    if bullets[text] == nil { bullets[text] = BulletSigns(texts[text]) }
    let here = (placed[text] ?? []).filter {
      part.body.lowerBound <= $0.range.lowerBound && $0.range.upperBound <= part.body.upperBound
    }
    var flow = flow(text, tables: here.map { ($0.range, tableBlocks($0.table, inference: nil)) })
    shownTables.formUnion(here.map(\.table))
    if part.key == "boxed_warning" {
      let block = boxedWarning(text, part, &flow)
      takeLetterBullets(of: flow)
      return block
    }
    let blocks = flow.blocks(part.body, inference: part.inference)
    takeLetterBullets(of: flow)
    return blocks
  }

  private mutating func takeLetterBullets(of flow: LabelFlow) {
    setAside += flow.letterBullets.map {
      SourceWording.SetAside($0, because: "a letter that stands for a bullet")
    }
  }

  /// A boxed warning with its title, and after the full text that of the highlights.
  private mutating func boxedWarning(_ text: Int, _ part: LabelPart, _ flow: inout LabelFlow) -> [Block] {
    let box = texts[text].trimmed(part.body)
    guard !box.isEmpty else { return [] }
    let titles = BoxedWarningTitle(text: texts[text], names: names)
    var title = texts[text].trimmed(box.lowerBound..<titles.end(in: box))
    var blocks: [Block] = []
    var start = title.upperBound
    if let (once, again) = titles.once(title) {
      title = once
      if texts[text].bytes[once] == texts[text].bytes[again] {
        setAside.append(SourceWording.SetAside(texts[text].string(again), because: "shown once"))
      } else {
        start = again.lowerBound
      }
    }
    if let again = titles.repetition(of: title, in: box, from: start) {
      blocks += flow.blocks(start..<again, inference: nil)
      start = again
    }
    blocks += flow.blocks(start..<box.upperBound, inference: nil)
    let place = LineRange(first: texts[text].line, last: texts[text].line)
    let inlines = title.isEmpty ? [] : flow.inlines(title)
    return [Block(.callout(Callout(severity: .boxedWarning, title: inlines, blocks: blocks)), lines: place)]
  }

  // MARK: - Tables

  private func tableBlocks(_ index: Int, inference: String?) -> [Block] {
    let table = tables[index]
    let place = LineRange(first: table.line, last: table.line)
    var blocks = table.markup.withUnsafeBufferPointer {
      SPLMarkup(limits: limits, log: log).blocks(of: $0, lines: place)
    }
    // What is said of the table's headers holds as well.
    if let inference {
      for index in blocks.indices {
        blocks[index].inference = [inference, blocks[index].inference].compactMap(\.self).joined(
          separator: " ")
      }
    }
    return blocks
  }

  private func endTable(_ index: Int) -> [Block] {
    tableBlocks(
      index,
      inference: "The words of this table were not found in the text; it is shown at the end of its section.")
  }

  /// Tables of keys that have no text of their own get sections.
  private mutating func lonelyTables(_ indices: [Int]) -> [Section] {
    var sections: [Section] = []
    for index in indices {
      let key = tables[index].key
      if sections.last?.sourceKey == key {
        sections[sections.count - 1].blocks += tableBlocks(index, inference: nil)
        continue
      }
      let heading = LabelKey.madeHeading(key)
      let place = LineRange(first: tables[index].line, last: tables[index].line)
      sections.append(
        Section(
          heading: [.text(heading)], level: 1, anchor: anchors.anchor(heading, parent: ""), sourceKey: key,
          blocks: tableBlocks(index, inference: LabelOutline.keyInference), lines: place))
    }
    return sections
  }

  // MARK: - What is left out

  private mutating func setAside(_ places: [NestedTexts.Place], _ tablePlaces: TablePlaces) {
    for (index, place) in places.enumerated() where place != .own {
      setAside.append(
        SourceWording.SetAside(texts[index].string(0..<texts[index].count), because: "shown once"))
    }
    for (index, placed) in tablePlaces.inText.enumerated() {
      for place in placed {
        setAside.append(
          SourceWording.SetAside(texts[index].string(place.range), because: "shown in its table"))
      }
    }
    repeatedTables = Set(tablePlaces.repeated)
  }

  // MARK: - Product

  private mutating func addProduct(to monograph: inout Monograph) {
    let (table, aside) = ProductTable.table(of: facts)
    setAside += aside
    var section = Section(
      heading: [.text(ProductTable.heading)], level: 1,
      anchor: anchors.anchor(ProductTable.heading, parent: ""), sourceKey: "openfda")
    if !table.body.isEmpty { section.blocks.append(Block(.table(table))) }
    for index in texts.indices where texts[index].key == ProductFields.elements {
      let place = LineRange(first: texts[index].line, last: texts[index].line)
      let words = texts[index].trimmed(0..<texts[index].count)
      section.blocks.append(Block(.paragraph([.text(texts[index].string(words))]), lines: place))
    }
    guard !section.blocks.isEmpty else { return }
    monograph.sections.append(section)
    if !table.body.isEmpty {
      monograph.infobox = [InfoboxPart(anchor: section.anchor, title: ProductTable.heading, table: table)]
    }
  }
}
