import Foundation
import GRDB
import MonographModel

/// The words of a section as full text sees them. Words are indexed when a library is compiled and made again
/// for its snippets, so a change here is a change of ``Schema/formatVersion``.
enum SectionText {
  /// The text of blocks.
  static func text(of blocks: [Block]) -> String { SnippetMarks.removed(from: blocks.plainText()) }

  /// `section_text(body)`: the text of a section's encoded blocks. An error where they are damaged.
  static var function: DatabaseFunction {
    DatabaseFunction("section_text", argumentCount: 1, pure: true) { values in
      guard case .blob(let body) = values[0].storage else { return nil }
      return text(of: try body.withUnsafeBytes { try PageCodec.decodeBlocks($0) })
    }
  }
}
