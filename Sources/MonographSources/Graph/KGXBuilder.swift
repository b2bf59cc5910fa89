import MonographModel

/// Makes nodes and edges of the rows of KGX tables.
struct KGXBuilder {
  /// The name of the data set, where a row names none.
  let dataSet: String
  let log: DiagnosticLog
  private var identifiers = GraphIdentifiers()
  private var predicates: [String: String] = [:]
  private var kinds: [[String]: String] = [:]

  init(dataSet: String, log: DiagnosticLog) {
    self.dataSet = dataSet
    self.log = log
  }

  /// The node of a row; nil where it has none, which is reported.
  mutating func node(_ row: some KGXRow, line: Int) -> GraphNode? {
    guard let identifier = identifier(row, .id, "id", line: line) else { return nil }
    let name = row.text(.name)
    var sameAs: [Identifier] = []
    for text in row.list(.sameAs) {
      guard let other = identifiers.identifier(text) else { continue }
      if other != identifier, !sameAs.contains(other) { sameAs.append(other) }
    }
    for other in crossReferences(row) where other.prefix != identifier.prefix {
      if !sameAs.contains(where: { $0.prefix == other.prefix }) { sameAs.append(other) }
    }
    var aliases: [String] = []
    for alias in row.list(.synonym) where alias != name && !aliases.contains(alias) { aliases.append(alias) }
    return GraphNode(
      identifier: identifier, sameAs: sameAs, name: name, kind: kind(row.list(.category), line: line),
      aliases: aliases, summary: row.text(.description), source: source(row) ?? dataSet)
  }

  /// Cross references that say what the row is about: to a registry where one thing has one identifier, and the
  /// only one to it. Two would be a broader and a narrower thing, or the parts of a mixture.
  private mutating func crossReferences(_ row: some KGXRow) -> [Identifier] {
    let all = row.list(.xref).compactMap { identifiers.identifier($0) }
    return all.filter { reference in
      Identifier.identifyingPrefixes.contains(reference.prefix)
        && !all.contains { $0.prefix == reference.prefix && $0.local != reference.local }
    }
  }

  private mutating func kind(_ categories: [String], line: Int) -> String {
    if let kind = kinds[categories] { return kind }
    let kind = BiolinkCategory.kind(of: categories) { category in
      log.report(
        .graphTerm, line: line,
        "The category “\(category.prefix(80))” is not known; the kind is named for it.")
    }
    if kinds.count < 10_000 { kinds[categories] = kind }
    return kind
  }

  /// The edge of a row; nil where it has none, which is reported.
  mutating func edge(_ row: some KGXRow, line: Int) -> GraphEdge? {
    guard let subject = identifier(row, .subject, "subject", line: line),
      let object = identifier(row, .object, "object", line: line)
    else { return nil }
    guard let predicate = row.text(.predicate) else {
      log.report(.graphRow, line: line, "The row has no predicate; it is left out.")
      return nil
    }
    guard let isNegated = isNegated(row) else {
      let value = row.text(.negated) ?? ""
      log.report(
        .graphRow, line: line,
        "“negated” is “\(value.prefix(40))”, neither true nor false, so that the row may say either; it is left out."
      )
      return nil
    }
    let (words, qualifiers) = statement(row, predicate: predicate)
    return GraphEdge(
      subject: subject, predicate: words, object: object, isNegated: isNegated,
      source: source(row) ?? dataSet,
      evidence: row.text(.evidenceLevel) ?? evidence(row, qualifiers: qualifiers),
      note: row.text(.note), publications: row.list(.publications))
  }

  private mutating func identifier(
    _ row: some KGXRow, _ column: KGXColumn, _ word: String, line: Int
  ) -> Identifier? {
    guard let text = row.text(column) else {
      log.report(.graphRow, line: line, "The row has no \(word); it is left out.")
      return nil
    }
    guard let identifier = identifiers.identifier(text) else {
      log.report(
        .graphRow, line: line,
        "The \(word) “\(text.prefix(80))” is no CURIE; the row is left out.", fix: "write PREFIX:identifier")
      return nil
    }
    return identifier
  }

  private func isNegated(_ row: some KGXRow) -> Bool? {
    switch row.text(.negated)?.lowercased() {
    case nil, "false", "f", "0", "no": false
    case "true", "t", "1", "yes": true
    default: nil
    }
  }

  /// The predicate in words, and what qualifies it. A qualified predicate with what it does to which aspect of
  /// its object reads as one: `causes decreased activity of`.
  private mutating func statement(
    _ row: some KGXRow, predicate: String
  ) -> (words: String, qualifiers: [String]) {
    let direction = row.text(.objectDirection).map(BiolinkCategory.words)
    let aspect = row.text(.objectAspect).map(BiolinkCategory.words)
    let qualified = row.text(.qualifiedPredicate).map(BiolinkCategory.words)
    if let qualified, let aspect {
      return ([qualified, direction, aspect, "of"].compactMap(\.self).joined(separator: " "), [])
    }
    if predicate.hasPrefix("\(ExportedGraph.prefix):"), let words = row.text(.originalPredicate) {
      return (words, [])
    }
    var qualifiers: [String] = []
    if let qualified { qualifiers.append("qualified predicate \(qualified)") }
    if let direction { qualifiers.append("object direction \(direction)") }
    if let aspect { qualifiers.append("object aspect \(aspect)") }
    return (words(predicate), qualifiers)
  }

  private mutating func words(_ term: String) -> String {
    if let known = predicates[term] { return known }
    let words = BiolinkCategory.words(of: term)
    if predicates.count < 10_000 { predicates[term] = words }
    return words
  }

  /// `knowledge assertion, manual agent`; then the evidence codes and whatever else qualifies the statement, so
  /// that it is not read without.
  private func evidence(_ row: some KGXRow, qualifiers: [String]) -> String? {
    var parts: [String] = []
    for column in [KGXColumn.knowledgeLevel, .agentType] {
      guard let value = row.text(column), value != "not_provided" else { continue }
      parts.append(BiolinkCategory.words(of: value))
    }
    let codes = row.list(.evidence)
    if !codes.isEmpty { parts.append("evidence \(codes.joined(separator: " and "))") }
    parts += qualifiers
    for (name, values) in row.qualifiers {
      let words = BiolinkCategory.words(of: String(name.dropLast("_qualifier".count)))
      parts.append("\(words) \(values.map(Self.qualifierWords).joined(separator: " and "))")
    }
    let further = row.list(.qualifiers)
    if !further.isEmpty { parts.append("qualified by \(further.joined(separator: " and "))") }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  /// A term of the model in words; a text as it is.
  private static func qualifierWords(_ value: String) -> String {
    value.hasPrefix("biolink:") ? BiolinkCategory.words(of: value) : value
  }

  /// Who says it: the primary source where one is named, else the nearest to it. `infores:` is left out.
  private func source(_ row: some KGXRow) -> String? {
    for column in [KGXColumn.primarySource, .knowledgeSource, .aggregatorSource, .providedBy] {
      let names = row.list(column).map { $0.hasPrefix("infores:") ? String($0.dropFirst(8)) : $0 }
      if !names.isEmpty { return names.joined(separator: ", ") }
    }
    return nil
  }
}
