/// Why a page could not be encoded or decoded.
enum PageCodecError: Error, Hashable {
  /// The bytes begin with another version of the encoding.
  case unsupportedVersion(Int)
  /// The bytes are not those that were written.
  case checksumMismatch
  /// The bytes end before the page does.
  case truncated
  /// Something at this offset cannot stand there.
  case invalid(offset: Int)
  /// Bytes follow the end of the page.
  case trailingBytes
  /// Blocks or text are nested more than ``PageCodec/depthLimit`` deep.
  case tooDeep
  /// A diagram's edge or group names a node that is not there.
  case danglingNode
}

extension PageCodecError: CustomStringConvertible {
  /// A part of a sentence.
  var description: String {
    switch self {
    case .unsupportedVersion(let version): "its page has the unknown encoding \(version)"
    case .checksumMismatch: "its page has changed since it was written"
    case .truncated: "its page is cut short"
    case .invalid(let offset): "its page is not readable at byte \(offset)"
    case .trailingBytes: "bytes follow its page"
    case .tooDeep: "it is nested more than \(PageCodec.depthLimit) levels deep"
    case .danglingNode: "an edge or group of a diagram names a node that is not there"
    }
  }
}
