import BrowserCore
import MonographLibrary
import MonographModel

/// How well search answers a file of questions.
struct SearchScore {
  /// What came of one question.
  struct Outcome {
    var question: QuestionFile.Question
    /// The rank of the first right hit among the first ten, from 1.
    var rank: Int?
    /// Whether the answer stands on the first screen when the first hit is opened.
    var isOnFirstScreen: Bool
    /// The first hit, for a person who wonders why it failed.
    var first: SearchHit?
  }

  let outcomes: [Outcome]

  /// Asks each question as it is written and looks at the first ten hits.
  ///
  /// - Throws: A library error, or a failure where a question expects what the library does not have.
  init(_ questions: [QuestionFile.Question], library: Library) throws {
    var outcomes: [Outcome] = []
    for question in questions {
      let documents = try RightDocuments(of: question, in: library)
      let hits = try library.search(question.query, limit: 10).hits
      let rank = hits.firstIndex { documents.hold($0) && Self.isRight($0, for: question) }.map { $0 + 1 }
      var isVisible = false
      if let first = hits.first {
        isVisible = FirstScreen(of: first, in: library)?.shows(question.answer) ?? false
      }
      outcomes.append(Outcome(question: question, rank: rank, isOnFirstScreen: isVisible, first: hits.first))
    }
    self.outcomes = outcomes
  }

  /// Whether the section of a hit is a right one.
  private static func isRight(_ hit: SearchHit, for question: QuestionFile.Question) -> Bool {
    let key = LabelSection(sourceKey: hit.sectionKey)?.name ?? hit.sectionKey
    let names = [key] + hit.sectionPath
    return question.sections.contains { section in
      names.contains(section.hasSuffix("_table") ? String(section.dropLast(6)) : section)
    }
  }

  /// The figures of some questions, each from 0 to 1; all are 0 where nothing was asked.
  struct Figures: Hashable {
    /// The share of questions with a right hit among the first 1, 3 and 10.
    let successAtOne, successAtThree, successAtTen: Double
    /// The mean of 1 / rank of the first right hit, 0 where none is among the first ten.
    let meanReciprocalRank: Double
    /// The share of questions whose answer stands on the first screen of the first hit.
    let firstScreen: Double

    init(_ outcomes: [Outcome]) {
      let count = Double(max(1, outcomes.count))
      func share(within rank: Int) -> Double {
        Double(outcomes.count { ($0.rank ?? .max) <= rank }) / count
      }
      successAtOne = share(within: 1)
      successAtThree = share(within: 3)
      successAtTen = share(within: 10)
      meanReciprocalRank = outcomes.reduce(0) { $0 + ($1.rank.map { 1 / Double($0) } ?? 0) } / count
      firstScreen = Double(outcomes.count { $0.isOnFirstScreen }) / count
    }
  }

  /// The figures of all questions.
  var figures: Figures { Figures(outcomes) }

  /// The report: a line of figures for all, then for each class, then what failed.
  var text: String {
    var text = Self.header
    text += Self.line("all", outcomes)
    for sort in Set(outcomes.map(\.question.sort)).sorted() {
      text += Self.line(sort, outcomes.filter { $0.question.sort == sort })
    }
    for outcome in outcomes where outcome.rank != 1 || !outcome.isOnFirstScreen {
      let question = outcome.question
      let place = outcome.first.map { "\($0.title): \($0.sectionPath.joined(separator: " > "))" } ?? "nothing"
      text +=
        "\(question.id)  rank \(outcome.rank.map(String.init) ?? "-")  "
        + "\(outcome.isOnFirstScreen ? "seen" : "not seen")  \(question.query)  ->  \(place)\n"
    }
    return text
  }

  private static let header =
    "class            asked  success@1  @3    @10   MRR   first screen\n"

  private static func line(_ name: String, _ outcomes: [Outcome]) -> String {
    let figures = Figures(outcomes)
    let values = [
      figures.successAtOne, figures.successAtThree, figures.successAtTen, figures.meanReciprocalRank,
      figures.firstScreen,
    ].map(\.hundredths)
    return name.padded(to: 17) + String(outcomes.count).padded(to: 7) + values[0].padded(to: 11)
      + values[1].padded(to: 6) + values[2].padded(to: 6) + values[3].padded(to: 6) + values[4] + "\n"
  }
}

extension Double {
  /// The number with two decimals.
  var hundredths: String {
    let rounded = Int((abs(self) * 100).rounded())
    return "\(self < 0 ? "-" : "")\(rounded / 100).\(rounded % 100 < 10 ? "0" : "")\(rounded % 100)"
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(1, width - count))
  }
}
