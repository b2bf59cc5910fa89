import MonographLibrary
import MonographModel
import MonographSources

/// The compiled form of a content folder, kept in the cache folder until a source file changes. It is the
/// only thing the program writes without being asked.
enum ContentCache {
  /// The folder's library, compiled anew where a file was added, removed or changed, and where the compiled
  /// form cannot be read. Costs one look at each file's size and date.
  ///
  /// - Parameter isForReader: Whether a full screen follows, behind which diagnostics would vanish; then a
  ///   person is asked to go on.
  /// - Parameter isQuiet: Whether errors are left for others to tell.
  static func library(ofFolder folder: String, isForReader: Bool, isQuiet: Bool = false) throws -> Library {
    let path = try self.path(named: Surroundings.absolute(folder))
    let content = ContentFolder(folder).list()
    let fingerprint = self.fingerprint(of: content)
    if let library = try? Library.open(path: path), (try? library.fingerprint) == fingerprint {
      return library
    }
    do {
      let outcome = try LibraryBuild(
        pages: folder, of: content, output: path, title: "Monographs in \(folder)", fingerprint: fingerprint
      ).run()
      let errors = isQuiet ? [] : outcome.diagnostics.filter { $0.severity == .error }
      for diagnostic in errors { StandardError.write(diagnostic.printedLine) }
      if isForReader, !errors.isEmpty { askToGoOn(errors: errors.count) }
      return try Library.open(path: path)
    } catch let error as LibraryError {
      throw Failure.input("Content/ could not be compiled: \(error)")
    }
  }

  private static func askToGoOn(errors: Int) {
    guard StandardError.isTerminal else { return }
    let noun = errors == 1 ? "error" : "errors"
    StandardError.write("\(errors) \(noun); press Enter to read, Ctrl-C to stop\n")
    if StandardInput.isTerminal { StandardInput.waitForLine() }
  }

  /// Where the compiled form of something is kept; the same name gives the same place.
  static func path(named name: String) throws -> String {
    let root = "\(Surroundings.cache)/monograph"
    guard Surroundings.makeFolder(root) else {
      throw Failure.input("the cache folder \(root) cannot be made; set $XDG_CACHE_HOME to one that can")
    }
    return "\(root)/\(Fingerprint.hex(of: name)).library"
  }

  private static func fingerprint(of content: ContentFolder.Listing) -> String {
    // Another build of the program may read the same files in another way.
    var text = "\(ProgramVersion.current) \(Surroundings.program)\n"
    for file in content.files {
      text += "\(file.document) \(file.size) \(file.modified)\n"
    }
    return Fingerprint.hex(of: text)
  }
}
