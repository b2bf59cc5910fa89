import BrowserTesting
import MonographModel
import Testing

@testable import BrowserCore

@Suite("The relations panel under random keys")
struct RelationsRandomKeysTests {
  @Test("keys at random, in windows of any size, with answers that come late, leave the panel whole")
  func randomKeys() {
    var random = SystemRandomNumberGenerator.seeded(5)
    let keys = [
      "j", "k", "G", "g", "<Space>", "b", "<Left>", "<Right>", "<Enter>", "<BS>", "O", "r", "z", "/", "<Esc>",
      "kind:g", "source:small", "drug", "<Tab>", "9", "r", "j", "50j",
    ]
    var browser = ScriptedBrowser(.hub(3_000), opening: "/diseases/hub")
    var faults: [String] = []
    for step in 0..<800 {
      if step % 11 == 0 { browser.holdsAnswers = true }
      browser.press(keys[Int(random.next() % UInt64(keys.count))])
      if step % 11 == 5 { browser.answerAll() }
      if step % 7 == 0 {
        browser.resize(columns: 1 + Int(random.next() % 200), rows: 1 + Int(random.next() % 60))
      }
      _ = browser.frame
      guard let panel = browser.state.page?.relations else { continue }
      for group in panel.all.groups + (panel.narrowed?.groups ?? []) {
        let isWhole = group.first >= 0 && group.end <= group.count && group.edges.count <= HeldRelations.limit
        if !isWhole { faults.append("step \(step): \(group.reading) holds \(group.first)..<\(group.end)") }
      }
      if !panel.rows.isEmpty, !panel.rows.indices.contains(panel.list.list.selection) {
        faults.append("step \(step): row \(panel.list.list.selection) of \(panel.rows.count) is selected")
      }
    }
    #expect(faults == [])
  }
}
