import ArgumentParser
import Foundation
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

  func run() throws {
    var diagnostics: [Diagnostic] = []
    var check = ContentCheck()
    let reader = MarkdownReader()
    var isUnreadable = false
    for path in files {
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
        throw Failure.input("\(path): no such file")
      }
      let (content, problems) = isFolder.boolValue ? ContentFolder.scan(path) : ContentFolder.single(path)
      diagnostics += problems
      for entry in content.entries {
        switch content.read(entry) {
        case .failure(let diagnostic):
          diagnostics.append(diagnostic)
          isUnreadable = true
        case .success(let file):
          let result = reader.read(file)
          diagnostics += result.diagnostics
          check.add(result, file: file)
        }
      }
    }
    diagnostics += check.diagnostics()
    diagnostics.sort()
    if json {
      StandardOutput.write(JSONValue.array(diagnostics.map(JSONValue.init)).text + "\n")
    } else {
      for diagnostic in diagnostics { StandardOutput.write("\(diagnostic)\n") }
    }
    if isUnreadable { throw ExitCode(2) }
    if diagnostics.contains(where: { $0.severity == .error }) { throw ExitCode(1) }
  }
}
