import ArgumentParser
import MonographLibrary
import MonographModel

/// `monograph build`: sources to a library file.
struct BuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Compile pages, drug labels and graphs into one library file.",
    discussion: """
      Sources are folders or files: pages in Markdown, drug labels in SPL or in openFDA's bulk form, graphs as KGX \
      tables, as Hetionet's or as paths of DrugMechDB, packed or not. What is wrong in them is printed as by check; \
      what cannot be read is left out, and the summary says how much.

      Files that have not changed since the library was last written are not read again. An interruption leaves the \
      library that stood there as it was.

      Exit status 0 where the library was written, whatever its sources hold; with --strict 1 where an error was \
      found, the library being written all the same; 2 where no library was written.
      """)

  @Argument(
    help: "Folders or files of sources; Content when none is named. A later one lies over an earlier one.")
  var sources: [String] = []

  @Option(name: [.short, .long], help: "The library file to write.")
  var output: String

  @Option(name: .long, help: "What the library calls itself.")
  var title: String?

  @Flag(name: [.short, .long], help: "Do not print diagnostics.")
  var quiet = false

  @Flag(
    name: .long,
    help: "Compare every word with the sources, and list what was inferred and what was joined.")
  var report = false

  @Flag(name: .long, help: "Exit with status 1 where any error was found.")
  var strict = false

  func validate() throws {
    try Usage.requireText(output, for: "--output", "the path of the library file to write")
    for source in sources { try Usage.requireText(source, for: "A source", "the path of a folder or a file") }
  }

  func run() throws {
    let paths = sources.isEmpty ? ["Content"] : sources
    for path in paths where !Surroundings.exists(path) {
      throw Failure.input("\(path): there is no such file or folder")
    }
    var build = LibraryBuild(
      paths: paths, output: output, title: title ?? Self.usualTitle(paths))
    build.makesReport = report
    do {
      let outcome = try build.run()
      tell(outcome)
      if strict, outcome.diagnostics.contains(where: { $0.severity == .error }) { throw ExitCode(1) }
    } catch let error as LibraryError {
      throw Failure.input(error.description)
    } catch let interruption as InterruptWatch.Interrupted {
      let state = Surroundings.exists(output) ? "\(output) is as it was" : "no library was written"
      throw Failure(message: "stopped; \(state)", status: 128 + interruption.signal)
    }
  }

  /// A title from the names of folders and files, the same wherever they lie.
  private static func usualTitle(_ paths: [String]) -> String {
    let names = paths.map { Surroundings.absolute($0).split(separator: "/").last.map(String.init) ?? "/" }
    return "Monographs in \(names.joined(separator: " and "))"
  }

  private func tell(_ outcome: LibraryBuild.Outcome) {
    if !quiet {
      for diagnostic in outcome.diagnostics { StandardError.write(diagnostic.printedLine) }
    }
    let counts = Diagnostic.Severity.allCases.map { severity in
      let count = outcome.diagnostics.count { $0.severity == severity }
      return "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
    }
    let summary = outcome.summary
    let contents = """
      \(output): \(summary.pages) pages from \(summary.documents) documents, \(summary.sections) sections, \(summary.links) links, \
      \(summary.missingTargets) missing targets, \(summary.entities) entities, \(summary.relations) relations, \
      \(summary.joins.count) joined, \(summary.bytes / 1024) KiB
      """
    let leftOut = outcome.leftOut > 0 ? "; \(outcome.leftOut) documents left out" : ""
    StandardOutput.write(
      PrintedText.line(contents) + "diagnostics: \(counts.joined(separator: ", "))\(leftOut)\n")
    if let report = outcome.report { StandardOutput.write(report.text) }
  }
}
