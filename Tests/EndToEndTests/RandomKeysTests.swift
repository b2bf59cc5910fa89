import Foundation
import TerminalTesting
import Testing

@Suite("A person who presses anything")
struct RandomKeysTests {
  /// How many keys; `MONOGRAPH_RANDOM_KEYS` asks for another number.
  private static let count =
    ProcessInfo.processInfo.environment["MONOGRAPH_RANDOM_KEYS"].flatMap(Int.init) ?? 100_000

  /// Where the keys begin; `MONOGRAPH_RANDOM_SEED` asks for others.
  private static let seed =
    ProcessInfo.processInfo.environment["MONOGRAPH_RANDOM_SEED"].flatMap(UInt64.init) ?? 0x2545_F491_4F6C_DD1D

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
    var random = Xorshift(state: Self.seed)
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
    try Self.quit(session)
    #expect(session.waitForExit() == .exited(0), Comment(rawValue: session.screen.joined(separator: "\n")))
    #expect(session.modes == session.modesBefore)
    #expect(!session.isOnAlternateScreen)
    #expect(quits > 0)
  }

  /// Leaves whatever is open, and the reader. A reader on a busy machine may still have keys before it; then Esc
  /// and what follows reach it at once, which is one key of a terminal, and are typed again.
  private static func quit(_ session: TerminalSession) throws {
    for _ in 0..<10 where !session.hasEnded {
      try session.type("<Esc>")
      session.settle(quiet: 200)
      guard !session.hasEnded else { return }
      try session.type("<C-q>")
      _ = session.waitForExit(limit: 1_000)
    }
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
