/// The characters that a terminal can show.
public enum GlyphSet: Hashable, Sendable {
  /// Anything: box drawing, arrows, Greek.
  case unicode
  /// ASCII alone: lines become `|`, `-`, `+`; characters become safe spellings, `μg` becoming `mcg`.
  case ascii
}
