/// How the words of a relation read from its other end, and in which order groups of relations stand.
public enum Predicate {
  /// The predicate as it reads from the object: `activates` becomes `activated by`. A predicate that is
  /// not known, and has no regular form, is put as `is the object of “…”`, so that it is never read the
  /// wrong way round.
  public static func inverse(of predicate: String) -> String {
    let words = predicate.lowercased().split { $0 == " " || $0 == "_" }.joined(separator: " ")
    if let known = irregular[words] { return known }
    if words.hasSuffix(" by") { return "is the object of “\(predicate)”" }
    if !words.contains(" "),
      words.hasSuffix("ates") || words.hasSuffix("ises") || words.hasSuffix("izes")
        || words.hasSuffix("uses") || words.hasSuffix("ves") || words.hasSuffix("ces")
    {
      return words.dropLast() + "d by"
    }
    if !words.contains(" "), words.hasSuffix("ts") || words.hasSuffix("ds") || words.hasSuffix("ns") {
      return words.dropLast() + "ed by"
    }
    return "is the object of “\(predicate)”"
  }

  private static let irregular: [String: String] = [
    "affects": "affected by", "associated with": "associated with", "binds": "bound by",
    "causes": "caused by", "contains": "contained in", "contraindicated in": "has contraindication",
    "expressed in": "expresses", "expresses": "expressed in", "has participant": "participates in",
    "includes": "included in", "interacts with": "interacts with", "is a": "has kind",
    "located in": "location of", "member of": "has member", "palliates": "palliated by",
    "part of": "has part", "participates in": "has participant", "resembles": "resembles",
    "similar to": "similar to", "treats": "treated by", "used for": "has use of", "acts on": "acted on by",
    "upregulates": "upregulated by", "downregulates": "downregulated by", "covaries": "covaries",
    "presents": "symptom of", "localizes": "location of", "alternative to": "alternative to",
    "agonist of": "has agonist", "antagonist of": "has antagonist", "binds to": "bound by",
  ]

  /// Where a group of relations stands among the others: treatment and contraindication first, then adverse
  /// effects, interactions, mechanism, genes and phenotypes, ontology, and the rest.
  public static func order(of predicate: String) -> Int {
    let words = Array(predicate.lowercased().utf8)
    return groups.firstIndex { stems in stems.contains { words.holds($0) } } ?? groups.count
  }

  private static let groups: [[[UInt8]]] = stems.map { $0.map { Array($0.utf8) } }

  private static let stems: [[String]] = [
    ["treat", "palliat", "used for", "indicat", "prevent"],
    ["adverse", "side effect", "causes", "caused"],
    ["interact"],
    [
      "activat", "inhibit", "regulat", "agonist", "antagonist", "binds", "bound", "acts on", "acted on",
      "target", "affect",
    ],
    ["express", "gene", "phenotype", "associated", "participa", "locali", "located", "location"],
    ["is a", "has kind", "part of", "has part", "member", "class", "includes", "included"],
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
