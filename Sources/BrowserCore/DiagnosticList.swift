import MonographModel
import TextLayout

/// What is wrong in the file that a page is read from, for its editor.
public struct DiagnosticList: Hashable, Sendable {
  /// The file, as the person named it.
  public let file: String
  /// The entity that the page is about.
  public let entity: EntityID
  /// What was found, in the order of the file.
  public internal(set) var diagnostics: [Diagnostic]
  /// Why the file could not be read the last time, where it could not; the page shown is then the last good one.
  public internal(set) var problem: String?
  /// The selection and the filter.
  public internal(set) var list = FilteredList()

  init(file: String, entity: EntityID, diagnostics: [Diagnostic]) {
    self.file = file
    self.entity = entity
    self.diagnostics = diagnostics
  }

  /// The diagnostics that the filter lets through.
  public var shown: [Diagnostic] {
    guard list.filter != nil else { return diagnostics }
    return diagnostics.filter { list.shows($0.words) }
  }

  /// The selected one.
  public var selected: Diagnostic? {
    let shown = self.shown
    return shown.indices.contains(list.list.selection) ? shown[list.list.selection] : nil
  }

  /// How many of each severity: `2 errors, 1 note`.
  public var summary: String {
    let counts = Diagnostic.Severity.allCases.compactMap { severity -> String? in
      let count = diagnostics.count { $0.severity == severity }
      return count == 0 ? nil : "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
    }
    return counts.isEmpty ? "no diagnostics" : counts.joined(separator: ", ")
  }
}

extension Diagnostic {
  /// The severity, then `line:column`: what a list begins its entry with.
  public var label: String {
    guard line > 0 else { return severity.rawValue }
    return "\(severity.rawValue) \(line)" + (column > 0 ? ":\(column)" : "")
  }

  /// All that a list says of it.
  var words: String { "\(label) \(message) \(fix ?? "") \(rule)" }

  /// The lines of the message in so many columns, with the rule's name; with the fix where the entry has the
  /// focus.
  public func lines(columns: Int, isFocused: Bool) -> [String] {
    var text = "\(message) [\(rule)]"
    if isFocused, let fix { text += " Fix: \(fix)" }
    return DisplayText.wrap(text, width: max(8, columns))
  }
}
