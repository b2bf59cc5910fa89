import ArgumentParser
import Foundation

/// `search-speed keys`: the keys that are typed, for other programs.
struct Keys: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Print the keys that are typed, as JSON.")

  func run() throws {
    let encoder = JSONEncoder()
    let groups = try TypedKeys.groups.map { group in
      "\(String(decoding: try encoder.encode(group.name), as: UTF8.self)): "
        + String(decoding: try encoder.encode(group.keys), as: UTF8.self)
    }
    print("{\(groups.joined(separator: ",\n"))}")
  }
}
