/// The header of a table, or of one part of it, among the lines of its item.
public struct TableHeader: Hashable, Sendable {
  /// The lines of its rows and of the rule under them.
  public var lines: Range<Int>
  /// The line after the last of the rows that it heads.
  public var end: Int
}
