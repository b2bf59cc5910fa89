import Testing

@testable import MonographLibrary

@Suite struct SnippetWindowTests {
  private let advice = [["avoid"], ["do", "not"]]

  /// The parts of a line that are shown where a word matched.
  private func parts(_ text: String, match: String) throws -> [String] {
    let found = try #require(text.range(of: match))
    let start = text.utf8.distance(from: text.startIndex, to: found.lowerBound)
    let window = SnippetWindow(
      text, line: 0..<text.utf8.count, match: start..<start + match.utf8.count, advice: advice)
    return window.parts.map { String(decoding: Array(text.utf8)[$0], as: UTF8.self) }
  }

  private func foods(_ count: Int) -> String { (0..<count).map { "food\($0)" }.joined(separator: ", ") }

  @Test func aShortLineIsShownWhole() throws {
    #expect(try parts("Avoid cheese.", match: "cheese") == ["Avoid cheese."])
  }

  @Test func anInstructionNearBeforeTheWordBeginsTheWindow() throws {
    let text = "In general and always avoid \(foods(8)), cheese, \(foods(40))."
    let shown = try parts(text, match: "cheese")
    #expect(shown.count == 1)
    #expect(shown[0].hasPrefix("avoid food0") && shown[0].contains("cheese"))
  }

  @Test func anInstructionFarBeforeTheWordIsShownApart() throws {
    let text = "Do not eat \(foods(60)), cheese, \(foods(40))."
    let shown = try parts(text, match: "cheese")
    #expect(shown.count == 2)
    #expect(shown[0].hasPrefix("Do not eat food0") && !shown[0].contains("cheese"))
    #expect(shown[1].contains("cheese"))
    #expect(shown.map(\.utf8.count).reduce(0, +) < 280)
  }

  @Test func aLineWithoutInstructionIsShownRoundTheWord() throws {
    let shown = try parts("They eat \(foods(60)), cheese, \(foods(40)).", match: "cheese")
    #expect(shown.count == 1 && !shown[0].contains("They") && shown[0].contains("cheese"))
  }

  @Test func theWindowEndsWithTheLine() throws {
    let text = "They eat \(foods(30)) and cheese. Next"
    let line = 0..<text.utf8.count - 4
    let window = SnippetWindow(text, line: line, match: nil, advice: advice)
    let far = SnippetWindow(
      text, line: line, match: line.upperBound - 8..<line.upperBound - 2, advice: advice)
    #expect(window.parts.allSatisfy { $0.upperBound <= line.upperBound })
    #expect(far.parts.last?.upperBound == line.upperBound)
  }
}
