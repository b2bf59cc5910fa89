/// A table that is compiled in.
enum EmbeddedTable {
  /// What a table holds. Ends the program where it has a fault: a test reads the file, which cannot be damaged once it
  /// is compiled in.
  ///
  /// - Parameter read: Reads the text of a file of some name.
  static func read<Table>(
    _ bytes: [UInt8], file: String, _ read: (String, String) throws(VocabularyError) -> Table
  ) -> Table {
    do throws(VocabularyError) {
      return try read(String(decoding: bytes, as: UTF8.self), file)
    } catch {
      preconditionFailure("\(error)")
    }
  }
}
