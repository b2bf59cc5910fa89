/// Bytes that come piece by piece: a file, or a member of an archive.
public struct ByteStream {
  /// The source as diagnostics name it: a path, then the member within it after an exclamation mark.
  public let name: String
  private let piece: () throws -> [UInt8]?

  /// Makes a stream; `next` gives pieces of any size, and nil at the end.
  public init(name: String, next: @escaping () throws -> [UInt8]?) {
    self.name = name
    piece = next
  }

  /// A stream of bytes that are there already.
  public init(name: String, bytes: [UInt8]) {
    var rest: [UInt8]? = bytes
    self.init(name: name) {
      defer { rest = nil }
      return rest
    }
  }

  /// The next piece, which may be empty; nil at the end. Throws ``SourceError`` where the source is damaged.
  public func next() throws -> [UInt8]? { try piece() }

  /// All the bytes that are left. Throws ``SourceError/tooLarge(name:reason:)`` where they are more than a limit.
  public func bytes(limit: Int) throws -> [UInt8] {
    var bytes: [UInt8] = []
    while let piece = try next() {
      bytes += piece
      guard bytes.count <= limit else {
        throw SourceError.tooLarge(name: name, reason: "files up to \(limit) bytes are read")
      }
    }
    return bytes
  }
}
