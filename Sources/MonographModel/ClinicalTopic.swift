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

  /// Words that a heading about it begins with or holds, lower case, the surest first. A word may stand in
  /// the plural; one that ends with a hyphen is the beginning of words.
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
    case .children: ["pediatric use", "paediatric use", "pediatric", "paediatric", "children", "neonat-"]
    case .elderly: ["elderly", "geriatric use", "geriatric", "older"]
    case .pregnancy: ["pregnancy", "pregnan-", "reproductive"]
    case .lactation: ["lactation", "breast-feeding", "breastfeeding", "nursing mothers", "nursing"]
    case .contraindications: ["contraindication", "contra-indication", "contraindicated"]
    case .boxedWarning: ["boxed warning"]
    case .interactions: ["drug interaction", "interaction"]
    case .adverseEffects: ["adverse effects", "adverse reactions", "adverse", "side effects", "undesirable"]
    case .stopping:
      ["withdrawal", "stopping", "discontinuation", "discontinu-", "abrupt", "abruptly", "dependence"]
    case .overdose: ["overdosage", "overdose", "toxicity"]
    case .monitoring: ["monitoring", "laboratory tests", "laboratory"]
    case .administration: ["administration", "how to take", "method of use", "preparation"]
    case .mechanism: ["mechanism of action", "mechanism", "pharmacodynamics", "mode of action"]
    }
  }

  /// Words that a heading of something else holds, though a word of ``headingWords`` stands in it: a cancer
  /// of the kidney is no advice for a kidney that fails.
  private var otherWords: [String] {
    switch self {
    case .dose: ["dosage form", "dosage forms"]
    case .renal:
      ["renal cell", "renal and urinary", "renal transplant-", "kidney transplant-", "kidney stone"]
    case .hepatic: ["liver transplant-", "liver abscess", "hepatic encephalopathy"]
    default: []
    }
  }

  /// How well a heading answers: 0 for not at all, higher for surer words at the heading's beginning. The
  /// number that labels put before a heading (`8.6 Renal Impairment`) counts for nothing.
  public func score(heading: String) -> Int {
    let heading = Array(SectionNumber.removed(from: heading).lowercased().unicodeScalars)
    if otherWords.contains(where: { Self.wordStart(of: $0, in: heading) != nil }) { return 0 }
    for (index, word) in headingWords.enumerated() {
      guard let place = Self.wordStart(of: word, in: heading) else { continue }
      return 100 - 4 * index - (place == 0 ? 0 : 2)
    }
    return 0
  }

  /// How well a section answers, by its heading and by the name that its source gives it. That name, where it is
  /// one of a label's (``LabelSection``), is surer than any heading; where it is the name of another section, the
  /// heading counts half: a boxed warning about withdrawal is found after the section that tells how to stop.
  public func score(heading: String, sourceKey: String) -> Int {
    let words = score(heading: heading)
    guard let section = LabelSection(sourceKey: sourceKey) else { return words }
    return labelSections.firstIndex(of: section).map { 120 - 2 * $0 } ?? words / 2
  }

  /// The first place where `word` stands as a word of a text, or begins one where it ends with a hyphen; nil
  /// where it does not. Letters and digits of any script make words, and so does the hyphen of `contra-`.
  private static func wordStart(of word: String, in text: [Unicode.Scalar]) -> Int? {
    let isStem = word.hasSuffix("-")
    let word = Array((isStem ? word.dropLast() : word[...]).unicodeScalars)
    guard !word.isEmpty, text.count >= word.count else { return nil }
    for start in 0...(text.count - word.count) {
      let end = start + word.count
      guard text[start..<end].elementsEqual(word), start == 0 || !isWord(text[start - 1]),
        !text[..<start].reversed().starts(with: "-artnoc".unicodeScalars)
      else { continue }
      let after = text[end...].first == "s" ? end + 1 : end
      if isStem || end == text.count || !isWord(text[end]) || after == text.count || !isWord(text[after]) {
        return start
      }
    }
    return nil
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }
}
