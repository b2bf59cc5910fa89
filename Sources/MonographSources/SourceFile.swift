/// A source file as it was read, before anything is known about it.
public struct SourceFile: Hashable, Sendable {
  /// The file as diagnostics name it.
  public var name: String
  /// The path within the content folder: `drugs/baclofen.md`.
  public var document: String
  /// What the file holds.
  public var bytes: [UInt8]
  /// The pages among which it stands, where links are looked for. No part of its identity.
  var tree: PageTree?

  /// Makes a file.
  public init(name: String, document: String, bytes: [UInt8]) {
    self.name = name
    self.document = document
    self.bytes = bytes
  }

  /// By name, document and bytes.
  public static func == (left: SourceFile, right: SourceFile) -> Bool {
    left.name == right.name && left.document == right.document && left.bytes == right.bytes
  }

  /// By name, document and bytes.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(document)
    hasher.combine(bytes)
  }

  /// Whether other pages beside it decide how it is read: it has links by name, or its tree has paths of another
  /// form than `folder/name.md`.
  public var dependsOnOtherPages: Bool {
    if let tree, !tree.isPlain { return true }
    return bytes.withUnsafeBufferPointer { bytes in
      zip(bytes, bytes.dropFirst()).contains { $0 == .leftBracket && $1 == .leftBracket }
    }
  }
}
