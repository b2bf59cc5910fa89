import ArgumentParser

/// The program: reads when no other command is named.
@main
struct MonographCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "monograph",
    abstract: "Read clinical monographs in a terminal: offline, by keyboard.",
    discussion: """
      With no command, opens the reader; h in it shows every key. The library is the file named with \
      --library, else $MONOGRAPH_LIBRARY, else Content/ of the working directory (compiled when it changed), \
      else an installed one.

      Exit status: 0, 1 where nothing was found, 2 for wrong usage or input.
      """,
    version: ProgramVersion.current,
    subcommands: [
      ReadCommand.self, ShowCommand.self, SearchCommand.self, RelationsCommand.self, PathCommand.self,
      CompareCommand.self, ExportCommand.self, BuildCommand.self, CheckCommand.self, ImportCommand.self,
      NewCommand.self,
    ],
    defaultSubcommand: ReadCommand.self)

  /// The arguments with a library that is named before a command put after it: `--library L read X`.
  static func commandFirst(_ arguments: [String], _ commands: [String]) -> [String] {
    let count = arguments.first == "--library" ? 2 : arguments.first?.hasPrefix("--library=") == true ? 1 : 0
    guard count > 0, arguments.count > count, commands.contains(arguments[count]), arguments[count] != "help"
    else { return arguments }
    return [arguments[count]] + arguments.prefix(count) + arguments.dropFirst(count + 1)
  }

  /// Runs a command and turns its errors into sentences and exit statuses.
  static func main() {
    do {
      let commands = configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
      if let reading = Reading(plain: CommandLine.arguments.dropFirst(), commands: commands) {
        return try reading.run()
      }
      var command = try parseAsRoot(commandFirst(Array(CommandLine.arguments.dropFirst()), commands))
      try command.run()
    } catch let failure as Failure {
      StandardError.write(PrintedText.line("monograph: \(failure.message)"))
      exit(withError: ExitCode(failure.status))
    } catch {
      let status = exitCode(for: error)
      guard !status.isSuccess, !(error is ExitCode) else { exit(withError: error) }
      StandardError.write(fullMessage(for: error) + "\n")
      if let advice = SearchCommand.advice(on: Array(CommandLine.arguments.dropFirst())) {
        StandardError.write(PrintedText.line(advice))
      }
      exit(withError: ExitCode(2))
    }
  }
}

/// The version that `--version` prints.
enum ProgramVersion {
  static let current = "0.1.0"
}

/// Something that ends a command: a sentence for the person, and the exit status.
struct Failure: Error {
  /// What is wrong and what to do.
  var message: String
  /// 1 where nothing was found, 2 for wrong usage or input.
  var status: Int32

  /// Nothing was found.
  static func notFound(_ message: String) -> Failure { Failure(message: message, status: 1) }
  /// The input or the way it was asked for is wrong.
  static func input(_ message: String) -> Failure { Failure(message: message, status: 2) }
}
