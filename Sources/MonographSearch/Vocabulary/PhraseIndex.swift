/// The rows of `synonyms.yaml`, found by their phrases. A row is `a = b = c @ weight`, or `a, b > c | d @ weight`; a
/// weight is that of the phrase before it.
///
/// A phrase stays the piece of the file that it is, and is cut into terms only when it is asked for: a start of the
/// program reads the whole table and asks for a handful of rows.
struct PhraseIndex: Sendable {
  /// What a phrase means.
  struct Meaning {
    var phrase: Substring
    var weight: Double
    var direction: Alternative.Direction
    var group: Int
    /// The phrase asked for and the one it means, in the order of their row.
    var left: Substring
    var right: Substring
  }

  private struct Row {
    /// The phrases by which it is found, and those it leads to: places in `texts`.
    var keys: Range<Int>
    var meanings: Range<Int>
    var direction: Alternative.Direction
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
  private var texts: [Substring] = []
  private var weights: [Double] = []
  private var rows: [Row] = []
  private var entries: [Entry] = []
  private var lastEntries: [String: Int] = [:]

  init(file: String, rowCount: Int) {
    self.file = file
    // Three phrases a row are usual; growing step by step would hash them all several times.
    entries.reserveCapacity(3 * rowCount)
    lastEntries.reserveCapacity(3 * rowCount)
  }

  /// Adds a row.
  mutating func add(_ row: VocabularyTable.Row, weight: Double, group: Int) throws(VocabularyError) {
    let first = texts.count
    if let arrow = row.text.utf8.firstIndex(of: UInt8(ascii: ">")) {
      for key in TermShape.pieces(row.text[..<arrow], at: ",") {
        try add(key, weight: 1, at: row)
      }
      let keys = first..<texts.count
      let rest = row.text[row.text.utf8.index(after: arrow)...]
      for piece in TermShape.pieces(rest, at: "|") {
        let (phrase, own) = try weighed(piece, weight: weight, at: row)
        try add(phrase, weight: own, at: row)
      }
      rows.append(
        Row(keys: keys, meanings: keys.upperBound..<texts.count, direction: .oneWay, group: group))
    } else {
      for piece in TermShape.pieces(row.text, at: "=") {
        let (phrase, own) = try weighed(piece, weight: weight, at: row)
        try add(phrase, weight: own, at: row)
      }
      guard texts.count > first + 1 else {
        throw VocabularyError(
          file: file, line: row.line, problem: "'\(row.text)' says of nothing that it is the same",
          fix: "write 'phrase = phrase', or 'phrase > meaning'")
      }
      let phrases = first..<texts.count
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
      if forms(of: texts[entry.text]).contains(where: { $0.elementsEqual(terms) }) { exact.append(entry) }
      next = entry.next
    }
    if !exact.isEmpty { found = exact }
    return found.reversed().flatMap { entry in
      let row = rows[entry.row]
      return row.meanings.filter { $0 != entry.text }.map { meaning in
        Meaning(
          phrase: texts[meaning], weight: min(weights[entry.text], weights[meaning]),
          direction: row.direction, group: row.group,
          left: texts[min(entry.text, meaning)], right: texts[max(entry.text, meaning)])
      }
    }
  }

  /// Every phrase by which a row is found, as terms.
  var phrases: [[String]] { entries.map { TermShape.terms(texts[$0.text]) } }

  private mutating func add(
    _ phrase: Substring, weight: Double, at row: VocabularyTable.Row
  ) throws(VocabularyError) {
    guard !phrase.isEmpty else {
      throw VocabularyError(
        file: file, line: row.line, problem: "'\(row.text)' has an empty phrase",
        fix: "write words on both sides")
    }
    texts.append(phrase)
    weights.append(weight)
  }

  private mutating func enter(_ text: Int) {
    let bytes = texts[text].utf8
    enter(text, TermShape.key(bytes))
    if bytes.contains(UInt8(ascii: "-")) {
      enter(text, TermShape.key(bytes.lazy.filter { $0 != UInt8(ascii: "-") }))
    }
  }

  private mutating func enter(_ text: Int, _ key: (key: String, count: Int)) {
    longest = max(longest, key.count)
    let place = entries.count
    let last = lastEntries.updateValue(place, forKey: key.key)
    entries.append(Entry(text: text, row: rows.count - 1, next: last))
  }

  private func forms(of phrase: Substring) -> [[String]] {
    let parts = TermShape.terms(phrase)
    guard phrase.utf8.contains(UInt8(ascii: "-")) else { return [parts] }
    return [parts, TermShape.terms(phrase.filter { $0 != "-" })]
  }

  private func weighed(
    _ text: Substring, weight: Double, at row: VocabularyTable.Row
  ) throws(VocabularyError) -> (Substring, Double) {
    guard let sign = text.utf8.firstIndex(of: UInt8(ascii: "@")) else { return (text, weight) }
    let number = TermShape.trimmed(text[text.utf8.index(after: sign)...])
    return (
      TermShape.trimmed(text[..<sign]), try VocabularyTable.weight(number, file: file, line: row.line)
    )
  }
}
