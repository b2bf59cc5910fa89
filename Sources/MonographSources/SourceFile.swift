/// A source file as it was read, before anything is known about it.
public struct SourceFile: Hashable, Sendable {
  /// The file as diagnostics name it.
  public var name: String
  /// The path within the content folder: `drugs/baclofen.md`.
  public var document: String
  /// What the file holds.
  public var bytes: [UInt8]

  /// Makes a file.
  public init(name: String, document: String, bytes: [UInt8]) {
    self.name = name
    self.document = document
    self.bytes = bytes
  }
}
