/// A table of a dump, or a part of one, as rows of cells in Markdown.
struct DumpTable: Hashable {
  /// The column names; empty where the table has none.
  var header: [String]
  var rows: [[String]]
  /// Why the part was cut from the rest, where that was not told by a header row.
  var cut: String?
  /// Whether the header is that of the rows before, repeated.
  var headerIsRepeated = false

  /// The first cells of the rows.
  var labels: [String] { rows.compactMap(\.first) }
}

/// The words that are names of columns. A glued table has a row of them before each of its parts.
enum ColumnNames {
  private static let names: Set<String> = [
    "adverse effect", "agent", "alternative", "application", "area", "aspect", "association", "biomarker",
    "brand",
    "category", "cause", "cell type", "characteristic", "class", "clinical use", "comment", "comments",
    "compound",
    "condition", "consideration", "date", "definition", "description", "detail", "details", "disease",
    "disorder",
    "dosage", "dose", "drug", "drug class", "drugs", "duration", "effect", "effects", "evidence",
    "evidence level",
    "example", "examples", "expression", "factor", "feature", "field", "finding", "form", "frequency",
    "function",
    "gene", "group", "id", "identifier", "impact", "implication", "indication", "inheritance",
    "interacting drug",
    "interaction", "item", "level", "link", "location", "management", "marker", "measure", "mechanism",
    "medication",
    "method", "model", "mutation", "n", "name", "notes", "organ", "outcome", "parameter", "part", "partner",
    "pathway", "phase", "phenotype", "population", "property", "protein", "purpose", "quantity", "reaction",
    "recommendation", "reference", "region", "relation", "relevance", "result", "risk", "role", "route",
    "sample",
    "sign", "significance", "size", "source", "species", "stage", "status", "step", "strength", "structure",
    "study",
    "subtype", "substance", "symbol", "symptom", "system", "target", "term", "test", "therapy", "tissue",
    "treatment",
    "trial", "trait", "type", "unit", "units", "use", "uses", "value", "values", "variant", "year",
  ]

  /// Whether every cell of a row is the name of a column, so that the row is a header.
  static func isHeader(_ row: [String]) -> Bool {
    row.count >= 2 && Set(row).count == row.count && row.allSatisfy { names.contains($0.lowercased()) }
  }
}
