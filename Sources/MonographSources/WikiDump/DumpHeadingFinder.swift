/// Finds the headings among the lines of text of a dump, by their words, their form, and what stands around them.
struct DumpHeadingFinder {
  let log: DumpLog
  let title: String

  /// The pieces with headings told from other lines. A line with a heading glued to it becomes two pieces.
  func findHeadings(in pieces: [DumpPiece]) -> [DumpPiece] {
    var found: [DumpPiece] = []
    /// The words of the last heading of the first level.
    var section = ""
    for (index, piece) in pieces.enumerated() {
      guard case .line(let line) = piece else {
        found.append(piece)
        if case .heading(let heading) = piece { section = heading.text }
        continue
      }
      let next = index + 1 < pieces.count ? pieces[index + 1] : nil
      if HeadingVocabulary.isReferences(section), HeadingVocabulary.section(line.text) == nil,
        HeadingForm.split(line.text, title: title) == nil
      {
        found.append(piece)
      } else if let evidence = evidence(of: line, section: section, before: found.last, after: next) {
        found.append(.heading(DumpHeading(text: line.text, line: line.number, evidence: evidence)))
        if evidence == .usualSection { section = line.text }
      } else if line.isSentence, let glued = HeadingForm.split(line.text, title: title) {
        log.infer(
          "“\(glued.heading)” was glued to the sentence after it and is taken for a heading: \(glued.reason).",
          at: line.number, fix: "hold it against the web page")
        let usual = HeadingVocabulary.section(glued.heading) != nil
        found.append(
          .heading(
            DumpHeading(text: glued.heading, line: line.number, evidence: usual ? .usualSection : .glued)))
        if usual { section = glued.heading }
        let words = glued.mark.map { "\($0): \(glued.sentence)" } ?? glued.sentence
        found.append(.line(DumpLine(number: line.number, text: words)))
      } else {
        found.append(piece)
      }
    }
    return found
  }

  private func evidence(
    of line: DumpLine, section: String, before: DumpPiece?, after: DumpPiece?
  ) -> DumpHeading.Evidence? {
    let text = line.text
    if HeadingVocabulary.section(text) != nil { return .usualSection }
    guard HeadingForm.isPossible(text) else { return nil }
    if HeadingVocabulary.isPart(text, of: section), after.map({ !$0.isHeading }) ?? false {
      return .usualPart
    }
    if HeadingForm.isTitle(text) { return .capitals }
    return standsAlone(line, before: before, after: after) ? .position : nil
  }

  /// Whether a line stands by itself before running text or definitions: after a heading, a sentence or a whole
  /// definition, and not as one item after another.
  private func standsAlone(_ line: DumpLine, before: DumpPiece?, after: DumpPiece?) -> Bool {
    switch before {
    case .definition(_, let words, _): if words.isEmpty { return false }
    case .line(let previous):
      if !previous.isSentence || previous.withoutCitations.hasSuffix(":") { return false }
    case .heading, .item, nil: return false
    default: break
    }
    switch after {
    case .definition: return true
    case .line(let next): return next.isSentence && !next.isLink
    default: return false
    }
  }
}
