/// The abbreviations that are misread, with what to write instead.
///
/// From the List of Error-Prone Abbreviations, Symbols, and Dose Designations of the Institute for Safe
/// Medication Practices (2021); U, IU, QD, QOD, MS, MSO4 and MgSO4 are also on the Do Not Use list of The Joint
/// Commission. Those that are told apart from other words by their letters alone are left out.
struct ErrorProneAbbreviation {
  /// Where an abbreviation is one, and not another word of the same letters.
  enum Place {
    /// As the unit of a number: `10 U`.
    case unit
    /// After a dose, in the same sentence: `5 mg at night QD`.
    case afterDose
    /// After a dose, where no name of its own follows: `5 mg HS`, not `5 mg in HS trials`.
    case endingDose
    /// Just after a dose: `5 mg IN`.
    case atDose
    /// Just before a dose: `MS 10 mg`, `SC 5 mg`.
    case beforeNumber
    /// In a row that is about doses.
    case dosing
  }

  /// The words and signs that it consists of, as they are written.
  var tokens: [String]
  var place: Place
  /// What to write.
  var replacement: String

  /// As it is written.
  var text: String { tokens.joined() }

  private init(_ place: Place, _ spellings: String, _ replacement: String) {
    tokens = spellings == "D/C" ? ["D", "/", "C"] : spellings.split(separator: " ").map(String.init)
    self.place = place
    self.replacement = replacement
  }

  /// The table.
  static let all: [ErrorProneAbbreviation] =
    each(.unit, ["U", "u"], "units")
    + each(.unit, ["IU", "iu"], "units")
    + each(.unit, ["cc"], "mL")
    + each(.unit, ["ug"], "mcg or microgram")
    + each(.unit, ["mgs"], "mg")
    + each(.afterDose, ["QD", "qd", "q.d.", "Q.D.", "q.d", "Q.D", "o.d.", "q1d"], "daily")
    + each(.endingDose, ["OD"], "daily")
    + each(.afterDose, ["QOD", "qod", "q.o.d.", "Q.O.D.", "q.o.d", "Q.O.D"], "every other day")
    + each(.endingDose, ["HS", "hs"], "at bedtime, or half-strength")
    + each(.afterDose, ["qhs", "qHS"], "at bedtime")
    + each(.endingDose, ["BT"], "at bedtime")
    + each(.afterDose, ["qn"], "nightly")
    + each(.afterDose, ["TIW", "tiw"], "3 times weekly")
    + each(.afterDose, ["BIW", "biw"], "2 times weekly")
    + each(.afterDose, ["SC", "SQ", "sq", "sub q"], "subcutaneously")
    + each(.atDose, ["IN"], "intranasal")
    + each(.atDose, ["IJ"], "injection")
    + each(.dosing, ["per os"], "by mouth")
    + each(.dosing, ["D/C"], "discontinue, or discharge")
    + each(.dosing, ["MSO4"], "morphine sulfate")
    + each(.dosing, ["MgSO4"], "magnesium sulfate")
    + each(.beforeNumber, ["MS"], "morphine sulfate, or magnesium sulfate")
    + each(.beforeNumber, ["SC", "SQ", "sq"], "subcutaneously")

  private static func each(
    _ place: Place, _ spellings: [String], _ replacement: String
  ) -> [ErrorProneAbbreviation] {
    spellings.map { ErrorProneAbbreviation(place, $0, replacement) }
  }
}
