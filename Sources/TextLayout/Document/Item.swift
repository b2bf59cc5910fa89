import MonographModel

/// A heading, or a block that stands directly under one: the unit that is laid out and scrolled by.
public struct Item: Hashable, Sendable {
  /// The sorts of item.
  public enum Kind: Hashable, Sendable {
    /// A heading; the level counts from 1.
    case heading(level: Int)
    case paragraph, list, definitionList, table, diagram
    case callout(Callout.Severity)
    case quote, code, rule, bibliography
    /// The line that leads to the infobox.
    case infobox

    /// Whether it can have lines at its top that stay in sight: a table's header, the box of a diagram's
    /// subject.
    public var mayHaveHeader: Bool { self == .table || self == .diagram }
  }

  /// What it is.
  public var kind: Kind
  /// The index of the section it belongs to.
  public var section: Int
  /// The lines of the source it was read from.
  public var lines: LineRange?
  /// Why the block was inferred rather than read, where it was.
  public var inference: String?
  /// How many bytes of UTF-8 its text has, at least 1: its share of the page, known before it is laid out.
  public var weight: Int
  /// The weight of all items before it.
  public var startWeight: Int

  /// Makes an item.
  public init(
    kind: Kind, section: Int, lines: LineRange? = nil, inference: String? = nil, weight: Int = 1,
    startWeight: Int = 0
  ) {
    self.kind = kind
    self.section = section
    self.lines = lines
    self.inference = inference
    self.weight = weight
    self.startWeight = startWeight
  }
}

extension Item.Kind {
  /// The kind of item that a block becomes.
  init(_ content: Block.Content) {
    switch content {
    case .paragraph: self = .paragraph
    case .list: self = .list
    case .definitionList: self = .definitionList
    case .table: self = .table
    case .diagram: self = .diagram
    case .callout(let callout): self = .callout(callout.severity)
    case .quote: self = .quote
    case .code: self = .code
    case .thematicBreak: self = .rule
    case .bibliography: self = .bibliography
    }
  }
}
