extension Flow {
  /// Writes a table: as a grid where it can be read as one, else in bands of its columns where its cells are many
  /// and short, else each row as a card.
  mutating func write(_ table: LayoutTable) {
    writeMarkers(unlessAligned: true)
    if let caption = table.caption { write(caption) }
    let grid = TableGrid(table)
    if grid.columnCount > 0 {
      let cells = grid.cells(of: text, glyphs: glyphs)
      let widths = ColumnWidths(
        cells, columnCount: grid.columnCount, rowCount: grid.rowCount, measure: measure)
      if let widths {
        write(grid, widths: widths.widths)
      } else if let bands = TableBands(grid, cells: cells, measure: measure) {
        write(bands)
        for note in bands.notes {
          writeBlank()
          hang(2)
          write(grid.blocks[note])
          endIndent()
        }
        if !table.notes.isEmpty { writeBlank() }
      } else {
        writeCards(of: grid)
        if !table.notes.isEmpty { writeBlank() }
      }
    }
    for note in table.notes {
      hang(2)
      write(note)
      endIndent()
    }
  }
}
