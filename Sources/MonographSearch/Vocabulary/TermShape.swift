/// How the tables of the vocabulary turn their own plain words into terms: they are written in ASCII letters and
/// digits, so that nothing of Unicode has to be decided here.
enum TermShape {
  /// The words of a phrase in lower case, cut at anything but letters and digits; an apostrophe vanishes.
  static func terms(_ phrase: some StringProtocol) -> [String] {
    var terms: [String] = []
    var term: [UInt8] = []
    for byte in phrase.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...:
        term.append(byte)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): term.append(byte | 0x20)
      case UInt8(ascii: "'"): continue
      default:
        if !term.isEmpty { terms.append(String(decoding: term, as: UTF8.self)) }
        term.removeAll(keepingCapacity: true)
      }
    }
    if !term.isEmpty { terms.append(String(decoding: term, as: UTF8.self)) }
    return terms
  }

  /// The text without blanks round it.
  static func trimmed(_ text: Substring) -> Substring {
    var text = text.drop { $0 == " " }
    while text.last == " " { text.removeLast() }
    return text
  }

  /// A term as it is looked up where it is not found as it stands: of five letters and more without the `s` of the
  /// plural, and with `oe` and `ae` as `e`. Never shown, never searched for.
  static func loose(_ term: String) -> String {
    var bytes = Array(term.utf8)
    guard bytes.count >= 5 else { return term }
    if bytes.last == UInt8(ascii: "s"), !isBeforePlural(bytes[bytes.count - 2]) {
      bytes.removeLast()
      let ending = [UInt8](bytes.suffix(2))
      if ending == [UInt8](("ie").utf8) {
        bytes.removeLast(2)
        bytes.append(UInt8(ascii: "y"))
      }
    }
    var folded: [UInt8] = []
    for (index, byte) in bytes.enumerated() {
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0
      if next == UInt8(ascii: "e"), byte == UInt8(ascii: "o") || byte == UInt8(ascii: "a") { continue }
      folded.append(byte)
    }
    return String(decoding: folded, as: UTF8.self)
  }

  /// Letters before a final `s` that is not the plural's: `stress`, `virus`, `dialysis`.
  private static func isBeforePlural(_ letter: UInt8) -> Bool {
    letter == UInt8(ascii: "s") || letter == UInt8(ascii: "u") || letter == UInt8(ascii: "i")
  }
}
