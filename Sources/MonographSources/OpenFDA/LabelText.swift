import Glibc

/// A text of a label: one long line of UTF-8 in which words are parted by single spaces.
struct LabelText: Sendable {
  /// Where it comes from.
  var key: String
  /// Its place among the texts of its key.
  var index: Int
  /// The text.
  var bytes: [UInt8]
  /// The line within the record, from 1.
  var line: Int

  var count: Int { bytes.count }

  /// A part as text.
  func string(_ range: Range<Int>) -> String {
    bytes.withUnsafeBufferPointer {
      String(decoding: UnsafeBufferPointer(rebasing: $0[range]), as: UTF8.self)
    }
  }

  /// The place without the spaces at both its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, bytes[start] == .space { start += 1 }
    while end > start, bytes[end - 1] == .space { end -= 1 }
    return start..<end
  }

  /// Where the word that begins or goes on at an offset ends.
  func wordEnd(_ offset: Int, limit: Int) -> Int {
    var end = offset
    while end < limit, bytes[end] != .space { end += 1 }
    return end
  }

  /// The offset of the first byte that is no space.
  func afterSpace(_ offset: Int, limit: Int) -> Int {
    var offset = offset
    while offset < limit, bytes[offset] == .space { offset += 1 }
    return offset
  }

  /// The last byte before an offset that is no space; nil at the beginning.
  func lastByte(before offset: Int) -> UInt8? {
    var place = offset - 1
    while place >= 0, bytes[place] == .space { place -= 1 }
    return place >= 0 ? bytes[place] : nil
  }

  /// Whether a word begins at an offset.
  func isWordStart(_ offset: Int) -> Bool { offset == 0 || bytes[offset - 1] == .space }

  /// Where another text stands in this one, from an offset on; nil where it does not.
  ///
  /// Only the first bytes are searched for and the rest compared, which for long texts is several times as
  /// fast as searching for the whole.
  func range(of other: [UInt8], from start: Int = 0) -> Range<Int>? {
    guard !other.isEmpty, other.count <= bytes.count - start else { return nil }
    return bytes.withUnsafeBytes { text -> Range<Int>? in
      other.withUnsafeBytes { wanted -> Range<Int>? in
        let search = ByteSearch(for: UnsafeRawBufferPointer(rebasing: wanted.prefix(48)))
        var place = start
        // A hostile text could match its first bytes everywhere; so often is enough.
        for _ in 0..<1_000 {
          guard let offset = search.offset(in: text, from: place, limit: text.count),
            offset + wanted.count <= text.count, let base = text.baseAddress, let first = wanted.baseAddress
          else { return nil }
          if memcmp(base + offset, first, wanted.count) == 0 { return offset..<(offset + wanted.count) }
          place = offset + 1
        }
        return nil
      }
    }
  }

  /// Where a phrase ends that stands at an offset, letters of either case; nil where it does not. A space of
  /// either may be missing in the other, and `&` stands for `AND`, as in `HOW SUPPLIED/ STORAGE AND
  /// HANDLING`.
  func end(of phrase: StaticString, at offset: Int) -> Int? {
    phrase.withUTF8Buffer { phrase in
      var place = offset
      var index = 0
      while index < phrase.count {
        if phrase[index] == .space {
          index += 1
          continue
        }
        while place > offset, place < bytes.count, bytes[place] == .space { place += 1 }
        guard place < bytes.count else { return nil }
        if bytes[place] == .ampersand, phrase.count - index >= 3, phrase[index].lowercased == 0x61,
          phrase[index + 1].lowercased == 0x6E, phrase[index + 2].lowercased == 0x64
        {
          place += 1
          index += 3
          continue
        }
        guard bytes[place].lowercased == phrase[index].lowercased else { return nil }
        place += 1
        index += 1
      }
      return place
    }
  }

  /// Whether two places hold the same letters of either case.
  func matches(_ first: Int, _ second: Int, count: Int) -> Bool {
    guard first + count <= bytes.count, second + count <= bytes.count else { return false }
    for step in 0..<count where bytes[first + step].lowercased != bytes[second + step].lowercased {
      return false
    }
    return true
  }
}
