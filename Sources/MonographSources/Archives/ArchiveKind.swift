/// The forms of archive that are opened, told by their first bytes.
enum ArchiveKind: Hashable {
  case zip
  case tar
  case gzip

  /// How many bytes are needed to tell.
  static let headSize = 512

  /// The form of what begins with some bytes; nil where it is no archive.
  init?(head: some RandomAccessCollection<UInt8>) {
    let bytes = Array(head.prefix(Self.headSize))
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06]) {
      self = .zip
    } else if bytes.starts(with: [0x1F, 0x8B, 0x08]) {
      self = .gzip
    } else if bytes.count >= 262, bytes[257..<262].elementsEqual("ustar".utf8) {
      self = .tar
    } else {
      return nil
    }
  }

  /// Whether a name says that it is an archive. A document that only happens to be packed, such as an office
  /// file, does not.
  static func isArchiveName(_ name: String) -> Bool {
    [".zip", ".tar", ".gz", ".tgz"].contains { name.lowercased().hasSuffix($0) }
  }
}
