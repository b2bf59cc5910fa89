import MonographModel

/// What is typed to narrow the relations panel: words of a name, and `kind:gene`, `source:hetionet`, whose values may
/// be cut short, and stand in quotation marks where they have spaces. Any text is a filter.
struct RelationFilter: Hashable, Sendable {
  /// What a value narrows.
  enum Field: String, Hashable, Sendable, CaseIterable {
    /// The sort of thing at the other end.
    case kind
    /// Who states the relation.
    case source
  }

  /// The words that a name has to hold, folded.
  private(set) var words: [String] = []
  /// The values as typed, without the empty ones.
  private(set) var values: [Field: [String]] = [:]
  /// The field and the value typed last, where no space follows; the value may be empty.
  private(set) var last: (field: Field, value: String)? {
    get { lastField.map { ($0, lastValue) } }
    set { (lastField, lastValue) = (newValue?.field, newValue?.value ?? "") }
  }
  private var lastField: Field?
  private var lastValue = ""
  /// What stands before that value's name.
  private(set) var beginning = ""

  init(_ text: String) {
    var start = text.startIndex
    while start < text.endIndex {
      guard !text[start].isWhitespace else {
        start = text.index(after: start)
        continue
      }
      var isQuoted = false
      var end = start
      while end < text.endIndex, isQuoted || !text[end].isWhitespace {
        if text[end] == "\"" { isQuoted.toggle() }
        end = text.index(after: end)
      }
      add(String(text[start..<end]))
      if end == text.endIndex, last != nil { beginning = String(text[..<start]) }
      if end < text.endIndex { last = nil }
      start = end
    }
  }

  private mutating func add(_ token: String) {
    let typed = token.filter { $0 != "\"" }
    if let colon = typed.firstIndex(of: ":"), let field = Field(rawValue: typed[..<colon].lowercased()) {
      let value = String(typed[typed.index(after: colon)...])
      last = (field, value)
      if !value.isEmpty { values[field, default: []].append(value) }
    } else {
      last = nil
      words += typed.split(separator: " ").map(String.init)
    }
  }

  /// Whether it lets everything through.
  var isEmpty: Bool { words.isEmpty && values.isEmpty }

  // MARK: Matching

  /// Whether it lets a neighbour through. What has no source is let through by no source's name.
  func matches(name: String, kind: String?, source: String?) -> Bool {
    func holds(_ field: Field, _ value: String?) -> Bool {
      values[field]?.contains { Self.begins(value ?? "", with: $0) } ?? true
    }
    return holds(.kind, kind) && holds(.source, source) && matches(name: name)
  }

  /// Whether it lets a relation through, as a library does that is asked the question.
  func matches(_ edge: Neighbours.Edge, as query: RelationQuery) -> Bool {
    (query.kinds.isEmpty || query.kinds.contains(edge.otherKind))
      && (query.sources.isEmpty || edge.relation.source.map(query.sources.contains) == true)
      && matches(name: edge.otherName)
  }

  private func matches(name: String) -> Bool {
    guard !words.isEmpty else { return true }
    let text = FoldedText(name)
    return words.allSatisfy { !text.ranges(of: FoldedText($0)).isEmpty }
  }

  /// Whether a value, or a word of it, begins with what was typed.
  private static func begins(_ value: String, with typed: String) -> Bool {
    let (value, typed) = (value.lowercased(), typed.lowercased())
    return value.hasPrefix(typed)
      || value.split { $0 == " " || $0 == "-" || $0 == "_" }.contains { $0.hasPrefix(typed) }
  }

  // MARK: Values

  /// The field and the value typed that no relation has, where there is one.
  func unknown(in facets: RelationFacets) -> (field: Field, value: String)? {
    for field in Field.allCases {
      for typed in values[field] ?? []
      where RelationFacets.matching(typed, in: facets.values(of: field)).isEmpty {
        return (field, typed)
      }
    }
    return nil
  }

  /// The question to the library; nil where a value is known of no relation.
  func query(order: RelationQuery.Order, facets: RelationFacets) -> RelationQuery? {
    guard unknown(in: facets) == nil else { return nil }
    func chosen(_ field: Field) -> Set<String> {
      Set(
        (values[field] ?? []).flatMap {
          RelationFacets.matching($0, in: facets.values(of: field)).map(\.value)
        })
    }
    return RelationQuery(
      words: words.joined(separator: " "), kinds: chosen(.kind), sources: chosen(.source), order: order)
  }

  /// The text with the value typed last made as long as it can be; nil where it cannot be made longer.
  func completion(facets: RelationFacets) -> String? {
    guard let last else { return nil }
    let matching = RelationFacets.matching(last.value, in: facets.values(of: last.field)).map(\.value)
    guard var common = matching.first else { return nil }
    for value in matching {
      while !value.lowercased().hasPrefix(common.lowercased()) { common.removeLast() }
    }
    let isWhole = matching.count == 1
    guard isWhole || common.count > last.value.count else { return nil }
    let isQuoted = common.contains(where: \.isWhitespace)
    let quoted = isQuoted ? "\"\(common)" + (isWhole ? "\"" : "") : common
    return "\(beginning)\(last.field.rawValue):\(quoted)\(isWhole ? " " : "")"
  }
}

extension RelationFacets {
  /// The values of a field.
  func values(of field: RelationFilter.Field) -> [Facet] {
    switch field {
    case .kind: kinds
    case .source: sources
    }
  }
}
