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
/// difference. Cost: the number of identifiers that the claims have, each once for each claim. A node that shares
/// an identifier with several costs the number of these as well, or that of all that have its name, whichever is
/// less, and again when its identifiers gain one.
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
    var pages: [Int: Few] = [:]
    var pageNames: [Int: Set<String>] = [:]
    for place in claims.indices where roles[place] == .page {
      let page = sets.root(of: place)
      pageNames[page, default: []].insert(names[place])
      for identifier in claims[place].identifiers { pages[identifier, default: Few()].insert(page) }
    }
    var pagesOfLabels: [Int: Few] = [:]
    var shared: [(label: Int, page: Int, identifier: Int)] = []
    for place in claims.indices where roles[place] == .label {
      for identifier in claims[place].identifiers {
        guard let found = pages[identifier] else { continue }
        pagesOfLabels[sets.root(of: place), default: Few()].formUnion(found)
        if let page = found.only { shared.append((place, page, identifier)) }
      }
    }
    shared = shared.filter { pagesOfLabels[sets.root(of: $0.label)]?.only != nil }
    var labelNames: [Int: Set<String>] = [:]
    for link in shared { labelNames[link.page, default: []].insert(names[link.label]) }
    // The names that labels must have to go to a page.
    for (page, all) in labelNames {
      let own = all.intersection(pageNames[page] ?? [])
      if !own.isEmpty { labelNames[page] = own }
    }
    for link in shared {
      guard let wanted = labelNames[link.page], wanted.count == 1, wanted.contains(names[link.label]) else {
        continue
      }
      join(link.page, link.label, by: link.identifier)
    }
  }

  /// Gives each node the page or labels it belongs to, by the smallest place of these; nil where none.
  private mutating func joinNodes() -> [Int?] {
    var owners: [Int?] = []
    var named: [String: Set<Int>] = [:]
    for place in claims.indices {
      let owner = roles[place] == .node ? nil : sets.root(of: place)
      owners.append(owner)
      guard let owner else { continue }
      named[names[place], default: []].insert(owner)
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
        let found = claims[node].identifiers.compactMap { holders[$0] }
        if let owner = Self.only(of: found) ?? Self.only(of: found, among: named[names[node]] ?? []) {
          chosen.append((node, owner))
        }
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
      var widened: Set<Int> = []
      for (identifier, owner) in gained where holders[identifier, default: []].insert(owner).inserted {
        widened.insert(identifier)
      }
      for identifier in widened { round.formUnion(nodes[identifier] ?? []) }
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

  // MARK: - Exactly one

  /// The one that sets hold together; nil where they hold none, or several.
  private static func only(of sets: [Set<Int>]) -> Int? {
    var found = Few()
    for set in sets {
      for member in set.prefix(2) { found.insert(member) }
    }
    return found.only
  }

  /// The one of some that sets hold together; nil where they hold none of them, or several.
  private static func only(of sets: [Set<Int>], among wanted: Set<Int>) -> Int? {
    var found = Few()
    for set in sets {
      let (fewer, more) = set.count < wanted.count ? (set, wanted) : (wanted, set)
      for member in fewer where more.contains(member) {
        found.insert(member)
        if found.isFull { return nil }
      }
    }
    return found.only
  }

  /// A set that is asked only whether it has one member: it keeps two.
  private struct Few {
    private var first: Int?
    private var second: Int?

    /// Its member, where it has one alone.
    var only: Int? { second == nil ? first : nil }
    var isFull: Bool { second != nil }

    mutating func insert(_ member: Int) {
      if first == nil {
        first = member
      } else if first != member, second == nil {
        second = member
      }
    }

    mutating func formUnion(_ other: Few) {
      if let member = other.first { insert(member) }
      if let member = other.second { insert(member) }
    }
  }
}
