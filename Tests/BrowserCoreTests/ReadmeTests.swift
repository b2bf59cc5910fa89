import BrowserCore
import BrowserTesting
import Foundation
import Testing

@Suite("The README")
struct ReadmeTests {
  private static let start = "<!-- keys: made from the command table; a test compares them -->\n"
  private static let end = "\n<!-- end of keys -->"

  @Test("shows the keys of the command table; MONOGRAPH_RECORD=1 writes them")
  func keys() throws {
    let file = CheckoutContent.root.appendingPathComponent("README.md")
    let text = try String(contentsOf: file, encoding: .utf8)
    let start = try #require(text.range(of: Self.start))
    let end = try #require(text.range(of: Self.end))
    let block = start.upperBound..<end.lowerBound
    if ProcessInfo.processInfo.environment["MONOGRAPH_RECORD"] == "1" {
      let recorded = text.replacingCharacters(in: block, with: KeyTable.markdown)
      try recorded.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("recorded the keys in the README")
      return
    }
    #expect(text[block] == KeyTable.markdown)
  }
}
