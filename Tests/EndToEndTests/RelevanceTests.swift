import Foundation
import MonographLibrary
import Testing

@testable import monograph

/// Questions as hurried clinicians type them, over the pages of `Content/`, in the form that `search --score` reads.
/// What fails stays in the file: it is there to be measured.
@Suite("Search answers clinical questions over Content/ in one go")
struct RelevanceTests {
  private static let file = Reader.root + "/Tests/EndToEndTests/Relevance/questions.tsv"

  private static func questions() throws -> [QuestionFile.Question] {
    try QuestionFile(text: String(contentsOfFile: file, encoding: .utf8), file: file).questions
  }

  /// A folder that holds the pages of `Content/`, compiled.
  private static func compiled() throws -> CommandFolder {
    let folder = try CommandFolder([:])
    try FileManager.default.createDirectory(atPath: folder.path, withIntermediateDirectories: true)
    let build = try folder.run("build", Reader.root + "/Content", "-o", "content.library")
    try #require(build.status == 0, "\(build.errorText)")
    return folder
  }

  @Test("success@1, mean reciprocal rank and answers on the first screen reach their bounds")
  func score() throws {
    let folder = try Self.compiled()
    let library = try Library.open(path: folder.path + "/content.library")
    let score = try SearchScore(Self.questions(), library: library)
    func names(_ fails: (SearchScore.Outcome) -> Bool) -> String {
      score.outcomes.filter(fails).map(\.question.id).joined(separator: ", ")
    }
    let figures = score.figures
    let notFirst = names { $0.rank != 1 }
    let notSeen = names { !$0.isOnFirstScreen }
    #expect(figures.successAtOne >= 0.90, "success@1; the first hit is not right: \(notFirst)")
    #expect(figures.meanReciprocalRank >= 0.93, "MRR; the first hit is not right: \(notFirst)")
    #expect(figures.firstScreen >= 0.85, "the answer is not on the first screen: \(notSeen)")
  }

  @Test("the file asks at least fifty questions, of every class, under ids of their own")
  func questionFile() throws {
    let questions = try Self.questions()
    #expect(questions.count >= 50)
    #expect(Set(questions.map(\.id)).count == questions.count)
    #expect(Set(questions.map(\.query)).count == questions.count)
    #expect(
      Set(questions.map(\.sort)) == [
        "exact", "synonym", "typo", "prefix", "brand/alias", "interaction", "no-drug-name",
      ])
  }

  /// The words with single blanks between them: `show` wraps lines.
  private static func collapsed(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test("every question names a page and section that exist, and its answer stands there")
  func answersExist() throws {
    let folder = try Self.compiled()
    for question in try Self.questions() {
      for document in question.expected {
        let texts = try question.sections.compactMap { section -> String? in
          let shown = try folder.run(
            "show", document, "--library", "content.library", "--section", section, "--width", "1000")
          return shown.status == 0 ? shown.text : nil
        }
        #expect(!texts.isEmpty, "\(question.id): no such section of \(document)")
        #expect(
          texts.contains { Self.collapsed($0).contains(Self.collapsed(question.answer)) },
          "\(question.id): “\(question.answer)” is not in \(document)")
      }
    }
  }
}
