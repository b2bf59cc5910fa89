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
    /// Texts side by side, with what stands in them.
    case columns(Held)

    /// Whether it can have lines at its top that stay in sight: a table's header, the names of columns, the box of a
    /// diagram's subject.
    public var mayHaveHeader: Bool {
      switch self {
      case .table, .diagram, .columns: true
      default: false
      }
    }
  }

  /// What a person looks for on a page and may find within columns.
  public struct Held: OptionSet, Hashable, Sendable {
    /// The bits.
    public let rawValue: UInt8

    /// Makes a set from its bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// A table.
    public static let table = Held(rawValue: 1)
    /// A callout that warns.
    public static let warning = Held(rawValue: 2)
    /// A list, or terms with their definitions.
    public static let list = Held(rawValue: 4)
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
    case .columns(let columns): self = .columns(Item.Held(columns.flatMap(\.blocks)))
    }
  }
}

extension Item.Held {
  /// What some blocks are.
  fileprivate init(_ blocks: [Block]) {
    self = []
    for block in blocks {
      switch block.content {
      case .table: insert(.table)
      case .list, .definitionList: insert(.list)
      case .callout(let callout): if callout.severity.isWarning { insert(.warning) }
      case .paragraph, .diagram, .quote, .code, .thematicBreak, .bibliography, .columns: break
      }
    }
  }
}
