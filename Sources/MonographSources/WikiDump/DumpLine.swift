/// A line of a dump that is not blank, without blanks at its ends.
struct DumpLine: Hashable {
  /// Its number in the dump, from 1.
  var number: Int
  var text: String
  /// Whether a blank line stands before it.
  var followsBlank = false

  /// The text without citations at its end, and without the blanks before them.
  var withoutCitations: String {
    guard text.utf8.last == .rightBracket, let pieces = CitationScanner.pieces(of: text) else { return text }
    var end = pieces.endIndex
    while end > 0, case .citation = pieces[end - 1] { end -= 1 }
    let words = pieces[..<end].map { piece in
      switch piece {
      case .text(let text): String(text)
      case .citation(let keys, _): "[" + keys.map { "@" + $0 }.joined(separator: "; ") + "]"
      }
    }
    return words.joined().trimmed
  }

  /// Whether it reads as running text: it ends as a sentence or an introduction does, or is long.
  var isSentence: Bool {
    let words = withoutCitations
    guard let last = words.utf8.last else { return false }
    if [.period, .colon, .exclamationMark, .questionMark, .semicolon].contains(last) { return true }
    return words.utf8.count > 120
  }

  /// Whether it is one link and nothing else.
  var isLink: Bool { text.hasPrefix("[") && text.hasSuffix(")") && text.utf8.contains(.rightBracket) }

  /// The term and the definition of `Dose : 30-80 mg/day`; the definition is empty where it stands on the lines
  /// that follow. Nil for any other line.
  var definition: (term: String, words: String)? {
    let bytes = Array(text.utf8)
    var index = bytes.startIndex
    while let colon = bytes[index...].firstIndex(of: .colon) {
      index = colon + 1
      guard colon > 1, bytes[colon - 1] == .space, index == bytes.count || bytes[index] == .space else {
        continue
      }
      let term = bytes[..<colon].text.trimmed
      guard !term.isEmpty, term.utf8.count <= 120 else { return nil }
      return (term, bytes[index...].text.trimmed)
    }
    return nil
  }
}

extension SourceText {
  /// The lines of a dump, blank ones left out.
  var dumpLines: [DumpLine] {
    var lines: [DumpLine] = []
    var followsBlank = false
    for number in 0..<lineCount {
      let words = line(number + 1).trimmingWhitespace
      if words.isEmpty {
        followsBlank = true
        continue
      }
      lines.append(DumpLine(number: number + 1, text: words.text, followsBlank: followsBlank))
      followsBlank = false
    }
    return lines
  }
}
