import ArgumentParser
import MonographLibrary
import MonographModel

/// How a command finds its library.
struct LibraryOptions: ParsableArguments {
  @Option(name: .long, help: "The library file to read.")
  var library: String?

  /// Opens the library, compiling `Content/` of the working directory first where that is what it is.
  func open() throws -> Library {
    do {
      return try Library.open(path: try LibraryLocator.locate(named: library))
    } catch let error as LibraryError {
      throw Failure.input(error.description)
    }
  }
}

/// Where libraries are found.
enum LibraryLocator {
  /// The path of the library file: the one named, else `$MONOGRAPH_LIBRARY`, else `Content/` in the working
  /// directory, else an installed one.
  static func locate(named name: String?) throws -> String {
    if let name = name ?? Surroundings.variable("MONOGRAPH_LIBRARY") { return name }
    if Surroundings.isFolder("Content") { return try ContentCache.libraryPath(forFolder: "Content") }
    let folders = [
      "/usr/local/share/monograph", "/usr/share/monograph", "\(Surroundings.data)/monograph",
    ]
    for folder in folders {
      if let file = Surroundings.names(in: folder).first(where: { $0.hasSuffix(".library") }) {
        return "\(folder)/\(file)"
      }
    }
    throw Failure.input(
      "no library found; name one with --library FILE or $MONOGRAPH_LIBRARY, start in a folder that has "
        + "Content/, or compile one with monograph build DIR -o FILE")
  }
}
