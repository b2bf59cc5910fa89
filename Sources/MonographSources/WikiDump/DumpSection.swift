import MonographModel

/// A section of a page while it is made of a dump: what stands under one heading, up to the next.
struct DumpSection {
  /// The heading; nil for what stands before the first.
  var heading: DumpHeading?
  /// 1 for a section of the page, 2 for one within it.
  var level: Int
  var blocks: [DumpBlock] = []

  /// Whether it is the section of the references.
  var isReferences: Bool { heading.map { HeadingVocabulary.isReferences($0.text) } ?? false }

  /// Whether it has a heading that the usual words know as one of the first level.
  var isUsualSection: Bool { heading?.evidence == .usualSection }
}

/// A block of a page while it is made of a dump.
struct DumpBlock {
  /// What a block is.
  indirect enum Content {
    case paragraph(DumpLine)
    case list([DumpLine])
    /// Terms, each with its definitions and their lines.
    case definitions([DumpDefinition])
    case callout(severity: Callout.Severity, [DumpBlock])
    case table(DumpTable)
    /// The source of a table, kept as it is.
    case html(String)
    case diagram(DumpDiagram)
    case code([DumpLine])
  }

  var content: Content
  /// The line of the dump that it begins on.
  var line: Int
  /// Why its place or form was inferred.
  var inference: String?
}

/// A term with its definitions.
struct DumpDefinition {
  var term: String
  var line: Int
  var definitions: [DumpLine]
}
