import ArgumentParser
import BrowserCore
import CursesTerminal
import MonographLibrary
import MonographModel
import TextLayout

/// `monograph [ENTITY]`: the reader.
struct ReadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read", abstract: "Open the reader. This is what happens when no command is named.")

  @OptionGroup var options: LibraryOptions

  @Argument(help: "The page to open: its title, another name of it, or its id such as /drugs/baclofen.")
  var entity: String?

  @Option(name: .long, help: "The theme: a name, or a base16 scheme file.")
  var theme: String?

  @Option(name: .long, help: "How long to wait after Esc for the rest of a key's sequence, in milliseconds.")
  var escapeDelay = 25

  func validate() throws {
    guard (0...5_000).contains(escapeDelay) else {
      throw ValidationError("--escape-delay takes milliseconds from 0 to 5000")
    }
  }

  func run() throws {
    let library = try options.open()
    do {
      guard StandardOutput.isTerminal else { return try printPlain(library) }
      let start = try entity.map { try EntityChooser.choose($0, in: library) }
      let theme = try ThemeLocator.theme(named: theme)
      let terminal = try CursesTerminal(escapeDelayMilliseconds: escapeDelay)
      defer { terminal.close() }
      let session = try ReaderSession(library: library, terminal: terminal, theme: theme)
      let status = session.run(opening: start)
      terminal.close()
      if status != 0 { throw ExitCode(status) }
    } catch let error as LibraryError {
      throw Failure.input(error.description)
    } catch let error as TerminalError {
      throw Failure.input(error.description)
    }
  }

  /// Without a terminal: the page as text, or the list of pages.
  private func printPlain(_ library: Library) throws {
    guard let entity else {
      for match in try library.index(kind: nil) {
        StandardOutput.write("\(match.entity.path)\t\(DisplayText.visible(match.title, glyphs: .unicode))\n")
      }
      return
    }
    var show = ShowCommand()
    show.options = options
    show.entity = entity
    show.section = nil
    show.format = .text
    show.width = nil
    try show.run()
  }
}
