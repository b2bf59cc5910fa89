import Testing

@testable import monograph

@Suite struct QuestionFileTests {
  private static let header = "id\tquery\texpected\tsections\tanswer\tclass"

  @Test("A question is a line; empty lines are passed over")
  func questions() throws {
    let text = "\n\(Self.header)\n\n1\tdose of x\tseed\tdosing|dose\t5 mg\tdose\r\n\n2\ty\t\t\t\tname\n"
    let questions = try QuestionFile(text: text, file: "q.tsv").questions
    #expect(questions.map(\.id) == ["1", "2"])
    #expect(questions[0].sections == ["dosing", "dose"])
    #expect(questions[1].expected == [])
  }

  @Test(
    "An error names the line of the file, empty lines counted",
    arguments: [
      ("\(header)\n\n\n1\tx\n", "q.tsv:4: 2 columns where the header has 6"),
      ("\n\(header)\n1\t\t\t\t\t\n\nx\n", "q.tsv:5: 1 columns where the header has 6"),
      ("\n\nid\tquery\n", "q.tsv:3: no column “expected”"),
      ("", "q.tsv:1: no column “id”"),
    ])
  func faults(text: String, message: String) throws {
    let failure = try #require(throws: Failure.self) { try QuestionFile(text: text, file: "q.tsv") }
    #expect("\(failure)".contains(message), "\(failure)")
  }
}
