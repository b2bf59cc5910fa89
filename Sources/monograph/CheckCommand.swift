import ArgumentParser
import MonographModel
import MonographSources

/// `monograph check`: what is wrong with source files.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Report what is wrong in pages: file, line, column, rule and fix.",
    discussion: "Exit status 1 where an error is found, 2 where a file cannot be read.")

  @Argument(help: "Pages, or folders of them.")
  var files: [String]

  @Flag(name: .long, help: "Print JSON.")
  var json = false

  func validate() throws {
    for file in files {
      try Usage.requireText(file, for: "A page", "the path of a page, or of a folder of pages")
    }
  }

  func run() throws {
    var diagnostics: [Diagnostic] = []
    var check = ContentCheck()
    var isUnreadable = false
    for file in try list(&diagnostics) {
      let (source, result) = SourceReading.read(file)
      diagnostics += result.diagnostics
      if source == nil { isUnreadable = true }
      check.add(result, file: file.path)
    }
    diagnostics += check.finish()
    diagnostics.sort()
    if json {
      StandardOutput.write(JSONValue.array(diagnostics.map(JSONValue.init)))
    } else {
      for diagnostic in diagnostics { StandardOutput.write(diagnostic.printedLine) }
    }
    if isUnreadable { throw ExitCode(2) }
    if diagnostics.contains(where: { $0.severity == .error }) { throw ExitCode(1) }
  }

  /// The files named, and those of the folders named.
  private func list(_ diagnostics: inout [Diagnostic]) throws -> [ContentFile] {
    var listed: [ContentFile] = []
    for path in files {
      guard Surroundings.exists(path) else {
        throw Failure.input("\(path): no such file")
      }
      if Surroundings.isFolder(path) {
        let listing = ContentFolder(path).list()
        listed += listing.files
        diagnostics += listing.diagnostics
      } else {
        do {
          listed.append(try ContentFolder.file(at: path))
        } catch {
          throw Failure.input(error.diagnostic.description)
        }
      }
    }
    return listed
  }
}
