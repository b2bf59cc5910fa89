import MonographModel

/// Decides which claims are about one entity.
///
/// 1. Claims with one given id are about one entity. Two given ids are never joined, by whatever, nor are two
///    labels (documents whose ids are proposed) of different names.
/// 2. Claims that share an identifier are about one entity, and so along chains, but for cross references that
///    contradict each other: see ``CrossReferences``. A chain that ties two given ids
///    or labels of different names together is taken apart: see ``IdentifierKnot``.
/// 3. Of the sets so far, those that share a title (see ``FoldedName``) and a kind are one, unless two of them
///    have different identifiers of one registry or given ids. Where some conflict, those that conflict with
///    nobody are joined with each other only: which of the others they mean cannot be told. Where their labels
///    have different names, those whose labels have another name than the one they share are left out.
/// 4. A title is also the alias of a given page where exactly one set bears the title, exactly one page the
///    alias, both of one kind, and nothing conflicts. A page without labels that has several labels' names among
///    its aliases is joined with none of them. Aliases of other documents and of nodes join nothing: in labels
///    they name ingredients, in graphs broader and narrower terms.
///
/// `entity` is a kind as any other: it joins with `entity` alone. Nothing is ever joined by likeness. Names are
/// taken in their own order, not in that of the claims, so the order of the input makes no difference. Cost:
/// the number of claims, identifiers and names, and sorting the names that are shared.
struct EntityJoining {
  /// Two claims or more that share something and were not joined, by the first claims of their sets.
  struct Refusal {
    var shared: Ground
    var sets: [Int]
    var reason: RefusedJoin.Reason
  }

  /// What joins claims.
  enum Ground: Hashable {
    case givenID
    case identifier(Int)
    case name(String)
  }

  /// A name of a kind of thing.
  private struct Name: Hashable {
    var kind: String
    var folded: String
  }

  private let claims: [EntityClaim]
  private let registries: [Int32]
  private var sets: DisjointSets
  /// The given id of a set, by the set's claim at the time; looked up through ``givenPage(of:)``.
  private var givenPages: [Int: Int] = [:]
  /// The folded title of each label, by its claim.
  private let labelNames: [Int: String]
  /// The name that the labels of a set have, by the set's claim at the time.
  private var setLabels: [Int: String] = [:]
  /// The identifiers of a set, by the set's claim at the time.
  private var setIdentifiers: [Int: [Int]] = [:]
  /// Identifiers that more than one set has after the second step.
  private(set) var contested: Set<Int> = []
  /// What joined, each with one of the claims it joined.
  private(set) var grounds: [(claim: Int, ground: Ground)] = []
  /// What was not joined.
  private(set) var refusals: [Refusal] = []

  /// Decides; `registries` gives the registry of each identifier.
  init(_ claims: [EntityClaim], registries: [Int32]) {
    let references = CrossReferences(claims, registries: registries)
    let claims = references.claims
    self.claims = claims
    self.registries = registries
    var labelNames: [Int: String] = [:]
    for (index, claim) in claims.enumerated() where claim.isDocument && claim.identity == .proposed {
      labelNames[index] = FoldedName.fold(claim.title)
    }
    self.labelNames = labelNames
    sets = DisjointSets(count: claims.count)
    joinByGivenID()
    joinByIdentifier()
    joinByName()
    refuse(references.withdrawn)
  }

  /// Tells of the cross references that did not count, where what they would have tied together stayed apart.
  private mutating func refuse(_ withdrawn: [Int: [Int]]) {
    var owners: [Int: [Int]] = [:]
    for (index, claim) in claims.enumerated() {
      for identifier in claim.identifiers where withdrawn[identifier] != nil {
        owners[identifier, default: []].append(index)
      }
    }
    for (identifier, referring) in withdrawn.sorted(by: { $0.key < $1.key }) {
      let sets = distinctSets(referring + (owners[identifier] ?? []))
      guard sets.count > 1 else { continue }
      refusals.append(Refusal(shared: .identifier(identifier), sets: sets, reason: .differentIdentifiers))
    }
  }

  /// The first claim about the entity that a claim is about.
  mutating func first(of claim: Int) -> Int { sets.root(of: claim) }

  private mutating func joinByGivenID() {
    var firsts: [EntityID: Int] = [:]
    for (index, claim) in claims.enumerated() where claim.identity == .given {
      if let first = firsts[claim.id] {
        sets.join(first, index)
        grounds.append((first, .givenID))
      } else {
        firsts[claim.id] = index
        givenPages[index] = index
      }
    }
  }

  // MARK: - Identifiers

  private mutating func joinByIdentifier() {
    var chains = sets
    let holders = chains.join(claims, byIdentifiers: registries.count)
    // A chain with two given ids or labels of two names is taken apart; all others are joined as they stand.
    var pages: [Int: Int] = [:]
    var knotted: [Int: [Int]] = [:]
    for page in givenPages.keys.sorted() {
      let chain = chains.root(of: page)
      if pages[chain] != nil { knotted[chain] = [] }
      pages[chain] = page
    }
    var labels: [Int: String] = [:]
    for (index, name) in labelNames {
      let chain = chains.root(of: index)
      if let other = labels[chain], other != name { knotted[chain] = [] }
      labels[chain] = name
    }
    for (index, claim) in claims.enumerated() {
      let chain = chains.root(of: index)
      if knotted[chain] != nil {
        knotted[chain]?.append(index)
        continue
      }
      for identifier in claim.identifiers where Int(holders[identifier]) != index {
        sets.join(Int(holders[identifier]), index)
        grounds.append((index, .identifier(identifier)))
      }
    }
    for chain in knotted.keys.sorted() { untie(knotted[chain] ?? []) }
    for index in claims.indices where !claims[index].identifiers.isEmpty {
      setIdentifiers[sets.root(of: index), default: []] += claims[index].identifiers
    }
    for (index, name) in labelNames { setLabels[sets.root(of: index)] = name }
  }

  /// Joins what belongs together in a chain that cannot be joined as a whole.
  private mutating func untie(_ chain: [Int]) {
    for join in IdentifierKnot(chain.map { claims[$0] }).joins {
      sets.join(chain[join.first], chain[join.second])
      grounds.append((chain[join.first], .identifier(join.identifier)))
    }
    var pages: Set<Int> = []
    var owners: [Int: Set<Int>] = [:]
    for index in chain {
      let set = sets.root(of: index)
      if claims[index].identity == .given { pages.insert(set) }
      for identifier in claims[index].identifiers { owners[identifier, default: []].insert(set) }
    }
    for (identifier, found) in owners.sorted(by: { $0.key < $1.key }) where found.count > 1 {
      contested.insert(identifier)
      refusals.append(
        Refusal(
          shared: .identifier(identifier), sets: found.sorted(),
          reason: found.count(where: pages.contains) > 1 ? .differentGivenIDs : .differentLabelNames))
    }
  }

  // MARK: - Names

  private mutating func joinByName() {
    var titles: [Name: [Int32]] = [:]
    for (index, claim) in claims.enumerated() where !claim.title.isEmpty {
      titles[Name(kind: claim.kind, folded: FoldedName.fold(claim.title)), default: []].append(Int32(index))
    }
    for page in givenPages.keys.sorted() {
      let set = sets.root(of: page)
      if set != page { givenPages[set] = page }
    }
    for name in Self.sorted(titles.filter { $0.value.count > 1 }.keys) {
      joinTitles(name, titles[name] ?? [])
    }

    var aliases: [Name: Set<Int>] = [:]
    for (index, claim) in claims.enumerated() where claim.identity == .given {
      for alias in claim.aliases {
        let name = Name(kind: claim.kind, folded: FoldedName.fold(alias))
        if titles[name] != nil { aliases[name, default: []].insert(index) }
      }
    }
    let shared = Self.sorted(aliases.keys).map { (aliases[$0] ?? [], titles[$0] ?? []) }
    // Which labels a page would take in by its aliases, before it takes in any.
    var labels: [EntityID: Set<String>] = [:]
    for (pages, bearers) in shared {
      guard let (bearer, _) = aliased(pages, bearers), let label = setLabels[bearer] else { continue }
      for page in pages { labels[claims[page].id, default: []].insert(label) }
    }
    for (pages, bearers) in shared { joinAlias(of: pages, titles: bearers, labels: labels) }
  }

  private mutating func joinTitles(_ name: Name, _ bearers: [Int32]) {
    let found = distinctSets(bearers.map(Int.init))
    guard found.count > 1 else { return }
    let different = setsOfDifferentIdentifiers(found)
    let pages = found.count { givenPages[$0] != nil }
    let areLabelsDifferent = Set(found.compactMap { setLabels[$0] }).count > 1
    var reason = RefusedJoin.Reason.differentGivenIDs
    var free: [Int] = []
    for set in found {
      if different.contains(set) {
        reason = .differentIdentifiers
      } else if areLabelsDifferent, let label = setLabels[set], label != name.folded {
        if reason != .differentIdentifiers { reason = .differentLabelNames }
      } else if pages < 2 || givenPages[set] == nil {
        free.append(set)
      }
    }
    let shown = claims[Int(bearers[0])].title
    if free.count > 1 {
      for set in free.dropFirst() { join(free[0], set, by: .name(shown)) }
    }
    guard free.count < found.count else { return }
    refusals.append(Refusal(shared: .name(shown), sets: distinctSets(found), reason: reason))
  }

  /// Those of the sets that have an identifier of a registry of which another has different ones. Sets that share
  /// an identifier that neither could be joined by are not told apart by its registry.
  private func setsOfDifferentIdentifiers(_ found: [Int]) -> Set<Int> {
    var groups: [Int32: DisjointSets] = [:]
    var holders: [Int: Int] = [:]
    for (place, set) in found.enumerated() {
      for identifier in setIdentifiers[set] ?? [] where contested.contains(identifier) {
        groups[registries[identifier], default: DisjointSets(count: found.count)].join(
          holders[identifier] ?? place, place)
        holders[identifier] = holders[identifier] ?? place
      }
    }
    var first: [Int32: Int] = [:]
    var differing: Set<Int32> = []
    for (place, set) in found.enumerated() {
      for identifier in setIdentifiers[set] ?? [] {
        let registry = registries[identifier]
        let group = groups[registry]?.root(of: place) ?? place
        if first[registry, default: group] != group { differing.insert(registry) }
        first[registry] = group
      }
    }
    return Set(
      found.filter { set in (setIdentifiers[set] ?? []).contains { differing.contains(registries[$0]) } })
  }

  /// A title that is the alias of pages: the one set that bears it and the one page, where it is one of each.
  private mutating func aliased(_ pages: Set<Int>, _ titles: [Int32]) -> (bearer: Int, page: Int)? {
    let bearers = distinctSets(titles.map(Int.init))
    let holders = distinctSets(pages.sorted())
    guard bearers.count == 1, holders.count == 1, bearers != holders else { return nil }
    return (bearers[0], holders[0])
  }

  private mutating func joinAlias(
    of pages: Set<Int>, titles: [Int32], labels: [EntityID: Set<String>]
  ) {
    let shown = claims[Int(titles[0])].title
    guard let (bearer, holder) = aliased(pages, titles) else {
      let all = distinctSets(titles.map(Int.init) + pages.sorted())
      if all.count > 1 { refusals.append(Refusal(shared: .name(shown), sets: all, reason: .ambiguous)) }
      return
    }
    let wanted = labels[claims[pages.min() ?? holder].id] ?? []
    let reason: RefusedJoin.Reason?
    if setsOfDifferentIdentifiers([bearer, holder]).isEmpty {
      if givenPages[bearer] != nil {
        reason = .differentGivenIDs
      } else if let label = setLabels[bearer], setLabels[holder].map({ $0 != label }) ?? (wanted.count > 1) {
        reason = .differentLabelNames
      } else {
        reason = nil
      }
    } else {
      reason = .differentIdentifiers
    }
    guard let reason else { return join(holder, bearer, by: .name(shown)) }
    refusals.append(Refusal(shared: .name(shown), sets: distinctSets([bearer, holder]), reason: reason))
  }

  private mutating func join(_ first: Int, _ second: Int, by ground: Ground) {
    let (one, other) = (sets.root(of: first), sets.root(of: second))
    guard sets.join(one, other) else { return }
    let (kept, gone) = (min(one, other), max(one, other))
    if let identifiers = setIdentifiers.removeValue(forKey: gone) {
      setIdentifiers[kept, default: []] += identifiers
    }
    if let page = givenPages.removeValue(forKey: gone) { givenPages[kept] = page }
    if let label = setLabels.removeValue(forKey: gone) { setLabels[kept] = label }
    grounds.append((kept, ground))
  }

  private mutating func distinctSets(_ members: [Int]) -> [Int] {
    var seen: Set<Int> = []
    return members.map { sets.root(of: $0) }.filter { seen.insert($0).inserted }.sorted()
  }

  private static func sorted(_ names: some Sequence<Name>) -> [Name] {
    names.sorted { left, right in
      if left.folded != right.folded { return left.folded < right.folded }
      return left.kind < right.kind
    }
  }
}
