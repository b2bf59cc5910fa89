import ArgumentParser
import MonographLibrary
import MonographModel
import MonographSources

/// `monograph build`: source files to a library file.
struct BuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Compile folders of pages into one library file.",
    discussion: """
      What is wrong in pages is printed as by check; a page that cannot be read is left out, and the summary \
      says how many were.

      Exit status 0 where the library was written, whatever its pages hold; with --strict 1 where an error was \
      found, the library being written all the same; 2 where no library was written.
      """)

  @Argument(help: "Folders of pages; Content when none is named. A later one lies over an earlier one.")
  var folders: [String] = []

  @Option(name: [.short, .long], help: "The library file to write.")
  var output: String

  @Option(name: .long, help: "What the library calls itself.")
  var title: String?

  @Flag(name: [.short, .long], help: "Do not print diagnostics.")
  var quiet = false

  @Flag(name: .long, help: "Exit with status 1 where any error was found.")
  var strict = false

  func validate() throws {
    try Usage.requireText(output, for: "--output", "the path of the library file to write")
    for folder in folders { try Usage.requireText(folder, for: "A folder", "the path of a folder of pages") }
  }

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
      if strict, outcome.diagnostics.contains(where: { $0.severity == .error }) { throw ExitCode(1) }
    } catch let error as LibraryError {
      throw Failure.input(error.description)
    }
  }

  private func report(_ outcome: LibraryCompiler.Outcome) {
    if !quiet {
      for diagnostic in outcome.diagnostics { StandardError.write(diagnostic.printedLine) }
    }
    let counts = Diagnostic.Severity.allCases.map { severity in
      let count = outcome.diagnostics.count { $0.severity == severity }
      return "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
    }
    let summary = outcome.summary
    let contents = """
      \(output): \(summary.pages) pages, \(summary.sections) sections, \(summary.links) links, \
      \(summary.missingTargets) missing targets, \(summary.relations) relations, \(summary.bytes / 1024) KiB
      """
    let leftOut = outcome.unreadable > 0 ? "; \(outcome.unreadable) files left out" : ""
    StandardOutput.write(
      PrintedText.line(contents) + "diagnostics: \(counts.joined(separator: ", "))\(leftOut)\n")
  }
}
