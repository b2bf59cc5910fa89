/// How the tables of the vocabulary turn their own plain words into terms: they are written in ASCII letters and
/// digits, so that nothing of Unicode has to be decided here.
enum TermShape {
  /// The words of a phrase in lower case, cut at anything but letters and digits; an apostrophe vanishes, and a point
  /// after a digit stays (`0.9`).
  static func terms(_ phrase: some StringProtocol) -> [String] {
    var terms: [String] = []
    scan(phrase.utf8) { terms.append(String(decoding: $0, as: UTF8.self)) }
    return terms
  }

  /// The key of a phrase, under which it is looked up, and how many terms it has.
  static func key(_ phrase: ArraySlice<UInt8>) -> (key: String, count: Int) {
    var key: [UInt8] = []
    var count = 0
    scan(phrase) { term in
      if count > 0 { key.append(UInt8(ascii: " ")) }
      appendLoose(term, to: &key)
      count += 1
    }
    return (String(decoding: key, as: UTF8.self), count)
  }

  /// The key of terms.
  static func key(_ terms: some Sequence<String>) -> String {
    var key: [UInt8] = []
    for term in terms {
      if !key.isEmpty { key.append(UInt8(ascii: " ")) }
      appendLoose(Array(term.utf8)[...], to: &key)
    }
    return String(decoding: key, as: UTF8.self)
  }

  /// The text without blanks round it.
  static func trimmed(_ text: Substring) -> Substring {
    let bytes = text.utf8
    guard let first = bytes.firstIndex(where: { $0 != UInt8(ascii: " ") }),
      let last = bytes.lastIndex(where: { $0 != UInt8(ascii: " ") })
    else { return text[text.endIndex...] }
    return text[first...last]
  }

  /// The pieces of a text between separators, empty ones too.
  static func pieces(_ text: Substring, at separator: Unicode.Scalar) -> [Substring] {
    text.utf8.split(separator: UInt8(ascii: separator), omittingEmptySubsequences: false)
      .map { trimmed(Substring($0)) }
  }

  private static func scan(_ phrase: some Sequence<UInt8>, _ body: (ArraySlice<UInt8>) -> Void) {
    var term: [UInt8] = []
    for byte in phrase {
      switch byte {
      case UInt8(ascii: "."):
        if let last = term.last, last <= UInt8(ascii: "9") { term.append(byte) }
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...:
        term.append(byte)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): term.append(byte | 0x20)
      case UInt8(ascii: "'"): continue
      default:
        if !term.isEmpty { body(term[...]) }
        term.removeAll(keepingCapacity: true)
      }
    }
    if !term.isEmpty { body(term[...]) }
  }

  /// Appends a term as it is looked up: of five letters and more without the `s` of the plural, and with `oe` and `ae`
  /// as `e`. Never shown, never searched for.
  private static func appendLoose(_ term: ArraySlice<UInt8>, to key: inout [UInt8]) {
    guard term.count >= 5 else { return key.append(contentsOf: term) }
    var end = term.endIndex
    var isPluralOfY = false
    if term[end - 1] == UInt8(ascii: "s"), !isBeforeSingularS(term[end - 2]) {
      isPluralOfY = term[end - 2] == UInt8(ascii: "e") && term[end - 3] == UInt8(ascii: "i")
      end -= isPluralOfY ? 3 : 1
    }
    for place in term.startIndex..<end {
      let isBeforeE = place + 1 < end && term[place + 1] == UInt8(ascii: "e")
      if isBeforeE, term[place] == UInt8(ascii: "o") || term[place] == UInt8(ascii: "a") { continue }
      key.append(term[place])
    }
    if isPluralOfY { key.append(UInt8(ascii: "y")) }
  }

  /// Letters before a final `s` that is not the plural's: `stress`, `virus`, `dialysis`.
  private static func isBeforeSingularS(_ letter: UInt8) -> Bool {
    letter == UInt8(ascii: "s") || letter == UInt8(ascii: "u") || letter == UInt8(ascii: "i")
  }
}
