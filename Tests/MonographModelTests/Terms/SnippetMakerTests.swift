import MonographModel
import Testing

/// Snippets as text, what matches in brackets.
@Suite struct SnippetMakerTests {
  private func written(_ text: String, _ patterns: [TermPattern], length: Int = 6) -> String {
    SnippetMaker(patterns: patterns, length: length).snippet(of: text).runs
      .map { $0.isMatch ? "[\($0.text)]" : $0.text }.joined()
  }

  private func words(_ words: String...) -> [TermPattern] { words.map { TermPattern(terms: [$0]) } }

  @Test(arguments: [
    ("Take 5 mg daily.", ["mg"], "Take 5 [mg] daily."),
    ("Take 5 mg\ndaily.", ["daily"], "Take 5 mg [daily]."),
    ("one two three four five six seven eight", ["five"], "one two three four [five] six…"),
    ("one two three four five six seven eight nine", ["seven"], "…four five six [seven] eight nine"),
    ("one two three four five six seven eight", ["one"], "[one] two three four five six…"),
    ("one two three four five six seven eight", ["none"], "one two three four five six…"),
    ("a b c. Dose is a b c d e f", ["a"], "[a] b c. Dose is [a]…"),
    ("dose x x x x x x x. Then y dose max z z z", ["dose", "max"], "…Then y [dose] [max] z z…"),
    ("x x x x x x (dose), x x x x x x", ["dose"], "…x x ([dose]), x x x…"),
    ("A GABA-B agonist", ["gabab"], "A [GABA-B] agonist"), ("", ["a"], ""), (" \n. ", ["a"], ""),
  ])
  func wordsAroundTheBestMatch(text: String, terms: [String], snippet: String) {
    #expect(written(text, terms.map { TermPattern(terms: [$0]) }) == snippet)
  }

  @Test func aBeginningMatches() {
    #expect(
      written("Sudden withdrawal", [TermPattern(terms: [], beginning: "withd")]) == "Sudden [withdrawal]")
  }

  @Test func controlCharactersAreSpaces() {
    #expect(written("one \u{1}two\u{2} three", words("three")) == "one  two  [three]")
  }

  @Test func charactersStayWhole() {
    let text = String(repeating: "é", count: 100) + " " + String(repeating: "日 ", count: 30)
    for length in 1...8 {
      #expect(!written(text, words("日"), length: length).contains("\u{FFFD}"))
    }
  }
}
