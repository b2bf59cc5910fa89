import ArgumentParser

/// `monograph [ENTITY]`: the reader.
struct ReadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read", abstract: "Open the reader. This is what happens when no command is named.")

  @OptionGroup var options: LibraryOptions

  @Argument(
    help:
      "The page to open: its title, another name of it, its id such as /drugs/baclofen, the id of one document such as a label's set id, or a page's file such as Content/drugs/baclofen.md: then what is wrong in it stands beside it, and it is read again when it changes."
  )
  var entity: String?

  @Option(name: .long, help: "The theme: a name, or a base16 scheme file.")
  var theme: String?

  @Option(name: .long, help: "How long to wait after Esc for the rest of a key's sequence, in milliseconds.")
  var escapeDelay = Reading.usualEscapeDelay

  func validate() throws {
    if let entity {
      try Usage.requireText(entity, for: "The page", "its title, another name of it, its id, or its file")
    }
    if let theme { try Usage.requireText(theme, for: "--theme", "a name, or a base16 scheme file") }
    guard (0...5_000).contains(escapeDelay) else {
      throw ValidationError("--escape-delay takes milliseconds from 0 to 5000")
    }
  }

  func run() throws {
    try Reading(library: options.library, entity: entity, theme: theme, escapeDelay: escapeDelay).run()
  }
}
