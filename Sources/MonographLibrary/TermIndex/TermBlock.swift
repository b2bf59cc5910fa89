/// A run of terms as it is stored.
///
/// For each term: how many bytes it shares with the one before (a byte), how many follow (a byte), these; its stem;
/// how many places it has and how many bytes its list has (variable-length numbers). A stem is a byte: 0 for none, else
/// how many of the term's bytes it begins with, and 128 where others follow: their number (a byte) and they.
enum TermBlock {
  /// A term as it is read. `text` and `stem` may be read until the next.
  struct Record {
    var index = 0
    var text: [UInt8] = []
    var stem: [UInt8] = []
    var count = 0
    var listOffset = 0
    var listSize = 0
  }

  /// Adds a term to a block.
  static func append(
    _ text: [UInt8], after previous: [UInt8], stem: [UInt8]?, count: Int, listSize: Int,
    to bytes: inout [UInt8]
  ) {
    let shared = sharedLength(text, previous)
    bytes.append(UInt8(shared))
    bytes.append(UInt8(text.count - shared))
    bytes += text[shared...]
    if let stem, !stem.isEmpty {
      let kept = sharedLength(text, stem)
      bytes.append(UInt8(kept) | (kept < stem.count ? 0x80 : 0))
      if kept < stem.count {
        bytes.append(UInt8(stem.count - kept))
        bytes += stem[kept...]
      }
    } else {
      bytes.append(0)
    }
    bytes.append(variable: count)
    bytes.append(variable: listSize)
  }

  private static func sharedLength(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var length = 0
    while length < left.count, length < right.count, left[length] == right[length] { length += 1 }
    return length
  }

  /// Calls a closure with each term of a block, in order, until it returns false. Throws where the bytes are no block.
  static func forEach(in bytes: UnsafeRawBufferPointer, _ body: (borrowing Record) throws -> Bool) throws {
    var reader = TermReader(bytes)
    var record = Record()
    record.text.reserveCapacity(256)
    record.stem.reserveCapacity(256)
    while !reader.isAtEnd {
      let shared = try reader.byte()
      guard shared <= record.text.count else { throw TermReader.damage }
      record.text.removeSubrange(shared...)
      record.text.append(contentsOf: try reader.bytes(try reader.byte()))
      let stem = try reader.byte()
      guard stem & 0x7F <= record.text.count else { throw TermReader.damage }
      record.stem.removeAll(keepingCapacity: true)
      record.stem.append(contentsOf: record.text[..<(stem & 0x7F)])
      if stem & 0x80 != 0 { record.stem.append(contentsOf: try reader.bytes(try reader.byte())) }
      record.count = try reader.number()
      record.listSize = try reader.number()
      if try !body(record) { return }
      if record.listSize <= TermTables.longList { record.listOffset += record.listSize }
      record.index += 1
    }
  }
}
