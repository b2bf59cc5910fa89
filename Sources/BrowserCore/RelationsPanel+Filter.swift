import MonographModel
import TextLayout

/// Narrowing the panel by typing.
extension RelationsPanel {
  /// What is typed, taken apart.
  var filter: RelationFilter { RelationFilter(list.filter?.text ?? "") }

  /// Begins typing a filter.
  mutating func beginFilter() {
    list.beginFilter()
    update()
  }

  /// Deals with a key while typing; false where the key is for the list.
  mutating func type(_ key: Key) -> Bool {
    let before = list.filter?.text ?? ""
    if key == .tab, filter.last != nil {
      guard let text = facets.flatMap({ filter.completion(facets: $0) }) else { return true }
      list.filter = TextField(text)
    } else if !list.type(key) {
      return false
    }
    if (list.filter?.text ?? "") == before {
      update()
    } else {
      update()
      selectFirst()
    }
    return true
  }

  /// What is said of the filter: the values that may be meant, one that nothing has, that more is being looked for.
  func filterNotes(_ filter: RelationFilter) -> [String] {
    guard list.filter != nil, page.neighbours.edgeCount > 0 else { return [] }
    if let facets, let unknown = filter.unknown(in: facets) {
      let word = unknown.field == .kind ? "kind" : "source"
      return [
        "No relation here has the \(word) “\(unknown.value)”: "
          + offered(facets.values(of: unknown.field), none: "none has a \(word)")
      ]
    }
    var notes: [String] = []
    if let facets, list.isTyping, let last = filter.last {
      let matching = RelationFacets.matching(last.value, in: facets.values(of: last.field))
      notes.append(
        "\(last.field.rawValue): " + offered(matching, none: "no relation here has one")
          + (matching.isEmpty ? "" : "; Tab completes"))
    } else if list.isTyping, filter.isEmpty {
      notes.append("words of a name, kind: or source:")
    }
    if asked != nil, !filter.isEmpty {
      notes.append("looking through \(Neighbours.grouped(all.count)) relations")
    }
    return notes
  }

  private func offered(_ facets: [RelationFacets.Facet], none: String) -> String {
    guard !facets.isEmpty else { return none }
    let limit = 12
    let named = facets.prefix(limit).map { "\($0.value) \(Neighbours.grouped($0.count))" }
    let others = facets.count - named.count
    return named.joined(separator: ", ") + (others > 0 ? " and \(Neighbours.grouped(others)) others" : "")
  }
}
