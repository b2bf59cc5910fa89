/// What a column of a KGX table says.
enum KGXColumn: Int, CaseIterable {
  case id, name, category, description, synonym, sameAs, xref, subject, predicate, object, negated
  case qualifiedPredicate, objectAspect, objectDirection
  case primarySource, knowledgeSource, aggregatorSource, providedBy
  case publications, knowledgeLevel, agentType, evidence, qualifiers
  // What ``KGXWriter`` writes.
  case originalPredicate, evidenceLevel, note

  /// Names of the column, the one to prefer first: those of the KGX specification, and of earlier versions.
  var names: [String] {
    switch self {
    case .id: ["id"]
    case .name: ["name"]
    case .category: ["category", "categories"]
    case .description: ["description"]
    case .synonym: ["synonym", "exact_synonym", "synonyms", "symbol", "full_name"]
    case .sameAs: ["same_as", "equivalent_identifiers", "equivalent_curies"]
    case .xref: ["xref", "has_db_xref"]
    case .subject: ["subject"]
    case .predicate: ["predicate", "edge_label"]
    case .object: ["object"]
    case .negated: ["negated"]
    case .qualifiedPredicate: ["qualified_predicate"]
    case .objectAspect: ["object_aspect_qualifier"]
    case .objectDirection: ["object_direction_qualifier"]
    case .primarySource: ["primary_knowledge_source"]
    case .knowledgeSource: ["knowledge_source"]
    case .aggregatorSource: ["aggregator_knowledge_source"]
    case .providedBy: ["provided_by"]
    case .publications: ["publications", "publication"]
    case .knowledgeLevel: ["knowledge_level"]
    case .agentType: ["agent_type"]
    case .evidence: ["has_evidence"]
    case .qualifiers: ["qualifiers", "qualifier"]
    case .originalPredicate: ["original_predicate"]
    case .evidenceLevel: ["evidence_level"]
    case .note: ["note"]
    }
  }

  /// The column of a name; nil for one that is not read.
  init?(name: some StringProtocol) {
    guard let column = Self.byName[String(name)] else { return nil }
    self = column
  }

  /// Whether a column qualifies the statement of its row in a way that has no column of its own here.
  static func isQualifier(_ name: String) -> Bool {
    name.hasSuffix("_qualifier") && byName[name] == nil
  }

  private static let byName: [String: KGXColumn] = {
    var byName: [String: KGXColumn] = [:]
    for column in allCases {
      for name in column.names { byName[name] = column }
    }
    return byName
  }()
}

/// A row of a KGX table, whichever form it is written in.
protocol KGXRow {
  /// The value of a column; nil where it has none.
  func text(_ column: KGXColumn) -> String?
  /// The values of a column.
  func list(_ column: KGXColumn) -> [String]
  /// Values that qualify the statement, under their names.
  var qualifiers: [(name: String, values: [String])] { get }
}
