import MonographModel

/// The entities of a library, once everything that names one is known: each with its id, its name and its
/// key, and what every reference stands for.
///
/// Keys count from 1 in the order of names (without regard to ASCII case, then by id), so that relations in the
/// order of their keys are in the order of names.
struct EntityResolution: Sendable {
  /// One of them.
  struct Entity: Sendable {
    var id: EntityID
    var title: String
    var kind: String
    var entityClass: String?
    var hasPage: Bool
  }

  /// All of them; the entity with key `n` at `n - 1`.
  private(set) var entities: [Entity] = []
  /// Earlier ids and proposed ones that were not taken, with the keys of what they stand for, by id.
  private(set) var redirects: [(id: EntityID, target: Int)] = []
  /// What was joined, and what was not.
  private(set) var joins: [EntityJoin] = []
  private(set) var refusals: [RefusedJoin] = []
  private var pathKeys: [Int32] = []
  private var identifierKeys: [Int32] = []
  private var claimKeys: [Int32] = []

  /// The key of what a reference stands for.
  func key(of reference: EntityReference) -> Int {
    switch reference {
    case .path(let key): Int(pathKeys[key])
    case .identifier(let key): Int(identifierKeys[key])
    case .claim(let key): Int(claimKeys[key])
    case .entity(let key): key
    }
  }

  /// Decides which claims are about one entity, and gives every entity its id.
  ///
  /// - Parameters:
  ///   - ends: Which identifiers edges name; those that nobody describes become entities too.
  ///   - redirects: Earlier ids, by their keys among the paths, with the claims that state them.
  init(
    claims: [EntityClaim], identifiers: IdentifierTable, ends: Set<Int>, paths: PathTable,
    redirects stated: [(path: Int, claim: Int)]
  ) {
    var joining = EntityJoining(claims, registries: identifiers.registries)
    var members: [Int: [Int]] = [:]
    var firsts: [Int] = []
    for index in claims.indices {
      let first = joining.first(of: index)
      firsts.append(first)
      members[first, default: []].append(index)
    }
    let order = members.keys.sorted()
    var ids = EntityIDTable()
    ids.assign(
      order.map { first in (first, (members[first] ?? []).map { claims[$0] }) },
      redirects: stated.map { (paths.entries[$0.path].id, firsts[$0.claim]) }, identifiers: identifiers)
    for first in order {
      for index in members[first] ?? [] {
        let claim = claims[index]
        if claim.isDocument || paths.existingKey(of: claim.id) != nil { ids.redirect(claim.id, to: first) }
      }
    }

    // What is described, then what is linked to, then what edges alone name.
    var drafts: [Entity] = []
    var draftOfFirst: [Int: Int] = [:]
    for first in order {
      draftOfFirst[first] = drafts.count
      drafts.append(
        Self.entity(
          ids.ids[first] ?? claims[first].id, (members[first] ?? []).map { claims[$0] }, identifiers))
    }
    var draftOfPath: [Int] = []
    for entry in paths.entries {
      if let first = ids.owner(of: entry.id), let draft = draftOfFirst[first] {
        draftOfPath.append(draft)
      } else {
        draftOfPath.append(drafts.count)
        drafts.append(Entity(id: entry.id, title: entry.name, kind: entry.id.kind, hasPage: false))
      }
    }
    var draftOfIdentifier = [Int](repeating: -1, count: identifiers.identifiers.count)
    var holders: [Int: [(claim: Int, draft: Int)]] = [:]
    for (index, claim) in claims.enumerated() {
      let draft = draftOfFirst[firsts[index]] ?? -1
      for identifier in claim.identifiers {
        if joining.contested.contains(identifier) {
          holders[identifier, default: []].append((index, draft))
        } else {
          draftOfIdentifier[identifier] = draft
        }
      }
    }
    for (identifier, held) in holders {
      draftOfIdentifier[identifier] =
        Self.meant(
          by: identifier, held.map { (claims[$0.claim], $0.draft) }, hasPage: { drafts[$0].hasPage }) ?? -1
    }
    for identifier in ends.sorted() where draftOfIdentifier[identifier] < 0 {
      let curie = identifiers.identifiers[identifier].curie
      let id = ids.undescribed(curie)
      if let path = paths.existingKey(of: id) {
        draftOfIdentifier[identifier] = draftOfPath[path]
      } else {
        draftOfIdentifier[identifier] = drafts.count
        drafts.append(Entity(id: id, title: curie, kind: id.kind, hasPage: false))
      }
    }
    number(
      drafts, paths: draftOfPath, identifiers: draftOfIdentifier, claims: firsts.map { draftOfFirst[$0] ?? 0 }
    )
    redirects = ids.redirects.map { ($0.key, Int(claimKeys[$0.value])) }.sorted { $0.id < $1.id }
    tell(joining, claims: claims, members: members, identifiers: identifiers)
  }

  /// What an edge means that names an identifier which several entities have: the node that is called by it, one
  /// without a page before one with; else the page an author gave; nil where that is more than one.
  private static func meant(
    by identifier: Int, _ held: [(claim: EntityClaim, draft: Int)], hasPage: (Int) -> Bool
  ) -> Int? {
    let nodes = Set(
      held.filter { !$0.claim.isDocument && $0.claim.identifiers.first == identifier }.map(\.draft))
    let given = Set(held.filter { $0.claim.identity == .given }.map(\.draft))
    let choices = [nodes.filter { !hasPage($0) }, nodes, given]
    return choices.first { $0.count == 1 }?.first
  }

  /// What the members of a set say together: the document that is offered first gives name, kind and class,
  /// else the first node that has a name.
  private static func entity(_ id: EntityID, _ claims: [EntityClaim], _ identifiers: IdentifierTable)
    -> Entity
  {
    var chosen = claims[0]
    for claim in claims.dropFirst() {
      let isBetter =
        switch (claim.entry, chosen.entry) {
        case (let entry?, let other?): entry.isOffered(before: other)
        case (_?, nil): true
        case (nil, _?): false
        case (nil, nil): chosen.title.isEmpty
        }
      if isBetter { chosen = claim }
    }
    let name = chosen.identifiers.first.map { identifiers.identifiers[$0].curie } ?? id.nameFromSlug
    return Entity(
      id: id, title: chosen.title.isEmpty && !chosen.isDocument ? name : chosen.title, kind: chosen.kind,
      entityClass: chosen.entityClass, hasPage: claims.contains(where: \.isDocument))
  }

  private mutating func number(_ drafts: [Entity], paths: [Int], identifiers: [Int], claims: [Int]) {
    let names = drafts.map { draft in draft.title.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 } }
    let order = drafts.indices.sorted { left, right in
      if names[left] != names[right] { return names[left].lexicographicallyPrecedes(names[right]) }
      return drafts[left].id < drafts[right].id
    }
    var keys = [Int32](repeating: 0, count: drafts.count)
    for (place, draft) in order.enumerated() { keys[draft] = Int32(place + 1) }
    entities = order.map { drafts[$0] }
    pathKeys = paths.map { keys[$0] }
    identifierKeys = identifiers.map { $0 < 0 ? 0 : keys[$0] }
    claimKeys = claims.map { keys[$0] }
  }

  private mutating func tell(
    _ joining: EntityJoining, claims: [EntityClaim], members: [Int: [Int]], identifiers: IdentifierTable
  ) {
    var joining = joining
    func ground(_ ground: EntityJoining.Ground, _ claim: Int) -> EntityJoin.Ground {
      switch ground {
      case .givenID: .givenID(claims[claim].id)
      case .identifier(let key): .identifier(identifiers.identifiers[key])
      case .name(let name): .name(name)
      }
    }
    var grounds: [Int: [EntityJoin.Ground]] = [:]
    var seen: [Int: Set<EntityJoin.Ground>] = [:]
    for (claim, stated) in joining.grounds {
      let first = joining.first(of: claim)
      let told = ground(stated, claim)
      if seen[first, default: []].insert(told).inserted { grounds[first, default: []].append(told) }
    }
    for first in grounds.keys.sorted() where members[first]?.count ?? 0 > 1 {
      let entity = entities[Int(claimKeys[first]) - 1]
      joins.append(
        EntityJoin(
          entity: entity.id, title: entity.title,
          members: (members[first] ?? []).map { index in
            switch claims[index].origin {
            case .document(let document, _): .document(document)
            case .node(let identifier): .node(identifier)
            }
          }, grounds: grounds[first] ?? []))
    }
    for refusal in joining.refusals {
      let keys = Set(refusal.sets.map { Int(claimKeys[$0]) })
      guard keys.count > 1 else { continue }
      refusals.append(
        RefusedJoin(
          shared: ground(refusal.shared, refusal.sets[0]),
          entities: keys.map { entities[$0 - 1].id }.sorted(),
          reason: refusal.reason))
    }
  }
}
