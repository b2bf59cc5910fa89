import MonographModel
internal import Yams

/// One path of DrugMechDB, from its YAML.
struct DrugMechDBPath {
  let log: DiagnosticLog
  /// What is added to Yams' lines to count in the whole file.
  let lineOffset: Int
  private var identifiers = GraphIdentifiers()

  init(log: DiagnosticLog, lineOffset: Int) {
    self.log = log
    self.lineOffset = lineOffset
  }

  /// The path's nodes, then its edges.
  mutating func records(of path: Node) -> [SourceRecord] {
    guard case .mapping(let mapping) = path else {
      report("The path is not a map of keys and values; it is left out.", at: path)
      return []
    }
    let graph = mapping["graph"]?.mapping
    let id = graph.flatMap { Self.text($0["_id"] ?? $0["id"]) } ?? Self.text(mapping["_id"])
    if id == nil {
      log.report(.graphRow, line: line(of: path), severity: .warning, "The path has no id (graph: _id:).")
    }
    let source = id.map { MechanismGraph.sourcePrefix + $0 } ?? "DrugMechDB"
    let known = DescribedEnds(graph: graph, identifiers: &identifiers)
    var records: [SourceRecord] = []
    for item in items(mapping["nodes"], of: "nodes") {
      if let node = node(item, source: source, ends: known) { records.append(.node(node)) }
    }
    let publications = texts(mapping["references"])
    let comment = Self.text(mapping["comment"]).map { "on the path: \($0)" }
    for item in items(mapping["links"], of: "links") {
      guard var edge = edge(item) else { continue }
      edge.source = source
      edge.note = comment
      edge.publications = publications
      records.append(.edge(edge))
    }
    return records
  }

  private mutating func node(_ item: Node, source: String, ends: DescribedEnds) -> GraphNode? {
    guard case .mapping(let mapping) = item else {
      report("A node is not a map of keys and values; it is left out.", at: item)
      return nil
    }
    guard let identifier = identifier(mapping["id"], "id", at: item) else { return nil }
    let name = Self.text(mapping["name"])
    var aliases = texts(mapping["alt_names"])
    if let other = ends.names[identifier], other.lowercased() != name?.lowercased() { aliases.append(other) }
    var distinct: [String] = []
    for alias in aliases where alias != name && !distinct.contains(alias) { distinct.append(alias) }
    let kind = BiolinkCategory.kind(of: [Self.text(mapping["label"]) ?? ""]) { label in
      log.report(
        .graphTerm, line: line(of: item),
        "The label “\(label.prefix(80))” is not known; the kind is named for it.")
    }
    return GraphNode(
      identifier: identifier, sameAs: ends.sameAs[identifier] ?? [], name: name, kind: kind,
      aliases: distinct,
      source: source)
  }

  private mutating func edge(_ item: Node) -> GraphEdge? {
    guard case .mapping(let mapping) = item else {
      report("A link is not a map of keys and values; it is left out.", at: item)
      return nil
    }
    guard let subject = identifier(mapping["source"], "source", at: item),
      let object = identifier(mapping["target"], "target", at: item)
    else { return nil }
    guard let predicate = Self.text(mapping["key"]) else {
      report("A link has no key; it is left out.", at: item)
      return nil
    }
    return GraphEdge(subject: subject, predicate: BiolinkCategory.words(of: predicate), object: object)
  }

  private mutating func identifier(_ node: Node?, _ word: String, at item: Node) -> Identifier? {
    guard let text = Self.text(node) else {
      report("There is no \(word) here; the entry is left out.", at: item)
      return nil
    }
    guard let identifier = identifiers.identifier(text) else {
      report(
        "The \(word) “\(text.prefix(80))” is no CURIE; the entry is left out.", at: node ?? item,
        fix: "write PREFIX:identifier")
      return nil
    }
    return identifier
  }

  // MARK: - YAML

  private func items(_ node: Node?, of key: String) -> [Node] {
    switch node {
    case nil: return []
    case .sequence(let list): return Array(list)
    case .some(let node):
      report("“\(key)” is not a list; it is left out.", at: node)
      return []
    }
  }

  private func texts(_ node: Node?) -> [String] {
    if case .sequence(let list) = node { return list.compactMap { Self.text($0) } }
    return Self.text(node).map { [$0] } ?? []
  }

  /// A scalar's text; nil where it is empty or null.
  static func text(_ node: Node?) -> String? {
    guard case .scalar(let scalar) = node else { return nil }
    let text = GraphText.shown(scalar.string).trimmed
    let isNull =
      scalar.style != .singleQuoted && scalar.style != .doubleQuoted && ["~", "null"].contains(text)
    return text.isEmpty || isNull ? nil : text
  }

  private func line(of node: Node) -> Int { (node.mark?.line ?? 1) + lineOffset }

  private func report(_ message: String, at node: Node, fix: String? = nil) {
    log.report(.graphRow, line: line(of: node), column: node.mark?.column ?? 0, message, fix: fix)
  }
}

/// What the head of a path says of its two ends: their names, and that the drug's identifiers name one thing.
private struct DescribedEnds {
  var names: [Identifier: String] = [:]
  var sameAs: [Identifier: [Identifier]] = [:]

  init(graph: Node.Mapping?, identifiers: inout GraphIdentifiers) {
    guard let graph else { return }
    func single(_ key: String) -> Identifier? {
      // Several identifiers, divided by commas, are several substances or a guess between them.
      guard let text = DrugMechDBPath.text(graph[key]), !text.utf8.contains(.comma) else { return nil }
      return identifiers.identifier(text)
    }
    let mesh = single("drug_mesh")
    let bank = single("drugbank")
    let disease = single("disease_mesh")
    if let mesh, let bank {
      sameAs[mesh] = [bank]
      sameAs[bank] = [mesh]
    }
    let drug = DrugMechDBPath.text(graph["drug"])
    for identifier in [mesh, bank].compactMap(\.self) { names[identifier] = drug }
    if let disease { names[disease] = DrugMechDBPath.text(graph["disease"]) }
  }
}
