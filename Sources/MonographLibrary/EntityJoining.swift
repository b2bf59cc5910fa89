import MonographModel

/// Decides which claims are about one entity.
///
/// 1. Claims with one given id are about one entity. Two given ids are never joined, by whatever.
/// 2. Claims that share an identifier are about one entity, and so along chains. Where a chain ties two given
///    ids together, each of the others goes to the one given id it shares an identifier with; those that share
///    with none or several are joined among themselves alone.
/// 3. Of the sets so far, those that share a title (see ``FoldedName``) and a kind are one, unless two of them
///    have identifiers of one registry (which then differ, or they would be one) or given ids. Where some
///    conflict, those that conflict with nobody are joined with each other only: which of the others they mean
///    cannot be told.
/// 4. A title is also the alias of a given page where exactly one set bears the title, exactly one page the
///    alias, both of one kind, and nothing conflicts. Aliases of other documents and of nodes join nothing: in
///    labels they name ingredients, in graphs broader and narrower terms.
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
  /// Identifiers that more than one set has after the second step; they tell nothing apart.
  private var contested: Set<Int> = []
  private var setRegistries: [Int: [Int32]] = [:]
  /// What joined, each with one of the claims it joined.
  private(set) var grounds: [(claim: Int, ground: Ground)] = []
  /// What was not joined.
  private(set) var refusals: [Refusal] = []

  /// Decides; `registries` gives the registry of each identifier.
  init(_ claims: [EntityClaim], registries: [Int32]) {
    self.claims = claims
    self.registries = registries
    sets = DisjointSets(count: claims.count)
    joinByGivenID()
    joinByIdentifier()
    joinByName()
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
    var holders = [Int32](repeating: -1, count: registries.count)
    var chains = sets
    for (index, claim) in claims.enumerated() {
      for identifier in claim.identifiers {
        if holders[identifier] < 0 { holders[identifier] = Int32(index) }
        chains.join(Int(holders[identifier]), index)
      }
    }
    // A chain with two given ids is taken apart; all others are joined as they stand.
    var pages: [Int: Int] = [:]
    var knotted: [Int: [Int]] = [:]
    for page in givenPages.keys.sorted() {
      let chain = chains.root(of: page)
      if pages[chain] != nil { knotted[chain] = [] }
      pages[chain] = page
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
      let numbers = claims[index].identifiers.filter { !contested.contains($0) }.map { registries[$0] }
      let set = sets.root(of: index)
      setRegistries[set] = Array(Set(setRegistries[set] ?? []).union(numbers))
    }
  }

  /// Joins the claims of a chain that holds two given ids or more.
  private mutating func untie(_ chain: [Int]) {
    var pages: [Int: Set<Int>] = [:]
    for index in chain where claims[index].identity == .given {
      for identifier in claims[index].identifiers {
        pages[identifier, default: []].insert(sets.root(of: index))
      }
    }
    var holders: [Int: Int] = [:]
    for index in chain where claims[index].identity != .given {
      let identifiers = claims[index].identifiers
      let found = identifiers.reduce(into: Set<Int>()) { $0.formUnion(pages[$1] ?? []) }
      if found.count == 1, let page = found.first {
        sets.join(page, index)
        for identifier in identifiers where pages[identifier] != nil {
          grounds.append((index, .identifier(identifier)))
        }
        continue
      }
      for identifier in identifiers {
        if let holder = holders[identifier] {
          sets.join(holder, index)
          grounds.append((index, .identifier(identifier)))
        }
        holders[identifier] = holders[identifier] ?? index
      }
    }
    var owners: [Int: Set<Int>] = [:]
    for index in chain {
      for identifier in claims[index].identifiers {
        owners[identifier, default: []].insert(sets.root(of: index))
      }
    }
    for (identifier, found) in owners.sorted(by: { $0.key < $1.key }) where found.count > 1 {
      contested.insert(identifier)
      refusals.append(
        Refusal(shared: .identifier(identifier), sets: found.sorted(), reason: .differentGivenIDs))
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
    for name in Self.sorted(aliases.keys) {
      joinAlias(name, of: aliases[name] ?? [], titles: titles[name] ?? [])
    }
  }

  private mutating func joinTitles(_ name: Name, _ bearers: [Int32]) {
    let found = distinctSets(bearers.map(Int.init))
    guard found.count > 1 else { return }
    var counts: [Int32: Int] = [:]
    for set in found { for registry in setRegistries[set] ?? [] { counts[registry, default: 0] += 1 } }
    let pages = found.count { givenPages[$0] != nil }
    var free: [Int] = []
    var areIdentifiersDifferent = false
    for set in found {
      let differs = (setRegistries[set] ?? []).contains { counts[$0] ?? 0 > 1 }
      areIdentifiersDifferent = areIdentifiersDifferent || differs
      if !differs, pages < 2 || givenPages[set] == nil { free.append(set) }
    }
    if free.count > 1 {
      let shown = claims[Int(bearers[0])].title
      for set in free.dropFirst() { join(free[0], set, by: .name(shown)) }
    }
    guard free.count < found.count else { return }
    refuse(.name(claims[Int(bearers[0])].title), found, areIdentifiersDifferent)
  }

  private mutating func joinAlias(_ name: Name, of pages: Set<Int>, titles: [Int32]) {
    let bearers = distinctSets(titles.map(Int.init))
    let holders = distinctSets(pages.sorted())
    let shown = claims[Int(titles[0])].title
    guard let bearer = bearers.first, let holder = holders.first, bearers != holders else { return }
    guard bearers.count == 1, holders.count == 1 else {
      refusals.append(
        Refusal(shared: .name(shown), sets: distinctSets(bearers + holders), reason: .ambiguous))
      return
    }
    let differs = !Set(setRegistries[bearer] ?? []).isDisjoint(with: setRegistries[holder] ?? [])
    if differs || givenPages[bearer] != nil {
      refuse(.name(shown), [bearer, holder], differs)
    } else {
      join(holder, bearer, by: .name(shown))
    }
  }

  private mutating func refuse(_ ground: Ground, _ found: [Int], _ areIdentifiersDifferent: Bool) {
    refusals.append(
      Refusal(
        shared: ground, sets: distinctSets(found),
        reason: areIdentifiersDifferent ? .differentIdentifiers : .differentGivenIDs))
  }

  private mutating func join(_ first: Int, _ second: Int, by ground: Ground) {
    let (one, other) = (sets.root(of: first), sets.root(of: second))
    guard sets.join(one, other) else { return }
    let (kept, gone) = (min(one, other), max(one, other))
    setRegistries[kept] = Array(
      Set(setRegistries[kept] ?? []).union(setRegistries.removeValue(forKey: gone) ?? []))
    if let page = givenPages.removeValue(forKey: gone) { givenPages[kept] = page }
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
