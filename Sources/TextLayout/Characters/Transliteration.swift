import MonographModel

/// Safe ASCII spellings of characters, for terminals that can show no others.
///
/// A spelling must not be mistaken for another number or unit: `μg` becomes `mcg` (ISMP, List of Error-Prone
/// Abbreviations, 2021: never `μg`, and so never `ug` or `g`), `1½` becomes `1 1/2`, not `11/2`, `10⁹`
/// becomes `10^9`, not `109`, and `¹15 mg` becomes `^1 15 mg`, not `^115 mg`. What has no spelling is shown
/// by its code.
enum Transliteration {
  /// The spelling of a scalar between two neighbours (0 at an edge); nil where there is none.
  static func spelling(of scalar: UInt32, before: UInt32, after: UInt32) -> String? {
    switch scalar {
    case 0xB5, 0x3BC: return micro(scalar, after: after)
    case 0xB0: return (isSpace(before) ? "deg" : " deg") + (isLetter(after) ? " " : "")
    case 0xB7, 0x2219, 0x22C5: return isDigit(before) && isDigit(after) ? "." : "*"
    case 0xD7: return (isLetter(before) ? " " : "") + "x" + (isLetter(after) ? " " : "")
    case 0xC0..<0x180: return latin[Int(scalar) - 0xC0]
    case 0xFF01...0xFF5E: return String(UnicodeScalar(UInt8(scalar - 0xFEE0)))
    default: break
    }
    guard let character = Unicode.Scalar(scalar) else { return nil }
    if let fraction = fractions[character] { return isDigit(before) ? " " + fraction : fraction }
    if let digit = ScriptCharacters.baseOfSuperscript(character) {
      return (isSuperscript(before) ? "" : "^") + String(digit) + (isDigit(after) ? " " : "")
    }
    if let digit = ScriptCharacters.baseOfSubscript(character) {
      return (isSubscript(before) ? "" : "_") + String(digit) + (isDigit(after) ? " " : "")
    }
    return greek[character] ?? symbols[character]
  }

  /// `μg` is `mcg`; before another unit the prefix is written out (`micromol`); alone it is the letter.
  private static func micro(_ scalar: UInt32, after: UInt32) -> String {
    if after == 0x67 { return "mc" }
    if isLetter(after) { return "micro" }
    return scalar == 0xB5 ? "micro" : "mu"
  }

  private static func isSpace(_ scalar: UInt32) -> Bool {
    scalar <= 0x20 || scalar == 0xA0 || scalar == 0x202F
  }
  private static func isDigit(_ scalar: UInt32) -> Bool { scalar >= 0x30 && scalar <= 0x39 }
  private static func isLetter(_ scalar: UInt32) -> Bool {
    (0x41...0x5A).contains(scalar & ~0x20) && scalar < 0x80
  }
  private static func isSuperscript(_ scalar: UInt32) -> Bool {
    Unicode.Scalar(scalar).flatMap(ScriptCharacters.baseOfSuperscript) != nil
  }
  private static func isSubscript(_ scalar: UInt32) -> Bool {
    Unicode.Scalar(scalar).flatMap(ScriptCharacters.baseOfSubscript) != nil
  }

  /// Latin-1 letters and Latin Extended-A, U+00C0 to U+017F, without their accents.
  private static let latin: [String] = """
    A A A A A A AE C E E E E I I I I D N O O O O O x O U U U U Y Th ss a a a a a a ae c e e e e i i
    i i d n o o o o o / o u u u u y th y A a A a A a C c C c C c C c D d D d E e E e E e E e E e G
    g G g G g G g H h H h I i I i I i I i I i IJ ij J j K k k L l L l L l L l L l N n N n N n 'n Ng
    ng O o O o O o OE oe R r R r R r S s S s S s S s T t T t T t U u U u U u U u U u U u W w Y y Y
    Z z Z z Z z s
    """.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init)

  private static let fractions: [Unicode.Scalar: String] = [
    "¼": "1/4", "½": "1/2", "¾": "3/4", "⅐": "1/7", "⅑": "1/9", "⅒": "1/10", "⅓": "1/3", "⅔": "2/3",
    "⅕": "1/5", "⅖": "2/5", "⅗": "3/5", "⅘": "4/5", "⅙": "1/6", "⅚": "5/6", "⅛": "1/8", "⅜": "3/8",
    "⅝": "5/8", "⅞": "7/8",
  ]

  private static let greek: [Unicode.Scalar: String] = [
    "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "epsilon", "ζ": "zeta", "η": "eta",
    "θ": "theta", "ι": "iota", "κ": "kappa", "λ": "lambda", "ν": "nu", "ξ": "xi", "ο": "omicron", "π": "pi",
    "ρ": "rho", "σ": "sigma", "ς": "sigma", "τ": "tau", "υ": "upsilon", "φ": "phi", "χ": "chi", "ψ": "psi",
    "ω": "omega", "ϕ": "phi", "ϵ": "epsilon", "ϑ": "theta", "Α": "Alpha", "Β": "Beta", "Γ": "Gamma",
    "Δ": "Delta", "Ε": "Epsilon", "Ζ": "Zeta", "Η": "Eta", "Θ": "Theta", "Ι": "Iota", "Κ": "Kappa",
    "Λ": "Lambda", "Μ": "Mu", "Ν": "Nu", "Ξ": "Xi", "Ο": "Omicron", "Π": "Pi", "Ρ": "Rho", "Σ": "Sigma",
    "Τ": "Tau", "Υ": "Upsilon", "Φ": "Phi", "Χ": "Chi", "Ψ": "Psi", "Ω": "Omega",
  ]

  private static let symbols: [Unicode.Scalar: String] = [
    // Spaces and dashes.
    "\u{A0}": " ", "\u{2000}": " ", "\u{2001}": " ", "\u{2002}": " ", "\u{2003}": " ", "\u{2004}": " ",
    "\u{2005}": " ", "\u{2006}": " ", "\u{2007}": " ", "\u{2008}": " ", "\u{2009}": " ", "\u{200A}": " ",
    "\u{202F}": " ", "\u{205F}": " ", "\u{3000}": " ", "\u{2010}": "-", "\u{2011}": "-", "\u{2012}": "-",
    "–": "-", "—": "-", "―": "-", "−": "-",
    // Quotation marks and other punctuation.
    "‘": "'", "’": "'", "‚": "'", "‛": "'", "“": "\"", "”": "\"", "„": "\"", "«": "<<", "»": ">>", "‹": "<",
    "›": ">", "′": "'", "″": "\"", "´": "'", "…": "...", "•": "*", "◦": "*", "‣": "*", "▪": "*", "●": "*",
    "■": "*", "○": "o", "□": "[ ]", "☐": "[ ]", "☑": "[x]", "☒": "[x]", "✓": "(yes)", "✔": "(yes)",
    "✗": "(no)", "✘": "(no)", "¡": "!", "§": "section ", "¶": "paragraph ", "†": "(dagger)",
    "‡": "(double dagger)", "‖": "||", "¦": "|", "⚠": "(!)",
    // Numbers and comparisons.
    "≥": ">=", "≤": "<=", "⩾": ">=", "⩽": "<=", "≧": ">=", "≦": "<=", "≠": "!=", "≈": "~", "∼": "~",
    "≅": "~=", "≡": "==", "±": "+/-", "∓": "-/+", "÷": "/", "∕": "/", "⁄": "/", "√": "sqrt", "∞": "infinity",
    "∑": "sum", "∆": "Delta", "∂": "d", "∝": "proportional to", "‰": " per mille", "º": "o", "ª": "a",
    "№": "No.", "¬": "not ", "≪": "<<", "≫": ">>",
    // Units written as one character.
    "℃": " deg C", "℉": " deg F", "\u{2126}": "ohm", "ℓ": "l", "㎍": "mcg", "㎎": "mg", "㎏": "kg", "㎖": "ml",
    "㎗": "dl", "㎕": "microl", "㎜": "mm", "㎝": "cm", "㎡": "m^2", "㎥": "m^3",
    // Arrows.
    "→": "->", "←": "<-", "↔": "<->", "⇒": "=>", "⇐": "<=", "⇔": "<=>", "⇌": "<=>", "⟶": "-->",
    "↑": "(up)", "↓": "(down)", "▲": "(up)", "▼": "(down)", "↗": "(up)", "↘": "(down)",
    // Signs and ligatures.
    "®": "(R)", "™": "(TM)", "©": "(C)", "℠": "(SM)", "¢": "cent", "£": "GBP ", "¥": "JPY ", "€": "EUR ",
    "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "Ⅰ": "I", "Ⅱ": "II", "Ⅲ": "III", "Ⅳ": "IV",
    "Ⅴ": "V", "Ⅵ": "VI", "Ⅶ": "VII", "Ⅷ": "VIII", "Ⅸ": "IX", "Ⅹ": "X", "♀": "(female)", "♂": "(male)",
    "①": "(1)", "②": "(2)", "③": "(3)", "④": "(4)", "⑤": "(5)", "⑥": "(6)", "⑦": "(7)", "⑧": "(8)",
    "⑨": "(9)", "ˆ": "^", "˜": "~", "ƒ": "f", "─": "-", "│": "|",
  ]
}
