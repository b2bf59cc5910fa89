import MonographModel

/// Texts that stand side by side, cut so that tables stand beside tables, and so that no piece takes long to lay out.
enum ColumnParts {
  /// How much text of a column is laid out at once, in bytes: some screens full.
  static let pieceSize = 16 << 10

  /// The blocks of columns that show some texts, one for each column; none where there is no text.
  ///
  /// - Parameter columns: The columns, without text.
  static func blocks(_ texts: [[Block]], of columns: [Column]) -> [Block] {
    guard texts.contains(where: { !$0.isEmpty }) else { return [] }
    var result: [Block] = []
    var open: [[[Block]]] = []
    var sizes = Array(repeating: 0, count: texts.count)
    func finish() {
      guard !open.isEmpty else { return }
      let parts = open
      open = []
      sizes = Array(repeating: 0, count: texts.count)
      result.append(
        Block(
          .columns(
            columns.enumerated().map { index, column in
              var column = column
              column.parts = parts.map { $0[index] }
              return column
            })))
    }
    for row in besideTables(texts).flatMap(pieces) {
      let added = row.map(size)
      if zip(sizes, added).contains(where: { $0 > 0 && $0 + $1 > pieceSize }) { finish() }
      open.append(row)
      sizes = zip(sizes, added).map(+)
    }
    finish()
    return result
  }

  /// Cuts texts at their tables where several have any, so that each stands beside its like.
  private static func besideTables(_ texts: [[Block]]) -> [[[Block]]] {
    let tables = texts.map { $0.compactMap(\.table) }
    guard tables.count(where: { !$0.isEmpty }) > 1,
      let most = tables.max(by: { $0.count < $1.count })
    else { return [texts] }
    let places = tables.map { TablePairing.places(of: $0, among: most) }
    let runs = texts.map { text -> [[Block]] in
      var runs: [[Block]] = [[]]
      for block in text {
        if block.isTable { runs += [[block], []] } else { runs[runs.count - 1].append(block) }
      }
      return runs
    }
    var rows = Array(repeating: texts.map { _ in [Block]() }, count: 2 * most.count + 1)
    for (column, runs) in runs.enumerated() {
      for (number, run) in runs.enumerated() {
        let isTable = number % 2 == 1
        // What stands between two tables follows the first of them.
        let row =
          isTable
          ? 2 * places[column][number / 2] + 1 : number == 0 ? 0 : 2 * places[column][number / 2 - 1] + 2
        rows[row][column] += run
      }
    }
    return rows.filter { row in row.contains { !$0.isEmpty } }
  }

  /// A row of texts as rows that are not too long.
  private static func pieces(_ row: [[Block]]) -> [[[Block]]] {
    let cut = row.map { text -> [[Block]] in
      var pieces: [[Block]] = [[]]
      var length = 0
      for block in text {
        let added = size([block])
        if length > 0, length + added > pieceSize {
          pieces.append([])
          length = 0
        }
        pieces[pieces.count - 1].append(block)
        length += added
      }
      return pieces
    }
    return (0..<(cut.map(\.count).max() ?? 0)).map { number in
      cut.map { $0.indices.contains(number) ? $0[number] : [] }
    }
  }

  private static func size(_ blocks: [Block]) -> Int { blocks.plainTextBytes(separator: "\n").count }
}

extension Block {
  /// Whether it is a table.
  fileprivate var isTable: Bool { table != nil }

  /// The table that it is.
  fileprivate var table: Table? { if case .table(let table) = content { table } else { nil } }
}
