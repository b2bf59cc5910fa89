import MonographModel

/// The entities of a library while it is compiled, numbered from 1 in the order they are first named.
struct EntityTable {
  /// One of them.
  struct Entry {
    /// Its id.
    var id: EntityID
    /// The document whose title, kind and class it bears; nil while it has no page.
    var page: Description?
    /// What those that point to it call it, with how often, in the order first seen; kept while it has no
    /// page.
    fileprivate var names: [(name: String, count: Int)] = []

    fileprivate init(id: EntityID) { self.id = id }

    /// The title of its page, else the name it is most often called by, the earliest among equals.
    var title: String {
      if let page { return page.title }
      var best: (name: String, count: Int)?
      for candidate in names where candidate.count > best?.count ?? 0 { best = candidate }
      return best?.name ?? id.nameFromSlug
    }

    /// What sort of thing it is.
    var kind: String { page?.kind ?? id.kind }
  }

  /// What a document says of its entity.
  struct Description {
    var title: String
    var kind: String
    var entityClass: String?
    var layer: Int
  }

  /// All of them; the entity with key `n` at `n - 1`.
  private(set) var entries: [Entry] = []
  private var keys: [EntityID: Int] = [:]

  /// The key of an entity, which is new where it was not named before.
  mutating func key(of id: EntityID) -> Int {
    if let key = keys[id] { return key }
    entries.append(Entry(id: id))
    keys[id] = entries.count
    return entries.count
  }

  /// The key of an entity that was named before.
  func existingKey(of id: EntityID) -> Int? { keys[id] }

  /// The entity with a key.
  subscript(key: Int) -> Entry { entries[key - 1] }

  /// Notes what something that points to an entity calls it.
  mutating func note(name: String, of key: Int) {
    guard entries[key - 1].page == nil, !name.isEmpty else { return }
    if let index = entries[key - 1].names.firstIndex(where: { $0.name == name }) {
      entries[key - 1].names[index].count += 1
    } else if entries[key - 1].names.count < 8 {
      entries[key - 1].names.append((name, 1))
    }
  }

  /// Notes that an entity has a page. The first of the highest layer gives it title, kind and class.
  mutating func note(page: Description, of key: Int) {
    if let standing = entries[key - 1].page, standing.layer >= page.layer { return }
    entries[key - 1].page = page
    entries[key - 1].names = []
  }
}
