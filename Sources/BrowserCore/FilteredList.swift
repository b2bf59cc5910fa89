import TextLayout

/// A list whose entries can be narrowed by typing: the selection counts through what is shown.
public struct FilteredList: Hashable, Sendable {
  /// The selection among the shown entries.
  public var list = ListState()
  /// What is typed to narrow it; nil: not narrowed.
  public var filter: TextField?
  /// Whether keys go to the filter.
  public var isTyping = false

  /// A list that is not narrowed.
  public init() {}

  /// Whether an entry's words are shown: all the words typed stand somewhere in them.
  public func shows(_ words: @autoclosure () -> String) -> Bool {
    guard let filter, !filter.isEmpty else { return true }
    let text = FoldedText(words())
    return filter.text.split(separator: " ").allSatisfy {
      !text.ranges(of: FoldedText(String($0))).isEmpty
    }
  }

  /// Begins typing a filter.
  public mutating func beginFilter() {
    filter = filter ?? TextField()
    isTyping = true
  }

  /// Deals with a key while typing; false where the key is for the list.
  public mutating func type(_ key: Key) -> Bool {
    switch key {
    case .escape, .control("c"):
      filter = nil
      isTyping = false
    case .enter:
      isTyping = false
      if filter?.isEmpty == true { filter = nil }
    case .backspace where filter?.isEmpty != false:
      filter = nil
      isTyping = false
    default:
      guard filter?.handle(key) == true else { return false }
      list = ListState()
    }
    return true
  }
}
