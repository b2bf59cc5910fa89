import GRDB
import MonographModel
import MonographSearch

/// What the filters of a query let through: `kind:`, `source:` and `in:`.
struct SearchFilter {
  /// What a person should know of filters that nothing meets.
  private(set) var remarks: [String] = []
  /// By document key.
  private var documents: [Bool]?
  private var sections: [SectionCondition] = []

  private struct SectionCondition {
    var terms: [String]
    var topics: [QueryTopic]
  }

  /// How many of what exists a remark names.
  private static let namedLimit = 8

  init(_ query: SearchQuery, vocabulary: Vocabulary, map: SearchMap, database: Database) throws {
    for filter in query.filters {
      switch filter.name {
      case .kind: try narrow(by: filter.value, named: "kind", [.kinds], map: map, database: database)
      case .source:
        try narrow(by: filter.value, named: "source", [.publishers, .labelers], map: map, database: database)
      case .section where filter.value.isEmpty:
        remarks.append("in: takes a heading or a topic: \(Self.topics(vocabulary)).")
      case .section:
        let terms = TermForm.plainTerms(filter.value)
        let asked = vocabulary.topics.asked(by: terms).map { vocabulary.topics.topics[$0.topic] }
        let named = vocabulary.topics.topics.filter { TermForm.plainTerms($0.name).starts(with: terms) }
        sections.append(SectionCondition(terms: terms, topics: asked + named))
      }
    }
  }

  /// Keeps the documents of which the first of some parts with anything that begins with what was typed does so: the
  /// publisher of a source, else its labeler.
  private mutating func narrow(
    by value: String, named name: String, _ parts: [SearchMap.Part], map: SearchMap, database: Database
  ) throws {
    let wanted = TermForm.plainTerms(value)
    guard !wanted.isEmpty else {
      let names = try Self.names(of: map.phrases(parts[0], database), database).map(\.text)
      return remarks.append("\(name): takes one of \(Self.list(names)).")
    }
    var found = Array(repeating: false, count: map.documentCount + 1)
    var existing: [String]?
    for part in parts {
      let keys = try map.phrases(part, database)
      let names = try Self.names(of: keys, database)
      if existing == nil { existing = names.map(\.text) }
      let matching = Set(names.filter { Self.begins($0.text, with: wanted) }.map(\.key))
      guard !matching.isEmpty else { continue }
      for (index, key) in keys.enumerated() where matching.contains(key) { found[index + 1] = true }
      break
    }
    if !found.contains(true) {
      remarks.append(
        "No \(name) begins with “\(value)”. This library has: \(Self.list(existing ?? [])).")
    }
    documents = documents.map { zip($0, found).map { $0 && $1 } } ?? found
  }

  /// The phrases that keys stand for, those of the most documents first.
  private static func names(of keys: [Int], _ database: Database) throws -> [(key: Int, text: String)] {
    var counts: [Int: Int] = [:]
    for key in keys where key > 0 { counts[key, default: 0] += 1 }
    var names: [(key: Int, text: String, count: Int)] = []
    for (key, count) in counts {
      let text = try database.firstRow("SELECT text FROM phrase WHERE id = ?", [key]) { try $0.text() }
      if let text { names.append((key, text, count)) }
    }
    names.sort { left, right in
      guard left.count == right.count else { return left.count > right.count }
      return left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
    }
    return names.map { ($0.key, $0.text) }
  }

  /// Whether the terms begin somewhere in a name: `openfda` in “openFDA drug label”, `label` too.
  private static func begins(_ name: String, with wanted: [String]) -> Bool {
    let terms = TermForm.plainTerms(name)
    guard let last = wanted.last, terms.count >= wanted.count else { return wanted.isEmpty }
    return (0...(terms.count - wanted.count)).contains { start in
      terms[start..<start + wanted.count - 1].elementsEqual(wanted.dropLast())
        && terms[start + wanted.count - 1].hasPrefix(last)
    }
  }

  /// Whether a document may hold hits.
  func admits(document: Int) -> Bool { documents?[document] ?? true }

  /// Whether a section may be a hit.
  func admits(headings: [String], key: String, chapter: LabelSection?) -> Bool {
    sections.allSatisfy { condition in
      headings.contains { Self.begins($0, with: condition.terms) }
        || condition.topics.contains { $0.score(headings: headings, key: key, chapter: chapter) >= 0.5 }
    }
  }

  /// Whether documents are narrowed.
  var narrowsDocuments: Bool { documents != nil }

  /// Whether sections are narrowed.
  var narrowsSections: Bool { !sections.isEmpty }

  /// What to say where no section meets a condition.
  func sectionRemark(_ query: SearchQuery, vocabulary: Vocabulary) -> String? {
    guard let filter = query.filters.first(where: { $0.name == .section }) else { return nil }
    let found =
      query.words.isEmpty
      ? "in: narrows a search for words" : "Nothing found in sections on “\(filter.value)”"
    return "\(found). Headings and topics can be named: \(Self.topics(vocabulary))"
  }

  private static func topics(_ vocabulary: Vocabulary) -> String {
    vocabulary.topics.topics.prefix(12).map(\.name).joined(separator: ", ") + " …"
  }

  /// The first of some names, and how many more there are.
  private static func list(_ names: [String]) -> String {
    let more = names.count > namedLimit ? " and \(names.count - namedLimit) more" : ""
    return names.prefix(namedLimit).joined(separator: ", ") + more
  }

  /// How many documents it lets through, of so many.
  func count(of documents: Int) -> Int { self.documents.map { $0.count { $0 } } ?? documents }
}
