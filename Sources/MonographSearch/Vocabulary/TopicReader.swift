import MonographModel
internal import Yams

/// Reads `topics.yaml`.
struct TopicReader {
  /// The name of the file, for errors.
  var file: String

  /// The topics, and the phrases by which lines tell what to do.
  func table(_ yaml: String) throws(VocabularyError) -> (topics: [QueryTopic], advice: [[String]]) {
    let root: Node?
    do {
      root = try Yams.compose(yaml: yaml)
    } catch {
      throw VocabularyError(
        file: file, line: 1, problem: "this is not YAML (\(error))", fix: "mind the indentation")
    }
    guard let rows = root?.mapping?["topics"]?.sequence else {
      throw VocabularyError(file: file, line: 1, problem: "there are no topics", fix: "begin with 'topics:'")
    }
    var topics: [QueryTopic] = []
    for row in rows { topics.append(try topic(row)) }
    return (topics, try phrases(root?.mapping?["advice"]))
  }

  private func topic(_ row: Node) throws(VocabularyError) -> QueryTopic {
    guard let values = row.mapping, let name = values["name"]?.string else {
      throw error(row, "a topic has no name", fix: "begin it with '- name:'")
    }
    let known = [
      "name", "clinical", "asked", "weight", "whole", "quantity", "facts", "sections", "headings", "answers",
    ]
    for key in values.keys where !known.contains(key.string ?? "") {
      throw error(
        key, "a topic has no “\(key.string ?? "")”", fix: "write one of " + known.joined(separator: ", "))
    }
    // Singular and plural are one phrase: it asks once.
    var asking: Set<[String]> = []
    let asked = try phrases(values["asked"]).filter { asking.insert($0).inserted }
    guard !asked.isEmpty, asked.allSatisfy({ !$0.isEmpty }) else {
      throw error(row, "nothing asks for topic “\(name)”", fix: "give it 'asked:', a list of phrases")
    }
    return QueryTopic(
      name: name, clinical: try clinical(values["clinical"]), asked: asked,
      weight: try number(values["weight"]) ?? 1, isWhole: values["whole"]?.bool ?? false,
      quantity: try quantity(values["quantity"]), asksForFacts: values["facts"]?.bool ?? false,
      sections: try sections(values["sections"]),
      headings: (values["headings"]?.array(of: String.self) ?? []).map(HeadingTerms.init),
      answers: try phrases(values["answers"]))
  }

  private func quantity(_ node: Node?) throws(VocabularyError) -> QueryTopic.Quantity {
    guard let node else { return .any }
    switch node.string {
    case "needed": return .needed
    case "better": return .better
    case "dose": return .dose
    default:
      throw error(
        node, "“\(node.string ?? "")” says nothing of quantities", fix: "write needed, dose or better")
    }
  }

  private func clinical(_ node: Node?) throws(VocabularyError) -> ClinicalTopic? {
    guard let node else { return nil }
    guard let topic = ClinicalTopic(rawValue: node.string ?? "") else {
      throw error(
        node, "there is no clinical topic “\(node.string ?? "")”",
        fix: "write one of " + ClinicalTopic.allCases.map(\.rawValue).joined(separator: ", "))
    }
    return topic
  }

  private func sections(_ node: Node?) throws(VocabularyError) -> [String: Double] {
    guard let node else { return [:] }
    var sections: [String: Double] = [:]
    for (key, value) in node.mapping ?? [:] {
      guard let name = key.string, let section = LabelSection(sourceKey: name), section.name == name else {
        throw error(
          key, "a label has no section “\(key.string ?? "")”", fix: "use the name that openFDA gives it")
      }
      sections[name] = try number(value)
    }
    return sections
  }

  private func phrases(_ node: Node?) throws(VocabularyError) -> [[String]] {
    guard let node else { return [] }
    guard let list = node.sequence else { throw error(node, "this is not a list", fix: "write [a, b c]") }
    return list.map { TermForm.plainTerms($0.scalar?.string ?? "") }
  }

  private func number(_ node: Node?) throws(VocabularyError) -> Double? {
    guard let node else { return nil }
    guard let number = node.float, number > 0, number <= 2 else {
      throw error(
        node, "“\(node.scalar?.string ?? "")” is no weight", fix: "write a number above 0, at most 2")
    }
    return number
  }

  private func error(_ node: Node, _ problem: String, fix: String) -> VocabularyError {
    VocabularyError(file: file, line: node.mark?.line ?? 1, problem: problem, fix: fix)
  }
}
