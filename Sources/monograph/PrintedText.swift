import MonographModel
import TextLayout

/// Text as it leaves the program: nothing in it acts on a terminal.
enum PrintedText {
  /// The text with what cannot be seen spelled out. Line feeds and tabs stay, so that lines of the program's
  /// own stay lines; a carriage return before a line feed goes.
  static func lines(_ text: String) -> String {
    let bytes = text.utf8
    if bytes.allSatisfy({ ($0 >= 0x20 && $0 < 0x7F) || isKept($0) }) { return text }
    var printed = ""
    var start = bytes.startIndex
    while start < bytes.endIndex {
      let end = bytes[start...].firstIndex(where: isKept) ?? bytes.endIndex
      var line = bytes[start..<end]
      if end < bytes.endIndex, bytes[end] == 0x0A, line.last == 0x0D { line = line.dropLast() }
      printed += DisplayText.visible(String(Substring(line)), glyphs: Surroundings.glyphs)
      guard end < bytes.endIndex else { break }
      printed += bytes[end] == 0x0A ? "\n" : "\t"
      start = bytes.index(after: end)
    }
    return printed
  }

  /// The text as one line, whatever line ends it holds, with a line feed after it.
  static func line(_ text: String) -> String {
    DisplayText.visible(text, glyphs: Surroundings.glyphs) + "\n"
  }

  private static func isKept(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x09 }
}

extension Diagnostic {
  /// The diagnostic as one printed line, its line feed included.
  var printedLine: String { PrintedText.line(description) }
}
