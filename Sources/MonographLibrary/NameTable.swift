import MonographModel

/// The names of a library while it is compiled.
struct NameTable {
  /// One of them.
  struct Entry: Equatable {
    /// Whose it is.
    var entity: Int
    /// What it is to it.
    var role: NameRole
    /// As it is written.
    var text: String
    /// As it is compared.
    var folded: String
  }

  private var entries: [Entry] = []

  /// Adds a name; one without text is left out.
  mutating func add(_ text: String, role: NameRole, of entity: Int) {
    guard !text.isEmpty else { return }
    entries.append(Entry(entity: entity, role: role, text: text, folded: FoldedName.fold(text)))
  }

  /// Every name once for each entity, in its best role: sorted by folded form (as UTF-8), then role, then
  /// entity.
  func sorted() -> [Entry] {
    let ordered = entries.enumerated().sorted { left, right in
      let (leftName, rightName) = (left.element, right.element)
      if leftName.folded.utf8.elementsEqual(rightName.folded.utf8) == false {
        return leftName.folded.utf8.lexicographicallyPrecedes(rightName.folded.utf8)
      }
      return (leftName.role.rawValue, leftName.entity, left.offset)
        < (rightName.role.rawValue, rightName.entity, right.offset)
    }
    var result: [Entry] = []
    result.reserveCapacity(ordered.count)
    var seen: Set<Int> = []
    var folded: String?
    for (_, entry) in ordered {
      if entry.folded != folded { seen.removeAll(keepingCapacity: true) }
      folded = entry.folded
      if seen.insert(entry.entity).inserted { result.append(entry) }
    }
    return result
  }
}
