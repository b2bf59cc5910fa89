/// Which keys do what, where.
public struct Keymap: Sendable {
  /// What a string of keys typed so far means.
  public enum Meaning: Hashable, Sendable {
    /// A command.
    case command(Command)
    /// The beginning of one or more commands.
    case prefix
    /// Nothing.
    case unbound
  }

  private var commands: [Context: [[Key]: Command]] = [:]
  private var prefixes: [Context: Set<[Key]>] = [:]

  /// Makes a keymap from a table. A row whose keys cannot be read, or are taken already in one of its
  /// contexts, is left out there; the tests hold the built-in table free of both.
  public init(entries: [CommandEntry] = CommandTable.entries) {
    for entry in entries {
      for text in entry.keys {
        guard let keys = Key.sequence(text), !keys.isEmpty else { continue }
        for context in entry.contexts where commands[context]?[keys] == nil {
          commands[context, default: [:]][keys] = entry.command
          for length in 1..<max(1, keys.count) {
            prefixes[context, default: []].insert(Array(keys.prefix(length)))
          }
        }
      }
    }
  }

  /// The keys that may follow a prefix there, in order.
  public func continuations(of prefix: [Key], in context: Context) -> [Key] {
    (commands[context] ?? [:]).keys.filter { $0.count > prefix.count && $0.starts(with: prefix) }
      .map { $0[prefix.count] }.sorted { $0.description < $1.description }
  }

  /// What the keys mean there.
  public func meaning(of keys: [Key], in context: Context) -> Meaning {
    if let command = commands[context]?[keys] { return .command(command) }
    return prefixes[context]?.contains(keys) == true ? .prefix : .unbound
  }
}
