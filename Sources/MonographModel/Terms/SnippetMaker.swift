/// Cuts out of a text the words around what was searched for, marked.
public struct SnippetMaker: Sendable {
  /// A word of the text.
  private struct Word {
    /// Where it stands, in bytes of UTF-8.
    var range: Range<Int>
    /// A bit for each pattern that begins to match here.
    var patterns: UInt64 = 0
    /// How far what matches goes.
    var matchEnd = 0
  }

  /// How far a snippet reaches to the white space beside its first and last word, in bytes.
  private static let reach = 40

  private let patterns: [TermPattern]
  private let length: Int

  /// Makes snippets.
  ///
  /// - Parameters:
  ///   - patterns: What was searched for; those after the 64th are not looked for.
  ///   - length: How many words a snippet has at most.
  public init(patterns: [TermPattern], length: Int = 24) {
    self.patterns = Array(patterns.prefix(64))
    self.length = max(1, length)
  }

  /// The words around the best match: with the most patterns, then the most matches, then the earliest. Begins with
  /// a sentence where that is near, else has as many words before as behind; the beginning of the text where
  /// nothing matches. Control characters and line breaks are spaces; what is left out is told by an ellipsis.
  /// Without runs where the text has no words. About 10 ns for a byte.
  public func snippet(of text: String) -> Snippet {
    var text = text
    return text.withUTF8 { bytes in
      let words = words(of: bytes)
      guard !words.isEmpty else { return Snippet(runs: []) }
      return snippet(of: bytes, words: words, shown: window(of: words, in: bytes))
    }
  }

  private func words(of bytes: UnsafeBufferPointer<UInt8>) -> [Word] {
    var words: [Word] = []
    /// What joins a word with later ones: they come after it.
    TermScanner.scan(bytes) { term in
      if !term.isJoined { words.append(Word(range: term.range)) }
      guard !patterns.isEmpty else { return }
      let text = String(decoding: term.bytes, as: UTF8.self)
      for (index, pattern) in patterns.enumerated() where pattern.matches(text) {
        // A joined term comes right after its first part.
        words[words.count - 1].patterns |= 1 << UInt64(index)
        words[words.count - 1].matchEnd = max(words[words.count - 1].matchEnd, term.range.upperBound)
      }
    }
    return words
  }

  /// Which words are shown.
  private func window(of words: [Word], in bytes: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    guard words.count > length else { return 0..<words.count }
    let matches = words.indices.filter { words[$0].patterns != 0 }
    guard let earliest = matches.first else { return 0..<length }
    var best = (first: earliest, last: earliest, patterns: 0, count: 0)
    var end = 0
    for (start, first) in matches.enumerated() {
      end = max(end, start)
      while end < matches.count, matches[end] < first + length { end += 1 }
      let patterns = matches[start..<end].reduce(0) { $0 | words[$1].patterns }.nonzeroBitCount
      if (patterns, end - start) > (best.patterns, best.count) {
        best = (first, matches[end - 1], patterns, end - start)
      }
    }
    let slack = length - (best.last - best.first + 1)
    var start = max(0, best.first - slack / 2)
    for word in stride(from: best.first, through: max(0, best.first - slack), by: -1)
    where word == 0 || endsSentence(bytes, between: words[word - 1].range.upperBound, and: words[word].range)
    {
      start = word
      break
    }
    start = min(start, words.count - length)
    return start..<start + length
  }

  /// Whether a line or a sentence ends between two words.
  private func endsSentence(
    _ bytes: UnsafeBufferPointer<UInt8>, between end: Int, and next: Range<Int>
  ) -> Bool {
    guard end < next.lowerBound else { return false }
    let gap = bytes[end..<next.lowerBound]
    if gap.contains(0x0A) { return true }
    guard let mark = gap.firstIndex(where: { $0 == 0x2E || $0 == 0x21 || $0 == 0x3F }) else { return false }
    return mark + 1 < next.lowerBound && bytes[mark + 1] == 0x20
  }

  private func snippet(
    of bytes: UnsafeBufferPointer<UInt8>, words: [Word], shown: Range<Int>
  ) -> Snippet {
    var start = shown.lowerBound == 0 ? 0 : words[shown.lowerBound].range.lowerBound
    var end = shown.upperBound == words.count ? bytes.count : words[shown.upperBound - 1].range.upperBound
    if shown.lowerBound > 0 {
      let previous = max(words[shown.lowerBound - 1].range.upperBound, start - Self.reach)
      while start > previous, !Self.isSpace(bytes[start - 1]) { start -= 1 }
    }
    if shown.upperBound < words.count {
      let next = min(words[shown.upperBound].range.lowerBound, end + Self.reach)
      while end < next, !Self.isSpace(bytes[end]) { end += 1 }
    }
    while start > 0, start < end, bytes[start] & 0xC0 == 0x80 { start += 1 }
    while end < bytes.count, end > start, bytes[end] & 0xC0 == 0x80 { end -= 1 }

    var runs: [Snippet.Run] = []
    func add(_ range: Range<Int>, isMatch: Bool) {
      guard !range.isEmpty else { return }
      let cleaned = bytes[range].map { $0 < 0x20 || $0 == 0x7F ? 0x20 : $0 }
      runs.append(Snippet.Run(text: String(decoding: cleaned, as: UTF8.self), isMatch: isMatch))
    }
    var place = start
    for word in words[shown] where word.patterns != 0 {
      let match = max(place, word.range.lowerBound)..<max(place, min(end, word.matchEnd))
      add(place..<match.lowerBound, isMatch: false)
      add(match, isMatch: true)
      place = match.upperBound
    }
    add(place..<end, isMatch: false)
    if shown.lowerBound > 0 { Self.add("…", to: &runs, at: runs.startIndex) }
    if shown.upperBound < words.count { Self.add("…", to: &runs, at: runs.endIndex) }
    return Snippet(runs: runs)
  }

  /// Adds text that is no match at the beginning or the end.
  private static func add(_ text: String, to runs: inout [Snippet.Run], at index: Int) {
    if index == runs.startIndex, let first = runs.first, !first.isMatch {
      runs[0].text = text + first.text
    } else if index == runs.endIndex, let last = runs.last, !last.isMatch {
      runs[runs.count - 1].text += text
    } else {
      runs.insert(Snippet.Run(text: text, isMatch: false), at: index)
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte <= 0x20 }
}
