/// A key as a terminal tells it. Keys print and parse both ways, so that tests, help and a
/// configuration file are strings of keys: `3j`, `<C-d>`, `<Tab>`, `<S-Tab>`, `<lt>`.
public enum Key: Hashable, Sendable {
  /// A character, letters in the case typed.
  case character(Character)
  /// A letter or one of `@[\]^_` with the Control key, lower case. Tab, Enter and Escape are named.
  case control(Character)
  case up, down, left, right
  case pageUp, pageDown, home, end
  case tab, backTab, enter, escape, backspace, delete, insert
  /// F1 and up.
  case function(Int)

  /// The name between angle brackets, or nil for a character that stands for itself.
  private var name: String? {
    switch self {
    case .character(" "): "Space"
    case .character("<"): "lt"
    case .character: nil
    case .control(let letter): "C-\(letter)"
    case .up: "Up"
    case .down: "Down"
    case .left: "Left"
    case .right: "Right"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .home: "Home"
    case .end: "End"
    case .tab: "Tab"
    case .backTab: "S-Tab"
    case .enter: "Enter"
    case .escape: "Esc"
    case .backspace: "BS"
    case .delete: "Del"
    case .insert: "Ins"
    case .function(let number): "F\(number)"
    }
  }

  private static let named: [String: Key] = {
    let keys: [Key] = [
      .character(" "), .character("<"), .up, .down, .left, .right, .pageUp, .pageDown, .home, .end, .tab,
      .backTab, .enter, .escape, .backspace, .delete, .insert,
    ]
    return Dictionary(uniqueKeysWithValues: keys.map { ($0.name ?? "", $0) })
  }()

  /// Reads a string of keys; nil where a name between angle brackets is unknown.
  public static func sequence(_ text: String) -> [Key]? {
    var keys: [Key] = []
    var rest = Substring(text)
    while let first = rest.first {
      guard first == "<", let close = rest.firstIndex(of: ">") else {
        keys.append(.character(first))
        rest = rest.dropFirst()
        continue
      }
      let name = rest[rest.index(after: rest.startIndex)..<close]
      guard let key = Key(name: String(name)) else { return nil }
      keys.append(key)
      rest = rest[rest.index(after: close)...]
    }
    return keys
  }

  private init?(name: String) {
    if let key = Self.named[name] {
      self = key
    } else if name.hasPrefix("C-"), name.count == 3, let letter = name.last {
      self = .control(Character(letter.lowercased()))
    } else if name.hasPrefix("F"), let number = Int(name.dropFirst()), (1...63).contains(number) {
      self = .function(number)
    } else {
      return nil
    }
  }
}

extension Key: CustomStringConvertible {
  /// The key as ``sequence(_:)`` reads it.
  public var description: String {
    if let name { return "<\(name)>" }
    if case .character(let character) = self { return String(character) }
    return ""
  }
}
