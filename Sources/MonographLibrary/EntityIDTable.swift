import MonographModel

/// The ids of the entities of a library: given ones as they are, proposed ones where they are free.
struct EntityIDTable {
  /// The id of each set of claims, by the first claim of the set.
  private(set) var ids: [Int: EntityID] = [:]
  /// Earlier ids and proposals that were not taken, with the first claims of what they stand for.
  private(set) var redirects: [EntityID: Int] = [:]
  private var owners: [EntityID: Int] = [:]

  /// The first claim of the set that an id leads to.
  func owner(of id: EntityID) -> Int? { owners[id] ?? redirects[id] }

  /// Gives every set an id: the given one; else the first that a document of it proposes, else the first that a
  /// node does. Where a proposal is taken, by another set or as the earlier id of one, the set's first
  /// identifier is added, or the id of its document where it has none.
  ///
  /// - Parameter redirects: Earlier ids with the sets that state them; the first to state one has it.
  mutating func assign(
    _ sets: [(first: Int, claims: [EntityClaim])], redirects stated: [(EntityID, Int)],
    identifiers: IdentifierTable
  ) {
    for (first, claims) in sets {
      guard let claim = claims.first(where: { $0.identity == .given }) else { continue }
      take(claim.id, for: first)
    }
    for (id, first) in stated { redirect(id, to: first) }
    for (first, claims) in sets where ids[first] == nil {
      let proposing = claims.first(where: \.isDocument) ?? claims[0]
      let id = proposing.id
      if isFree(id, for: first) {
        take(id, for: first)
      } else {
        let own = claims.lazy.flatMap(\.identifiers).first.map { identifiers.identifiers[$0].curie }
        take(free(id, adding: own ?? Self.document(of: proposing)), for: first)
      }
    }
  }

  /// Lets an id that nothing has lead to a set.
  mutating func redirect(_ id: EntityID, to first: Int) {
    if owners[id] == nil, redirects[id] == nil { redirects[id] = first }
  }

  /// An id for an identifier that nobody describes.
  mutating func undescribed(_ curie: String) -> EntityID {
    let id = free(Self.id(folder: "entities", slug: EntityID.slug(fromName: curie)), adding: "")
    // No claim, so that nothing else takes it.
    owners[id] = -1
    return id
  }

  private mutating func take(_ id: EntityID, for first: Int) {
    ids[first] = id
    owners[id] = first
    redirects[id] = nil
  }

  private func isFree(_ id: EntityID, for first: Int) -> Bool {
    owners[id] == nil && (redirects[id] == nil || redirects[id] == first)
  }

  private func free(_ id: EntityID, adding text: String) -> EntityID {
    let slug = [id.slug, EntityID.slug(fromName: text)].filter { !$0.isEmpty }.joined(separator: "-")
    var candidate = Self.id(folder: id.folder, slug: slug)
    var number = 1
    while owner(of: candidate) != nil {
      number += 1
      candidate = Self.id(folder: id.folder, slug: "\(slug)-\(number)")
    }
    return candidate
  }

  private static func document(of claim: EntityClaim) -> String {
    switch claim.origin {
    case .document(let document, _): document
    case .node(let identifier): identifier.curie
    }
  }

  /// The id that a node proposes: its kind and its name, or its identifier where it has no name. A node of a graph that
  /// was written from a library proposes the id that it had there.
  static func proposal(for node: GraphNode) -> EntityID {
    if node.identifier.prefix == Identifier.ownPrefix, let id = EntityID(path: node.identifier.local) {
      return id
    }
    let folder = EntityID.slug(fromName: EntityID.plural(ofKind: node.kind))
    let name = EntityID.slug(fromName: node.name ?? "")
    return id(
      folder: node.kind.isEmpty || folder.isEmpty ? "entities" : folder,
      slug: name.isEmpty ? EntityID.slug(fromName: node.identifier.curie) : name)
  }

  /// Slugs hold letters, digits and hyphens alone; one of nothing is called `unnamed`.
  private static func id(folder: String, slug: String) -> EntityID {
    EntityID(folder: folder, slug: slug.isEmpty ? "unnamed" : slug)
      ?? EntityID(folder: "entities", slug: "unnamed")!
  }
}
