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
        "clinical applications", "uses", "off-label",
      ]
    case .dose: ["dosing", "dosage", "dose", "posology"]
    case .renal:
      [
        "renal impairment", "impaired renal", "renally impaired", "renal insufficiency", "renal dysfunction",
        "creatinine clearance", "dialysis", "hemodialysis", "haemodialysis", "renal", "kidney",
      ]
    case .hepatic:
      [
        "hepatic impairment", "impaired hepatic", "hepatically impaired", "hepatic insufficiency",
        "hepatic dysfunction", "child-pugh", "cirrhosis", "hepatic", "liver",
      ]
    case .children: ["pediatric use", "paediatric use", "pediatric", "paediatric", "children", "neonat-"]
    case .elderly:
      ["geriatric use", "geriatric", "elderly", "older adult", "older people", "older patient"]
    case .pregnancy: ["pregnancy", "pregnan-", "reproductive"]
    case .lactation: ["lactation", "breast-feeding", "breastfeeding", "nursing mothers", "nursing"]
    case .contraindications: ["contraindication", "contra-indication", "contraindicated"]
    case .boxedWarning: ["boxed warning"]
    case .interactions: ["drug interaction", "interaction"]
    case .adverseEffects: ["adverse effects", "adverse reactions", "adverse", "side effects", "undesirable"]
    case .stopping:
      ["withdrawal", "stopping", "discontinuation", "discontinu-", "abrupt", "abruptly", "dependence"]
    case .overdose: ["overdosage", "overdose"]
    case .monitoring: ["monitoring", "laboratory tests", "laboratory testing"]
    case .administration: ["administration", "how to take", "method of use", "preparation"]
    case .mechanism: ["mechanism of action", "mechanism", "pharmacodynamics", "mode of action"]
    }
  }

  /// Words of other things, which count for nothing where they stand in a heading: a cancer of the kidney is no
  /// advice for a kidney that fails, and the dose for a kidney that works is none either.
  private var otherWords: [String] {
    switch self {
    case .dose:
      ["dosage form", "dosage forms", "dose dependen-", "dose-dependen-", "dose-related", "single-dose"]
    case .renal:
      [
        "normal renal function", "normal kidney function", "renal cell", "renal and urinary",
        "renal transplant-", "kidney transplant-", "kidney stone", "renal tubular", "acute renal failure",
        "acute kidney", "kidney injury", "worsening renal impairment", "worsening renal function",
        "affecting renal function", "cardiovascular/renal function", "due to chronic kidney disease",
        "due to chronic renal failure",
      ]
    case .hepatic:
      [
        "normal hepatic function", "normal liver function", "liver transplant-", "liver abscess",
        "hepatic encephalopathy", "veno-occlusive liver disease", "hepatic veno-occlusive disease",
        "nutrition-associated liver disease", "liver function test", "liver injury",
      ]
    case .children:
      [
        "out of reach of children", "out of the reach of children", "fetal/neonatal", "fetal / neonatal",
        "neonatal opioid withdrawal", "neonatal sedation",
      ]
    case .pregnancy: ["reproductive system"]
    case .stopping: ["leading to discontinuation", "neonatal opioid withdrawal"]
    case .monitoring:
      [
        "interference with laboratory tests", "laboratory test interference",
        "interference with clinical laboratory tests",
      ]
    default: []
    }
  }

  /// Organs, whose names say nothing of the topic where no word of ``stateWords`` stands beside them: renal
  /// toxicity is what a drug does, renal impairment what it is given in.
  private var organWords: Set<String> {
    switch self {
    case .renal: ["renal", "kidney"]
    case .hepatic: ["hepatic", "liver"]
    default: []
    }
  }

  private static let stateWords = [
    "impair-", "insufficien-", "dysfunction", "disease", "function", "dos-", "adjust-", "patient", "problem",
  ]

  /// How well a heading answers: 0 for not at all, higher for surer words at the heading's beginning. The
  /// number that labels put before a heading (`8.6 Renal Impairment`) counts for nothing.
  public func score(heading: String) -> Int {
    // Indications, adverse reactions and trials name diseases that a drug is given for or brings about.
    if !organWords.isEmpty, [1, 6, 14].contains(SectionNumber.chapter(of: heading)) { return 0 }
    let words = Array(SectionNumber.removed(from: heading).lowercased().unicodeScalars)
    let phrases = self.phrases
    let heading = phrases.other.reduce(words) { $1.blanked(in: $0) }
    for (index, phrase) in phrases.heading.enumerated() {
      guard let place = phrase.firstPlace(in: heading) else { continue }
      if phrases.organs.contains(index), heading.count > phrase.scalars.count,
        !Self.statePhrases.contains(where: { $0.firstPlace(in: heading) != nil })
      {
        continue
      }
      return 100 - 4 * index - (place == 0 ? 0 : 2)
    }
    return 0
  }

  /// Whether a heading speaks of something else in the words of this topic: `Keep out of reach of children`.
  private func isOfOtherThings(heading: String) -> Bool {
    let words = Array(SectionNumber.removed(from: heading).lowercased().unicodeScalars)
    return score(heading: heading) == 0 && phrases.other.contains { $0.firstPlace(in: words) != nil }
  }

  /// How well a section answers, by its heading and by the name that its source gives it. That name, where it is
  /// one of a label's (``LabelSection``), is surer than any heading that does not say otherwise; where it is the
  /// name of another section, the heading counts half: a boxed warning about withdrawal is found after the section
  /// that tells how to stop. What is written for patients comes last.
  public func score(heading: String, sourceKey: String) -> Int {
    let words = score(heading: heading)
    guard let section = LabelSection(sourceKey: sourceKey) else { return words }
    guard let index = labelSections.firstIndex(of: section) else {
      return section.isLeaflet ? Self.leafletScore(words) : words / 2
    }
    guard words == 0 else { return 120 - 2 * index }
    if isOfOtherThings(heading: heading) || section.isAnotherChapter(than: heading) { return 0 }
    return speaksOfAnotherTopic(heading, in: section) ? 40 - 2 * index : 120 - 2 * index
  }

  /// A score among those of leaflets, which come after all others.
  static func leafletScore(_ score: Int) -> Int { score == 0 ? 0 : 1 + score / 20 }

  /// Whether a heading has words of a topic that its section, by its name in the source, does not answer.
  private func speaksOfAnotherTopic(_ heading: String, in section: LabelSection) -> Bool {
    Self.allCases.contains { !$0.labelSections.contains(section) && $0.score(heading: heading) > 0 }
  }

  /// The words that tell headings, ready to be looked for.
  private struct Phrases {
    var heading: [HeadingPhrase]
    /// Which of them are names of organs.
    var organs: Set<Int>
    var other: [HeadingPhrase]

    init(_ topic: ClinicalTopic) {
      heading = topic.headingWords.map(HeadingPhrase.init)
      organs = Set(topic.headingWords.indices.filter { topic.organWords.contains(topic.headingWords[$0]) })
      other = topic.otherWords.map(HeadingPhrase.init)
    }
  }

  private static let allPhrases = Dictionary(uniqueKeysWithValues: allCases.map { ($0, Phrases($0)) })
  private static let statePhrases = stateWords.map(HeadingPhrase.init)

  private var phrases: Phrases { Self.allPhrases[self] ?? Phrases(self) }
}
