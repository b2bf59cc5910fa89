extension DisjointSets {
  /// Joins claims, by their places, that share an identifier, and so along chains. Gives for each of so many
  /// identifiers the first claim that has it, -1 where none has.
  @discardableResult
  mutating func join(_ claims: [EntityClaim], byIdentifiers count: Int) -> [Int32] {
    var holders = [Int32](repeating: -1, count: count)
    for (index, claim) in claims.enumerated() {
      for identifier in claim.identifiers {
        if holders[identifier] < 0 { holders[identifier] = Int32(index) }
        join(Int(holders[identifier]), index)
      }
    }
    return holders
  }
}
