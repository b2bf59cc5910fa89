import CZlib

/// A source text as it is stored: packed by zlib where that makes it smaller, else as it is.
struct PackedText: Sendable {
  /// How hard zlib tries. The lowest level packs labels to a quarter and takes half the time of the next but
  /// one; the highest would spare a tenth more at many times the time.
  private static let level: Int32 = 1

  /// The most that zlib's format can make of a byte.
  private static let largestRatio = 1_032

  /// How many bytes the text has.
  let size: Int
  /// The stored bytes; as many as the text has where it is stored as it is.
  let bytes: [UInt8]

  /// Packs a text.
  init(_ text: [UInt8]) {
    size = text.count
    var length = compressBound(uLong(text.count))
    let packed = [UInt8](unsafeUninitializedCapacity: Int(length)) { buffer, count in
      let code = text.withUnsafeBufferPointer {
        compress2(buffer.baseAddress, &length, $0.baseAddress, uLong($0.count), Self.level)
      }
      count = code == Z_OK ? Int(length) : 0
    }
    bytes = packed.isEmpty || packed.count >= text.count ? text : packed
  }

  /// The text of stored bytes; nil where they are damaged. A false size takes no memory: what zlib could not
  /// have made of so few bytes is damage.
  static func unpack(_ bytes: UnsafeRawBufferPointer, size: Int) -> [UInt8]? {
    if bytes.count == size { return Array(bytes) }
    guard size > bytes.count, size / largestRatio <= bytes.count else { return nil }
    var length = uLongf(size)
    var isWhole = false
    let text = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      let code = uncompress(
        buffer.baseAddress, &length, bytes.bindMemory(to: UInt8.self).baseAddress, uLong(bytes.count))
      isWhole = code == Z_OK && Int(length) == size
      count = isWhole ? size : 0
    }
    return isWhole ? text : nil
  }
}
