import Testing

@testable import MonographSearch

@Suite("Words by what they are")
struct WordClassesTests {
  @Test("The table that is compiled in can be read, and keeps salts, forms and organs apart")
  func standard() {
    let words = WordClasses.standard
    #expect(words.salts.isSuperset(of: ["hydrochloride", "sodium", "calcium"]))
    #expect(words.forms.isSuperset(of: ["tablets", "intravenous", "for"]))
    #expect(words.organs == ["renal", "kidney", "hepatic", "liver"])
    #expect(words.salts.isDisjoint(with: words.forms))
    #expect(words.isSaltOrForm("sodium") && words.isSaltOrForm("gel") && !words.isSaltOrForm("renal"))
  }

  @Test(
    "A fault names the file, what is wrong and what to do",
    arguments: [
      ("salts:\n  - name: x\n    rows: |\n      a\nsalt: []\n", "there is no list 'salt'"),
      ("salts:\n  - name: x\n    rows: |\n      a\n", "the list 'forms' has no words"),
    ])
  func faults(yaml: String, problem: String) throws {
    let error = try #require(throws: VocabularyError.self) { try WordClasses(yaml: yaml, file: "w.yaml") }
    #expect(error.description.hasPrefix("w.yaml:1: \(problem); "))
  }
}
