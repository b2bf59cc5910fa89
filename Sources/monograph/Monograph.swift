import ArgumentParser

@main
struct MonographCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "monograph", abstract: "Read clinical monographs in a terminal.")
}
