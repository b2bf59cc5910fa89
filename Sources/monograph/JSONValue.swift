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

  /// The document as text, names sorted. What a terminal would obey, and what turns the direction of text,
  /// stands as `\u` escapes, which mean the same.
  var text: String { text([.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]) }

  /// The same on one line.
  var line: String { text([.sortedKeys, .withoutEscapingSlashes]) }

  private func text(_ format: JSONEncoder.OutputFormatting) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = format
    guard let data = try? encoder.encode(self) else { return "null" }
    return Self.escaped(String(decoding: data, as: UTF8.self))
  }

  /// The encoder escapes the controls of ASCII but one. The others may stand only inside strings, so that they
  /// can be escaped wherever they stand.
  private static func escaped(_ text: String) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x7F...0x9F, 0x61C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069:
        let digits = String(scalar.value, radix: 16)
        escaped += "\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)".unicodeScalars
      default: escaped.append(scalar)
      }
    }
    return String(escaped)
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
      ("class", .optional(hit.entityClass)), ("form", .optional(hit.form)),
      ("section", .string(hit.sectionPath.joined(separator: " > "))), ("anchor", .string(hit.anchor)),
      ("document", .string(hit.document)), ("sectionKey", .string(hit.sectionKey)),
      ("publisher", hit.publisher.map(JSONValue.string)),
      ("labeler", hit.labeler.map(JSONValue.string)), ("snippet", .string(hit.snippet.text)),
      ("line", .string(hit.passage)), ("readAs", hit.readAs.map(JSONValue.string)),
      ("score", .number(hit.score)),
    ])
  }
}
