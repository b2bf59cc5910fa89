/// The command table as a table of Markdown, which the README shows and a test compares.
public enum KeyTable {
  /// The rows, grouped as in the help; clinical jumps and landmarks on a line each.
  public static var markdown: String {
    var rows = ["| keys | what they do |", "| --- | --- |"]
    for group in CommandEntry.Group.allCases {
      rows.append("| **\(group.rawValue)** | |")
      var seen: Set<Command> = []
      let entries = CommandTable.entries.filter { $0.group == group }
      for entry in entries where !isGathered(entry) && seen.insert(entry.command).inserted {
        let keys = entries.filter { $0.command == entry.command }.flatMap(\.keyNames)
        rows.append("| \(cells(keys)) | \(escaped(entry.summary)) |")
      }
      let gathered = entries.filter(isGathered)
      for first in ["]", "[", "."] {
        let choices = gathered.filter { $0.keys.first?.hasPrefix(first) == true }
        guard !choices.isEmpty else { continue }
        let text = choices.map { "`\($0.keys[0].dropFirst())` \($0.summary)" }.joined(separator: ", ")
        rows.append("| `\(first)` then a letter | \(text) |")
      }
    }
    return rows.joined(separator: "\n")
  }

  private static func isGathered(_ entry: CommandEntry) -> Bool {
    switch entry.command {
    case .landmark, .clinical: true
    default: false
    }
  }

  private static func cells(_ keys: [String]) -> String {
    var seen: Set<String> = []
    return keys.filter { seen.insert($0).inserted }.map { "`\($0)`" }.joined(separator: " ")
  }

  private static func escaped(_ text: String) -> String {
    text.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
  }
}
