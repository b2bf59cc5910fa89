import TextLayout

extension NeighbourList.Entry {
  /// The columns before a name in the panel: a sign, the number, a space.
  public static let indent = 5

  /// The name as the panel shows it: what is negated and what has no page is marked.
  public var label: String { (isNegated ? "NOT " : "") + name + (hasPage ? "" : "?") }

  /// The lines of the name in so many columns; more than one only where the entry has the focus and the name is
  /// too long for one.
  public func nameLines(columns: Int, isFocused: Bool) -> [String] {
    isFocused ? DisplayText.wrap(label, width: max(2, columns - Self.indent)) : [label]
  }

  /// The first lines of the sentence that a link stands in, shown where the entry has the focus.
  public func sentenceLines(columns: Int, isFocused: Bool) -> [String] {
    guard isFocused, isMention, !detail.isEmpty else { return [] }
    return Array(DisplayText.wrap(detail, width: max(2, columns - Self.indent)).prefix(4))
  }
}

extension NeighbourList.Row {
  /// How many rows of so many columns it takes in the panel.
  public func rows(columns: Int, isFocused: Bool) -> Int {
    switch self {
    case .heading: 1
    case .entry(let entry):
      entry.nameLines(columns: columns, isFocused: isFocused).count
        + entry.sentenceLines(columns: columns, isFocused: isFocused).count
    case .note(let text): max(1, DisplayText.wrap(text, width: max(1, columns - 4)).count)
    }
  }
}
