/// Makes texts of the bytes of a table.
enum GraphText {
  /// The text of a value; a value quoted as a whole loses its quotation marks, and doubled ones within are
  /// single. Nil where there is none. Tabs and line ends are spaces; other control characters U+FFFD. `fault` is
  /// called where the bytes are not UTF-8.
  static func text(_ bytes: UnsafeBufferPointer<UInt8>, fault: () -> Void) -> String? {
    guard !bytes.isEmpty else { return nil }
    var text: String
    if let valid = String(validating: bytes, as: UTF8.self) {
      text = valid
    } else {
      fault()
      text = String(decoding: bytes, as: UTF8.self)
    }
    if bytes[0] == .quotationMark { text = unquoted(text) }
    text = shown(text)
    return text.isEmpty ? nil : text
  }

  /// A text as a document may have it: no line ends and no control characters.
  static func shown(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) else { return text }
    var shown = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\t", "\n", "\r": shown.append(" ")
      case "\0"..<" ", "\u{7F}": shown.append("\u{FFFD}")
      default: shown.append(scalar)
      }
    }
    return String(shown).trimmed
  }

  /// `a "b" c` for `"a ""b"" c"`. A text that only begins and ends with quotation marks, such as
  /// `"a" and "b"`, is not quoted as a whole.
  static func unquoted(_ text: String) -> String {
    guard text.utf8.count >= 2, text.hasPrefix("\""), text.hasSuffix("\"") else { return text }
    var inner = ""
    var isAfterMark = false
    for character in text.dropFirst().dropLast() {
      if isAfterMark {
        guard character == "\"" else { return text }
        isAfterMark = false
        inner.append(character)
      } else if character == "\"" {
        isAfterMark = true
      } else {
        inner.append(character)
      }
    }
    return isAfterMark ? text : inner
  }
}
