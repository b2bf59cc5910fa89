extension Flow {
  /// Writes a table: as a grid where it can be read as one, else each row as a card.
  mutating func write(_ table: LayoutTable) {
    writeMarkers(unlessAligned: true)
    if let caption = table.caption { write(caption) }
    let grid = TableGrid(table)
    if grid.columnCount > 0 {
      let widths = ColumnWidths(
        grid.cells(of: text, glyphs: glyphs), columnCount: grid.columnCount, rowCount: grid.rowCount,
        measure: measure)
      if let widths {
        write(grid, widths: widths.widths)
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
