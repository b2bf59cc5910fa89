import ArgumentParser
import BrowserUI
import CursesTerminal
import MonographLibrary
import MonographModel
import MonographSources
import TextLayout

/// What is asked of the reader: which library, which page, how it looks.
struct Reading {
  /// How long Esc waits for the rest of a key's sequence where nobody says, in milliseconds.
  static let usualEscapeDelay = 20

  /// The library file; nil: found as ``LibraryLocator`` says.
  var library: String?
  /// The page to open.
  var entity: String?
  /// The theme: a name or a file.
  var theme: String?
  /// How long Esc waits, in milliseconds.
  var escapeDelay = usualEscapeDelay

  /// Opens the reader and reads until the person leaves. Without a terminal prints the page, or the list of
  /// pages.
  func run() throws {
    if let entity, PageFile.isFile(entity) { return try run(PageFile(entity)) }
    let library = try LibraryLocator.open(named: library, isForReader: StandardOutput.isTerminal)
    do {
      guard StandardOutput.isTerminal else { return try printPlain(library) }
      let start = try entity.map { try EntityChooser.choose($0, in: library) }
      try read(library, opening: start)
    } catch let error as LibraryError {
      throw Failure.input(error.description)
    } catch let error as TerminalError {
      throw Failure.input(error.description)
    }
  }

  /// Opens the reader on a page straight from its file. Without a terminal prints the page, and what is wrong in it
  /// on standard error.
  private func run(_ file: PageFile) throws {
    do {
      let page = try PageFileLibrary(file, library: library)
      guard StandardOutput.isTerminal else { return try printPlain(page) }
      try read(page.library, opening: nil, file: page)
    } catch let error as ContentError {
      throw Failure.input("\(error.diagnostic.file): \(error.diagnostic.message)")
    } catch let error as LibraryError {
      throw Failure.input(error.description)
    } catch let error as TerminalError {
      throw Failure.input(error.description)
    }
  }

  private func read(
    _ library: Library, opening start: (entity: EntityID, document: String?)?, file: PageFileLibrary? = nil
  ) throws {
    let theme = try ThemeLocator.theme(named: theme)
    let terminal = try CursesTerminal(escapeDelayMilliseconds: escapeDelay)
    defer { terminal.close() }
    let session = try ReaderSession(library: library, terminal: terminal, theme: theme, file: file)
    let status = session.run(opening: start)
    terminal.closeForExit()
    if status != 0 { throw ExitCode(status) }
  }

  private func printPlain(_ file: PageFileLibrary) throws {
    let page = try file.page()
    if let monograph = page.monograph {
      StandardOutput.write(PageText.text(of: PageSelection(whole: monograph), page: page, columns: nil))
    }
    for diagnostic in file.diagnostics { StandardError.write(diagnostic.printedLine) }
  }

  private func printPlain(_ library: Library) throws {
    if let entity {
      let page = try PageText.page(entity, from: library)
      guard let monograph = page.monograph else {
        StandardOutput.write(try MissingPageText.text(of: page, in: library))
        throw MissingPageText.failure(page)
      }
      StandardOutput.write(PageText.text(of: PageSelection(whole: monograph), page: page, columns: nil))
      return
    }
    for match in try library.index(kind: nil) {
      let title = DisplayText.visible(match.title, glyphs: Surroundings.glyphs)
      StandardOutput.write("\(match.entity.path)\t\(title)\n")
    }
  }
}

extension Reading {
  /// What plain arguments ask for: none, or one that is the name of a page. Nil for options and commands, which
  /// are for the parser of arguments; its set-up takes a sixth of the time to the first screen, and these two
  /// ways to start are what people wait for.
  init?(plain arguments: some Collection<String>, commands: [String]) {
    guard arguments.count <= 1 else { return nil }
    if let name = arguments.first {
      guard !name.isEmpty, !name.hasPrefix("-"), !commands.contains(name) else { return nil }
      entity = name
    }
  }
}
