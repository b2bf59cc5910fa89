import ArgumentParser
import MonographLibrary

/// The option by which a command is told its library.
struct LibraryOptions: ParsableArguments {
  @Option(name: .long, help: "The library file to read.")
  var library: String?

  func validate() throws {
    if let library { try Usage.requireText(library, for: "--library", "the path of a library file") }
  }

  /// Opens the library; see ``LibraryLocator``.
  func open() throws -> Library { try LibraryLocator.open(named: library) }
}

/// The checks of arguments that commands share.
enum Usage {
  /// Fails where text can not be set in so many columns.
  static func requireColumns(_ width: Int?) throws {
    if let width, !(20...1_000).contains(width) {
      throw ValidationError("--width takes a number of columns from 20 to 1000")
    }
  }

  /// Fails where an argument is empty: with its name, and what it takes.
  static func requireText(_ value: String, for argument: String, _ meaning: String) throws {
    if value.isEmpty { throw ValidationError("\(argument) is empty; give \(meaning)") }
  }
}
