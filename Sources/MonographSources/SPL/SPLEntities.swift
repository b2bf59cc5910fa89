import MonographModel

/// Mends references to entities in XML that is not well formed, where libxml2 would drop them.
enum SPLEntities {
  /// The line, from 1, of a declaration of a document type or an entity; nil where there is none.
  static func declarationLine(in bytes: [UInt8]) -> Int? {
    let marks = ["<!DOCTYPE", "<!ENTITY"].compactMap { bytes.firstRange(of: Array($0.utf8))?.lowerBound }
    return marks.min().map { place in 1 + bytes[..<place].count { $0 == .lineFeed } }
  }

  /// The text with each reference that XML does not know made the character that HTML has by that name, else
  /// shown as it is written; and with each `&` that begins no reference shown as it is.
  static func mended(_ bytes: [UInt8], log: DiagnosticLog) -> [UInt8] {
    var mended: [UInt8] = []
    mended.reserveCapacity(bytes.count)
    var line = 1
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == .lineFeed { line += 1 }
      guard byte == .ampersand else {
        mended.append(byte)
        continue
      }
      let name = bytes[index...].prefix(40).prefix {
        $0.isASCIILetter || $0.isASCIIDigit || $0 == .numberSign
      }
      let isReference = !name.isEmpty && name.endIndex < bytes.count && bytes[name.endIndex] == .semicolon
      if isReference, name.first == .numberSign || isKnown(name.text) {
        mended.append(byte)
      } else if isReference, let character = HTMLEntity.character(named: name.text) {
        log.report(
          .entity, line: line, severity: .warning,
          "The entity &\(name.text); is not of XML; it is read as the character that HTML has by that name.",
          fix: "write the character itself")
        mended += character.utf8
        index = name.endIndex + 1
      } else {
        if isReference {
          log.report(
            .entity, line: line,
            "The entity &\(name.text); is declared nowhere; it is shown as it is written.",
            fix: "write the character itself")
        }
        mended += "&amp;".utf8
      }
    }
    return mended
  }

  /// Whether XML itself knows an entity.
  private static func isKnown(_ name: String) -> Bool { ["amp", "lt", "gt", "quot", "apos"].contains(name) }
}
