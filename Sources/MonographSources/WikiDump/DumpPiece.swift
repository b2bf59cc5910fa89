/// A part of a dump that can be told by its form alone, in the order of the page.
enum DumpPiece {
  /// A line of text: a heading, an item, a sentence.
  case line(DumpLine)
  /// A heading, and what tells that it is one.
  case heading(DumpHeading)
  /// `Term : definition`.
  case definition(term: String, words: String, line: Int)
  /// An item that has its mark still.
  case item(DumpLine)
  /// The source of an HTML table.
  case table(html: String, line: Int)
  /// The source of a flowchart.
  case diagram(DumpDiagram)
  /// The place where the web page drew a diagram.
  case placeholder(DumpLine)
  /// Lines that stay as they are: code with its fences, a table with pipes.
  case code([DumpLine])

  var isHeading: Bool { if case .heading = self { true } else { false } }
}

/// A heading of a dump.
struct DumpHeading: Hashable {
  /// What tells that a line is a heading, surest first.
  enum Evidence: Hashable {
    /// It has its number signs still.
    case marked(level: Int)
    /// Its words are those of a usual section of the first level.
    case usualSection
    /// Its words are usual under the section above it.
    case usualPart
    /// Its words are capitalised as a title is.
    case capitals
    /// It was glued to the sentence after it.
    case glued
    /// It stands alone before running text.
    case position
  }

  var text: String
  var line: Int
  var evidence: Evidence

  /// Whether its mark tells that it is a heading, so that nothing was inferred.
  var isMarked: Bool { if case .marked = evidence { true } else { false } }
}

/// The source of a flowchart, line for line.
struct DumpDiagram: Hashable {
  var lines: [DumpLine]
  /// The line of the mark that says that the source is cut off; nil where there is none.
  var cutMark: Int?
  /// What the page says about the diagram.
  var statement: DumpLine?
  /// Why it stands where it stands, where it was moved.
  var move: String?
}
