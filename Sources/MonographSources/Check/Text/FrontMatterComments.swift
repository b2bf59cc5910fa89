/// Finds the comments of front matter that allow what a rule finds.
struct FrontMatterComments {
  /// What they allow, in order.
  private(set) var allowances: [Allowance] = []

  /// Looks through the lines of YAML. Costs one pass, and one over each entry that a comment covers.
  init(text: SourceText, lines: Range<Int>) {
    for number in lines {
      let line = text.placedScalars(ofLine: number)
      guard let mark = line.firstIndex(where: { $0.value == "#" }) else { continue }
      let rest = line[(mark + 1)...]
      guard var allowance = Allowance(comment: rest.text, at: line[mark].place) else { continue }
      // A mark within quotes is text.
      guard line[..<mark].count(where: { $0.value == "\"" }) % 2 == 0 else { continue }
      let isAlone = line[..<mark].allSatisfy(\.value.isBlank)
      guard isAlone || (mark > 0 && line[mark - 1].value.isBlank) else { continue }
      if isAlone, allowance.lines != nil {
        allowance.lines = Self.entry(after: number, in: text, end: lines.upperBound)
      }
      allowances.append(allowance)
    }
  }

  /// The lines of the entry after a comment: the next line that is no comment, and those further in.
  private static func entry(after comment: Int, in text: SourceText, end: Int) -> ClosedRange<Int> {
    func indent(_ line: Int) -> Int { text.line(line).prefix { $0 == .space }.count }
    func isComment(_ line: Int) -> Bool { text.line(line).trimmingWhitespace.first == .numberSign }
    var first = comment + 1
    while first < end, isComment(first) || text.isBlank(first) { first += 1 }
    guard first < end else { return comment...comment }
    var last = first
    while last + 1 < end, text.isBlank(last + 1) || indent(last + 1) > indent(first) { last += 1 }
    return first...last
  }
}
