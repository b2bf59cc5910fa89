import MonographModel
internal import Yams

/// Reads YAML front matter. Every fault is reported at its line, and costs only the value it stands in.
struct FrontMatterReader {
  let context: ReadingContext
  let values: YAMLValues

  /// Makes a reader for YAML that begins at a line of the file.
  init(context: ReadingContext, firstLine: Int) {
    self.context = context
    values = YAMLValues(log: context.log, lineOffset: firstLine - 1)
  }

  /// Reads front matter; empty where it is not YAML.
  func frontMatter(_ yaml: ArraySlice<UInt8>) -> FrontMatter {
    guard let root = root(yaml) else { return FrontMatter() }
    guard case .mapping(let mapping) = root else {
      values.report("The front matter is not a map of keys and values.", at: root, fix: "write key: value")
      return FrontMatter()
    }
    var matter = FrontMatter()
    for (key, keyNode, value) in values.pairs(of: mapping) {
      read(value, key: key, keyNode: keyNode, into: &matter)
    }
    return matter
  }

  private func root(_ yaml: ArraySlice<UInt8>) -> Node? {
    let firstLine = values.lineOffset + 1
    guard yaml.count <= context.limits.frontMatterSize else {
      context.log.report(
        .tooLarge, line: firstLine, "The front matter is \(yaml.count) bytes long and is not read.")
      return nil
    }
    guard YAMLGuard.aliasCount(yaml) <= YAMLGuard.aliasLimit else {
      context.log.report(
        .frontMatter, line: firstLine,
        "The front matter has more than \(YAMLGuard.aliasLimit) aliases (*name) and is not read.",
        fix: "write the values out")
      return nil
    }
    do {
      return try Yams.compose(yaml: yaml.text)
    } catch let error as YamlError {
      report(error)
    } catch {
      context.log.report(.frontMatter, line: firstLine, "The front matter is not YAML.")
    }
    return nil
  }

  private func report(_ error: YamlError) {
    let problem: String
    var mark: Mark?
    switch error {
    case .scanner(_, let words, let place, _), .parser(_, let words, let place, _),
      .composer(_, let words, let place, _):
      (problem, mark) = (Self.withoutLibraryAdvice(words), place)
    case .duplicatedKeysInMapping(let keys, let context):
      problem = "the key “\(keys.first ?? "")” stands there twice"
      mark = context.mark
    case .reader(let words, _, _, _): problem = words
    default: problem = "it cannot be read"
    }
    context.log.report(
      .frontMatter, line: (mark?.line ?? 1) + values.lineOffset, column: mark?.column ?? 0,
      "The front matter is not YAML: \(problem).", fix: "mend it; the page is read without it")
  }

  /// The parser's words without what they tell programmers: the function that sets a limit.
  private static func withoutLibraryAdvice(_ words: String) -> String {
    guard let call = words.utf8.firstRange(of: ", set with yaml_".utf8) else { return words }
    return String(words[..<call.lowerBound]).lowercased()
  }

  private func read(_ value: Node, key: String, keyNode: Node, into matter: inout FrontMatter) {
    switch key {
    case "title":
      matter.title = values.string(value, of: key).map { .init(value: $0, line: values.line(of: value)) }
    case "kind": matter.kind = values.string(value, of: key)
    case "aliases", "alias": matter.aliases += values.names(value, of: key)
    case "class": matter.entityClass = values.joinedString(value, of: key)
    case "source": readSource(value, into: &matter)
    case "version": matter.version = values.string(value, of: key)
    case "effective": matter.effective = values.date(value, of: key)
    case "reviewed": matter.reviewed = values.date(value, of: key)
    case "identifiers": matter.identifiers = values.strings(value, of: key).compactMap(identifier)
    case "relations": matter.relations = values.mappings(value, of: key).compactMap(relation)
    case "references": matter.references = CSLReader(values: values).references(value)
    case "redirects":
      matter.redirects = values.strings(value, of: key).compactMap { values.entity($0.value, at: $0.node) }
    case "infobox":
      matter.infobox = values.strings(value, of: key).map {
        .init(value: $0.value, line: values.line(of: $0.node))
      }
    case "date":
      // As Jekyll has it, perhaps with a time after it.
      let date = values.string(value, of: key).map { String($0.prefix(10)) }
      if let date, YAMLValues.isDate(date) { matter.effective = matter.effective ?? date }
    case "permalink": matter.permalink = values.string(value, of: key)
    case _ where Self.foreignKeys.contains(key): reportForeign(key, at: keyNode)
    default: reportUnknown(key, at: keyNode)
    }
  }

  private func readSource(_ node: Node, into matter: inout FrontMatter) {
    guard case .mapping(let mapping) = node else {
      values.report("“source” is not a map of keys and values.", at: node, fix: "write publisher: under it")
      return
    }
    for (key, keyNode, value) in values.pairs(of: mapping) {
      switch key {
      case "publisher": matter.publisher = values.string(value, of: key)
      case "url": matter.url = values.string(value, of: key)
      case "document": matter.document = values.string(value, of: key)
      case "licence", "license": matter.licence = values.string(value, of: key)
      case "note": matter.note = values.string(value, of: key)
      default: reportUnknown("source: \(key)", at: keyNode)
      }
    }
  }

  private func identifier(_ text: String, _ node: Node) -> Identifier? {
    if let identifier = Identifier(curie: text) { return identifier }
    values.report("“\(text.prefix(80))” is not a CURIE.", at: node, fix: "write PREFIX:identifier")
    return nil
  }

  private func relation(_ mapping: Node.Mapping, _ node: Node) -> FrontMatter.Located<Relation>? {
    var predicate: String?
    var object: EntityID?
    var subject = context.entity
    var name: String?
    var isNegated = false
    var source: String?
    var evidence: String?
    var publications: [String] = []
    for (key, keyNode, value) in values.pairs(of: mapping) {
      switch key {
      case "predicate": predicate = values.string(value, of: key)
      case "object": object = values.string(value, of: key).flatMap { values.entity($0, at: value) }
      case "subject":
        subject = values.string(value, of: key).flatMap { values.entity($0, at: value) } ?? subject
      case "name": name = values.string(value, of: key)
      case "negated": isNegated = values.truth(value, of: key)
      case "source": source = values.string(value, of: key)
      case "evidence": evidence = values.string(value, of: key)
      case "publications": publications = values.strings(value, of: key).map(\.value)
      default: reportUnknown("relations: \(key)", at: keyNode)
      }
    }
    guard let predicate, let object else {
      values.report("A relation lacks its predicate or its object.", at: node, fix: "give both")
      return nil
    }
    let relation = Relation(
      subject: subject, predicate: predicate, object: object, objectName: name, isNegated: isNegated,
      source: source, evidence: evidence, publications: publications)
    return .init(value: relation, line: values.line(of: node))
  }

  /// Keys that Obsidian, Jekyll and their like give a meaning to.
  static let foreignKeys: Set<String> = [
    "tags", "tag", "categories", "category", "layout", "published", "publish", "cssclass", "cssclasses",
  ]

  /// A key that other programs give a meaning to.
  private func reportForeign(_ key: String, at node: Node) {
    context.log.report(
      .unknownKey, line: values.line(of: node), column: node.mark?.column ?? 0,
      "The key “\(key)” is another program's; what it says is not shown.")
  }

  private func reportUnknown(_ key: String, at node: Node) {
    context.log.report(
      .unknownKey, line: values.line(of: node), column: node.mark?.column ?? 0,
      "The key “\(key.prefix(80))” has no meaning here.")
  }
}
