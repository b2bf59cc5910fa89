import TextLayout

/// The characters that the graph is drawn with.
public struct GraphSigns: Hashable, Sendable {
  private let isUnicode: Bool

  /// Those of a set.
  public init(_ glyphs: GlyphSet) { isUnicode = glyphs == .unicode }

  /// The head of an arrow to the left.
  public var leftHead: String { isUnicode ? "◄" : "<" }
  /// The head of an arrow to the right.
  public var rightHead: String { isUnicode ? "►" : ">" }
  /// A junction with a line that leaves it to the right.
  public var rightTee: String { isUnicode ? "├" : "+" }
  /// A junction with a line that leaves it to the left.
  public var leftTee: String { isUnicode ? "┤" : "+" }

  /// A line of so many columns.
  public func dash(_ columns: Int) -> String {
    String(repeating: isUnicode ? "─" : "-", count: max(0, columns))
  }

  /// The trunk between rows that are out of sight and those in sight.
  public var dotted: String { isUnicode ? "┆" : ":" }

  /// Where lines meet that leave the cell in these directions.
  public func junction(up: Bool, down: Bool, left: Bool, right: Bool) -> String {
    guard left || right else { return up || down ? (isUnicode ? "│" : "|") : " " }
    guard up || down else { return isUnicode ? "─" : "-" }
    guard isUnicode else { return "+" }
    switch (up, down, left, right) {
    case (true, true, true, true): return "┼"
    case (true, true, true, false): return "┤"
    case (true, true, false, true): return "├"
    case (true, false, true, true): return "┴"
    case (true, false, true, false): return "┘"
    case (true, false, false, true): return "└"
    case (false, true, true, true): return "┬"
    case (false, true, true, false): return "┐"
    default: return "┌"
    }
  }
}
