/// A piece of a page that stands on lines of its own.
public struct Block: Hashable, Sendable {
  /// What the block is.
  public var content: Content
  /// The lines of the source it was read from.
  public var lines: LineRange?
  /// Why the block's place or form was inferred rather than read, where it was; shown with a mark.
  public var inference: String?

  /// Makes a block.
  public init(_ content: Content, lines: LineRange? = nil, inference: String? = nil) {
    self.content = content
    self.lines = lines
    self.inference = inference
  }

  /// The sorts of block.
  public indirect enum Content: Hashable, Sendable {
    /// Running text.
    case paragraph([Inline])
    /// A bulleted or numbered list.
    case list(List)
    /// Terms with their definitions: `Dose : 30-80 mg/day`.
    case definitionList([Definition])
    /// A table.
    case table(Table)
    /// A flowchart: nodes and labelled edges.
    case diagram(Diagram)
    /// A warning, a caution, a note.
    case callout(Callout)
    /// A quotation.
    case quote([Block])
    /// Text kept as it is, line for line.
    case code(CodeBlock)
    /// A rule across the page.
    case thematicBreak
    /// The references of the page, in order: the place where the bibliography stands.
    case bibliography
    /// Texts that are compared: side by side where there is room, else one under the other.
    case columns([Column])
  }
}

/// First and last line of a piece of source text, counted from 1, both included.
public struct LineRange: Hashable, Sendable {
  /// The first line.
  public var first: Int
  /// The last line, not before the first.
  public var last: Int

  /// Makes a range; a last line before the first is taken to be the first.
  public init(first: Int, last: Int) {
    self.first = first
    self.last = max(first, last)
  }
}

/// A bulleted or numbered list.
public struct List: Hashable, Sendable {
  /// The number of the first item; nil for bullets.
  public var start: Int?
  /// The blocks of each item.
  public var items: [[Block]]

  /// Makes a list.
  public init(start: Int? = nil, items: [[Block]]) {
    self.start = start
    self.items = items
  }
}

/// A term with one or more definitions.
public struct Definition: Hashable, Sendable {
  /// The term, without the colon.
  public var term: [Inline]
  /// Each definition's blocks; one paragraph in the common case.
  public var definitions: [[Block]]

  /// Makes a definition.
  public init(term: [Inline], definitions: [[Block]]) {
    self.term = term
    self.definitions = definitions
  }
}

/// A boxed piece of text that must not be missed.
public struct Callout: Hashable, Sendable {
  /// How much it matters. The names are those of GitHub's alerts, and `boxedWarning` for a label's.
  public enum Severity: String, Hashable, Sendable, CaseIterable {
    case note, tip, important, warning, caution, boxedWarning

    /// Whether missing it can do harm, so that panels mark it: all but notes and tips.
    public var isWarning: Bool { self != .note && self != .tip }
  }

  /// How much it matters.
  public var severity: Severity
  /// Words that stand beside the severity's own; may be empty.
  public var title: [Inline]
  /// The text.
  public var blocks: [Block]

  /// Makes a callout.
  public init(severity: Severity, title: [Inline] = [], blocks: [Block]) {
    self.severity = severity
    self.title = title
    self.blocks = blocks
  }
}

/// Text kept line for line.
public struct CodeBlock: Hashable, Sendable {
  /// The language the source names, if any.
  public var language: String?
  /// The text, without a last line end.
  public var text: String

  /// Makes a code block.
  public init(language: String? = nil, text: String) {
    self.language = language
    self.text = text
  }
}
