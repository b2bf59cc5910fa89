/// Gives the sections of a dump their levels, which a flattened page does not have.
struct DumpOutline {
  let log: DumpLog

  /// The levels by the words of headings: usual sections are of the first level; others stand under the last of
  /// these where it has nothing of its own, so that it must hold them.
  func setLevels(of sections: inout [DumpSection]) {
    /// The section of the first level that others may stand under.
    var parent: Int?
    var isAtEnd = false
    for index in sections.indices {
      guard let heading = sections[index].heading else { continue }
      let sort = HeadingVocabulary.section(heading.text)
      if case .marked(let level) = heading.evidence {
        sections[index].level = max(1, level - 1)
        parent = nil
        continue
      }
      if sort == .closing { isAtEnd = true }
      let isUnder: Bool
      if sort != nil || isAtEnd {
        isUnder = false
      } else if let parent, let above = sections[parent].heading {
        isUnder = sections[parent].blocks.isEmpty || HeadingVocabulary.isPart(heading.text, of: above.text)
      } else {
        isUnder = false
      }
      sections[index].level = isUnder ? 2 : 1
      if !isUnder { parent = sort == .opening || sort == .closing ? nil : index }
    }
  }

  /// Makes lists of headings that hold nothing, and puts what follows an empty section under it. To be called
  /// when the tables are where they belong.
  func resolveEmptySections(of sections: inout [DumpSection]) {
    makeLists(of: &sections)
    for index in sections.indices where isOpen(sections[index]) && !sections[index].isUsualSection {
      guard index + 1 < sections.count, sections[index].level == 2, sections[index + 1].level == 2,
        !sections[index + 1].blocks.isEmpty
      else { continue }
      var next = index + 1
      while next < sections.count, sections[next].level == 2 {
        sections[next].level = 3
        next += 1
      }
      report(parent: index, holding: (index + 1)..<next, in: sections)
    }
  }

  /// Three headings or more in a row with nothing under them, all but the first, are the items of a list.
  private func makeLists(of sections: inout [DumpSection]) {
    var index = 0
    while index < sections.count {
      var end = index
      while end < sections.count, isOpen(sections[end]), sections[end].heading?.evidence == .capitals,
        end < index + 2
          ? sections[end].level >= sections[index].level : sections[end].level == sections[end - 1].level
      {
        end += 1
      }
      if end - index >= 3, let first = sections[index].heading {
        let items = sections[(index + 1)..<end].compactMap(\.heading)
        let reason =
          "In the copied page these lines have the form of headings with nothing under them; they were made a list."
        log.infer(
          "The \(items.count) lines after “\(first.text)” have the form of headings with nothing under them; they"
            + " were made a list.", at: items.first?.line ?? first.line)
        sections[index].blocks = [
          DumpBlock(
            content: .list(items.map { DumpLine(number: $0.line, text: $0.text) }), line: first.line,
            inference: reason)
        ]
        sections.removeSubrange((index + 1)..<end)
      }
      index += 1
    }
  }

  private func isOpen(_ section: DumpSection) -> Bool { section.heading != nil && section.blocks.isEmpty }

  private func report(parent: Int, holding range: Range<Int>, in sections: [DumpSection]) {
    guard let heading = sections[parent].heading else { return }
    let names = sections[range].compactMap { $0.heading?.text }.joined(separator: ", ")
    log.infer(
      "“\(heading.text)” has nothing of its own, so what follows it was put under it: \(names).",
      at: heading.line, fix: "hold it against the web page")
  }

  /// Tells of each heading why it is one.
  func report(_ sections: [DumpSection]) {
    for section in sections {
      guard let heading = section.heading else { continue }
      let reason: String
      switch heading.evidence {
      case .marked, .glued: continue
      case .usualSection: reason = "its words are those of a usual section"
      case .usualPart: reason = "its words are usual under the section above"
      case .capitals: reason = "its words are capitalised as a title is"
      case .position: reason = "it stands alone before running text"
      }
      log.infer(
        "“\(heading.text)” is taken for a heading of level \(section.level): \(reason).", at: heading.line)
    }
  }
}
