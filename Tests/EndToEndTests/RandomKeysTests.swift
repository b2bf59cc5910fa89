import Foundation
import TerminalTesting
import Testing

@Suite("A person who presses anything")
struct RandomKeysTests {
  /// How many keys; `MONOGRAPH_RANDOM_KEYS` asks for another number.
  private static let count =
    ProcessInfo.processInfo.environment["MONOGRAPH_RANDOM_KEYS"].flatMap(Int.init) ?? 100_000

  private static let keys =
    (0x20..<0x7F).map { $0 == 0x3C ? "<lt>" : String(UnicodeScalar($0)) }
    + [
      "<Up>", "<Down>", "<Left>", "<Right>", "<PgUp>", "<PgDn>", "<Home>", "<End>", "<Tab>", "<S-Tab>",
      "<Enter>",
      "<Enter>", "<Enter>", "<Esc>", "<Esc>", "<Esc>", "<BS>", "<Del>", "<F1>", "<F6>", "<C-c>", "<C-d>",
      "<C-l>",
      "<C-o>", "<C-u>", "<C-w>", "μ", "é", "日", "<Tab>", "j", "j", "<Space>",
    ]

  @Test("neither crashes nor hangs the reader, and the shell gets its terminal back")
  func anything() throws {
    var random = Xorshift(state: 0x2545_F491_4F6C_DD1D)
    var session = try Reader.start(["baclofen"])
    var pressed = 0
    var quits = 0
    while pressed < Self.count {
      var burst = ""
      for _ in 0..<50 { burst += Self.keys[random.next(Self.keys.count)] }
      pressed += 50
      do {
        try session.type(burst)
      } catch {
        // It has quit while keys were being sent.
      }
      if random.next(10) == 0 {
        session.resize(columns: 20 + random.next(281), rows: 5 + random.next(96))
      }
      session.settle(quiet: 4, limit: 5_000)
      if session.hasEnded {
        #expect(session.waitForExit() == .exited(0))
        #expect(session.modes == session.modesBefore)
        quits += 1
        session = try Reader.start(["baclofen"], columns: 20 + random.next(281), rows: 5 + random.next(96))
      }
    }
    session.settle()
    if !session.hasEnded {
      // Apart, since Esc and a key at once are one key of a terminal.
      for keys in ["<Esc>", "<C-q>"] {
        try session.type(keys)
        session.settle()
      }
      #expect(session.waitForExit() == .exited(0))
    }
    #expect(session.modes == session.modesBefore)
    #expect(!session.isOnAlternateScreen)
    #expect(quits > 0)
  }
}

/// A small random number generator, the same in every run (Marsaglia's xorshift).
struct Xorshift {
  var state: UInt64

  mutating func next(_ bound: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(max(1, bound)))
  }
}
