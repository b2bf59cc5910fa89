/// The characters that Unicode has for raised and lowered text.
public enum ScriptCharacters {
  /// Where a text stands beside its line.
  public enum Position: Sendable { case raised, lowered }

  /// The text in raised or lowered characters; nil where one has none.
  public static func mapped(_ text: String, _ position: Position) -> String? {
    let table = position == .raised ? superscripts : subscripts
    var mapped = ""
    for scalar in text.unicodeScalars {
      guard let script = table[scalar] else { return nil }
      mapped.unicodeScalars.append(script)
    }
    return mapped
  }

  /// The character that a superscript raises.
  public static func baseOfSuperscript(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    superscriptBases[scalar]
  }

  /// The character that a subscript lowers.
  public static func baseOfSubscript(_ scalar: Unicode.Scalar) -> Unicode.Scalar? { subscriptBases[scalar] }

  private static let superscripts = pairs(
    "0123456789+-=()abcdefghijklmnoprstuvwxyz", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ"
  ).merging(["−": "⁻", "–": "⁻"]) { first, _ in first }
  private static let subscripts = pairs(
    "0123456789+-=()aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ"
  ).merging(["−": "₋", "–": "₋"]) { first, _ in first }
  private static let superscriptBases = bases(superscripts)
  private static let subscriptBases = bases(subscripts)

  private static func pairs(_ bases: String, _ scripts: String) -> [Unicode.Scalar: Unicode.Scalar] {
    Dictionary(
      zip(bases.unicodeScalars, scripts.unicodeScalars), uniquingKeysWith: { first, _ in first })
  }

  private static func bases(
    _ table: [Unicode.Scalar: Unicode.Scalar]
  ) -> [Unicode.Scalar: Unicode.Scalar] {
    Dictionary(
      table.map { ($0.value, $0.key.isASCII ? $0.key : "-") }, uniquingKeysWith: { first, _ in first })
  }
}
