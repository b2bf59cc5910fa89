/// The tables of one set of terms in a library.
///
/// Terms are numbered from 1 in the order of their bytes and stored in blocks (see ``TermBlock``), which take a
/// fifth of the room and of the time to write that a row for each would, and are scanned at memory speed. The lists
/// of a block's terms stand behind one another in one row, those that are long in rows of their own.
struct TermTables: Sendable {
  /// The terms of sections' texts and headings; places are keys of `section`, weights ``PostingWeight``.
  static let sections = TermTables(name: "term")

  /// The terms of names; places are keys of `name`, weights 0.
  static let names = TermTables(name: "name_term")

  /// How many terms a block has; the last may have fewer.
  static let blockLength = 128

  /// Lists of more bytes have a row of their own.
  static let longList = 1024

  /// What the names of the tables begin with.
  let name: String

  /// The definitions of the tables.
  var definition: String {
    """
    CREATE TABLE \(name)_block(id INTEGER PRIMARY KEY, first TEXT NOT NULL, bytes BLOB NOT NULL);
    CREATE UNIQUE INDEX \(name)_block_first ON \(name)_block(first);
    CREATE TABLE \(name)_list(block INTEGER PRIMARY KEY, bytes BLOB NOT NULL);
    CREATE TABLE \(name)_long_list(term INTEGER PRIMARY KEY, bytes BLOB NOT NULL);
    """
  }
}
