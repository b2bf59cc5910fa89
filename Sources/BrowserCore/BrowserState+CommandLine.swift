import TextLayout

/// The line in which commands are typed by their words.
extension BrowserState {
  /// The commands whose words begin with what is typed, that can be done here, in the order of the table.
  public var offeredCommands: [CommandEntry] {
    guard case .command(let field) = prompt else { return [] }
    let word = field.text.drop { $0 == " " }.prefix { $0 != " " }.lowercased()
    return CommandTable.entries.filter { entry in
      entry.contexts.contains(context) && entry.word?.hasPrefix(word) == true
    }
  }

  mutating func type(_ key: Key, inCommandLine field: TextField) -> [Effect] {
    var field = field
    switch key {
    case .escape, .control("c"): prompt = nil
    case .backspace where field.isEmpty: prompt = nil
    case .tab:
      guard let word = commonBeginning(of: offeredCommands.compactMap(\.word)) else { return [] }
      prompt = .command(TextField(word + (offeredCommands.count == 1 ? " " : "")))
    case .enter: return perform(commandLine: field.text)
    default:
      if field.handle(key) { prompt = .command(field) }
    }
    return []
  }

  private func commonBeginning(of words: [String]) -> String? {
    guard var common = words.first else { return nil }
    for word in words.dropFirst() {
      while !word.hasPrefix(common) { common.removeLast() }
    }
    return common
  }

  /// Does what was typed: the command whose word it is, or that alone begins so. What follows the word is typed into
  /// the field that the command opens.
  private mutating func perform(commandLine text: String) -> [Effect] {
    let offered = offeredCommands
    prompt = nil
    let parts = text.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: true)
    guard let word = parts.first?.lowercased() else { return [] }
    let exact =
      offered.first { $0.word == word }
      ?? Self.short[word].flatMap { full in
        CommandTable.entries.first { $0.word == full }
      }
    guard let entry = exact ?? (offered.count == 1 ? offered.first : nil) else {
      complain(
        offered.isEmpty
          ? ":\(word) does nothing here; : and Tab shows what does"
          : ":\(word) may be \(offered.compactMap(\.word).joined(separator: ", "))")
      return []
    }
    var effects = perform(entry.command, count: nil)
    guard parts.count > 1, case .list(let overlay) = overlays.last, overlay.field?.isEmpty == true else {
      return effects
    }
    for character in parts[1] { effects = type(.character(character)) }
    return effects
  }

  /// Words that fingers know from vi.
  private static let short = ["q": "quit", "h": "help"]
}
