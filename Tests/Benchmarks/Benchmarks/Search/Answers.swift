import ArgumentParser
import Foundation
import MonographLibrary
import MonographModel

/// `search-speed answers`: everything that searches give, one line a hit, to be compared before and after a change.
struct Answers: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Print what searches find, for comparison.")

  @Argument(help: "A library.") var library: String
  @Option(help: "A file with a query a line, instead of the keys that are timed.") var queries: String?
  @Option(help: "How many places a search gives.") var limit = 20

  func run() throws {
    let library = try Library.open(path: library)
    var keys = TypedKeys.groups.flatMap(\.keys)
    if let queries {
      keys = try String(contentsOfFile: queries, encoding: .utf8).split(separator: "\n").map(String.init)
    }
    for key in keys {
      let result = try library.search(key, limit: limit)
      print("? \(key) total \(result.total) \(result.suggestions) \(result.remarks)")
      for hit in result.hits {
        print(
          "\(hit.document) \(hit.anchor) \(hit.score) \(hit.readAs ?? "-") \(hit.passage) | \(hit.snippet.runs) "
            + hit.reasons.map { "\($0.text) \($0.value)" }.joined(separator: "; "))
      }
      let names = try library.names(matching: key, limit: limit)
      print(names.map { "\($0.entity.path) \($0.quality) \($0.alias ?? "-")" }.joined(separator: ", "))
    }
  }
}
