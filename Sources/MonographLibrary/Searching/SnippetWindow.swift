import MonographModel
import MonographSearch

/// Which part of a long line is shown: that round the first word that matched, and before it the words by which the line
/// tells what to do (`avoid`, `do not`), without which it may seem to say the contrary.
struct SnippetWindow {
  /// The parts, as bytes of the text, in order; what lies between them is left out.
  private(set) var parts: [Range<Int>]

  /// How long it is, in bytes, and how much of it stands before the first match.
  static let length = 200
  private static let lead = 40
  /// How much is shown with an instruction that stands further before.
  private static let tail = 24

  /// - Parameters:
  ///   - line: The line, as bytes of the text.
  ///   - match: The first word in it that matched.
  ///   - advice: The phrases that instruct, as terms in plain form.
  init(_ text: String, line: Range<Int>, match: Range<Int>?, advice: [[String]]) {
    guard line.count > Self.length else {
      parts = [line]
      return
    }
    let bytes = Array(text.utf8)
    let first = match?.lowerBound ?? line.lowerBound
    var start = Self.wordStart(bytes, from: max(line.lowerBound, first - Self.lead), atLeast: line.lowerBound)
    parts = []
    if let instruction = Self.lastInstruction(bytes, line.lowerBound..<first, advice),
      instruction.lowerBound < start
    {
      if first - instruction.lowerBound <= 2 * Self.length / 3 {
        start = instruction.lowerBound
      } else {
        let end = Self.wordEnd(bytes, from: min(start, instruction.upperBound + Self.tail))
        parts.append(instruction.lowerBound..<min(start, end))
      }
    }
    let room = Self.length - (parts.first?.count ?? 0)
    parts.append(start..<min(line.upperBound, Self.wordEnd(bytes, from: min(line.upperBound, start + room))))
  }

  private static func lastInstruction(
    _ bytes: [UInt8], _ range: Range<Int>, _ advice: [[String]]
  ) -> Range<Int>? {
    var last: Range<Int>?
    var terms: [(text: String, range: Range<Int>)] = []
    let longest = advice.map(\.count).max() ?? 0
    TermScanner.scan(String(decoding: bytes[range], as: UTF8.self)) { scanned in
      guard !scanned.term.isJoined else { return }
      terms.append((TermForm.plain(scanned.term.text), scanned.term.range))
      if terms.count > longest { terms.removeFirst() }
      for phrase in advice where terms.suffix(phrase.count).map(\.text) == phrase {
        let begun = terms[terms.count - phrase.count].range.lowerBound
        last = range.lowerBound + begun..<range.lowerBound + scanned.term.range.upperBound
      }
    }
    return last
  }

  static func wordEnd(_ bytes: [UInt8], from start: Int) -> Int {
    var end = start
    while end < bytes.count, !isBlank(bytes[end]), end - start < 64 || bytes[end] & 0xC0 == 0x80 { end += 1 }
    return end
  }

  private static func wordStart(_ bytes: [UInt8], from start: Int, atLeast least: Int) -> Int {
    var place = start
    while place > least, !isBlank(bytes[place - 1]), start - place < 64 || bytes[place] & 0xC0 == 0x80 {
      place -= 1
    }
    return place
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A }
}
