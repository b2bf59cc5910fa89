/// The header of a KGX table: which columns stand where.
struct KGXTable {
  /// How many columns there are.
  let width: Int
  /// The places of each column, by its raw value, the one to prefer first.
  fileprivate let places: [[Int]]
  /// The columns that qualify.
  fileprivate let qualifiers: [(name: String, place: Int)]

  init(header: TabbedLine) {
    width = header.count
    let names = (0..<header.count).map { GraphText.unquoted(header[$0].text) }
    places = KGXColumn.allCases.map { column in
      column.names.compactMap { name in names.firstIndex(of: name) }
    }
    qualifiers = names.enumerated().compactMap { place, name in
      KGXColumn.isQualifier(name) ? (name, place) : nil
    }
  }

  /// Whether it has a column.
  func has(_ column: KGXColumn) -> Bool { !places[column.rawValue].isEmpty }
}

/// A row of a KGX table in TSV. Its lists are divided by `|`.
struct KGXTableRow: KGXRow {
  let table: KGXTable
  let line: TabbedLine
  /// Called where a value is not UTF-8.
  let fault: () -> Void

  func text(_ column: KGXColumn) -> String? {
    for place in table.places[column.rawValue] {
      if let text = GraphText.text(line[place], fault: fault) { return text }
    }
    return nil
  }

  func list(_ column: KGXColumn) -> [String] {
    let places = table.places[column.rawValue]
    guard !places.isEmpty else { return [] }
    return places.flatMap { values(at: $0) }
  }

  var qualifiers: [(name: String, values: [String])] {
    guard !table.qualifiers.isEmpty else { return [] }
    return table.qualifiers.compactMap { name, place in
      let values = values(at: place)
      return values.isEmpty ? nil : (name, values)
    }
  }

  private func values(at place: Int) -> [String] {
    guard let text = GraphText.text(line[place], fault: fault) else { return [] }
    guard text.utf8.contains(.verticalBar) else { return [text] }
    return text.utf8.split(separator: .verticalBar).map { Substring($0).trimmed }.filter { !$0.isEmpty }
  }
}
