import MonographModel

/// The entity ids that links, relations and redirects of a library name while it is compiled, numbered from 0
/// in the order they are first named.
struct PathTable {
  /// One of them.
  struct Entry {
    /// The id.
    let id: EntityID
    /// What those that point to it call it, with how often, in the order first seen.
    fileprivate var names: [(name: String, count: Int)] = []

    /// The name it is most often called by, the earliest among equals; else the words of its slug.
    var name: String {
      var best: (name: String, count: Int)?
      for candidate in names where candidate.count > best?.count ?? 0 { best = candidate }
      return best?.name ?? id.nameFromSlug
    }
  }

  /// How many names are counted for each.
  private static let nameLimit = 8

  /// All of them.
  private(set) var entries: [Entry] = []
  private var keys: [EntityID: Int] = [:]

  /// The key of an id, which is new where it was not named before.
  mutating func key(of id: EntityID) -> Int {
    if let key = keys[id] { return key }
    keys[id] = entries.count
    entries.append(Entry(id: id))
    return entries.count - 1
  }

  /// The key of an id that was named before.
  func existingKey(of id: EntityID) -> Int? { keys[id] }

  /// Notes what something that points to an entity calls it.
  mutating func note(name: String, of key: Int) {
    guard !name.isEmpty else { return }
    if let index = entries[key].names.firstIndex(where: { $0.name == name }) {
      entries[key].names[index].count += 1
    } else if entries[key].names.count < Self.nameLimit {
      entries[key].names.append((name, 1))
    }
  }
}
