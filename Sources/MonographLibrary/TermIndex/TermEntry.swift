/// A term of a library.
public struct TermEntry: Hashable, Sendable {
  /// Its number, from 1, in the order of the terms' bytes.
  public let id: Int
  /// The term.
  public let text: String
  /// How many sections hold it, in their text or the headings above; of names: how many names.
  public let sections: Int
  /// Where its list stands among the lists of its block, and how many bytes it has.
  let listOffset: Int
  let listSize: Int

  /// The row of its block.
  var block: Int { (id - 1) / TermTables.blockLength + 1 }
}
