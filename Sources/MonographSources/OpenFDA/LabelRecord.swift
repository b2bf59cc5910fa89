/// One record of openFDA's labels as names and texts, in the order of the file.
///
/// The project's own small reader of JSON: `JSONDecoder` gives neither the order of the keys, which is that
/// of the label, nor the lines that texts stand on. It also takes about three times as long (0.16 s for the
/// 46 MB of the 398 labels that were looked at, against 0.05).
struct LabelRecord {
  /// A text of the record.
  struct Value: Sendable {
    /// UTF-8, with escapes resolved and line ends and tabs made spaces.
    var bytes: [UInt8]
    /// The line within the record, from 1.
    var line: Int

    var text: String { String(decoding: bytes, as: UTF8.self) }
  }

  /// A key with its texts. Keys of inner objects follow those of the outer ones after a period:
  /// `openfda.unii`.
  struct Field: Sendable {
    var name: String
    var values: [Value]
  }

  /// Why the bytes are not a record.
  struct Fault: Error, Hashable {
    var line: Int
    var reason: String
  }

  /// The fields.
  private(set) var fields: [Field] = []
  /// The line of the first text that was no well-formed Unicode, if one was.
  private(set) var unreadableLine: Int?
  /// How many lines the record has.
  private(set) var lineCount = 1

  /// Reads an object.
  init(json: [UInt8]) throws(Fault) {
    let result = json.withUnsafeBufferPointer { bytes -> Result<JSONReading, Fault> in
      var reading = JSONReading(bytes: bytes)
      do throws(Fault) {
        try reading.readRecord()
        return .success(reading.forgettingBytes)
      } catch {
        return .failure(error)
      }
    }
    let reading = try result.get()
    fields = reading.fields
    unreadableLine = reading.unreadableLine
    lineCount = reading.line
  }

  /// The first text of a field.
  func first(_ name: String) -> String? { fields.first { $0.name == name }?.values.first?.text }

  /// All texts of a field.
  func all(_ name: String) -> [String] { fields.first { $0.name == name }?.values.map(\.text) ?? [] }
}
