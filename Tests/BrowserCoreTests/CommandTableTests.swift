import BrowserCore
import Testing

@Suite("The table of commands")
struct CommandTableTests {
  @Test("every key is readable, and stands for one command in each place")
  func noDuplicates() {
    for context in Context.allCases {
      var owners: [[Key]: Command] = [:]
      for entry in CommandTable.entries where entry.contexts.contains(context) {
        for text in entry.keys {
          let keys = Key.sequence(text)
          #expect(keys?.isEmpty == false, "\(text) cannot be read")
          guard let keys else { continue }
          #expect(owners[keys] == nil, "\(text) stands for two commands in \(context)")
          owners[keys] = entry.command
        }
      }
      // A key that begins another's keys would make them unreachable.
      for keys in owners.keys where keys.count > 1 {
        #expect(owners[Array(keys.dropLast())] == nil, "\(keys) cannot be reached in \(context)")
      }
    }
  }

  @Test("a key means its command where it works and nothing elsewhere")
  func meanings() {
    let keymap = Keymap()
    #expect(keymap.meaning(of: [.character("j")], in: .page) == .command(.lineDown))
    #expect(keymap.meaning(of: [.character(".")], in: .page) == .prefix)
    #expect(
      keymap.meaning(of: [.character("."), .character("d")], in: .page) == .command(.clinical(.dose)))
    #expect(keymap.meaning(of: [.right], in: .contents) == .command(.unfold))
    #expect(keymap.meaning(of: [.right], in: .page) == .command(.follow))
    #expect(keymap.meaning(of: [.character("J")], in: .list) == .unbound)
  }

  @Test("keys print as they are read")
  func roundTrip() {
    for text in ["3j", "<C-d>", "<Tab><S-Tab>", "<lt>", "<F12>", "]t", "<Esc>", "μ"] {
      #expect(Key.sequence(text)?.map(\.description).joined() == text)
    }
    #expect(Key.sequence("<Nothing>") == nil)
  }
}
