/// A condition of an organ, as contraindications and advice on doses name it: `severe renal impairment`.
struct ClinicalCondition: Hashable {
  /// The organ.
  enum Organ: String, Hashable, CaseIterable { case renal, hepatic, cardiac, respiratory }

  /// The degree.
  enum Degree: String, Hashable, CaseIterable { case mild, moderate, severe }

  var organ: Organ
  /// The degrees that are named; none where the condition is meant whatever its degree.
  var degrees: Set<Degree>
  /// The first of its words among the tokens, its degree included.
  var start: Int

  /// Whether both may be meant of one patient.
  func overlaps(_ other: ClinicalCondition) -> Bool {
    organ == other.organ
      && (degrees.isEmpty || other.degrees.isEmpty || !degrees.isDisjoint(with: other.degrees))
  }

  private static let organs: [String: Organ] = [
    "renal": .renal, "kidney": .renal, "kidneys": .renal, "hepatic": .hepatic, "liver": .hepatic,
    "cardiac": .cardiac, "heart": .cardiac, "respiratory": .respiratory, "pulmonary": .respiratory,
  ]
  private static let faults: Set<String> = [
    "impairment", "impaired", "insufficiency", "failure", "disease", "dysfunction", "function", "damage",
  ]
  private static let degrees: [String: Degree] = [
    "mild": .mild, "mildly": .mild, "moderate": .moderate, "moderately": .moderate, "severe": .severe,
    "severely": .severe, "advanced": .severe,
  ]

  /// The conditions that a text names, in order.
  static func all(in tokens: [CheckToken]) -> [ClinicalCondition] {
    tokens.indices.compactMap { index in
      guard let organ = organs[tokens[index].lowercased],
        tokens[(index + 1)...].prefix(2).contains(where: { $0.isWord(in: faults) })
          || tokens[..<index].suffix(2).contains(where: { $0.lowercased == "impaired" })
      else { return nil }
      var start = index
      var found: Set<Degree> = []
      for before in tokens[..<index].indices.reversed().prefix(5) {
        if tokens[before].endsSentence { break }
        guard let degree = degrees[tokens[before].lowercased] else { continue }
        found.insert(degree)
        start = before
      }
      return ClinicalCondition(organ: organ, degrees: found, start: start)
    }
  }
}
