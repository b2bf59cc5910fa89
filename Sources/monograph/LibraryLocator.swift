import MonographLibrary

/// Where libraries are found.
enum LibraryLocator {
  /// Opens the library: the one named, else `$MONOGRAPH_LIBRARY`, else `Content/` of the working directory
  /// (compiled first where it changed), else an installed one.
  ///
  /// - Parameter isForReader: See ``ContentCache/library(ofFolder:isForReader:)``.
  static func open(named name: String?, isForReader: Bool = false) throws -> Library {
    do {
      if let path = name ?? Surroundings.variable("MONOGRAPH_LIBRARY") { return try Library.open(path: path) }
      if Surroundings.isFolder("Content") {
        return try ContentCache.library(ofFolder: "Content", isForReader: isForReader)
      }
      return try Library.open(path: try installed())
    } catch let error as LibraryError {
      throw Failure.input(error.description)
    }
  }

  private static func installed() throws -> String {
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
