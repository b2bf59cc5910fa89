import MonographModel

/// What a reader made of a source file.
public struct ReadResult: Hashable, Sendable {
  /// The document; nil where the file could not be read at all.
  public var monograph: Monograph?
  /// What was found wrong, in the order of the file.
  public var diagnostics: [Diagnostic]
  /// The places that lead to other pages, for checks across pages.
  public var links: [LinkUse]

  /// Makes a result.
  public init(monograph: Monograph?, diagnostics: [Diagnostic] = [], links: [LinkUse] = []) {
    self.monograph = monograph
    self.diagnostics = diagnostics
    self.links = links
  }

  /// Whether any diagnostic is an error.
  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}

/// A place in a file that leads to another page, or to a section of it.
public struct LinkUse: Hashable, Sendable {
  /// The entity it leads to.
  public var target: EntityID
  /// The section it leads to, if any.
  public var anchor: String?
  /// The line, from 1.
  public var line: Int
  /// The column in characters, from 1; 0 where it is not known.
  public var column: Int

  /// Makes a place.
  public init(target: EntityID, anchor: String? = nil, line: Int, column: Int = 0) {
    self.target = target
    self.anchor = anchor
    self.line = line
    self.column = column
  }
}
