import MonographModel

/// A chain of claims, each sharing an identifier with another, that cannot all be about one entity: it holds two
/// given ids, or labels of different names.
///
/// An identifier of a substance does not tell apart what its labels tell apart by name: onabotulinumtoxinA and
/// incobotulinumtoxinA have one UNII, and their units are not interchangeable; so have the biosimilars
/// trastuzumab-anns and trastuzumab-dkst. In a knot, therefore:
///
/// 1. Labels that share an identifier are joined where they have one name too.
/// 2. Labels of one name go to the given page they share an identifier with, where that is one page, and they have
///    its name, or no labels of another name could go to it.
/// 3. A node goes to the page or the labels it shares an identifier with; of several, to the one that has its
///    name; else to none. Nodes that went somewhere take those along that share an identifier with them alone.
/// 4. The nodes that are left are joined among themselves.
///
/// Nodes are taken in rounds, all of a round by what the rounds before decided, so their order makes no
/// difference. Cost: the number of identifiers that the claims have, each once for each claim.
struct IdentifierKnot {
  /// Two claims, by their places in the chain, that are joined, and the identifier they share.
  struct Join {
    var first: Int
    var second: Int
    var identifier: Int
  }

  private enum Role { case page, label, node }

  private struct LabelIdentifier: Hashable {
    var name: String
    var identifier: Int
  }

  /// What is joined, in no particular order.
  private(set) var joins: [Join] = []
  private let claims: [EntityClaim]
  private let names: [String]
  private let roles: [Role]
  /// The pages and labels of the chain as they are joined so far.
  private var sets: DisjointSets

  /// Takes a chain apart.
  init(_ claims: [EntityClaim]) {
    self.claims = claims
    names = claims.map { FoldedName.fold($0.title) }
    roles = claims.map { $0.identity == .given ? .page : $0.isDocument ? .label : .node }
    sets = DisjointSets(count: claims.count)
    joinPagesOfOneID()
    joinLabelsOfOneName()
    joinLabelsToPages()
    let owners = joinNodes()
    joinNodesWithout(owners)
  }

  private mutating func join(_ first: Int, _ second: Int, by identifier: Int) {
    joins.append(Join(first: first, second: second, identifier: identifier))
    if roles[first] != .node, roles[second] != .node { sets.join(first, second) }
  }

  private mutating func joinPagesOfOneID() {
    var firsts: [EntityID: Int] = [:]
    for place in claims.indices where roles[place] == .page {
      // Joined by their id already, so that this tells nothing new.
      sets.join(firsts[claims[place].id] ?? place, place)
      firsts[claims[place].id] = firsts[claims[place].id] ?? place
    }
  }

  private mutating func joinLabelsOfOneName() {
    var holders: [LabelIdentifier: Int] = [:]
    for place in claims.indices where roles[place] == .label {
      for identifier in claims[place].identifiers {
        let key = LabelIdentifier(name: names[place], identifier: identifier)
        if let holder = holders[key] { join(holder, place, by: identifier) }
        holders[key] = holders[key] ?? place
      }
    }
  }

  private mutating func joinLabelsToPages() {
    var pages: [Int: Set<Int>] = [:]
    var pageNames: [Int: Set<String>] = [:]
    for place in claims.indices where roles[place] == .page {
      let page = sets.root(of: place)
      pageNames[page, default: []].insert(names[place])
      for identifier in claims[place].identifiers { pages[identifier, default: []].insert(page) }
    }
    var pagesOfLabels: [Int: Set<Int>] = [:]
    var shared: [(label: Int, page: Int, identifier: Int)] = []
    for place in claims.indices where roles[place] == .label {
      for identifier in claims[place].identifiers {
        for page in pages[identifier] ?? [] {
          pagesOfLabels[sets.root(of: place), default: []].insert(page)
          shared.append((place, page, identifier))
        }
      }
    }
    shared = shared.filter { pagesOfLabels[sets.root(of: $0.label)]?.count == 1 }
    var labelNames: [Int: Set<String>] = [:]
    for link in shared { labelNames[link.page, default: []].insert(names[link.label]) }
    for link in shared {
      let all = labelNames[link.page] ?? []
      let own = all.intersection(pageNames[link.page] ?? [])
      guard (own.isEmpty ? all : own) == [names[link.label]] else { continue }
      join(link.page, link.label, by: link.identifier)
    }
  }

  /// Gives each node the page or labels it belongs to, by the smallest place of these; nil where none.
  private mutating func joinNodes() -> [Int?] {
    var owners: [Int?] = []
    var ownerNames: [Int: Set<String>] = [:]
    for place in claims.indices {
      let owner = roles[place] == .node ? nil : sets.root(of: place)
      owners.append(owner)
      if let owner { ownerNames[owner, default: []].insert(names[place]) }
    }
    var holders: [Int: Set<Int>] = [:]
    var nodes: [Int: [Int]] = [:]
    for place in claims.indices {
      for identifier in claims[place].identifiers {
        if let owner = owners[place] {
          holders[identifier, default: []].insert(owner)
        } else {
          nodes[identifier, default: []].append(place)
        }
      }
    }
    var round = Set(claims.indices.filter { roles[$0] == .node })
    while !round.isEmpty {
      var chosen: [(node: Int, owner: Int)] = []
      for node in round where owners[node] == nil {
        var found = claims[node].identifiers.reduce(into: Set<Int>()) { $0.formUnion(holders[$1] ?? []) }
        if found.count > 1 { found = found.filter { ownerNames[$0]?.contains(names[node]) == true } }
        if found.count == 1, let owner = found.first { chosen.append((node, owner)) }
      }
      round = []
      var gained: [(identifier: Int, owner: Int)] = []
      for (node, owner) in chosen {
        owners[node] = owner
        for identifier in claims[node].identifiers {
          if holders[identifier]?.contains(owner) == true {
            join(owner, node, by: identifier)
          } else {
            gained.append((identifier, owner))
          }
        }
      }
      for (identifier, owner) in gained where holders[identifier, default: []].insert(owner).inserted {
        round.formUnion(nodes[identifier] ?? [])
      }
    }
    return owners
  }

  private mutating func joinNodesWithout(_ owners: [Int?]) {
    var holders: [Int: Int] = [:]
    for place in claims.indices where owners[place] == nil {
      for identifier in claims[place].identifiers {
        if let holder = holders[identifier] { join(holder, place, by: identifier) }
        holders[identifier] = holders[identifier] ?? place
      }
    }
  }
}
