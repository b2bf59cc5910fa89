/// Finds words in text as the library's search compares them: `half life` in `half-life`, `µg` in `mcg`.
public struct TermFinder: Sendable {
  /// What is looked for: terms in a row.
  private struct Row: Sendable {
    /// The terms.
    var terms: [[UInt8]]
    /// All of them written as one word; the term itself where it is one.
    var joined: [UInt8]?
    /// Whether the last term may be the beginning of one.
    var isOpen: Bool

    func matches(_ term: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
      Row.matches(term, terms[index], isOpen: isOpen && index == terms.count - 1)
    }

    func matchesJoined(_ term: UnsafeBufferPointer<UInt8>) -> Bool {
      joined.map { Row.matches(term, $0, isOpen: isOpen) } ?? false
    }

    private static func matches(
      _ term: UnsafeBufferPointer<UInt8>, _ wanted: [UInt8], isOpen: Bool
    ) -> Bool {
      guard isOpen ? term.count >= wanted.count : term.count == wanted.count, term.first == wanted.first
      else {
        return false
      }
      return term.prefix(wanted.count).elementsEqual(wanted)
    }
  }

  /// A row of which the first terms were found.
  private struct Progress {
    var row: Int
    var next: Int
    var start: Int
  }

  private let rows: [Row]

  /// Looks for the terms of each text in a row.
  ///
  /// - Parameter isOpen: Whether the last term of a text may be the beginning of a word, as while it is typed.
  public init(_ texts: [String], isOpen: Bool = false) {
    var seen: Set<[[UInt8]]> = []
    rows = texts.compactMap { text in
      let terms = TermScanner.terms(of: text).filter { !$0.isJoined }.map { Array($0.text.utf8) }
      guard !terms.isEmpty, seen.insert(terms).inserted else { return nil }
      let joined = Array(terms.joined())
      // What is not joined in a text: digits with digits, and what would be too long.
      let isJoinable =
        joined.count <= TermScanner.lengthLimit
        && zip(terms, terms.dropFirst()).allSatisfy { before, after in
          !(before.last.map(Self.isDigit) ?? false) || !(after.first.map(Self.isDigit) ?? false)
        }
      return Row(terms: terms, joined: isJoinable ? joined : nil, isOpen: isOpen)
    }
  }

  /// Whether there is nothing to look for.
  public var isEmpty: Bool { rows.isEmpty }

  /// Whether all that this one finds is within what another finds: its one row goes on with that one's terms.
  public func narrows(_ other: TermFinder) -> Bool {
    guard rows.count == 1, other.rows.count == 1, other.rows[0].isOpen else { return false }
    let shorter = other.rows[0].terms
    let longer = rows[0].terms
    guard longer.count >= shorter.count, let last = shorter.last else { return false }
    return Array(longer.prefix(shorter.count - 1)) == Array(shorter.dropLast())
      && longer[shorter.count - 1].starts(with: last)
  }

  /// Where they stand in a text, in bytes of UTF-8; in order, not overlapping. About 6 ns for a byte and row.
  public func ranges(in text: String) -> [Range<Int>] {
    guard !rows.isEmpty else { return [] }
    var found: [Range<Int>] = []
    var begun: [Progress] = []
    TermScanner.scan(text) { term in
      for row in rows.indices where rows[row].matchesJoined(term.bytes) { found.append(term.range) }
      guard !term.isJoined else { return }
      if !begun.isEmpty {
        var going: [Progress] = []
        for var progress in begun where rows[progress.row].matches(term.bytes, at: progress.next) {
          progress.next += 1
          if progress.next == rows[progress.row].terms.count {
            found.append(progress.start..<term.range.upperBound)
          } else {
            going.append(progress)
          }
        }
        begun = going
      }
      for row in rows.indices where rows[row].terms.count > 1 && rows[row].matches(term.bytes, at: 0) {
        begun.append(Progress(row: row, next: 1, start: term.range.lowerBound))
      }
    }
    return Self.merged(found)
  }

  /// Overlapping ranges as one.
  private static func merged(_ ranges: [Range<Int>]) -> [Range<Int>] {
    var merged: [Range<Int>] = []
    for range in ranges.sorted(by: { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }) {
      if let last = merged.last, range.lowerBound < last.upperBound {
        merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
    return merged
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
