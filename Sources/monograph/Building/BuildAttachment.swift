import MonographModel
import MonographSources

/// What a library keeps of the reading of a document besides the document: what was found wrong, what its comments
/// allow, and where it leads, so that an unchanged file need not be read again to say so.
///
/// Lines of fields between unit separators, which no text that is kept can hold: control characters are taken out.
/// The name of the file is left out, so that the same sources give the same bytes wherever they lie.
struct BuildAttachment {
  var diagnostics: [Diagnostic]
  var links: [LinkUse]
  var allowances: PageAllowances
  /// The file they belong to, as diagnostics name it.
  let file: String

  init(
    diagnostics: [Diagnostic], links: [LinkUse] = [], allowances: PageAllowances = PageAllowances(),
    file: String
  ) {
    self.diagnostics = diagnostics
    self.links = links
    self.allowances = allowances
    self.file = file
  }

  /// Reads what ``bytes`` gave; a line that is not understood is passed over.
  init(bytes: [UInt8], file: String) {
    self.init(diagnostics: [], file: file)
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      let fields = line.split(separator: Self.separator, omittingEmptySubsequences: false).map(String.init)
      if fields.count == 8, fields[0] == "diagnostic", let severity = Diagnostic.Severity(rawValue: fields[5])
      {
        diagnostics.append(
          Diagnostic(
            file: fields[1].hasPrefix(Self.sameFile) ? file + fields[1].dropFirst() : fields[1],
            line: Int(fields[2]) ?? 0, column: Int(fields[3]) ?? 0, rule: fields[4],
            severity: severity, message: fields[6], fix: fields[7].isEmpty ? nil : fields[7]))
      } else if fields.count == 5, fields[0] == "link", let target = EntityID(path: fields[1]) {
        links.append(
          LinkUse(
            target: target, anchor: fields[2].isEmpty ? nil : fields[2], line: Int(fields[3]) ?? 0,
            column: Int(fields[4]) ?? 0))
      } else if fields.count == 4, fields[0] == "allowance" {
        allowances.entries.append(
          PageAllowances.Entry(rule: fields[1], lines: Self.lines(fields[2], fields[3])))
      }
    }
  }

  private static func lines(_ first: String, _ last: String) -> ClosedRange<Int>? {
    guard let first = Int(first), let last = Int(last), first <= last else { return nil }
    return first...last
  }

  /// The bytes; none where there is nothing to keep.
  var bytes: [UInt8] {
    var text = ""
    for found in diagnostics {
      text += Self.line([
        "diagnostic",
        found.file.hasPrefix(file) ? Self.sameFile + found.file.dropFirst(file.count) : found.file,
        "\(found.line)", "\(found.column)", found.rule, found.severity.rawValue,
        found.message, found.fix ?? "",
      ])
    }
    for link in links {
      text += Self.line(["link", link.target.path, link.anchor ?? "", "\(link.line)", "\(link.column)"])
    }
    for allowance in allowances.entries {
      let lines = allowance.lines
      text += Self.line([
        "allowance", allowance.rule, lines.map { "\($0.lowerBound)" } ?? "",
        lines.map { "\($0.upperBound)" } ?? "",
      ])
    }
    return Array(text.utf8)
  }

  private static let separator: Character = "\u{1F}"
  /// Stands for the name of the file, which a member of an archive follows.
  private static let sameFile = "!"

  private static func line(_ fields: [String]) -> String {
    fields.map { field in String(field.unicodeScalars.map { $0.value < 0x20 ? " " : Character($0) }) }
      .joined(separator: String(separator)) + "\n"
  }
}
