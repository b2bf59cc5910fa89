import Foundation
import TerminalTesting
import Testing

@Suite("Searching the library at a terminal")
struct SearchVisitTests {
  @Test(
    "typing, refining, landing, coming back",
    arguments: [
      (80, 24, "xterm-256color", "C.UTF-8"), (40, 12, "xterm", "C.UTF-8"), (200, 50, "xterm", "C.UTF-8"),
      (80, 24, "vt100", "C"),
    ])
  func visit(columns: Int, rows: Int, terminal: String, locale: String) throws {
    let session = try Reader.start(
      columns: columns, rows: rows, environment: ["TERM": terminal, "LC_ALL": locale, "NO_COLOR": "1"])
    func type(_ keys: String) throws {
      try session.type(keys)
      // The answer to the last key comes after what answered the one before.
      session.settle(quiet: 600)
    }
    try type("intrathecal")
    let first = session.screen
    #expect(first[1].hasPrefix("Search: intrathecal"))
    #expect(first.contains { $0.hasPrefix("> ") })
    try type(" max")
    let refined = session.screen
    #expect(refined.contains { $0.hasPrefix("Baclofen") }, "a place is shown without the name of its drug")
    #expect(refined.contains { $0.hasPrefix("> Dosing > Intrathecal Baclofen") })
    try type("<Enter>")
    let page = session.screen
    #expect(page[0].hasPrefix("Baclofen"))
    #expect(page.last?.hasPrefix("n next") == true)
    try type("<BS>")
    #expect(session.screen == refined)
    try type("<Enter>]h<BS>")
    #expect(!session.screen.contains { $0.hasPrefix("> Dosing > Intrathecal Baclofen") })
    #expect(session.screen.contains { $0.hasPrefix("> ") })
    try type("<C-w><BS>")
    #expect(session.wait { $0.screen == first })
    if locale == "C" {
      #expect(session.screen.joined().utf8.allSatisfy { $0 < 0x80 })
    }
    try type("<C-q>")
    #expect(session.waitForExit() == .exited(0))
  }

  @Test("what was matched is told apart on a terminal without colours")
  func marks() throws {
    let session = try Reader.start(environment: ["TERM": "vt100", "NO_COLOR": "1"])
    try session.type("hiccups")
    session.wait(for: "Hiccups")
    session.settle(quiet: 600)
    let row = try #require(session.screen.firstIndex { $0.contains("Hiccups") })
    let column = try #require(session.screen[row].firstRange(of: "Hiccups")).lowerBound
    let place = session.screen[row].distance(from: session.screen[row].startIndex, to: column)
    let attributes = (place..<place + 7).map { session.attributes(row: row, column: $0) }
    #expect(attributes.allSatisfy { $0 != session.attributes(row: row, column: place + 8) })
  }
}
