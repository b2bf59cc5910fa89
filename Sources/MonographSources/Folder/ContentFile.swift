import MonographModel

/// A source file on disk, not yet read.
public struct ContentFile: Hashable, Sendable {
  /// Where it is, as it was asked for; diagnostics name it so.
  public var path: String
  /// The path within the content folder: `drugs/baclofen.md`.
  public var document: String
  /// The size in bytes.
  public var size: Int
  /// When it was last changed, in nanoseconds since 1970.
  public var modified: Int64
  /// The pages among which it was listed; nil for a file that was named by itself. No part of its identity.
  var tree: PageTree?

  /// Makes a file.
  public init(path: String, document: String, size: Int, modified: Int64) {
    self.path = path
    self.document = document
    self.size = size
    self.modified = modified
  }

  /// By path, document, size and date.
  public static func == (left: ContentFile, right: ContentFile) -> Bool {
    left.path == right.path && left.document == right.document && left.size == right.size
      && left.modified == right.modified
  }

  /// By path, document, size and date.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(path)
    hasher.combine(document)
    hasher.combine(size)
    hasher.combine(modified)
  }
}

/// Why a file or folder could not be read.
public enum ContentError: Error, Hashable, CustomStringConvertible {
  /// The system refused, in its words.
  case unreadable(path: String, reason: String)
  /// It is no regular file: a folder, a device, a pipe.
  case notAFile(path: String)
  /// It is larger than the limit.
  case tooLarge(path: String, size: Int, limit: Int)

  /// One line: the path and what is wrong.
  public var description: String { diagnostic.description }

  /// The error as a diagnostic of the whole file.
  public var diagnostic: Diagnostic {
    switch self {
    case .unreadable(let path, let reason):
      Diagnostic(
        file: path, line: 0, rule: Rule.unreadable.name, severity: Rule.unreadable.severity,
        message: "It cannot be read: \(reason).", fix: "check its name and permissions")
    case .notAFile(let path):
      Diagnostic(
        file: path, line: 0, rule: Rule.unreadable.name, severity: Rule.unreadable.severity,
        message: "It is not a file.", fix: "name a file or a folder")
    case .tooLarge(let path, let size, let limit):
      Diagnostic(
        file: path, line: 0, rule: Rule.tooLarge.name, severity: Rule.tooLarge.severity,
        message: "The file is \(size) bytes long; files up to \(limit) are read.", fix: "split it")
    }
  }
}
