internal import FoundationEssentials

/// A row of a KGX table in JSON lines: one object.
struct KGXObject: KGXRow, Decodable {
  private var values: [KGXColumn: [String]] = [:]
  private(set) var qualifiers: [(name: String, values: [String])] = []

  func text(_ column: KGXColumn) -> String? { values[column]?.first }

  func list(_ column: KGXColumn) -> [String] { values[column] ?? [] }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    var preferred: [KGXColumn: Int] = [:]
    for key in container.allKeys {
      if key.stringValue == "sources" {
        try readSources(container, key)
      } else if let column = KGXColumn(name: key.stringValue) {
        let texts = try container.decode(KGXValue.self, forKey: key).texts
        guard !texts.isEmpty else { continue }
        let place = column.names.firstIndex(of: key.stringValue) ?? 0
        if column == .synonym || column == .sameAs || column == .xref {
          values[column, default: []] += texts
        } else if place < preferred[column] ?? .max {
          preferred[column] = place
          values[column] = texts
        }
      } else if KGXColumn.isQualifier(key.stringValue) {
        let texts = try container.decode(KGXValue.self, forKey: key).texts
        if !texts.isEmpty { qualifiers.append((key.stringValue, texts)) }
      }
    }
    qualifiers.sort { $0.name < $1.name }
  }

  /// Reads the sources as the Translator's form nests them.
  private mutating func readSources(_ container: KeyedDecodingContainer<Key>, _ key: Key) throws {
    guard let sources = try? container.decode([Retrieval].self, forKey: key) else { return }
    for source in sources {
      guard let column = KGXColumn(name: source.resource_role), values[column] == nil else { continue }
      values[column] = [source.resource_id]
    }
  }

  private struct Retrieval: Decodable {
    let resource_id: String
    let resource_role: String
  }

  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { return nil }
  }
}

/// A value of a KGX object as texts: one for a text, number or truth value, many for a list, none for null and
/// for what is nested.
private struct KGXValue: Decodable {
  let texts: [String]

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let found: [String]
    if let text = try? container.decode(String.self) {
      found = [text]
    } else if let list = try? container.decode([String].self) {
      found = list
    } else if let truth = try? container.decode(Bool.self) {
      found = [truth ? "true" : "false"]
    } else if let number = try? container.decode(Int.self) {
      found = [String(number)]
    } else if let number = try? container.decode(Double.self) {
      found = [String(number)]
    } else {
      found = []
    }
    texts = found.map(GraphText.shown).filter { !$0.isEmpty }
  }
}
