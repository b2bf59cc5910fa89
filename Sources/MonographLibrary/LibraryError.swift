import MonographModel

/// Why a library could not be written, opened or read. Each case carries facts; ``description`` is the
/// sentence for the person, and says what to do.
public enum LibraryError: Error, Hashable, Sendable {
  /// There is no file at the path.
  case notFound(path: String)
  /// The file or folder cannot be read; the reason is the system's.
  case unreadable(path: String, reason: String)
  /// The file is something else: a text, another program's database, a folder.
  case notALibrary(path: String)
  /// The file is a library with a part missing or changed.
  case damaged(path: String, detail: String)
  /// The library was made by a newer version of the program.
  case newerFormat(path: String, version: Int)
  /// The library was made by an older version of the program.
  case olderFormat(path: String, version: Int)
  /// The library cannot be written; the reason is the system's.
  case cannotWrite(path: String, reason: String)
  /// Something else stands where the library shall be, and is not replaced: `a folder`, `a pipe`.
  case occupied(path: String, occupant: String)
  /// No path was given to write the library to.
  case noPath
  /// The disk is full.
  case diskFull(path: String)
  /// A library holds a document of an entity once for each layer.
  case duplicateDocument(entity: EntityID, document: String)
  /// A library holds a source file once.
  case duplicateFile(name: String)
  /// A document that cannot be stored: nested too deeply, or a diagram edge without its node.
  case unstorable(entity: EntityID, document: String, reason: String)
  /// The compile was finished or cancelled before.
  case closed(path: String)
  /// A search was stopped by ``Library/interrupt()``.
  case interrupted
}

extension LibraryError: CustomStringConvertible {
  /// One or two sentences: what is wrong, where, and what to do.
  public var description: String {
    switch self {
    case .notFound(let path):
      "There is no library at \(path). Check the path, or make one with: monograph build DIR -o \(path)"
    case .unreadable(let path, let reason):
      "\(path) cannot be read: \(reason). Check the permissions of the file and its folder."
    case .notALibrary(let path):
      "\(path) is not a monograph library. Name a file that was made with: monograph build"
    case .damaged(let path, let detail):
      "The library \(path) is damaged (\(detail)). Make it again with monograph build, or copy it again."
    case .newerFormat(let path, let version):
      "The library \(path) was made by a newer version of monograph (format \(version), this program reads "
        + "\(Schema.formatVersion)). Update monograph, or make the library again with this version."
    case .olderFormat(let path, let version):
      "The library \(path) was made by an older version of monograph (format \(version), this program reads "
        + "\(Schema.formatVersion)). Make it again with: monograph build"
    case .cannotWrite(let path, let reason):
      "The library \(path) cannot be written: \(reason). Check that the folder exists and that you may write "
        + "there; a library that stood there before is unchanged."
    case .occupied(let path, let occupant):
      "\(path) is \(occupant), and is not replaced by a library. Give the library another path, or move what "
        + "is there away."
    case .noPath:
      "The path of the library is empty. Name the file to write, such as: ward.monograph"
    case .diskFull(let path):
      "The disk is full: \(path) was not written. Free some space and build again; a library that stood "
        + "there before is unchanged."
    case .duplicateDocument(let entity, let document):
      "The document \(document) of \(entity) was added before. Remove one of the two files, or give one of "
        + "them another source document."
    case .duplicateFile(let name):
      "The file \(name) was added before. Name each file once."
    case .unstorable(let entity, let document, let reason):
      "The document \(document) of \(entity) cannot be stored: \(reason). Mend the source file."
    case .closed(let path):
      "The compile of \(path) has ended. Start another one to add documents."
    case .interrupted:
      "The search was stopped before it ended. Search again."
    }
  }
}
