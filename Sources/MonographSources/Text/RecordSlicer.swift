import Glibc

/// Cuts the records out of lists in a JSON object while the bytes arrive: openFDA's bulk form,
/// `{"meta": …, "results": [{…}, …]}`, or a graph, `{"nodes": [{…}, …], "edges": [{…}, …]}`.
///
/// Only the frame is understood here: the keys of the outer object, and the brackets of the lists. Within a
/// record brackets are counted and strings are stepped over, so that a record costs little more than copying
/// it. Memory is that of one record, whatever the file's size.
public struct RecordSlicer {
  /// One element of a list.
  public struct Record: Hashable, Sendable {
    /// The object as it stands in the file.
    public var bytes: [UInt8]
    /// The line of the file on which it begins, from 1.
    public var line: Int
    /// The offset in the file of its first byte.
    public var offset: Int
    /// The key of the list it stands in.
    public var list: String
  }

  /// An element of a list that is not given as a record.
  public struct LeftOut: Hashable, Sendable {
    /// Why it is not.
    public enum Reason: Hashable, Sendable {
      /// It is larger than the limit.
      case oversized
      /// It is something else than an object: `a number`.
      case notAnObject(String)
      /// It is something else too, and so many were that further ones are passed over without a word.
      case oneOfMany
    }

    /// Why.
    public var reason: Reason
    /// The line of the file on which it begins, from 1.
    public var line: Int
    /// The key of the list it stands in.
    public var list: String

    /// Makes one.
    public init(reason: Reason, line: Int, list: String = "results") {
      self.reason = reason
      self.list = list
      self.line = line
    }
  }

  /// How many elements that are no objects are told one by one.
  private static let strangerLimit = 100

  /// The place in the frame.
  private enum Place {
    case start, firstKey, key, inKey, colon, value, list, element, afterElement, afterValue, end
  }

  /// What becomes of the value that is being stepped over.
  private enum Purpose { case record, stranger, meta, nothing }

  private let name: String
  private let recordLimit: Int
  private var place = Place.start
  private var key: [UInt8] = []
  private var value: [UInt8] = []
  private var purpose = Purpose.nothing
  private var depth = 0
  private var isInValue = false
  private var isInString = false
  /// Whether an odd number of backslashes ends what was read of a string.
  private var isEscaped = false
  private var valueLine = 0
  private var valueOffset = 0
  private var isOversized = false
  private var strangerCount = 0
  private var line = 1
  private var offset = 0
  private let lists: [String]
  private var list: String?
  private var hasLists = false
  private var metaBytes: [UInt8] = []

  /// Makes a slicer.
  ///
  /// - Parameters:
  ///   - name: The source as errors name it.
  ///   - lists: The keys of the lists, one of which must be there.
  ///   - recordLimit: The largest record that is kept, in bytes; a larger one is reported and passed over.
  public init(
    name: String, lists: [String] = ["results"], recordLimit: Int = ReaderLimits.default.fileSize
  ) {
    self.name = name
    self.lists = lists
    self.recordLimit = recordLimit
  }

  /// What `meta` says, once it has gone by.
  public var meta: OpenFDAMeta { OpenFDAMeta(json: metaBytes) }

  /// Takes the next bytes of the file, and gives each record that ends in them.
  ///
  /// - Parameters:
  ///   - piece: Any number of bytes.
  ///   - leftOut: Called with each element that is no record, or one larger than the limit.
  ///   - record: Called with each record.
  /// - Throws: ``SourceError/damaged(name:line:reason:)`` where the frame is not that of the form, and
  ///   whatever the two closures throw.
  public mutating func feed(
    _ piece: [UInt8], leftOut: (LeftOut) throws -> Void = { _ in }, record: (Record) throws -> Void
  ) throws {
    try piece.withUnsafeBufferPointer { bytes in
      var index = 0
      var counted = 0
      while index < bytes.count {
        if isInValue {
          let start = index
          let isDone = stepOver(bytes, from: &index)
          keep(bytes[start..<index])
          if isDone {
            isInValue = false
            try finishValue(leftOut: leftOut, record: record)
          }
          continue
        }
        line += Self.lineFeeds(in: UnsafeBufferPointer(rebasing: bytes[counted..<index]))
        counted = index
        try takeFrame(bytes[index], at: offset + index)
        if isInValue { continue }
        index += 1
      }
      line += Self.lineFeeds(in: UnsafeBufferPointer(rebasing: bytes[counted...]))
      offset += bytes.count
    }
  }

  /// Says that there are no more bytes. Throws where the file does not end as the form asks: it was cut off.
  public func finish() throws {
    guard place == .end else {
      let reason =
        switch place {
        case .start: "it holds no JSON object"
        case .list, .element, .afterElement: "it ends within “\(list ?? "")”; the rest is missing"
        default: "it ends within the JSON; the rest is missing"
        }
      throw SourceError.damaged(name: name, line: line, reason: reason)
    }
    guard hasLists else {
      let names = lists.map { "“\($0)”" }.joined(separator: " or ")
      throw SourceError.damaged(name: name, line: 1, reason: "it has no list \(names)")
    }
  }

  // MARK: - The frame

  private mutating func takeFrame(_ byte: UInt8, at offset: Int) throws {
    if place == .inKey {
      if byte == .quotationMark, !isEscaped {
        place = .colon
      } else {
        isEscaped = byte == .backslash && !isEscaped
        if key.count < 256 { key.append(byte) }
      }
      return
    }
    if byte.isASCIIWhitespace { return }
    switch (place, byte) {
    case (.start, .leftBrace): place = .firstKey
    case (.start, 0xEF), (.start, 0xBB), (.start, 0xBF): break
    case (.firstKey, .quotationMark), (.key, .quotationMark):
      key = []
      isEscaped = false
      place = .inKey
    case (.firstKey, .rightBrace), (.afterValue, .rightBrace): place = .end
    case (.colon, .colon): place = .value
    case (.value, .leftBracket) where lists.contains { key.elementsEqual($0.utf8) }:
      hasLists = true
      list = key.text
      place = .list
    case (.value, _) where byte != .comma && byte != .rightBrace && byte != .rightBracket:
      begin(key == Self.metaKey ? .meta : .nothing, at: offset)
      place = .afterValue
    case (.list, .leftBrace), (.element, .leftBrace):
      begin(.record, at: offset)
      place = .afterElement
    case (.list, _) where Self.sort(byte) != nil, (.element, _) where Self.sort(byte) != nil:
      begin(.stranger, at: offset)
      value = [byte]
      place = .afterElement
    case (.list, .rightBracket), (.afterElement, .rightBracket): place = .afterValue
    case (.afterElement, .comma): place = .element
    case (.afterValue, .comma): place = .key
    default:
      let character = (0x20..<0x7F).contains(byte) ? "“\(Character(Unicode.Scalar(byte)))”" : "byte \(byte)"
      throw SourceError.damaged(
        name: name, line: line,
        reason: place == .end
          ? "\(character) stands after the end of the JSON" : "\(character) stands where the form has none")
    }
  }

  private static let metaKey = Array("meta".utf8)

  private mutating func begin(_ purpose: Purpose, at offset: Int) {
    self.purpose = purpose
    value = []
    depth = 0
    isInValue = true
    isInString = false
    isEscaped = false
    isOversized = false
    valueLine = line
    valueOffset = offset
  }

  /// What a value is that begins with a byte, where it is no object; nil where no value begins so.
  private static func sort(_ byte: UInt8) -> String? {
    switch byte {
    case .quotationMark: "a text"
    case .leftBracket: "a list"
    case .hyphen, UInt8(ascii: "0")...UInt8(ascii: "9"): "a number"
    case UInt8(ascii: "t"), UInt8(ascii: "f"): "a truth value"
    case UInt8(ascii: "n"): "null"
    default: nil
    }
  }

  // MARK: - Values

  /// Steps over a value, or over what is there of it. Whether it ended. A number or a word ends before the
  /// byte that follows it.
  private mutating func stepOver(_ bytes: UnsafeBufferPointer<UInt8>, from index: inout Int) -> Bool {
    guard let base = bytes.baseAddress else { return false }
    while index < bytes.count {
      if isInString {
        let rest = bytes.count - index
        let found = memchr(base + index, Int32(UInt8.quotationMark), rest)
        let end = found.map { base.distance(to: $0.assumingMemoryBound(to: UInt8.self)) } ?? bytes.count
        let isOdd = endsInOddBackslashes(bytes[index..<end])
        index = end
        if found == nil {
          isEscaped = isOdd
          return false
        }
        isEscaped = false
        index += 1
        if isOdd { continue }
        isInString = false
        if depth == 0 { return true }
        continue
      }
      switch bytes[index] {
      case .quotationMark: isInString = true
      case .leftBrace, .leftBracket: depth += 1
      case .rightBrace, .rightBracket:
        // A bare number or word that the outer object's end follows.
        if depth == 0 { return true }
        depth -= 1
        if depth == 0 {
          index += 1
          return true
        }
      case .comma where depth == 0: return true
      default: break
      }
      index += 1
    }
    return false
  }

  /// Whether the backslashes at the end of a piece of a string are odd in number, with those that an earlier
  /// piece of the same string ended in.
  private func endsInOddBackslashes(_ piece: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    var start = piece.endIndex
    while start > piece.startIndex, piece[start - 1] == .backslash { start -= 1 }
    let isOdd = (piece.endIndex - start) & 1 == 1
    return start == piece.startIndex ? isOdd != isEscaped : isOdd
  }

  private mutating func keep(_ piece: Slice<UnsafeBufferPointer<UInt8>>) {
    guard purpose == .record || purpose == .meta, !isOversized else { return }
    let limit = purpose == .meta ? min(recordLimit, 1 << 20) : recordLimit
    guard value.count + piece.count <= limit else {
      isOversized = true
      value = []
      return
    }
    value.append(contentsOf: piece)
  }

  private mutating func finishValue(
    leftOut: (LeftOut) throws -> Void, record: (Record) throws -> Void
  ) throws {
    defer { value = [] }
    switch purpose {
    case .nothing: break
    case .meta: metaBytes = value
    case .record where isOversized:
      try leftOut(LeftOut(reason: .oversized, line: valueLine, list: list ?? ""))
    case .stranger:
      strangerCount += 1
      guard strangerCount <= Self.strangerLimit + 1, let first = value.first, let sort = Self.sort(first)
      else {
        return
      }
      let reason = strangerCount <= Self.strangerLimit ? LeftOut.Reason.notAnObject(sort) : .oneOfMany
      try leftOut(LeftOut(reason: reason, line: valueLine, list: list ?? ""))
    case .record: try record(Record(bytes: value, line: valueLine, offset: valueOffset, list: list ?? ""))
    }
  }

  /// How many lines end in some bytes. Written so that it is done many bytes at a time.
  private static func lineFeeds(in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var count = 0
    var index = 0
    while index < bytes.count {
      let end = min(index + 255, bytes.count)
      var some: UInt8 = 0
      for byte in UnsafeBufferPointer(rebasing: bytes[index..<end]) { some &+= byte == .lineFeed ? 1 : 0 }
      count += Int(some)
      index = end
    }
    return count
  }
}
