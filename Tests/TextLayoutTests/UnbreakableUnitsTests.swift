import Testing

@testable import TextLayout

/// The words of a text with `_` where they are unbreakable, `^` where close, `~` where firm.
private func bonds(_ text: String) -> String {
  var styled = StyledText()
  let mark = styled.mark()
  styled.append(text.utf8, style: Style(.body), link: nil, source: nil)
  let words = WordList(styled.passage(since: mark), of: styled, glyphs: .unicode).words
  return words.enumerated().map { index, word in
    let letters = String(decoding: styled.bytes[word.bytes], as: UTF8.self)
    guard index > 0 else { return letters }
    switch word.bond {
    case .loose, .broken: return " " + letters
    case .firm: return "~" + letters
    case .close: return "^" + letters
    case .unbreakable: return "_" + letters
    }
  }.joined()
}

@Suite struct UnbreakableUnitsTests {
  @Test(arguments: [
    "take 5_mg now", "80-100_mg/day", "50-1200_μg/day", "50–1200_µg/day", "5_mg 3_times_daily",
    "3-4_times_daily", "three_times_a_day", "2_times_per_week", "once_daily at night", "twice_a_week",
    "every_3_days", "every_other_day", "every_6_to_8_hours", "2-4_hours", "1.6_mcg/kg/day", "<_30_mL/min",
    "≥_18_years old", "≥18_years", "CrCl 15-30_mL/min", "CrCl <_15_mL/min", "over 2+_weeks",
    "Category_C", "Class_II", "Grade_3 or more", "Factor_VIII", "vitamin_B12", "Stage_IIIb",
    "Type_2 diabetes",
    "x_10^9/L", "4_x_10^9/L", "4_×_10⁹/L", "2_x_500_mg", "500_mg~x_2", "10_000_units", "1,200_units",
    "5_million_units", "1_in_10", "30_of_100 patients", "5_to_10_mg", "5_mg to 10_mg", "5_-_10_mg",
    "5_mg_–_10_mg", "5_mg_/_kg", "5_mg~per~day", "2.5_micrograms~per~kilogram~per~minute", "100_per_minute",
    "(5_mg)", "5_(mg)", "1½_tablets", "half_a_tablet", "30_% of", "30% of", "37_°C", "day_1", "pH_7.4",
    "5_MG", "2_tablets", "+/-_5_mg", "~_5_mg", "at 8_am",
  ])
  func holdTogether(_ expected: String) {
    let text = String(expected.map { $0 == "_" || $0 == "~" ? " " : $0 })
    // A tilde that stands for "about" is part of the text.
    guard expected.hasPrefix("~") else {
      #expect(bonds(text) == expected)
      return
    }
    #expect(bonds("~" + text.dropFirst()) == expected)
  }

  @Test(arguments: [
    "GABA-B receptor agonist", "in 2018 the", "5. Next", "CD4 cells were", "a dose of mg", "IL-6 mg",
    "the number of patients", "1, 2, 3", "of the order", "up to 100 and more",
  ])
  func areFree(_ text: String) { #expect(bonds(text) == text) }

  @Test func noBreakSpaceHolds() {
    #expect(bonds("5\u{A0}mg") == "5_mg")
    #expect(bonds("so\u{A0}is this") == "so^is this")
  }
  @Test func citationGivesWayBeforeAUnitDoes() {
    #expect(bonds("2 weeks[1,2][3]") == "2_weeks~[1,2]~[3]")
    #expect(bonds("2 weeks [1,2] [3]. So") == "2_weeks~[1,2]~[3]. So")
  }

  @Test func numberOfALinkStaysWithTheLink() {
    #expect(bonds("see [12]Dosing now") == "see [12]~Dosing now")
  }
}
