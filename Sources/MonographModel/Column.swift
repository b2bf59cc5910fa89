/// One of the texts that are compared: what one source says of what the others speak of too.
public struct Column: Hashable, Sendable {
  /// Which source it is: its title, who answers for it, its date. Stands over the text wherever that stands.
  public var name: String
  /// Whether that source has a boxed warning, which its name is marked for.
  public var hasBoxedWarning: Bool
  /// Its text. Every column has as many parts; those of one number begin on one line where the columns stand side by
  /// side, so that tables stand beside tables.
  public var parts: [[Block]]

  /// Makes a column.
  public init(name: String, hasBoxedWarning: Bool = false, parts: [[Block]]) {
    self.name = name
    self.hasBoxedWarning = hasBoxedWarning
    self.parts = parts
  }

  /// All of its blocks, in order.
  public var blocks: [Block] { parts.flatMap(\.self) }
}
