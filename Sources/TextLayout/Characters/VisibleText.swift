/// How one character of content is shown.
enum DisplayedCharacter: Hashable {
  /// As it is, in so many columns.
  case verbatim(columns: Int)
  /// By a spelling of printable characters of one column each.
  case spelled(String)

  /// How a scalar is shown between two neighbours (0 at an edge). Controls, direction controls and other
  /// characters that cannot be seen are spelled out, so that no byte of content acts on the terminal.
  static func of(
    _ scalar: UInt32, before: UInt32, after: UInt32, glyphs: GlyphSet
  ) -> DisplayedCharacter {
    if scalar >= 0x20, scalar < 0x7F { return .verbatim(columns: 1) }
    if scalar < 0x20 || scalar == 0x7F { return .spelled(control(scalar, glyphs: glyphs)) }
    guard !CharacterWidth.isHidden(scalar), let columns = CharacterWidth.columns(of: scalar) else {
      return .spelled(code(of: scalar))
    }
    switch glyphs {
    case .unicode: return .verbatim(columns: columns)
    case .ascii:
      return .spelled(
        Transliteration.spelling(of: scalar, before: before, after: after) ?? code(of: scalar))
    }
  }

  /// `<U+202E>`.
  static func code(of scalar: UInt32) -> String {
    let digits = String(scalar, radix: 16, uppercase: true)
    return "<U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + ">"
  }

  /// The control pictures of Unicode; carets in ASCII, as terminals echo them.
  private static func control(_ scalar: UInt32, glyphs: GlyphSet) -> String {
    let picture = scalar == 0x7F ? 0x2421 : 0x2400 + scalar
    switch glyphs {
    case .unicode: return Unicode.Scalar(picture).map { String(Character($0)) } ?? code(of: scalar)
    case .ascii: return "^" + String(UnicodeScalar(UInt8(truncatingIfNeeded: scalar ^ 0x40)))
    }
  }
}
