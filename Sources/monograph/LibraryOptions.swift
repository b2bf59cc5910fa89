import ArgumentParser
import MonographLibrary

/// The option by which a command is told its library.
struct LibraryOptions: ParsableArguments {
  @Option(name: .long, help: "The library file to read.")
  var library: String?

  /// Opens the library; see ``LibraryLocator``.
  func open() throws -> Library { try LibraryLocator.open(named: library) }
}
