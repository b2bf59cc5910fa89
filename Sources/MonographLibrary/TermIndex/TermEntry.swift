/// A term of a library.
struct TermEntry: Hashable {
  /// Its number, from 1, in the order of the terms' bytes.
  let id: Int
  /// The term.
  let text: String
  /// How many sections hold it, in their text or the headings above; of names: how many names.
  let sections: Int
  /// Where its list stands among the lists of its block, and how many bytes it has.
  let listOffset: Int
  let listSize: Int

  /// The row of its block.
  var block: Int { (id - 1) / TermTables.blockLength + 1 }
}
