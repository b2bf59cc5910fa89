import TerminalTesting
import Testing

@Suite("Keys, as terminals send them")
struct TerminalKeysTests {
  private static let terminals = ["xterm-256color", "xterm", "screen", "tmux-256color", "linux", "vt100"]

  @Test("named keys", arguments: terminals)
  func namedKeys(terminal: String) throws {
    let session = try ProbeSession.start("keys", environment: ["TERM": terminal], rows: 60)
    let typed = "<Left><Right><Home><End><Ins><Del><BS><C-h><Enter><C-j><Tab><S-Tab><Space><lt><F1><F12>"
    let expected =
      "<Left> <Right> <Home> <End> <Ins> <Del> <BS> <BS> <Enter> <Enter> <Tab> <S-Tab> <Space> <lt> <F1> <F12>"
    #expect(
      try ProbeSession.keys(typed, count: 16, in: session) == expected.split(separator: " ").map(String.init))
  }

  @Test("letters, control keys that terminals used to keep, and characters of several bytes")
  func characters() throws {
    let session = try ProbeSession.start("keys", rows: 60)
    let typed = "jG%<C-s><C-q><C-c><C-v><C-o><C-\\><C-@><C-d>éμ漢𝛍"
    let expected = [
      "j", "G", "%", "<C-s>", "<C-q>", "<C-c>", "<C-v>", "<C-o>", "<C-\\>", "<C-@>", "<C-d>", "é", "μ", "漢",
      "𝛍",
    ]
    #expect(try ProbeSession.keys(typed, count: expected.count, in: session) == expected)
  }

  @Test(
    "what relatives of xterm send beside what the terminal database says",
    arguments: [
      ("1b5b41", "<Up>"), ("1b4f41", "<Up>"), ("1b5b48", "<Home>"), ("1b4f48", "<Home>"),
      ("1b5b317e", "<Home>"), ("1b5b377e", "<Home>"), ("1b5b46", "<End>"), ("1b4f46", "<End>"),
      ("1b5b347e", "<End>"), ("1b5b387e", "<End>"), ("1b5b357e", "<PgUp>"), ("1b5b367e", "<PgDn>"),
      ("1b5b327e", "<Ins>"), ("1b5b337e", "<Del>"), ("1b5b5a", "<S-Tab>"), ("1b5b5b41", "<F1>"),
      ("1b5b31317e", "<F1>"), ("1b4f4d", "<Enter>"), ("1b4f75", "5"), ("08", "<BS>"), ("7f", "<BS>"),
    ])
  func relatives(bytes: String, key: String) throws {
    let session = try ProbeSession.start("keys", environment: ["TERM": "xterm-256color"])
    #expect(try ProbeSession.keys("<Raw:\(bytes)>", count: 1, in: session) == [key])
  }

  @Test(
    "what is no key of ours is swallowed whole",
    arguments: [
      "1b6a",  // Alt+j
      "1bc3a9",  // Alt+é
      "1b0d",  // Alt+Enter
      "1b5b313b3544",  // Ctrl+Left
      "1b5b32303071",  // an unknown control sequence
      "1b5b3f313b3263",  // an answer to a query of the kind of terminal
      "1b5b5b5a",  // an unknown key of the Linux console
      "1b4f7a",  // an unknown key of the keypad
      "1b1b5b41",  // Alt+Up, as some send it
      "1b5d31313b7267623a07",  // an answer about colours, ended by BEL
      "1b50312b72361b5c",  // an answer ended by ST
      "ff", "c080", "eda080", "f5", "c285",  // no UTF-8, and a C1 control
    ])
  func unknownSequences(bytes: String) throws {
    let session = try ProbeSession.start("keys")
    #expect(try ProbeSession.keys("<Raw:\(bytes)>x", count: 1, in: session) == ["x"])
  }

  @Test("a key after a broken sequence or character is not lost")
  func brokenSequences() throws {
    let session = try ProbeSession.start("keys")
    #expect(
      try ProbeSession.keys("<Raw:c3>j<Raw:e6bc>k<Raw:1b5b31><Up>", count: 3, in: session) == [
        "j", "k", "<Up>",
      ])
  }

  @Test("Escape alone is a key, and what follows it later is another")
  func escapeAlone() throws {
    let session = try ProbeSession.start("keys")
    #expect(try ProbeSession.keys("<Esc>", count: 1, in: session) == ["<Esc>"])
    #expect(try ProbeSession.keys("[A", count: 3, in: session) == ["<Esc>", "[", "A"])
    #expect(try ProbeSession.keys("<Esc><Esc>", count: 5, in: session).suffix(2) == ["<Esc>", "<Esc>"])
  }

  @Test("random bytes do no harm")
  func randomBytes() throws {
    let session = try ProbeSession.start("keys")
    var state: UInt64 = 20_260_701
    var typed = ""
    for _ in 0..<20_000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let byte = UInt8(truncatingIfNeeded: state >> 56)
      // Ctrl-Z stops the probe; letters after an escape and an O could be the keys that crash it.
      guard byte != 0x1a, byte != UInt8(ascii: "O") else { continue }
      typed += "<Raw:\(byte < 16 ? "0" : "")\(String(byte, radix: 16))>"
    }
    try session.type(typed)
    session.settle(quiet: 200)
    try session.type("<F2>")
    #expect(session.waitForExit() == .exited(0))
  }
}
