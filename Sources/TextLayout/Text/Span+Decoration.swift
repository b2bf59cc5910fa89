/// Strings of blanks.
enum Blanks {
  private static let short = (0...64).map { String(repeating: " ", count: $0) }

  /// So many blanks.
  static func of(_ count: Int) -> String {
    if count >= 0, count < short.count { return short[count] }
    return String(repeating: " ", count: max(0, count))
  }
}

extension Span {
  /// Blanks of layout's own.
  static func blank(_ count: Int) -> Span { Span(Blanks.of(count), width: count, style: Style(.body)) }

  /// A rule of so many columns.
  static func rule(_ columns: Int, _ glyphs: GlyphSet, isDouble: Bool = false) -> Span {
    let sign: String
    switch (glyphs, isDouble) {
    case (.unicode, false): sign = "─"
    case (.unicode, true): sign = "═"
    case (.ascii, false): sign = "-"
    case (.ascii, true): sign = "="
    }
    return Span(String(repeating: sign, count: max(0, columns)), width: max(0, columns), style: Style(.rule))
  }
}
