/// What a piece of text is, which a theme turns into colours and attributes. Roles are the only thing
/// layout and views know of looks.
public enum Role: UInt8, Hashable, Sendable, CaseIterable {
  // The page.
  case body
  /// Headings of the first, second, and deeper levels.
  case heading1, heading2, heading3
  /// The term of a definition, the header of a table's column, the label on a card.
  case label
  case code, quote
  /// Rules and grid lines of tables, bars beside quotations.
  case rule
  /// List markers.
  case marker
  /// Secondary text: notes under tables, statements of source.
  case secondary
  /// Warnings: the first line, the text, the mark on every line.
  case warningTitle, warning, warningMark
  /// Notes and tips.
  case note
  /// The mark of an inference.
  case inference
  /// Links to a page, to a missing entity, out of the library; citations; a link's number.
  case link, missingLink, externalLink, citation, linkNumber
  // The screen around the page.
  case header, headerTitle, badge, status, hint, hintKey, message, error
  case panelTitle, panelText, panelRule
  /// An entry that holds the selection in a panel or list.
  case selection
  /// A field being typed into, and its prompt.
  case field, prompt
}

/// How a span looks: what it is, and what else is true of it.
public struct Style: Hashable, Sendable {
  /// What it is.
  public var role: Role
  /// What else is true of it.
  public var traits: Traits

  /// Things that are true of a span beside its role.
  public struct Traits: OptionSet, Hashable, Sendable {
    /// The bits.
    public let rawValue: UInt8

    /// Makes a set from its bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Strong emphasis.
    public static let strong = Traits(rawValue: 1)
    /// Emphasis.
    public static let emphasis = Traits(rawValue: 2)
    /// Struck out by the source.
    public static let struck = Traits(rawValue: 4)
    /// The focused link or entry.
    public static let focused = Traits(rawValue: 8)
    /// Matches the search.
    public static let match = Traits(rawValue: 16)
    /// The match that `n` counts from.
    public static let currentMatch = Traits(rawValue: 32)
  }

  /// Makes a style.
  public init(_ role: Role, _ traits: Traits = []) {
    self.role = role
    self.traits = traits
  }
}
