import Foundation
import TerminalTesting
import Testing

/// A command of the program that has run to its end without a terminal.
struct CommandRun {
  /// The bytes on standard output.
  let output: [UInt8]
  /// The bytes on standard error.
  let errors: [UInt8]
  /// The exit status.
  let status: Int32

  /// Runs a command in a folder.
  init(_ arguments: [String], in folder: String, environment: [String: String] = [:]) throws {
    let files = try (0..<2).map { _ in try Self.emptyFile() }
    defer { for file in files { try? FileManager.default.removeItem(at: file) } }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(ProductPath.executable("monograph")))
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.environment = Reader.environment(["XDG_CACHE_HOME": folder + "/cache"])
      .merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: files[0])
    process.standardError = try FileHandle(forWritingTo: files[1])
    try process.run()
    process.waitUntilExit()
    output = try [UInt8](Data(contentsOf: files[0]))
    errors = try [UInt8](Data(contentsOf: files[1]))
    status = process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus
  }

  /// Standard output as text.
  var text: String { String(decoding: output, as: UTF8.self) }
  /// Standard error as text.
  var errorText: String { String(decoding: errors, as: UTF8.self) }

  private static func emptyFile() throws -> URL {
    let file = FileManager.default.temporaryDirectory.appending(path: "monograph-\(UUID().uuidString)")
    try Data().write(to: file)
    return file
  }
}

/// A folder with files, for commands to work in; removed when nobody has it any more.
final class CommandFolder {
  /// Where it is.
  let path: String

  /// Makes a folder with files by their paths within it.
  init(_ files: [String: String]) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "monograph-\(UUID().uuidString)")
    path = folder.path()
    for (name, text) in files {
      let file = URL(fileURLWithPath: path + "/" + name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Runs a command in the folder.
  func run(_ arguments: String..., environment: [String: String] = [:]) throws -> CommandRun {
    try CommandRun(arguments, in: path, environment: environment)
  }
}
