/// Takes back the cross references of graph nodes that contradict each other.
///
/// A node has an identifier of its own, and may name those of the same thing elsewhere. One wrong reference (a path
/// of a graph that gives naltrexone the number of naloxone) would tie two things together, and whatever is tied to
/// them. So where a chain of shared identifiers ties nodes whose own identifiers are different ones of one registry,
/// the cross references of the nodes of that chain join nothing: what they are is told by their own identifiers, and
/// by names where nothing speaks against it.
///
/// Which chains these are does not depend on the order of the claims. Costs the number of claims and identifiers.
struct CrossReferences {
  /// The claims, with the references that count.
  let claims: [EntityClaim]
  /// Those that do not, by identifier: the claims that made them.
  let withdrawn: [Int: [Int]]

  /// Looks through all chains; `registries` gives the registry of each identifier.
  init(_ claims: [EntityClaim], registries: [Int32]) {
    var chains = DisjointSets(count: claims.count)
    chains.join(claims, byIdentifiers: registries.count)
    /// The own identifier of the first node of each registry in a chain.
    struct Place: Hashable {
      var chain: Int
      var registry: Int32
    }
    var first: [Place: Int] = [:]
    var contradictory: Set<Int> = []
    for (index, claim) in claims.enumerated() {
      guard case .node = claim.origin, let own = claim.identifiers.first else { continue }
      let chain = chains.root(of: index)
      if first[Place(chain: chain, registry: registries[own]), default: own] != own {
        contradictory.insert(chain)
      }
      first[Place(chain: chain, registry: registries[own])] = own
    }
    guard !contradictory.isEmpty else {
      self.claims = claims
      withdrawn = [:]
      return
    }
    var kept = claims
    var withdrawn: [Int: [Int]] = [:]
    for index in kept.indices where contradictory.contains(chains.root(of: index)) {
      guard case .node = kept[index].origin else { continue }
      for identifier in kept[index].identifiers.dropFirst() {
        withdrawn[identifier, default: []].append(index)
      }
      kept[index].identifiers = Array(kept[index].identifiers.prefix(1))
    }
    self.claims = kept
    self.withdrawn = withdrawn
  }
}
