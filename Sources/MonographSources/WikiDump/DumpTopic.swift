/// What a section and a part of a table are about, told by their words: what brings the two together.
enum DumpTopic: CaseIterable {
  case indications, dose, pharmacokinetics, interactions, comparison, mechanism, adverseEffects

  /// Words in the heading of a section, in lower case.
  private var headings: [String] {
    switch self {
    case .indications: ["indication", "uses", "use", "application"]
    case .dose: ["dosing", "dosage", "dose", "posology", "administration"]
    case .pharmacokinetics: ["pharmacokinetic", "absorption", "elimination"]
    case .interactions: ["interaction"]
    case .comparison: ["comparison", "alternative", "compared"]
    case .mechanism: ["mechanism", "pharmacodynamic", "target"]
    case .adverseEffects: ["adverse", "side effect", "undesirable", "toxicity"]
    }
  }

  /// Words in a column's name or at the head of a row, in lower case.
  private var labels: [String] {
    switch self {
    case .indications: ["condition", "indication", "use", "disease"]
    case .dose:
      [
        "starting dose", "initial dose", "loading dose", "maintenance dose", "usual dose", "dose", "dosage",
        "titration", "maximum", "maximum dose", "frequency", "interval", "schedule", "starting",
      ]
    case .pharmacokinetics:
      [
        "bioavailability", "absorption", "onset", "onset of action", "peak", "peak concentration",
        "time to peak",
        "tmax", "cmax", "auc", "half-life", "elimination half-life", "clearance", "excretion", "elimination",
        "metabolism", "protein binding", "volume of distribution", "distribution", "duration",
        "duration of action",
        "steady state",
      ]
    case .interactions: ["interaction", "interacting drug", "drug class"]
    case .comparison: []
    case .mechanism: ["target", "receptor", "binding site"]
    case .adverseEffects: ["adverse effect", "side effect", "reaction", "adverse reaction"]
    }
  }

  /// Whether a heading is about it.
  func isNamed(by heading: String) -> Bool {
    let heading = heading.lowercased()
    let words = heading.split { !$0.isLetter && $0 != "-" }
    return headings.contains { word in
      word.contains(" ")
        ? heading.utf8.firstRange(of: word.utf8) != nil
        : words.contains { $0 == word || $0.hasPrefix(word) && $0.count <= word.count + 2 }
    }
  }

  /// Whether a row's first cell or a column's name is one of its words.
  func isLabel(_ cell: String) -> Bool { cell.utf8.count <= 60 && labels.contains(cell.lowercased()) }

  /// Whether the column names of a part are about it.
  func isHeader(_ part: DumpTable, title: String) -> Bool {
    if self == .comparison {
      let names = part.labels.map { $0.lowercased() }
      return names.count >= 2 && names.contains(title.lowercased())
    }
    return part.header.contains { isLabel($0) }
  }
}
