import BrowserCore
import Testing

@Suite("Typing in a field")
struct TextFieldTests {
  /// The text with a bar where the caret stands.
  private func typing(_ keys: String, into text: String = "") -> String {
    var field = TextField(text)
    for key in Key.sequence(keys) ?? [] { _ = field.handle(key) }
    return String(field.characters[..<field.caret]) + "|" + String(field.characters[field.caret...])
  }

  @Test(
    "keys edit at the caret",
    arguments: [
      ("bac", "bac|"), ("bac<BS>", "ba|"), ("bac<Left><Left>X", "bX|ac"), ("bac<Home><Del>", "|ac"),
      ("renal dose<C-w>", "renal |"), ("renal dose<C-u>", "|"), ("<BS><Left><Del>", "|"),
      ("ab<C-a>x<C-e>y", "xaby|"), ("μg<Left>", "μ|g"),
    ])
  func editing(keys: String, expected: String) {
    #expect(typing(keys) == expected)
  }

  @Test("a field takes no more than its limit")
  func limit() {
    var field = TextField(String(repeating: "a", count: TextField.limit))
    let isHandled = field.handle(.character("b"))
    #expect(isHandled)
    #expect(field.characters.count == TextField.limit)
  }

  @Test("keys that do not edit are for somebody else", arguments: [Key.enter, .tab, .escape])
  func others(key: Key) {
    var field = TextField()
    let isHandled = field.handle(key)
    #expect(!isHandled)
  }
}
