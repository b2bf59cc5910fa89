import MonographModel

/// Which tables of one text stand beside which of another that has as many or more.
enum TablePairing {
  /// For each table the index of the one that it stands beside, in the order of both: so that as many words as can be
  /// of their captions and headers are the same, else the first beside the first.
  ///
  /// An alignment of two sequences by dynamic programming (S. B. Needleman and C. D. Wunsch, "A general method
  /// applicable to the search for similarities in the amino acid sequence of two proteins", J Mol Biol 48, 1970),
  /// without gaps in the shorter. Costs time in proportion to the product of both numbers.
  ///
  /// - Parameter others: At least as many tables.
  static func places(of tables: [Table], among others: [Table]) -> [Int] {
    let spare = others.count - tables.count
    guard spare > 0, !tables.isEmpty else { return Array(tables.indices) }
    let words = tables.map(words)
    let otherWords = others.map(self.words)
    // The best sum for the tables from a number on, where those of the other text are skipped up to a count.
    var best = Array(repeating: Array(repeating: 0, count: spare + 1), count: tables.count + 1)
    func sum(_ table: Int, _ skipped: Int) -> Int {
      words[table].intersection(otherWords[table + skipped]).count + best[table + 1][skipped]
    }
    for table in tables.indices.reversed() {
      for skipped in (0...spare).reversed() {
        best[table][skipped] = max(
          sum(table, skipped), skipped < spare ? best[table][skipped + 1] : 0)
      }
    }
    var places: [Int] = []
    var skipped = 0
    for table in tables.indices {
      while skipped < spare, sum(table, skipped) < best[table][skipped] { skipped += 1 }
      places.append(table + skipped)
    }
    return places
  }

  private static func words(of table: Table) -> Set<String> {
    let cells = table.header.joined().map { $0.blocks.plainText(separator: " ") }
    let text = ([table.caption.plainText] + cells).joined(separator: " ").lowercased()
    return Set(text.split { !$0.isLetter }.map(String.init).filter { $0.count > 2 && $0 != "table" })
  }
}
