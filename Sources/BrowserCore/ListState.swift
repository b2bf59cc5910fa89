/// A selection in a list that may be longer than the rows that show it.
public struct ListState: Hashable, Sendable {
  /// The index of the selected entry.
  public var selection: Int
  /// The index of the entry at the top.
  public var top: Int

  /// The first entry selected.
  public init(selection: Int = 0, top: Int = 0) {
    self.selection = selection
    self.top = top
  }

  /// Moves the selection to an entry that may be selected, the nearest in the way it was going, else the
  /// nearest the other way.
  public mutating func select(_ index: Int, count: Int, isSelectable: (Int) -> Bool = { _ in true }) {
    guard count > 0 else {
      selection = 0
      return
    }
    let wanted = min(max(0, index), count - 1)
    let isBackward = wanted < selection
    let ahead = isBackward ? Array((0...wanted).reversed()) : Array(wanted..<count)
    let behind = isBackward ? Array(wanted..<count) : Array((0...wanted).reversed())
    selection = (ahead + behind).first(where: isSelectable) ?? wanted
  }

  /// Moves the top so that the selection is shown, and what follows it up to the entry `through`, where there is
  /// room for both. Entries take the rows that `height` says.
  public mutating func reveal(rows: Int, count: Int, through: Int? = nil, height: (Int) -> Int = { _ in 1 }) {
    guard count > 0, rows > 0 else {
      top = 0
      return
    }
    selection = min(selection, count - 1)
    top = min(top, selection)
    let after = through.map { max(selection, min($0, count - 1)) } ?? selection
    var used = selection < after ? (selection + 1...after).reduce(0) { $0 + height($1) } : 0
    if used + height(selection) > rows { used = 0 }
    var first = selection
    while first >= 0 {
      used += height(first)
      if used > rows { break }
      first -= 1
    }
    top = max(top, min(first + 1, selection))
    // No empty rows at the end while entries are hidden above.
    var below = 0
    var index = top
    while index < count, below < rows {
      below += height(index)
      index += 1
    }
    while top > 0, below + height(top - 1) <= rows {
      top -= 1
      below += height(top)
    }
  }
}
