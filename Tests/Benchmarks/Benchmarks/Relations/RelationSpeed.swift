import ArgumentParser

/// How fast the relations of a large graph are listed, and paths in it found.
///
///     swift run -c release relation-speed generate --out FOLDER
///     swift run -c release relation-speed measure FOLDER
///
/// `Scripts/relation-peers` measures networkx and SQLite's recursive queries on the same graph and pairs.
@main
struct RelationSpeed: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "relation-speed", abstract: "Measure relations and paths of a made-up graph.",
    subcommands: [Generate.self, Measure.self])
}
