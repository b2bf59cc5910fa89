import ArgumentParser

/// How fast a library of any size is searched while somebody types.
///
///     swift run -c release search-speed generate --out FOLDER
///     swift run -c release search-speed type FOLDER
///
/// `Scripts/search-peers` measures other programs on the same text in the same run.
@main
struct SearchSpeed: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search-speed", abstract: "Measure searches of a library of made-up labels.",
    subcommands: [Generate.self, TypeKeys.self, Keys.self, Answers.self])
}
