import TerminalTesting
import Testing

@Suite("Frames on a terminal")
struct TerminalScreenTests {
  @Test(
    "wide characters, combining marks, controls made visible, and the last cell",
    arguments: ["xterm-256color", "screen", "tmux-256color", "linux", "vt100"])
  func characters(terminal: String) throws {
    let session = try ProbeSession.start(
      "characters", environment: ["TERM": terminal], columns: 20, rows: 5)
    session.wait(for: "#")
    session.settle()
    #expect(
      session.screen == [
        "漢字|", "e\u{301}m\u{304}\u{323}|μg ≥ →", "\u{fffd}\u{fffd}|", "",
        String(repeating: " ", count: 19) + "#",
      ])
  }

  @Test("a locale without UTF-8 gets ASCII, in the same columns")
  func plainLocale() throws {
    let session = try ProbeSession.start("characters", environment: ["LC_ALL": "C"], columns: 20, rows: 5)
    session.wait(for: "#")
    session.settle()
    #expect(session.screen == ["? ? |", "em|?g ? ?", "??|", "", String(repeating: " ", count: 19) + "#"])
    #expect(session.bytes.allSatisfy { $0 < 0x80 })
  }

  @Test("a UTF-8 locale that the machine lacks is UTF-8 all the same")
  func missingLocale() throws {
    let session = try ProbeSession.start(
      "characters", environment: ["LC_ALL": "xx_XX.UTF-8"], columns: 20, rows: 5)
    session.wait(for: "#")
    session.settle()
    #expect(session.screen[0] == "漢字|")
  }

  @Test("attributes and colours")
  func styles() throws {
    let session = try ProbeSession.start("styles")
    session.settle()
    let looks = [0, 1, 3, 4, 5, 6, 7].map { session.attributes(row: $0, column: 2) }
    #expect(
      looks == [
        CellLook(), CellLook(isBold: true), CellLook(isUnderlined: true), CellLook(isReversed: true),
        CellLook(isItalic: true), CellLook(foreground: 2, background: 4), CellLook(foreground: 208),
      ])
  }

  @Test("a terminal without colours gets attributes alone")
  func withoutColors() throws {
    let session = try ProbeSession.start("styles", environment: ["TERM": "vt100"])
    session.settle()
    let looks = [1, 3, 4, 6, 7].map { session.attributes(row: $0, column: 2) }
    #expect(
      looks == [
        CellLook(isBold: true), CellLook(isUnderlined: true), CellLook(isReversed: true), CellLook(),
        CellLook(),
      ])
  }

  @Test(
    "a resize at any moment, from one cell to a wall", arguments: ["keys", "panel", "characters", "styles"])
  func resizes(picture: String) throws {
    let session = try ProbeSession.start(picture)
    for (columns, rows) in [(40, 12), (1, 1), (500, 200), (2, 50), (200, 1), (20, 5), (132, 43), (80, 24)] {
      session.resize(columns: columns, rows: rows)
      session.settle(quiet: 20)
    }
    if picture == "keys" {
      #expect(session.wait(for: "resize 80x24"))
      #expect(session.screen[0] == "80x24")
    }
    try session.type("<F2>")
    #expect(session.waitForExit() == .exited(0))
    #expect(session.modes == session.modesBefore)
  }

  @Test("the window's size is told, and the cursor stays on the screen")
  func sizeAfterResize() throws {
    let session = try ProbeSession.start("keys")
    session.resize(columns: 57, rows: 9)
    #expect(session.wait { $0.screen[0] == "57x9" && ProbeSession.log($0) == ["resize 57x9"] })
    #expect(session.cursor == (row: 0, column: 0))
  }

  @Test("redrawing sends the whole screen, and only when asked")
  func redraws() throws {
    let session = try ProbeSession.start("lines")
    session.settle()
    let before = session.bytesReceived
    try session.type("x")
    session.settle()
    #expect(session.bytesReceived == before)
    try session.type("<F5>")
    session.settle()
    #expect(session.bytesReceived > before + 1000)
  }

  @Test("nothing is asked of the terminal, and neither mouse nor paste is switched on")
  func noQueries() throws {
    let session = try ProbeSession.start("lines")
    session.settle()
    #expect(session.takeAnswers().isEmpty)
    let text = String(decoding: session.bytes, as: UTF8.self)
    for mode in ["?1000h", "?1002h", "?1003h", "?1006h", "?2004h"] { #expect(!text.contains(mode)) }
  }

  @Test("a line scrolled over the full width takes at most 160 bytes")
  func scrollingAtFullWidth() throws {
    #expect(try mostBytesPerLine("lines") <= 160)
  }

  @Test("a line scrolled beside a panel takes at most 1,100 bytes")
  func scrollingBesidePanel() throws {
    #expect(try mostBytesPerLine("panel") <= 1100)
  }

  private func mostBytesPerLine(_ picture: String) throws -> Int {
    let session = try ProbeSession.start(picture)
    session.settle()
    var most = 0
    for line in 1...20 {
      let before = session.bytesReceived
      try session.type("<Down>")
      #expect(session.wait { $0.screen[22].contains("\(22 + line) ") })
      session.settle()
      most = max(most, session.bytesReceived - before)
    }
    return most
  }
}
