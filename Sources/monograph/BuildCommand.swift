import ArgumentParser
import MonographLibrary
import MonographModel
import MonographSources

/// `monograph build`: source files to a library file.
struct BuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Compile folders of pages into one library file.")

  @Argument(help: "Folders of pages; Content when none is named. A later one lies over an earlier one.")
  var folders: [String] = []

  @Option(name: [.short, .long], help: "The library file to write.")
  var output: String

  @Option(name: .long, help: "What the library calls itself.")
  var title: String?

  @Flag(name: [.short, .long], help: "Do not print diagnostics.")
  var quiet = false

  func run() throws {
    let names = folders.isEmpty ? ["Content"] : folders
    var contents: [ContentFolder.Listing] = []
    for name in names {
      guard Surroundings.isFolder(name) else {
        throw Failure.input("\(name) is not a folder; name a folder of pages such as Content")
      }
      contents.append(ContentFolder(name).list())
    }
    do {
      let outcome = try LibraryCompiler.compile(
        contents, to: output, title: title ?? "Monographs in \(names.joined(separator: " and "))",
        fingerprint: "")
      report(outcome)
    } catch let error as LibraryError {
      throw Failure.input(error.description)
    }
  }

  private func report(_ outcome: LibraryCompiler.Outcome) {
    if !quiet {
      for diagnostic in outcome.diagnostics { StandardError.write("\(diagnostic)\n") }
    }
    let counts = Diagnostic.Severity.allCases.map { severity in
      let count = outcome.diagnostics.count { $0.severity == severity }
      return "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
    }
    let summary = outcome.summary
    StandardOutput.write(
      """
      \(output): \(summary.pages) pages, \(summary.sections) sections, \(summary.links) links, \
      \(summary.missingTargets) missing targets, \(summary.relations) relations, \(summary.bytes / 1024) KiB
      diagnostics: \(counts.joined(separator: ", "))\
      \(outcome.unreadable > 0 ? "; \(outcome.unreadable) files left out" : "")

      """)
  }
}
