/// Finds the rows and cells of an HTML table with the places of their words, also of one that is cut off.
///
/// Only the rows and cells are looked for; spans do not matter to the rules. A table within a table gives rows
/// of the same table.
struct HTMLTableScan {
  /// A cell: its text, and whether it is a header.
  struct Cell {
    var scalars: [PlacedScalar] = []
    var isHeader: Bool
  }

  /// The words of the caption.
  private(set) var caption: [PlacedScalar] = []
  /// The rows.
  private(set) var rows: [[Cell]] = []

  /// Tags that are longer are text, so that signs that no tag ends cost no more than this each.
  private static let longestTag = 4_000

  private enum Place { case outside, caption, cell }
  private var place = Place.outside

  /// Scans a table from its `<table` on. Costs time in proportion to its length.
  init(_ scalars: [PlacedScalar]) {
    var index = 0
    while index < scalars.count {
      if scalars[index].value == "<",
        let end = scalars[index...].prefix(Self.longestTag).firstIndex(where: { $0.value == ">" }),
        take(tag: scalars[(index + 1)..<end])
      {
        index = end + 1
        continue
      }
      take(scalars[index])
      index += 1
    }
    // A tag that the end of the text cut off is no word.
    if let last = rows.indices.last, let cell = rows[last].indices.last {
      let words = rows[last][cell].scalars
      if let open = words.lastIndex(where: { $0.value == "<" }),
        !words[open...].contains(where: { $0.value == ">" })
      {
        rows[last][cell].scalars.removeSubrange(open...)
      }
    }
  }

  private mutating func take(_ scalar: PlacedScalar) {
    switch place {
    case .outside: break
    case .caption: caption.append(scalar)
    case .cell:
      guard let row = rows.indices.last, let cell = rows[row].indices.last else { return }
      rows[row][cell].scalars.append(scalar)
    }
  }

  /// Obeys a tag of the table's structure; false for any other, which stays in the cell.
  private mutating func take(tag: ArraySlice<PlacedScalar>) -> Bool {
    let name = tag.prefix { $0.value == "/" || $0.value.isLetter || $0.value.isDigit }.text.lowercased()
    switch name {
    case "tr": (place, rows) = (.outside, rows + [[]])
    case "td", "th":
      if rows.isEmpty { rows.append([]) }
      rows[rows.count - 1].append(Cell(isHeader: name == "th"))
      place = .cell
    case "caption": place = .caption
    case "/td", "/th", "/caption", "/tr", "table", "/table", "thead", "/thead", "tbody", "/tbody", "tfoot",
      "/tfoot":
      place = .outside
    default: return false
    }
    return true
  }

  /// Adds the rows to a text.
  func add(to builder: inout CheckedTextBuilder) {
    builder.beginGroup()
    builder.add(.caption, [CheckedCell(caption)])
    var headers: [[CheckToken]] = []
    for row in rows {
      if row.allSatisfy(\.isHeader), row.count > 1 { headers = row.map { CheckedCell($0.scalars).tokens } }
      builder.add(
        .tableRow,
        row.enumerated().map { column, cell in
          CheckedCell(cell.scalars, header: row.count == headers.count ? headers[column] : [])
        })
    }
    builder.beginGroup()
  }
}
