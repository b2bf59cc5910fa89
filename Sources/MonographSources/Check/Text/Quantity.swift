/// An amount with its unit in a checked text, perhaps a range: `5 mg`, `50-1200 μg/day`, `2 mg to 4 mg`.
struct Quantity: Hashable {
  /// What a quantity is per: the `/day` of `mg/day`.
  struct Denominator: Hashable {
    /// Whether it is written with a slash rather than a word.
    var isSlash: Bool
    /// The word, in lower case: `day`, `kg`, `ml`.
    var word: String
  }

  /// The places of its numbers among the tokens: one, or two of a range.
  var numbers: [Int]
  /// The places of its units: one, or two of a range that repeats it.
  var units: [Int]
  /// What it is per, in order.
  var denominators: [Denominator]
  /// The tokens that it covers.
  var range: Range<Int>
  /// The unit, in lower case.
  var unit: String

  /// Whether it is a range.
  var isRange: Bool { numbers.count == 2 }

  /// Whether it is a result of a laboratory rather than a dose: a concentration per liter or deciliter, a
  /// clearance in volume per time, a volume of distribution in liters.
  var isLaboratory: Bool {
    guard let first = denominators.first else { return false }
    if DoseVocabulary.laboratoryVolumes.contains(first.word) { return true }
    switch unit {
    case "l", "liter", "liters": return true
    case "ml", "milliliter", "milliliters": return first.word == "min" || first.word == "minute"
    case "ng", "nanogram", "nanograms", "iu", "miu": return first.word == "ml"
    default: return false
    }
  }

  /// Whether it is a dose: a mass or an activity, not a concentration.
  var isDose: Bool {
    DoseVocabulary.massUnits.contains(unit) && !isLaboratory && denominators.first?.word != "ml"
  }

  /// Whether it says per dose or per time.
  var saysPerWhat: Bool { denominators.contains { DoseVocabulary.dosingTimes.contains($0.word) } }
}

extension Quantity {
  /// The quantities of a text, in order. Costs one pass.
  static func all(in tokens: [CheckToken]) -> [Quantity] {
    var quantities: [Quantity] = []
    var index = 0
    while index < tokens.count {
      if tokens[index].kind == .number, let quantity = quantity(in: tokens, at: index) {
        quantities.append(quantity)
        index = quantity.range.upperBound
      } else {
        index += 1
      }
    }
    return quantities
  }

  private static func quantity(in tokens: [CheckToken], at start: Int) -> Quantity? {
    var numbers = [start]
    var units: [Int] = []
    var index = start + 1
    if let unit = unitIndex(in: tokens, at: index) {
      units.append(unit)
      index = unit + 1
    }
    if let second = rangeEnd(in: tokens, at: index), let unit = unitIndex(in: tokens, at: second + 1) {
      numbers.append(second)
      units.append(unit)
      index = unit + 1
    }
    guard let last = units.last else { return nil }
    var quantity = Quantity(
      numbers: numbers, units: units, denominators: [], range: start..<index, unit: tokens[last].lowercased)
    while let (denominator, end) = denominator(in: tokens, at: quantity.range.upperBound) {
      quantity.denominators.append(denominator)
      quantity.range = start..<end
    }
    return quantity
  }

  /// The place of a unit that follows a number: at once, after a blank, or after a hyphen.
  private static func unitIndex(in tokens: [CheckToken], at index: Int) -> Int? {
    guard index < tokens.count else { return nil }
    var place = index
    if tokens[place].isSign("-"), !tokens[place].isSpaced, place + 1 < tokens.count,
      !tokens[place + 1].isSpaced
    {
      place += 1
    }
    let token = tokens[place]
    guard token.kind == .word else { return nil }
    guard
      DoseVocabulary.massUnits.contains(token.lowercased)
        || DoseVocabulary.volumeUnits.contains(token.lowercased)
        || DoseVocabulary.forms.contains(token.lowercased)
    else { return nil }
    // A capital letter alone is a name as often as a unit, but for the U and L that are written so; and 1L is
    // a line of treatment unless it is a liter of something.
    if token.text == "G" { return nil }
    if token.text == "L", !token.isSpaced, place + 1 == tokens.count || tokens[place + 1].lowercased != "of" {
      return nil
    }
    return place
  }

  /// The place of the second number of a range; nil where none is there.
  private static func rangeEnd(in tokens: [CheckToken], at index: Int) -> Int? {
    guard index + 1 < tokens.count else { return nil }
    guard isRangeMark(tokens[index]), tokens[index + 1].kind == .number else { return nil }
    return index + 1
  }

  /// Whether a token stands between the two numbers of a range: a dash, `to`.
  static func isRangeMark(_ token: CheckToken) -> Bool {
    token.kind == .sign ? rangeSigns.contains(token.text) : token.lowercased == "to"
  }

  private static let rangeSigns: Set<String> = ["-", "–", "—", "−", "‑"]

  private static func denominator(
    in tokens: [CheckToken], at index: Int
  ) -> (denominator: Denominator, end: Int)? {
    guard index + 1 < tokens.count else { return nil }
    let isSlash = tokens[index].isSign("/")
    guard isSlash || ["per", "a", "each"].contains(tokens[index].lowercased) else { return nil }
    let word = tokens[index + 1]
    guard DoseVocabulary.denominators.contains(word.lowercased) else { return nil }
    return (Denominator(isSlash: isSlash, word: word.lowercased), index + 2)
  }
}
