import ArgumentParser
import Foundation
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
    let environment = ProcessInfo.processInfo.environment
    if let name = name ?? environment["MONOGRAPH_LIBRARY"], !name.isEmpty { return name }
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: "Content", isDirectory: &isFolder), isFolder.boolValue {
      return try ContentCache.libraryPath(forFolder: "Content")
    }
    let folders = [
      "/usr/local/share/monograph", "/usr/share/monograph", "\(dataHome(environment))/monograph",
    ]
    for folder in folders {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      if let file = names.filter({ $0.hasSuffix(".library") }).sorted().first { return "\(folder)/\(file)" }
    }
    throw Failure.input(
      "no library found; name one with --library FILE or $MONOGRAPH_LIBRARY, start in a folder that has "
        + "Content/, or compile one with monograph build DIR -o FILE")
  }

  private static func dataHome(_ environment: [String: String]) -> String {
    environment["XDG_DATA_HOME"].flatMap { $0.isEmpty ? nil : $0 }
      ?? "\(environment["HOME"] ?? "")/.local/share"
  }
}
