import MonographModel

/// Reads the elements of a label into its parts.
final class SPLLabelReader {
  private let markup: SPLMarkupReader
  private let limits: ReaderLimits
  private var cursor: XMLCursor { markup.cursor }
  private var label = SPLLabel()
  private var sectionCount = 0
  /// The section that is being read.
  private var current: Int?

  init(cursor: XMLCursor, limits: ReaderLimits, log: DiagnosticLog) {
    self.limits = limits
    markup = SPLMarkupReader(cursor: cursor, limits: limits, log: log, keepsLines: true)
  }

  /// Whether the text ended before the label did, or is not well formed.
  var isFailed: Bool { markup.isFailed }

  /// The label whose `document` element has just begun.
  func read() -> SPLLabel {
    markup.onID = { [unowned self] id in note(id) }
    markup.children { element in
      switch element {
      case .code: label.type = cursor.attribute(.displayName) ?? ""
      case .title: readTitle()
      case .effectiveTime: label.effective = date()
      case .setId: label.setID = cursor.attribute(.root)
      case .versionNumber: label.version = cursor.attribute(.value)
      case .author: label.organizations += SPLProductReader(markup: markup).organizations()
      case .component: readBody()
      default:
        let words = markup.words()
        if !words.isEmpty { label.further.append(words) }
      }
    }
    showAllPictures()
    label.linkLines = markup.linkLines
    return label
  }

  /// A picture that no text shows is shown at the end of its section.
  private func showAllPictures() {
    var hidden: [Int: [String]] = [:]
    for (id, picture) in label.pictures where !markup.shownPictures.contains(id) {
      if let section = picture.section { hidden[section, default: []].append(id) }
    }
    guard !hidden.isEmpty else { return }
    func show(in section: inout SPLLabel.Section) {
      for id in (hidden[section.number] ?? []).sorted() {
        section.blocks.append(Block(.paragraph([.image(alternative: "", source: id)])))
        section.isUnresolved = true
      }
      for index in section.sections.indices { show(in: &section.sections[index]) }
    }
    for index in label.sections.indices { show(in: &label.sections[index]) }
  }

  private func note(_ id: String) {
    if let current, label.ids[id] == nil { label.ids[id] = current }
  }

  private func readTitle() {
    let title = markup.inlines()
    label.title = title?.content ?? []
    label.titleLines = title?.lines
  }

  /// The date of an `effectiveTime`: its value, else its lower bound.
  private func date() -> String? {
    var date = cursor.attribute(.value).flatMap(SPLDate.iso)
    markup.children { bound in
      if bound == .low { date = date ?? cursor.attribute(.value).flatMap(SPLDate.iso) }
    }
    return date
  }

  private func readBody() {
    markup.children { element in
      switch element {
      case .section: label.sections.append(section(depth: 1))
      case .structuredBody, .component: readBody()
      default: break
      }
    }
  }

  // MARK: - Sections

  /// The section that has just begun. Its footnotes stand at its end, those of tables under the tables.
  private func section(depth: Int) -> SPLLabel.Section {
    let outer = current
    defer { current = outer }
    var section = SPLLabel.Section(
      number: sectionCount, lines: LineRange(first: cursor.tagLine, last: cursor.tagLine))
    sectionCount += 1
    current = section.number
    cursor.forEachAttribute { if $0 == .id { note(String(cString: $1)) } }
    let before = markup.unresolvedCount
    let ((), notes) = markup.collectingFootnotes { readParts(of: &section, depth: depth) }
    section.blocks += notes.map { Block(.paragraph($0)) }
    section.isUnresolved = markup.unresolvedCount > before
    section.lines = LineRange(first: section.lines.first, last: cursor.line)
    return section
  }

  private func readParts(of section: inout SPLLabel.Section, depth: Int) {
    markup.children { element in
      switch element {
      case .code:
        section.code = cursor.attribute(.code) ?? ""
        section.displayName = cursor.attribute(.displayName) ?? ""
      case .title: readTitle(of: &section)
      case .text: section.blocks += markup.blocks(nesting: 0)
      case .effectiveTime: section.effective = date()
      case .excerpt: readHighlights(of: &section)
      case .component: readComponent(of: &section, depth: depth)
      case .subject: readProducts(of: section)
      case .id: break
      default: section.blocks += markup.blocks(nesting: 0)
      }
    }
    if section.code == SPLHeading.productData {
      label.productDate = section.effective
      label.productTitle = section.title
    }
  }

  /// Reads the heading of a section; one that is too long is a paragraph of its text.
  private func readTitle(of section: inout SPLLabel.Section) {
    let line = cursor.tagLine
    guard let title = markup.inlines() else { return section.title = [] }
    let length = title.content.plainText.utf8.count
    guard length > limits.headingLength else { return section.title = title.content }
    markup.log.report(tooLongHeading: length, limits: limits, line: line)
    section.blocks.append(Block(.paragraph(title.content), lines: title.lines))
  }

  private func readHighlights(of section: inout SPLLabel.Section) {
    markup.children { element in
      switch element {
      case .text: section.highlights += markup.blocks(nesting: 0)
      default: readHighlights(of: &section)
      }
    }
  }

  private func readComponent(of section: inout SPLLabel.Section, depth: Int) {
    markup.children { element in
      switch element {
      case .section:
        let inner = self.section(depth: depth + 1)
        if depth < limits.depth {
          section.sections.append(inner)
        } else {
          flatten(inner, into: &section)
        }
      case .observationMedia: readPicture()
      default: break
      }
    }
  }

  /// Puts a section that is nested too deeply into the one that holds it: its title as strong text.
  private func flatten(_ inner: SPLLabel.Section, into section: inout SPLLabel.Section) {
    markup.report(.tooDeep, "Sections are nested more than \(limits.depth) deep; only their text is kept.")
    if !inner.title.isEmpty {
      section.blocks.append(Block(.paragraph(inner.title.allStrong), lines: inner.lines))
    }
    section.blocks += inner.highlights + inner.blocks
    section.isUnresolved = section.isUnresolved || inner.isUnresolved
    label.holders[inner.number] = section.number
  }

  private func readPicture() {
    let id = cursor.attribute(.id) ?? ""
    var picture = SPLLabel.Picture()
    markup.children { element in
      switch element {
      case .text: picture.alternative = markup.words()
      case .value:
        markup.children { inner in
          if inner == .reference { picture.file = cursor.attribute(.value) ?? "" }
        }
      default: break
      }
    }
    picture.section = current
    label.pictures[id] = picture
  }

  private func readProducts(of section: SPLLabel.Section) {
    let first = label.productLines?.first ?? cursor.tagLine
    label.products += SPLProductReader(markup: markup).products()
    label.productLines = LineRange(first: first, last: cursor.line)
  }
}
