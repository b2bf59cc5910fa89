/// A question a clinician has about a drug, which most monographs answer in a section of its own.
///
/// The headings are those of US labels (21 CFR 201.57 and the older 201.80), of the European summary of
/// product characteristics, and of common reference works.
public enum ClinicalTopic: String, Hashable, Sendable, CaseIterable {
  case indications, dose, renal, hepatic, children, elderly, pregnancy, lactation
  case contraindications, boxedWarning, interactions, adverseEffects, stopping, overdose, monitoring
  case administration, mechanism

  /// The letter that follows `.` on the keyboard.
  public var letter: Character {
    switch self {
    case .indications: "n"
    case .dose: "d"
    case .renal: "r"
    case .hepatic: "h"
    case .children: "k"
    case .elderly: "e"
    case .pregnancy: "p"
    case .lactation: "l"
    case .contraindications: "c"
    case .boxedWarning: "b"
    case .interactions: "i"
    case .adverseEffects: "a"
    case .stopping: "w"
    case .overdose: "o"
    case .monitoring: "m"
    case .administration: "v"
    case .mechanism: "x"
    }
  }

  /// What a person calls it.
  public var name: String {
    switch self {
    case .indications: "indications"
    case .dose: "dose"
    case .renal: "renal impairment"
    case .hepatic: "hepatic impairment"
    case .children: "children"
    case .elderly: "elderly"
    case .pregnancy: "pregnancy"
    case .lactation: "lactation"
    case .contraindications: "contraindications"
    case .boxedWarning: "boxed warning"
    case .interactions: "interactions"
    case .adverseEffects: "adverse effects"
    case .stopping: "stopping and withdrawal"
    case .overdose: "overdose"
    case .monitoring: "monitoring"
    case .administration: "administration"
    case .mechanism: "mechanism"
    }
  }

  /// Words that a heading about it begins with or holds, lower case, the surest first.
  public var headingWords: [String] {
    switch self {
    case .indications:
      [
        "indications", "primary indications", "therapeutic indications", "indication",
        "clinical applications",
        "uses", "off-label",
      ]
    case .dose: ["dosing", "dosage", "dose", "posology"]
    case .renal: ["renal impairment", "renal", "kidney"]
    case .hepatic: ["hepatic impairment", "hepatic", "liver"]
    case .children: ["pediatric use", "paediatric use", "pediatric", "paediatric", "children", "neonat"]
    case .elderly: ["elderly", "geriatric use", "geriatric", "older"]
    case .pregnancy: ["pregnancy", "pregnan", "reproductive"]
    case .lactation: ["lactation", "breast-feeding", "breastfeeding", "nursing mothers", "nursing"]
    case .contraindications: ["contraindication"]
    case .boxedWarning: ["boxed warning"]
    case .interactions: ["drug interaction", "interaction"]
    case .adverseEffects: ["adverse effects", "adverse reactions", "adverse", "side effects", "undesirable"]
    case .stopping:
      ["withdrawal", "stopping", "discontinuation", "discontinu", "abrupt", "dependence"]
    case .overdose: ["overdosage", "overdose", "toxicity"]
    case .monitoring: ["monitoring", "laboratory tests", "laboratory"]
    case .administration: ["administration", "how to take", "method of use", "preparation"]
    case .mechanism: ["mechanism of action", "mechanism", "pharmacodynamics", "mode of action"]
    }
  }

  /// How well a heading answers: 0 for not at all, higher for surer words at the heading's beginning.
  public func score(heading: String) -> Int {
    let heading = heading.lowercased()
    for (index, word) in headingWords.enumerated() {
      guard let place = Self.wordStart(of: word, in: heading) else { continue }
      return 100 - 4 * index - (place == 0 ? 0 : 2)
    }
    return 0
  }

  /// The first place, in bytes, where `word` begins a word of `text`; nil where it does not.
  private static func wordStart(of word: String, in text: String) -> Int? {
    let word = Array(word.utf8)
    let text = Array(text.utf8)
    guard !word.isEmpty, text.count >= word.count else { return nil }
    for start in 0...(text.count - word.count) {
      let begins = start == 0 || !(text[start - 1] >= 0x61 && text[start - 1] <= 0x7A)
      if begins, text[start..<(start + word.count)].elementsEqual(word) { return start }
    }
    return nil
  }
}
