import CZstd

/// A source text as it is stored: packed by Zstandard where that makes it smaller, else as it is.
///
/// What the text has in common with other bytes, which are at hand whenever it is unpacked, need not be stored again:
/// a label's sections hold most of its words.
struct PackedText: Sendable {
  /// How hard Zstandard tries. Labels become a fifth at about 450 MB/s, and a fourteenth at 800 MB/s beside their
  /// sections; higher levels take longer and spare little.
  private static let level: Int32 = 1

  /// The most that Zstandard's format can make of a byte: a block of 128 KiB of four.
  private static let largestRatio = 1 << 15

  /// Larger texts are stored as they are, so that no damaged size takes more memory than this.
  private static let largestSize = 1 << 30

  /// How many bytes the text has.
  let size: Int
  /// The stored bytes; as many as the text has where it is stored as it is.
  let bytes: [UInt8]

  /// Packs a text, beside bytes that will be there when it is unpacked.
  init(_ text: [UInt8], beside known: [UInt8] = []) {
    size = text.count
    let packed = text.count > Self.largestSize ? nil : Self.pack(text, beside: known)
    bytes = packed.flatMap { $0.count < text.count ? $0 : nil } ?? text
  }

  /// The text of stored bytes; nil where they, or those it was packed beside, are damaged, which a checksum tells. A
  /// false size takes no memory: what could not have been made of so few bytes is damage.
  static func unpack(
    _ bytes: UnsafeRawBufferPointer, size: Int, beside known: [UInt8] = []
  ) -> [UInt8]? {
    if bytes.count == size { return Array(bytes) }
    guard size > bytes.count, size <= largestSize, size / largestRatio <= bytes.count,
      let context = ZSTD_createDCtx()
    else { return nil }
    defer { ZSTD_freeDCtx(context) }
    var isWhole = false
    let text = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      isWhole = known.withUnsafeBytes { known in
        ZSTD_isError(ZSTD_DCtx_refPrefix(context, known.baseAddress, known.count)) == 0
          && ZSTD_decompressDCtx(context, buffer.baseAddress, size, bytes.baseAddress, bytes.count) == size
      }
      count = isWhole ? size : 0
    }
    return isWhole ? text : nil
  }

  private static func pack(_ text: [UInt8], beside known: [UInt8]) -> [UInt8]? {
    guard let context = ZSTD_createCCtx() else { return nil }
    defer { ZSTD_freeCCtx(context) }
    ZSTD_CCtx_setParameter(context, ZSTD_c_compressionLevel, level)
    ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1)
    if !known.isEmpty {
      // All of both is looked back at, and remembered by a table of half as many places, 1 MB at most.
      let bits = Int32((known.count + text.count).bitWidth - (known.count + text.count).leadingZeroBitCount)
      ZSTD_CCtx_setParameter(context, ZSTD_c_windowLog, min(max(bits, 10), 27))
      ZSTD_CCtx_setParameter(context, ZSTD_c_hashLog, min(max(bits - 1, 10), 18))
    }
    let limit = ZSTD_compressBound(text.count)
    var isPacked = false
    let packed = [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
      let length = known.withUnsafeBytes { known in
        ZSTD_CCtx_refPrefix(context, known.baseAddress, known.count)
        return text.withUnsafeBytes {
          ZSTD_compress2(context, buffer.baseAddress, limit, $0.baseAddress, $0.count)
        }
      }
      isPacked = ZSTD_isError(length) == 0
      count = isPacked ? length : 0
    }
    return isPacked ? packed : nil
  }
}
