import ArgumentParser
import Foundation
import MonographLibrary
import MonographModel

/// `monograph search`: the places that answer some words.
struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search", abstract: "Search the library; prints the places that answer, best first.",
    discussion: """
      The words are those of a question: a drug and what is asked of it, in any spelling. Among them may stand:

        "exact phrase"   only places that hold it; '"so"' for the shell
        -word            only places without it; put -- before the words
        kind:drug        only pages of a kind; alone it lists them
        source:openfda   only those of a publisher or labeler
        in:dosing        only sections so headed, or on such a topic

      All else is text. Exit status 1 where nothing is found.

      A file of questions for --score is tab-separated; its header line names the
      columns id, query, expected, sections, answer and class. “expected” gives what
      the right places stand in: ids of documents (set ids), or paths or names of
      pages, with | between them; or “seed”, which is the page that the column
      generic names, where the others are labels.
      """)

  private static let exclusion = "monograph search -- baclofen -dose"

  /// What to do where a word to leave out was taken for an option; nil where none was.
  static func advice(on arguments: [String]) -> String? {
    guard arguments.contains(configuration.commandName ?? ""), !arguments.contains("--") else { return nil }
    let word = arguments.first { argument in
      argument.hasPrefix("-") && argument.count > 2 && argument.dropFirst().first?.isLetter == true
    }
    return word.map { "To leave “\($0.dropFirst())” out, put -- before the words: \(exclusion)" }
  }

  @OptionGroup var options: LibraryOptions

  @Argument(help: "Words, phrases and filters.")
  var words: [String] = []

  @Flag(name: .long, help: "Print JSON.")
  var json = false

  @Option(name: .long, help: "How many places to print at most.")
  var limit = 10

  @Flag(name: .long, help: "Print how words are read, and what each score is made of.")
  var explain = false

  @Option(
    name: .long,
    help: ArgumentHelp("Ask the questions of a file and print how many are answered.", valueName: "file"))
  var score: String?

  func validate() throws {
    guard words.isEmpty == (score != nil) else {
      throw ValidationError("give either words or --score with a file of questions")
    }
    guard limit > 0 else { throw ValidationError("--limit takes a number of at least 1") }
  }

  func run() throws {
    let library = try options.open()
    if let score { return try self.score(score, library) }
    let query = words.joined(separator: " ")
    let result: SearchResult
    do {
      result = try library.search(query, limit: limit, explains: explain)
    } catch {
      throw Failure.input(error.description)
    }
    if json {
      StandardOutput.write(SearchReport(result, explains: explain).json)
    } else {
      StandardOutput.write(SearchReport(result, explains: explain).text)
    }
    if result.hits.isEmpty { throw ExitCode(1) }
  }

  private func score(_ path: String, _ library: Library) throws {
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw Failure.input("\(path) cannot be read; give a file of questions")
    }
    let file = try QuestionFile(text: String(decoding: bytes, as: UTF8.self), file: path)
    do {
      StandardOutput.write(try SearchScore(file.questions, library: library).text)
    } catch let error as LibraryError {
      throw Failure.input("\(error)")
    }
  }
}
