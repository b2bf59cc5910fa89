import BrowserCore

extension NeighbourRow {
  /// What the row says first: of a heading its text, of a neighbour its name as it is marked.
  public var label: String {
    switch self {
    case .heading(let heading): (heading.isClosed ? "+" : "") + heading.text
    case .entry(let entry): entry.label
    case .more(let more): more.text
    case .note(let text): text
    }
  }
}

extension BrowserState {
  /// The rows of the relations panel, by what they say first.
  public var relationLabels: [String] { page?.relations.rows.map(\.label) ?? [] }
}
