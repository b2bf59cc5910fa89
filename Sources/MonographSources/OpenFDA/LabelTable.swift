/// A table of a `*_table` field: SPL markup, and its words as they stand in the text again.
struct LabelTable {
  /// The key of the text that it belongs to: `dosage_and_administration`.
  var key: String
  /// The markup.
  var markup: [UInt8]
  /// The line within the record, from 1.
  var line: Int
  /// The letters, digits and signs of its text without spaces.
  private(set) var letters: [UInt8] = []
  /// How many of the letters stand together before the first space or tag, which is what is looked for first.
  private var firstCount = 0

  init(key: String, markup: [UInt8], line: Int) {
    self.key = key
    self.markup = markup
    self.line = line
    readLetters()
  }

  /// Whether the table holds no words at all: a layout of pictures.
  var isEmpty: Bool { letters.isEmpty }

  // MARK: - Words

  private mutating func readLetters() {
    letters.reserveCapacity(markup.count / 4)
    var isFirst = true
    markup.withUnsafeBufferPointer { bytes in
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        switch byte {
        case .lessThan:
          if isFirst, !letters.isEmpty { isFirst = false }
          index = Self.afterTag(bytes, from: index)
          continue
        case .ampersand:
          if isFirst, !letters.isEmpty { isFirst = false }
          let (scalar, end) = Self.character(bytes, at: index)
          // A space of any sort is none of the letters.
          if scalar.value != 0xA0, !scalar.properties.isWhitespace {
            letters.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
          }
          index = end
          continue
        case .space, .tab, .lineFeed, .carriageReturn:
          if isFirst, !letters.isEmpty { isFirst = false }
        default:
          let start = index
          while index < bytes.count, bytes[index] > .space, bytes[index] != .lessThan,
            bytes[index] != .ampersand
          {
            index += 1
          }
          // A control character, which is none of those above.
          if index == start { index += 1 }
          letters.append(contentsOf: bytes[start..<index])
          if isFirst { firstCount += index - start }
          continue
        }
        index += 1
      }
    }
    if firstCount == 0 { firstCount = letters.isEmpty ? 0 : 1 }
  }

  /// Where a tag ends; a quoted attribute may hold `>`.
  static func afterTag(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start + 1
    var quote: UInt8 = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == .quotationMark || byte == .apostrophe {
        quote = byte
      } else if byte == .greaterThan {
        break
      }
    }
    return index
  }

  /// The character that a reference such as `&#x2265;` or `&lt;` stands for, and where it ends; `&` itself
  /// for anything else.
  static func character(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> (Unicode.Scalar, Int) {
    let limit = min(bytes.count, start + 12)
    guard let end = (start + 1..<max(start + 1, limit)).first(where: { bytes[$0] == .semicolon }) else {
      return ("&", start + 1)
    }
    let name = String(decoding: UnsafeBufferPointer(rebasing: bytes[start + 1..<end]), as: UTF8.self)
    if name.hasPrefix("#x") || name.hasPrefix("#X") {
      return (UInt32(name.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init) ?? "\u{FFFD}", end + 1)
    }
    if name.hasPrefix("#") {
      return (UInt32(name.dropFirst(1)).flatMap(Unicode.Scalar.init) ?? "\u{FFFD}", end + 1)
    }
    switch name {
    case "lt": return ("<", end + 1)
    case "gt": return (">", end + 1)
    case "amp": return ("&", end + 1)
    case "quot": return ("\"", end + 1)
    case "apos": return ("'", end + 1)
    case "nbsp": return ("\u{A0}", end + 1)
    default: return ("&", start + 1)
    }
  }

  // MARK: - Place

  /// Where the words of the table stand in a text, spaces aside, within a part of it and outside of what is
  /// taken.
  ///
  /// - Parameter effort: How many letters may still be compared; counted down, so that a hostile file cannot
  ///   take long.
  func range(in text: LabelText, within part: Range<Int>, outside taken: [Range<Int>], effort: inout Int)
    -> Range<Int>?
  {
    guard letters.count > 2 else { return nil }
    return text.bytes.withUnsafeBytes { bytes -> Range<Int>? in
      letters.withUnsafeBytes { letters -> Range<Int>? in
        let search = ByteSearch(for: UnsafeRawBufferPointer(rebasing: letters.prefix(firstCount)))
        var place = part.lowerBound
        while effort > 0, let start = search.offset(in: bytes, from: place, limit: part.upperBound) {
          if let end = Self.match(letters, in: bytes, from: start, limit: part.upperBound, effort: &effort),
            !taken.contains(where: { $0.overlaps(start..<end) })
          {
            return start..<end
          }
          place = start + 1
        }
        return nil
      }
    }
  }

  /// Where the letters end that begin at a place, spaces aside; nil where others stand there.
  private static func match(
    _ letters: UnsafeRawBufferPointer, in bytes: UnsafeRawBufferPointer, from start: Int, limit: Int,
    effort: inout Int
  ) -> Int? {
    var place = start
    var index = 0
    defer { effort -= 1 + place - start }
    while index < letters.count {
      guard place < limit else { return nil }
      if bytes[place] == .space {
        place += 1
        continue
      }
      // No-break spaces are no letters of the table either.
      if bytes[place] == 0xC2, place + 1 < limit, bytes[place + 1] == 0xA0 {
        place += 2
        continue
      }
      guard bytes[place] == letters[index] else { return nil }
      place += 1
      index += 1
    }
    return place
  }
}
