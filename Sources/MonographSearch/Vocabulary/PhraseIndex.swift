/// The rows of `synonyms.yaml`, found by their phrases. A row is `a = b = c @ weight`, or `a, b > c | d @ weight`; a
/// weight is that of the phrase before it.
///
/// Phrases stay bytes, and are cut into terms only when they are asked for: a start of the program reads the whole table
/// and asks for a handful of rows.
struct PhraseIndex: Sendable {
  /// Which phrases of a row stand for which.
  enum Direction {
    /// Each stands for each other.
    case bothWays
    /// What was asked means this; this does not mean what was asked.
    case oneWay
  }

  /// What a phrase means.
  struct Meaning {
    var phrase: String
    var weight: Double
    var direction: Direction
    var group: Int
    /// The phrase asked for and the one it means, in the order of their row.
    var left: String
    var right: String
  }

  private struct Row {
    /// The phrases by which it is found, and those it leads to: places in `texts`.
    var keys: Range<Int>
    var meanings: Range<Int>
    var direction: Direction
    var group: Int
  }

  /// A phrase under a key, and the next one under that key.
  private struct Entry {
    var text: Int
    var row: Int
    var next: Int?
  }

  /// How many terms the longest phrase has.
  private(set) var longest = 1

  private let file: String
  /// The rows, one after the other, and where the phrases stand in them.
  private var bytes: [UInt8] = []
  private var texts: [Range<Int>] = []
  private var weights: [Double] = []
  private var rows: [Row] = []
  private var entries: [Entry] = []
  private var lastEntries: [String: Int] = [:]

  init(file: String, rowCount: Int) {
    self.file = file
    // Three phrases a row are usual; growing step by step would hash them all several times.
    bytes.reserveCapacity(50 * rowCount)
    entries.reserveCapacity(3 * rowCount)
    lastEntries.reserveCapacity(3 * rowCount)
  }

  /// Adds a row.
  mutating func add(_ row: VocabularyTable.Row, weight: Double, group: Int) throws(VocabularyError) {
    let first = texts.count
    let start = bytes.count
    bytes.append(contentsOf: row.text.utf8)
    if let arrow = bytes[start...].firstIndex(of: UInt8(ascii: ">")) {
      try add(start..<arrow, cutAt: UInt8(ascii: ","), weight: 1, row)
      let keys = first..<texts.count
      try add(arrow + 1..<bytes.count, cutAt: UInt8(ascii: "|"), weight: weight, row)
      let meanings = keys.upperBound..<texts.count
      rows.append(Row(keys: keys, meanings: meanings, direction: .oneWay, group: group))
    } else {
      try add(start..<bytes.count, cutAt: UInt8(ascii: "="), weight: weight, row)
      let phrases = first..<texts.count
      guard phrases.count > 1 else {
        throw VocabularyError(
          file: file, line: row.line, problem: "'\(row.text)' says of nothing that it is the same",
          fix: "write 'phrase = phrase', or 'phrase > meaning'")
      }
      rows.append(Row(keys: phrases, meanings: phrases, direction: .bothWays, group: group))
    }
    for text in rows[rows.count - 1].keys { enter(text) }
  }

  /// What terms mean: by the rows that have exactly them, or else by those that have them in other number or spelling.
  func meanings(of terms: ArraySlice<String>) -> [Meaning] {
    var found: [Entry] = []
    var exact: [Entry] = []
    var next = lastEntries[TermShape.key(terms)]
    while let place = next {
      let entry = entries[place]
      found.append(entry)
      if forms(of: text(entry.text)).contains(where: { $0.elementsEqual(terms) }) { exact.append(entry) }
      next = entry.next
    }
    if !exact.isEmpty { found = exact }
    return found.reversed().flatMap { entry in
      let row = rows[entry.row]
      return row.meanings.filter { $0 != entry.text }.map { meaning in
        Meaning(
          phrase: text(meaning), weight: min(weights[entry.text], weights[meaning]),
          direction: row.direction, group: row.group,
          left: text(min(entry.text, meaning)), right: text(max(entry.text, meaning)))
      }
    }
  }

  /// Every phrase by which a row is found, as terms.
  var phrases: [[String]] { entries.map { TermShape.terms(text($0.text)) } }

  private func text(_ place: Int) -> String { String(decoding: bytes[texts[place]], as: UTF8.self) }

  /// Adds the phrases of a part of the row, each with its weight.
  private mutating func add(
    _ part: Range<Int>, cutAt separator: UInt8, weight: Double, _ row: VocabularyTable.Row
  ) throws(VocabularyError) {
    var start = part.lowerBound
    while start <= part.upperBound {
      let end = bytes[start..<part.upperBound].firstIndex(of: separator) ?? part.upperBound
      var phrase = start..<end
      var own = weight
      if let sign = bytes[phrase].firstIndex(of: UInt8(ascii: "@")) {
        let number = String(decoding: bytes[trimmed(sign + 1..<end)], as: UTF8.self)
        own = try VocabularyTable.weight(number, file: file, line: row.line)
        phrase = start..<sign
      }
      phrase = trimmed(phrase)
      guard !phrase.isEmpty else {
        throw VocabularyError(
          file: file, line: row.line, problem: "'\(row.text)' has an empty phrase",
          fix: "write words on both sides")
      }
      texts.append(phrase)
      weights.append(own)
      start = end + 1
    }
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var range = range
    while let first = range.first, bytes[first] == UInt8(ascii: " ") { range.removeFirst() }
    while let last = range.last, bytes[last] == UInt8(ascii: " ") { range.removeLast() }
    return range
  }

  private mutating func enter(_ text: Int) {
    let phrase = bytes[texts[text]]
    enter(text, TermShape.key(phrase))
    if phrase.contains(UInt8(ascii: "-")) {
      enter(text, TermShape.key(phrase.filter { $0 != UInt8(ascii: "-") }[...]))
    }
  }

  private mutating func enter(_ text: Int, _ key: (key: String, count: Int)) {
    longest = max(longest, key.count)
    let place = entries.count
    let last = lastEntries.updateValue(place, forKey: key.key)
    entries.append(Entry(text: text, row: rows.count - 1, next: last))
  }

  private func forms(of phrase: String) -> [[String]] {
    let parts = TermShape.terms(phrase)
    guard phrase.utf8.contains(UInt8(ascii: "-")) else { return [parts] }
    return [parts, TermShape.terms(phrase.filter { $0 != "-" })]
  }
}
