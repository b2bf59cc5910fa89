/// A line of text being typed, with a caret.
public struct TextField: Hashable, Sendable {
  /// The most characters it takes; more are ignored.
  public static let limit = 500

  /// The characters.
  public private(set) var characters: [Character]
  /// The index of the character that the caret stands before.
  public private(set) var caret: Int

  /// A field with some text and the caret at its end.
  public init(_ text: String = "") {
    characters = Array(text)
    caret = characters.count
  }

  /// The text.
  public var text: String { String(characters) }
  /// Whether there is none.
  public var isEmpty: Bool { characters.isEmpty }

  /// Deals with an editing key; false where the key does not edit.
  public mutating func handle(_ key: Key) -> Bool {
    switch key {
    case .character(let character):
      guard characters.count < Self.limit else { return true }
      characters.insert(character, at: caret)
      caret += 1
    case .backspace:
      guard caret > 0 else { return true }
      caret -= 1
      characters.remove(at: caret)
    case .delete:
      if caret < characters.count { characters.remove(at: caret) }
    case .left: caret = max(0, caret - 1)
    case .right: caret = min(characters.count, caret + 1)
    case .home, .control("a"): caret = 0
    case .end, .control("e"): caret = characters.count
    case .control("u"):
      characters.removeFirst(caret)
      caret = 0
    case .control("w"): deleteWord()
    default: return false
    }
    return true
  }

  private mutating func deleteWord() {
    var start = caret
    while start > 0, characters[start - 1].isWhitespace { start -= 1 }
    while start > 0, !characters[start - 1].isWhitespace { start -= 1 }
    characters.removeSubrange(start..<caret)
    caret = start
  }
}
