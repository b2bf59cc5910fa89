import Glibc
import TerminalTesting
import Testing

@Suite("The shell finds its terminal as it was")
struct TerminalSignalsTests {
  private func expectRestored(_ session: TerminalSession) {
    #expect(session.modes == session.modesBefore)
    #expect(!session.isOnAlternateScreen)
  }

  @Test("after quitting")
  func quitting() throws {
    let session = try ProbeSession.start("keys")
    #expect(session.isOnAlternateScreen)
    #expect(session.modes?.isRaw == true)
    try session.type("<F2>")
    #expect(session.waitForExit() == .exited(0))
    expectRestored(session)
  }

  @Test("after a signal that asks to end", arguments: [SIGTERM, SIGHUP, SIGINT])
  func endingSignals(signal: Int32) throws {
    let session = try ProbeSession.start("keys")
    session.send(signal: signal)
    #expect(session.waitForExit() == .exited(64 + signal))
    expectRestored(session)
  }

  @Test("after a crash", arguments: [("<F3>", [SIGABRT]), ("<F4>", [SIGSEGV]), ("<F9>", [SIGILL, SIGTRAP])])
  func crashes(key: String, signals: [Int32]) throws {
    let session = try ProbeSession.start("keys")
    try session.type(key)
    #expect(signals.map { .signaled($0) }.contains(session.waitForExit()))
    expectRestored(session)
  }

  @Test("after a full stack")
  func stackOverflow() throws {
    let session = try ProbeSession.start("keys")
    try session.type("<F8>")
    #expect(session.waitForExit(limit: 60_000) == .signaled(SIGSEGV))
    expectRestored(session)
  }

  @Test(
    "after a signal from outside that ends a program",
    arguments: [
      SIGBUS, SIGFPE, SIGQUIT, SIGUSR1, SIGUSR2, SIGALRM, SIGVTALRM, SIGXCPU, SIGXFSZ, SIGSYS,
    ])
  func crashSignals(signal: Int32) throws {
    let session = try ProbeSession.start("keys")
    session.send(signal: signal)
    #expect(session.waitForExit() == .signaled(signal))
    expectRestored(session)
  }

  @Test("while stopped by Ctrl-Z, and the reader comes back whole")
  func suspension() throws {
    let session = try ProbeSession.start("keys", options: .jobControl)
    try session.type("j<C-z>")
    #expect(session.waitForStop())
    expectRestored(session)
    session.continueInForeground()
    #expect(session.wait { $0.isOnAlternateScreen && ProbeSession.log($0) == ["key j", "key <C-z>"] })
    #expect(try ProbeSession.keys("k", count: 3, in: session) == ["j", "<C-z>", "k"])
    try session.type("<F2>")
    #expect(session.waitForExit() == .exited(0))
    expectRestored(session)
  }

  @Test("while stopped by SIGTSTP; a window that changed meanwhile is seen")
  func suspensionFromOutside() throws {
    let session = try ProbeSession.start("keys", options: .jobControl)
    session.send(signal: SIGTSTP)
    #expect(session.waitForStop())
    expectRestored(session)
    session.resize(columns: 60, rows: 20)
    session.continueInForeground()
    #expect(session.wait { $0.screen[0] == "60x20" && $0.isOnAlternateScreen })
    try session.type("<F2>")
    #expect(session.waitForExit() == .exited(0))
  }

  @Test("continuing after SIGSTOP draws the whole screen again")
  func stopFromOutside() throws {
    let session = try ProbeSession.start("lines", options: .jobControl)
    session.settle()
    session.send(signal: SIGSTOP)
    #expect(session.waitForStop())
    let before = session.bytesReceived
    session.continueInForeground()
    #expect(session.wait { $0.bytesReceived > before + 1000 })
    #expect(session.modes?.isRaw == true)
  }

  @Test("Ctrl-Z where nobody could continue the reader leaves it running")
  func suspensionWithoutJobControl() throws {
    let session = try ProbeSession.start("keys")
    #expect(try ProbeSession.keys("<C-z>j", count: 2, in: session) == ["<C-z>", "j"])
    #expect(session.isOnAlternateScreen)
  }

  @Test("a terminal that is gone ends the reader")
  func hangup() throws {
    let told = try ProbeSession.start("keys")
    told.hangUp()
    #expect([.exited(64), .exited(64 + SIGHUP)].contains(told.waitForExit()))
    let untold = try ProbeSession.start("keys", options: .ignoresHangup)
    untold.hangUp()
    #expect(untold.waitForExit() == .exited(64))
  }

  @Test("nothing wakes a reader that waits")
  func waiting() throws {
    let session = try ProbeSession.start("keys")
    session.settle(quiet: 200)
    let before = try #require(session.sleeps)
    session.settle(quiet: 500)
    #expect(session.sleeps == before)
  }

  @Test("another thread's wake, and the end of a given time, are events")
  func wakesAndTimeouts() throws {
    let session = try ProbeSession.start("keys")
    try session.type("<F6>")
    #expect(session.wait { ProbeSession.log($0) == ["key <F6>", "wake"] })
    try session.type("<F7>")
    #expect(session.wait { ProbeSession.log($0) == ["key <F6>", "wake", "key <F7>", "timeout"] })
  }

  @Test("Ctrl-C typed behind the key that quits does not kill the reader on its way out")
  func interruptionWhileLeaving() throws {
    for _ in 0..<10 {
      let session = try Reader.start(["baclofen"])
      try session.type("q")
      while !session.hasEnded, session.modes != session.modesBefore { continue }
      if !session.hasEnded { try? session.type("<C-c>") }
      #expect(session.waitForExit() == .exited(0))
    }
  }

  @Test(
    "a terminal that cannot be used gets a sentence and nothing else",
    arguments: [
      ("no-such-terminal", "the terminal database does not know TERM=no-such-terminal"),
      ("dumb", "a terminal of kind dumb cannot place its cursor"), ("", "TERM is not set"),
    ])
  func uselessTerminals(name: String, sentence: String) throws {
    let path = try #require(ProductPath.executable("terminal-probe"))
    let session = try TerminalSession(program: path, environment: ["TERM": name], columns: 200)
    #expect(session.waitForExit() == .exited(2))
    #expect(session.screen[0].contains(sentence))
    #expect(!session.bytes.contains(0x1b))
    #expect(session.modes == session.modesBefore)
  }

  @Test("a pipe is no terminal", arguments: [("</dev/null", "input"), ("| cat >&2", "output")])
  func pipes(redirection: String, stream: String) throws {
    let path = try #require(ProductPath.executable("terminal-probe"))
    let session = try TerminalSession(
      program: "/bin/sh", arguments: ["-c", "\"$0\" keys \(redirection)", path], columns: 200)
    session.wait(for: "not a terminal")
    #expect(session.screen[0].contains("standard \(stream) is not a terminal"))
    #expect(!session.bytes.contains(0x1b))
  }
}
