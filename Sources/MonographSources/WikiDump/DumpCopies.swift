/// Finds the copies of a page that one dump holds, and makes one of them.
///
/// A dump of a page with parts that open at a press holds the page once for each state: once with its diagram,
/// once with its text. The longest copy is used; lines that only another has are put where they stand there.
struct DumpCopies {
  let log: DumpLog

  /// How far on in the longest copy the line of another is looked for.
  private static let reach = 200

  /// The lines of the page, each once.
  func merge(_ lines: [DumpLine]) -> [DumpLine] {
    let copies = copies(of: lines)
    guard copies.count > 1 else { return lines }
    let sizes = copies.map { copy in copy.reduce(0) { $0 + $1.text.utf8.count } }
    let longest = sizes.indices.max { sizes[$0] < sizes[$1] } ?? 0
    var page = copies[longest]
    for (number, copy) in copies.enumerated() where number != longest { add(copy, to: &page) }
    return page
  }

  /// A copy begins where the first line comes again, with the second after it or a cut mark before it.
  private func copies(of lines: [DumpLine]) -> [[DumpLine]] {
    guard let title = lines.first?.text, lines.count > 2 else { return [lines] }
    var starts = [0]
    for index in lines.indices.dropFirst() where lines[index].text == title {
      let next = index + 1 < lines.count ? lines[index + 1].text : ""
      if next == lines[1].text || DumpResidue.isCutMark(lines[index - 1].text) { starts.append(index) }
    }
    return zip(starts, starts.dropFirst() + [lines.count]).map { Array(lines[$0..<$1]) }
  }

  private func add(_ copy: [DumpLine], to page: inout [DumpLine]) {
    var merged: [DumpLine] = []
    var next = 0
    var added: [DumpLine] = []
    var repeated: [DumpLine] = []
    func finishAdded() {
      guard let first = added.first, let last = added.last else { return }
      let place = merged.count > added.count ? merged[merged.count - added.count - 1].number : 0
      log.infer(
        "Lines \(first.number) to \(last.number) stand in this copy of the page alone; they were put after line"
          + " \(place).", at: first.number)
      added = []
    }
    for line in copy {
      let end = min(page.count, next + Self.reach)
      if next < end, let found = page[next..<end].firstIndex(where: { $0.text == line.text }) {
        finishAdded()
        merged += page[next...found]
        next = found + 1
        repeated.append(line)
        log.leaveOut(line.text, because: "shown once")
      } else {
        merged.append(line)
        added.append(line)
      }
    }
    finishAdded()
    merged += page[next...]
    if let first = repeated.first {
      log.report(
        .repeatedText, at: first.number,
        "A copy of the page begins here; \(repeated.count) lines of it stand in the longest copy, which begins"
          + " at line \(page.first?.number ?? 0), and are used once.")
    }
    page = merged
  }
}
