import MonographModel

/// The words of a section as full text sees them. They are indexed when a library is compiled and made again for
/// snippets; stored they would be the largest part of the file.
enum SectionText {
  /// The text of blocks.
  static func text(of blocks: [Block]) -> String { blocks.plainText() }

  /// The text of a section's encoded blocks. An error where they are damaged.
  static func text(ofBody body: UnsafeRawBufferPointer) throws -> String {
    text(of: try PageCodec.decodeBlocks(body))
  }
}
