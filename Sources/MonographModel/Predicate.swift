/// How the words of a relation read from its other end, and in which order groups of relations stand.
public enum Predicate {
  /// The predicate as it reads from the object: `activates` becomes `activated by`. A predicate that is
  /// not known, and has no regular form, is put as `is the object of “…”`, so that it is never read the
  /// wrong way round.
  public static func inverse(of predicate: String) -> String {
    let words = predicate.lowercased().split { $0 == " " || $0 == "_" }.joined(separator: " ")
    return PredicateReadings.known[words] ?? change(words) ?? passive(words)
      ?? "is the object of “\(predicate)”"
  }

  /// `increases activity of` becomes `has activity increased by`, `causes increased activity of` becomes `has increased
  /// activity caused by`.
  private static func change(_ words: String) -> String? {
    let parts = words.split(separator: " ")
    guard parts.count >= 3, parts.last == "of" else { return nil }
    let middle = parts[1..<(parts.count - 1)].joined(separator: " ")
    switch parts[0] {
    case "increases", "decreases", "affects": return "has \(middle) \(passive(String(parts[0])) ?? "")"
    case "causes" where parts.count >= 4 && (parts[1] == "increased" || parts[1] == "decreased"):
      return "has \(middle) caused by"
    default: return nil
    }
  }

  /// The passive of one regular verb, with an adverb before it: `positively regulated by`.
  private static func passive(_ words: String) -> String? {
    let parts = words.split(separator: " ", maxSplits: 1)
    if parts.count == 2, parts[0].hasSuffix("ly") {
      return passive(String(parts[1])).map { "\(parts[0]) \($0)" }
    }
    guard parts.count == 1, !unlikeTheOthers.contains(words) else { return nil }
    if words.hasSuffix("mits") { return words.dropLast() + "ted by" }
    if ["tes", "ises", "izes", "uses", "ases", "des", "ves", "ces"].contains(where: words.hasSuffix) {
      return words.dropLast() + "d by"
    }
    if ["ts", "ds", "ns", "cks"].contains(where: words.hasSuffix) { return words.dropLast() + "ed by" }
    return nil
  }

  /// Verbs that look regular and are not: `leaded by` is no word, and nothing is `resulted by`.
  private static let unlikeTheOthers: Set<String> = [
    "begins", "cuts", "depends", "drives", "exists", "finds", "gives", "gets", "holds", "leads", "lets",
    "limits", "puts", "responds", "results", "runs", "sets", "sends", "spends", "wins",
  ]

  /// Where a group of relations stands among the others: treatment and contraindication first, then adverse
  /// effects, interactions, mechanism, genes and phenotypes, ontology, the rest, and what only stands together in
  /// publications.
  public static func order(of predicate: String) -> Int {
    let words = spaced(predicate)
    if isCooccurrence(words) { return groups.count + 1 }
    // Whatever causes it: a change of an amount or an activity is a mechanism.
    if changes.contains(where: { words.holds($0) }) { return mechanism }
    return groups.firstIndex { stems in stems.contains { words.holds($0) } } ?? groups.count
  }

  /// Whether the predicate, from either end, says no more than that two things are named in the same publications.
  public static func isCooccurrence(_ predicate: String) -> Bool { isCooccurrence(spaced(predicate)) }

  private static func isCooccurrence(_ words: [UInt8]) -> Bool {
    cooccurrence.contains { words.holds($0) }
  }

  private static let cooccurrence: [[UInt8]] = [
    "occurs together in literature", "cooccur", "co occur", "co mention", "comention", "mentioned with ",
    "mentioned together",
  ].map { Array(" \($0)".utf8) }

  private static func spaced(_ predicate: String) -> [UInt8] {
    var words: [UInt8] = [0x20]
    for byte in predicate.lowercased().utf8 { words.append(byte == 0x5F || byte == 0x2D ? 0x20 : byte) }
    words.append(0x20)
    return words
  }

  private static let groups: [[[UInt8]]] = stems.map { $0.map { Array(" \($0)".utf8) } }

  private static let changes = [
    "activity of ", "abundance of ", "expression of ", "synthesis of ", "degradation of ", "transport of ",
    "uptake of ", "stability of ", "secretion of ", "localization of ", "metabolic processing of ",
    "increased by ", "decreased by ", "has increased ", "has decreased ",
  ].map { Array(" \($0)".utf8) }

  /// The place of the group of mechanism.
  private static let mechanism = 3

  /// What words of a predicate begin with; a whole word where a space follows.
  private static let stems: [[String]] = [
    ["treat", "palliat", "used for ", "a use of ", "indicat", "contraindicat", "prevent"],
    ["adverse", "side effect", "causes", "caused"],
    ["interact"],
    [
      "activat", "inhibit", "regulat", "upregulat", "downregulat", "up regulat", "down regulat", "agonist",
      "antagonist", "binds ", "bound ", "acts ", "acted ", "target", "affect",
    ],
    [
      "express", "gene ", "genes ", "phenotype", "presents ", "symptom", "associat", "participa", "covar",
      "locali", "located ", "location ",
    ],
    [
      "is a ", "has kind ", "part of ", "has part ", "member", "class ", "subclass ", "superclass ",
      "contain", "includes ",
      "included ",
    ],
  ]
}

extension [UInt8] {
  /// Whether some bytes stand somewhere in these.
  fileprivate func holds(_ part: [UInt8]) -> Bool {
    guard let first = part.first, count >= part.count else { return false }
    return (0...(count - part.count)).contains { start in
      self[start] == first && self[start..<(start + part.count)].elementsEqual(part)
    }
  }
}
