import MonographModel

/// Nests blocks under their headings and gives each section its level and anchor.
struct OutlineBuilder {
  private let log: DiagnosticLog
  private var roots: [Section] = []
  private var open: [(sourceLevel: Int, section: Section)] = []
  private var anchors = SectionAnchors()

  init(log: DiagnosticLog) { self.log = log }

  /// The sections of a page. Text before the first heading is a section of level 0 with an empty anchor.
  mutating func sections(of items: [OutlineItem]) -> [Section] {
    for item in items {
      switch item {
      case .heading(let level, let content, let line): begin(content, sourceLevel: level, line: line)
      case .block(let block): add(block)
      }
    }
    close(downTo: 0)
    return roots
  }

  private mutating func begin(_ heading: [Inline], sourceLevel: Int, line: Int) {
    close(downTo: sourceLevel)
    let slug = EntityID.slug(fromName: heading.filter { !$0.isCitation }.plainText)
    let wanted = SectionAnchors.wanted(slug: slug, parent: open.last?.section.anchor ?? "")
    let anchor = anchors.unused(wanted)
    if anchor != wanted {
      log.report(
        .duplicateAnchor, line: line,
        "An earlier section has the anchor “\(wanted)”; this one gets “\(anchor)”.",
        fix: "give the heading words of its own")
    }
    let section = Section(
      heading: heading, level: open.count + 1, anchor: anchor, lines: LineRange(first: line, last: line))
    open.append((sourceLevel, section))
  }

  private mutating func add(_ block: Block) {
    if open.isEmpty {
      open.append((Int.max, Section(heading: [], level: 0, anchor: "", lines: block.lines)))
    }
    let last = open.count - 1
    open[last].section.blocks.append(block)
    open[last].section.extend(to: block.lines)
  }

  /// Ends the sections of a level and of the levels below it.
  private mutating func close(downTo level: Int) {
    while let (sourceLevel, section) = open.last, sourceLevel >= level {
      open.removeLast()
      if open.isEmpty {
        roots.append(section)
      } else {
        open[open.count - 1].section.subsections.append(section)
        open[open.count - 1].section.extend(to: section.lines)
      }
    }
  }
}

extension Section {
  fileprivate mutating func extend(to further: LineRange?) {
    guard let further else { return }
    let first = lines?.first ?? further.first
    lines = LineRange(first: first, last: max(lines?.last ?? first, further.last))
  }
}

extension Inline {
  fileprivate var isCitation: Bool { if case .citation = self { true } else { false } }
}
