import ArgumentParser
import Foundation
import MonographLibrary
import MonographModel

/// `monograph search`: the places that answer some words.
struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search", abstract: "Search the library; prints the places that answer, best first.",
    discussion: "Exit status 1 where nothing is found.")

  @OptionGroup var options: LibraryOptions

  @Argument(help: "Words; they are text, never query syntax.")
  var words: [String] = []

  @Flag(name: .long, help: "Print JSON.")
  var json = false

  @Option(name: .long, help: "How many places to print at most.")
  var limit = 10

  @Flag(name: .long, help: "Print what each place's score is made of.")
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
      result = try library.search(query, limit: limit)
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
    } catch {
      throw Failure.input("\(error)")
    }
  }
}
