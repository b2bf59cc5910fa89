/// A file in an archive.
public struct ArchiveMember {
  /// Its name within the archive that holds it. It is only a name: nothing is written under it.
  public let name: String
  /// Its unpacked size in bytes, where the archive says so beforehand.
  public let size: Int?
  /// Its bytes. They can be read only until the reader goes on to the next member.
  public let stream: ByteStream

  /// Makes a member.
  public init(name: String, size: Int? = nil, stream: ByteStream) {
    self.name = name
    self.size = size
    self.stream = stream
  }
}
