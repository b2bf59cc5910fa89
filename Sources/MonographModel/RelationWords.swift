// Relations in words, as the panel, a missing page and `show` print them.

extension Neighbours.Edge {
  /// The predicate as it reads from this end.
  public var reading: String { isOutgoing ? relation.predicate : Predicate.inverse(of: relation.predicate) }

  /// The predicate as it reads from this end, with `NOT` before it where the relation is said not to hold.
  public var statedReading: String { (relation.isNegated ? "NOT " : "") + reading }
}

extension Relation {
  /// ``statement``, which says also that the evidence is not stated.
  public var fullStatement: String {
    guard evidence == nil else { return statement }
    var whole = self
    whole.evidence = "not stated"
    return whole.statement
  }

  /// Where it comes from, how good its evidence is, and what its source remarks: `source: DrugBank; evidence: high;
  /// PMID:1, PMID:2`.
  public var statement: String {
    var parts = [source.map { "source: \($0)" } ?? "source not stated"]
    if let evidence { parts.append("evidence: \(evidence)") }
    if let note { parts.append("note: \(note)") }
    if !publications.isEmpty { parts.append(publications.joined(separator: ", ")) }
    return parts.joined(separator: "; ")
  }
}
