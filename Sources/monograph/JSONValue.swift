import Foundation
import MonographModel

/// A JSON document being built. Absent values are left out of objects.
indirect enum JSONValue: Encodable {
  case string(String)
  case integer(Int)
  case number(Double)
  case bool(Bool)
  case array([JSONValue])
  case object([(String, JSONValue?)])

  private struct Name: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }
    init(_ name: String) { stringValue = name }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  func encode(to encoder: any Encoder) throws {
    switch self {
    case .string(let value): try value.encode(to: encoder)
    case .integer(let value): try value.encode(to: encoder)
    case .number(let value): try value.encode(to: encoder)
    case .bool(let value): try value.encode(to: encoder)
    case .array(let values): try values.encode(to: encoder)
    case .object(let members):
      var container = encoder.container(keyedBy: Name.self)
      for (name, value) in members { try container.encodeIfPresent(value, forKey: Name(name)) }
    }
  }

  /// The document as text, names sorted.
  var text: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(self) else { return "null" }
    return String(decoding: data, as: UTF8.self)
  }

  static func strings(_ values: [String]) -> JSONValue { .array(values.map { .string($0) }) }

  static func optional(_ value: String?) -> JSONValue? { value.map { .string($0) } }
}

extension JSONValue {
  init(_ diagnostic: Diagnostic) {
    self = .object([
      ("file", .string(diagnostic.file)), ("line", .integer(diagnostic.line)),
      ("column", .integer(diagnostic.column)), ("rule", .string(diagnostic.rule)),
      ("severity", .string(diagnostic.severity.rawValue)), ("message", .string(diagnostic.message)),
      ("fix", .optional(diagnostic.fix)),
    ])
  }

  init(_ hit: SearchHit) {
    self = .object([
      ("entity", .string(hit.entity.path)), ("title", .string(hit.title)), ("kind", .string(hit.kind)),
      ("section", .string(hit.sectionPath.joined(separator: " > "))), ("anchor", .string(hit.anchor)),
      ("document", .string(hit.document)), ("sectionKey", .string(hit.sectionKey)),
      ("snippet", .string(hit.snippet.text)), ("score", .number(hit.score)),
    ])
  }
}
