/// The words of texts, each with how often it occurs.
///
/// A word is a maximal run of letters, digits and the marks that belong to them. Two spellings that Unicode holds
/// to be canonically equivalent are one word; case counts.
struct WordCount {
  private(set) var counts: [String: Int] = [:]
  /// How many words there are, each as often as it occurs.
  private(set) var total = 0

  init(_ texts: some Sequence<String> = EmptyCollection()) {
    for text in texts { add(text) }
  }

  /// Adds the words of a text. Costs time in proportion to its length.
  mutating func add(_ text: String) {
    Self.forEachWord(of: text) { word in
      counts[word, default: 0] += 1
      total += 1
    }
  }

  /// Takes the words of another count away, as far as they are here; gives how many were.
  mutating func remove(_ other: WordCount) -> Int {
    var removed = 0
    for (word, count) in other.counts {
      guard let standing = counts[word] else { continue }
      let taken = min(standing, count)
      counts[word] = standing == taken ? nil : standing - taken
      removed += taken
    }
    total -= removed
    return removed
  }

  /// Calls `body` with each word of a text, in order.
  static func forEachWord(of text: String, _ body: (String) -> Void) {
    var text = text
    text.withUTF8 { utf8 in
      var start: Int?
      var index = 0
      while index < utf8.count {
        let (isWordPart, length) = classify(utf8, at: index)
        if isWordPart {
          if start == nil { start = index }
        } else if let first = start {
          body(String(decoding: utf8[first..<index], as: UTF8.self))
          start = nil
        }
        index += length
      }
      if let first = start { body(String(decoding: utf8[first...], as: UTF8.self)) }
    }
  }

  private static func classify(
    _ utf8: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> (isWordPart: Bool, length: Int) {
    let first = utf8[index]
    if first < 0x80 { return (first.isWordPart, 1) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    var value = UInt32(first) & (0xFF >> UInt32(length + 1))
    for offset in 1..<length { value = value << 6 | UInt32(utf8[index + offset] & 0x3F) }
    guard let scalar = Unicode.Scalar(value) else { return (false, length) }
    return (scalar.isWordPart, length)
  }
}

extension UInt8 {
  fileprivate var isWordPart: Bool {
    switch self {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }
}

extension Unicode.Scalar {
  fileprivate var isWordPart: Bool {
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber:
      true
    default: false
    }
  }
}
