import GRDB
import MonographModel
import MonographSearch

/// What the filters of a query let through: `kind:`, `source:` and `in:`.
struct SearchFilter {
  /// What a person should know of filters that nothing meets.
  private(set) var remarks: [String] = []
  private var documents: Set<Int>?
  private var sections: [SectionCondition] = []

  private struct SectionCondition {
    var terms: [String]
    var topics: [QueryTopic]
  }

  /// How many of what exists a remark names.
  private static let namedLimit = 8

  init(_ query: SearchQuery, vocabulary: Vocabulary, database: Database) throws {
    for filter in query.filters where !filter.value.isEmpty {
      switch filter.name {
      case .kind:
        try narrow(
          by: filter.value, named: "kind", column: "kind.text", orderedBy: "count(*) DESC", database: database
        )
      case .source:
        try narrow(
          by: filter.value, named: "source", column: "publisher.text", orderedBy: "count(*) DESC",
          database: database)
      case .section:
        let terms = TermForm.plainTerms(filter.value)
        let asked = vocabulary.topics.asked(by: terms).map { vocabulary.topics.topics[$0.topic] }
        let named = vocabulary.topics.topics.filter { TermForm.plainTerms($0.name).starts(with: terms) }
        sections.append(SectionCondition(terms: terms, topics: asked + named))
      }
    }
  }

  /// Keeps the documents of which a column, or of a source its labeler, begins with what was typed.
  private mutating func narrow(
    by value: String, named name: String, column: String, orderedBy order: String, database: Database
  ) throws {
    let wanted = TermForm.plainTerms(value)
    let tables = """
      FROM document CROSS JOIN entity ON entity.id = document.entity
      CROSS JOIN phrase AS kind ON kind.id = entity.kind
      LEFT JOIN phrase AS publisher ON publisher.id = document.publisher
      LEFT JOIN phrase AS labeler ON labeler.id = document.labeler
      """
    var values: [String] = []
    try database.forEachRow("SELECT \(column) \(tables) GROUP BY 1 ORDER BY \(order), 1", []) { row in
      if let text = try row.optionalText() { values.append(text) }
    }
    var matching = values.filter { Self.begins($0, with: wanted) }
    var matchingColumn = column
    if matching.isEmpty, name == "source" {
      var labelers: [String] = []
      try database.forEachRow("SELECT DISTINCT labeler.text \(tables)", []) { row in
        if let text = try row.optionalText() { labelers.append(text) }
      }
      matching = labelers.filter { Self.begins($0, with: wanted) }
      matchingColumn = "labeler.text"
    }
    var found: Set<Int> = []
    for value in matching {
      try database.forEachRow("SELECT document.id \(tables) WHERE \(matchingColumn) = ?", [value]) { row in
        found.insert(try row.integer())
      }
    }
    if matching.isEmpty {
      let more = values.count > Self.namedLimit ? " and \(values.count - Self.namedLimit) more" : ""
      remarks.append(
        "No \(name) begins with “\(value)”. This library has: "
          + values.prefix(Self.namedLimit).joined(separator: ", ") + more + ".")
    }
    documents = documents.map { $0.intersection(found) } ?? found
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
  func admits(document: Int) -> Bool { documents?.contains(document) ?? true }

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
    let topics = vocabulary.topics.topics.prefix(12).map(\.name).joined(separator: ", ")
    return "Nothing found in sections on “\(filter.value)”. Headings and topics can be named: \(topics) …"
  }
}
