import MonographModel
import TextLayout

/// A search within a document: what is looked for and every place it was found.
public struct PageSearch: Hashable, Sendable {
  /// A piece of an item's text that matches.
  public struct Match: Hashable, Sendable, Comparable {
    /// The index of the item.
    public var item: Int
    /// The bytes of the item's text.
    public var range: Range<Int>

    /// Earlier first.
    public static func < (left: Match, right: Match) -> Bool {
      (left.item, left.range.lowerBound) < (right.item, right.range.lowerBound)
    }
  }

  /// What is looked for, as typed; of several words, all of them.
  public var pattern: String
  /// Which way `n` goes.
  public var direction: Direction
  /// Where it was found, in reading order.
  public var matches: [Match]
  /// The index of the match that `n` counts from.
  public var current: Int?
  /// Whether it is that of a hit of the library search: after the last match `n` goes on to the next hit.
  public var isOfHit = false

  /// Looks through a document for what is being typed: letter by letter, in either case, accented ones without their
  /// accent too, a space for any white space; and word by word as the library's search compares words, the last one
  /// perhaps a beginning: `half life` is in `half-life`, `µg` in `mcg`. Costs one pass over the text, 15 ns for a byte;
  /// where a search of the same document for the beginning of the pattern is given, over the items that it found.
  public init(
    pattern: String, direction: Direction, in layout: DocumentLayout, narrowing earlier: PageSearch? = nil
  ) {
    self.pattern = pattern
    self.direction = direction
    matches = []
    let needle = FoldedText(pattern)
    let finder = Self.finder(for: pattern)
    guard !needle.bytes.isEmpty else { return }
    for item in earlier?.items(toNarrowTo: pattern) ?? Array(layout.items.indices)
    where layout.items.indices.contains(item) {
      let text = layout.text(of: item)
      let exact = FoldedText(text).ranges(of: needle)
      for range in Self.union(exact, finder.ranges(in: text)) {
        matches.append(Match(item: item, range: range))
      }
    }
  }

  /// Looks through a document for the words of a hit, whole ones; those beside each other are one match.
  public init(words: [String], in layout: DocumentLayout) {
    pattern = words.joined(separator: " ")
    isOfHit = true
    direction = .forward
    matches = []
    let finder = TermFinder(words)
    guard !finder.isEmpty else { return }
    for item in layout.items.indices {
      let text = layout.text(of: item)
      for range in Self.joined(finder.ranges(in: text), in: text) {
        matches.append(Match(item: item, range: range))
      }
    }
  }

  /// Finds the words of a pattern; none where it begins with a sign, which asks for just what is typed.
  private static func finder(for pattern: String) -> TermFinder {
    let isWord = pattern.unicodeScalars.first.map {
      $0.properties.isAlphabetic || $0.properties.numericType != nil
    }
    return TermFinder(isWord == true ? [pattern] : [], isOpen: true)
  }

  /// Ranges of both, in order; of the second those only that overlap none of the first.
  private static func union(_ first: [Range<Int>], _ second: [Range<Int>]) -> [Range<Int>] {
    guard !second.isEmpty else { return first }
    guard !first.isEmpty else { return second }
    var union: [Range<Int>] = []
    var index = 0
    for range in second {
      while index < first.count, first[index].upperBound <= range.lowerBound {
        union.append(first[index])
        index += 1
      }
      if index == first.count || first[index].lowerBound >= range.upperBound { union.append(range) }
    }
    return union + first[index...]
  }

  /// Ranges with nothing but one space or hyphen between them as one.
  private static func joined(_ ranges: [Range<Int>], in text: String) -> [Range<Int>] {
    guard ranges.count > 1 else { return ranges }
    let bytes = text.utf8
    var joined: [Range<Int>] = []
    for range in ranges {
      if let last = joined.last, range.lowerBound == last.upperBound + 1,
        [0x20, 0x2D].contains(bytes[bytes.index(bytes.startIndex, offsetBy: last.upperBound)])
      {
        joined[joined.count - 1] = last.lowerBound..<range.upperBound
      } else {
        joined.append(range)
      }
    }
    return joined
  }

  /// The items that can hold a pattern that goes on with this one; nil where it does not, or nothing was looked for.
  private func items(toNarrowTo longer: String) -> [Int]? {
    let shorter = FoldedText(pattern).bytes
    guard !isOfHit, !shorter.isEmpty, FoldedText(longer).bytes.starts(with: shorter),
      Self.finder(for: longer).narrows(Self.finder(for: pattern))
    else { return nil }
    var items: [Int] = []
    for match in matches where items.last != match.item { items.append(match.item) }
    return items
  }

  /// Matches in an item, in order.
  public func ranges(in item: Int) -> [Range<Int>] {
    let start = matches.partitionIndex { $0.item >= item }
    return matches[start...].prefix { $0.item == item }.map(\.range)
  }

  /// The index of the first match at or after a passage (or the last before it), going round the ends.
  public func match(from passage: Passage, _ direction: Direction) -> Int? {
    guard !matches.isEmpty else { return nil }
    let place = (passage.item, passage.offset)
    switch direction {
    case .forward:
      let index = matches.partitionIndex { ($0.item, $0.range.lowerBound) >= place }
      return index < matches.count ? index : 0
    case .backward:
      let index = matches.partitionIndex { ($0.item, $0.range.lowerBound) >= place }
      return index > 0 ? index - 1 : matches.count - 1
    }
  }
}

extension Array {
  /// The index of the first element of which something is true, in an array where it is true of all
  /// after that.
  func partitionIndex(where predicate: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if predicate(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

/// Text folded for comparing: case and accents removed, white space one space, with the way back to the
/// bytes it came from.
struct FoldedText {
  /// The folded bytes.
  private(set) var bytes: [UInt8] = []
  /// For each folded byte the offset of the character it came from; one more at the end. Empty where
  /// nothing changed its place.
  private var origins: [Int] = []

  init(_ text: String) {
    var text = text
    let isPlain = text.withUTF8 { plain in
      guard plain.allSatisfy({ $0 < 0x80 }) else { return false }
      bytes = Array(unsafeUninitializedCapacity: plain.count) { folded, count in
        for (index, byte) in plain.enumerated() {
          folded[index] = Self.fold(byte)
        }
        count = plain.count
      }
      return true
    }
    if !isPlain { fold(text) }
  }

  private mutating func fold(_ text: String) {
    bytes.removeAll(keepingCapacity: true)
    var offset = 0
    for scalar in text.unicodeScalars {
      if scalar.isASCII {
        bytes.append(Self.fold(UInt8(truncatingIfNeeded: scalar.value)))
        origins.append(offset)
        offset += 1
        continue
      }
      for byte in Self.fold(scalar).utf8 {
        bytes.append(byte)
        origins.append(offset)
      }
      offset += UTF8.width(scalar)
    }
    origins.append(offset)
  }

  private static func fold(_ byte: UInt8) -> UInt8 {
    switch byte {
    case 0x41...0x5A: byte | 0x20
    case 0x09...0x0D: 0x20
    default: byte
    }
  }

  private static func fold(_ scalar: Unicode.Scalar) -> String {
    switch scalar.value {
    case 0xA0, 0x2009, 0x202F: return " "
    case 0xB5: return "μ"
    case 0x2010...0x2015, 0x2212: return "-"
    case 0x2018, 0x2019: return "'"
    case 0x201C, 0x201D: return "\""
    case 0x300...0x36F: return ""
    default:
      guard scalar.properties.isAlphabetic else { return String(scalar) }
      let lower = scalar.properties.lowercaseMapping
      return Self.bases[lower] ?? lower
    }
  }

  /// The letters of Latin-1 and Latin Extended-A that clinical text has, without their accents.
  private static let bases: [String: String] = {
    let rows = [
      "a": "àáâãäåāăą", "c": "çćĉċč", "d": "ďđ", "e": "èéêëēĕėęě", "g": "ĝğġģ", "i": "ìíîïĩīĭį",
      "l": "ĺļľł", "n": "ñńņň", "o": "òóôõöøōŏő", "r": "ŕŗř", "s": "śŝşš", "t": "ţť", "u": "ùúûüũūŭůűų",
      "y": "ýÿ", "z": "źżž",
    ]
    var bases: [String: String] = [:]
    for (base, letters) in rows { for letter in letters { bases[String(letter)] = base } }
    return bases
  }()

  /// The places of another text in this one, in bytes of the text this one was made from, not
  /// overlapping.
  func ranges(of needle: FoldedText) -> [Range<Int>] {
    let pattern = needle.bytes
    guard let first = pattern.first, bytes.count >= pattern.count else { return [] }
    var ranges: [Range<Int>] = []
    bytes.withUnsafeBufferPointer { bytes in
      var index = 0
      let last = bytes.count - pattern.count
      while index <= last {
        guard bytes[index] == first, bytes[index..<(index + pattern.count)].elementsEqual(pattern) else {
          index += 1
          continue
        }
        let end = index + pattern.count
        ranges.append(origins.isEmpty ? index..<end : origins[index]..<origins[end])
        index = end
      }
    }
    return ranges
  }
}
