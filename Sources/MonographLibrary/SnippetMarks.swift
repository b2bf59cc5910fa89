import Foundation
import MonographModel

/// The characters that full text puts around the words that matched. They are control characters that no
/// text of a library holds.
enum SnippetMarks {
  /// Before a word.
  static let opening: Character = "\u{1}"
  /// After a word.
  static let closing: Character = "\u{2}"

  /// A text with such characters, should a source have let them through, made spaces.
  static func removed(from text: String) -> String {
    var text = text
    let isClean = text.withUTF8 { bytes in
      guard let start = bytes.baseAddress else { return true }
      return memchr(start, 1, bytes.count) == nil && memchr(start, 2, bytes.count) == nil
    }
    return isClean ? text : String(decoding: text.utf8.map { $0 == 1 || $0 == 2 ? 0x20 : $0 }, as: UTF8.self)
  }

  /// The runs of a marked text, lines joined by spaces.
  static func snippet(_ marked: String) -> Snippet {
    var runs: [Snippet.Run] = []
    var text = ""
    var isMatch = false
    func close() {
      if !text.isEmpty { runs.append(Snippet.Run(text: text, isMatch: isMatch)) }
      text = ""
    }
    for scalar in marked.unicodeScalars {
      switch scalar {
      case "\u{1}":
        close()
        isMatch = true
      case "\u{2}":
        close()
        isMatch = false
      case "\n", "\r", "\t": text.append(" ")
      default: text.unicodeScalars.append(scalar)
      }
    }
    close()
    return Snippet(runs: runs)
  }
}

extension Snippet {
  /// Whether there is nothing to see.
  var isBlank: Bool { runs.allSatisfy { $0.text.allSatisfy(\.isWhitespace) } }
}
