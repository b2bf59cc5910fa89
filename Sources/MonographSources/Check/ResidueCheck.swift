import Glibc

/// Finds the words of a web page's controls, which a copied page brings with it.
struct ResidueCheck {
  let context: ReadingContext

  /// The phrases, each with the place of its rarest letter, by which it is looked for.
  private static let phrases = [
    (words: "expand to render", rare: 1), (words: "Show full description", rare: 0),
  ]

  /// Reports each place, from a line on, with its column.
  func run(from firstLine: Int) {
    let text = context.text
    for (phrase, rare) in Self.phrases {
      let wanted = Array(phrase.utf8)
      var index = text.offset(ofLine: firstLine)
      while let offset = Self.offset(of: wanted, rare: rare, in: text.bytes, from: index) {
        let line = text.line(at: offset)
        context.log.report(
          .residue, line: line, column: text.column(at: offset, line: line),
          "“\(phrase)” is left over from a web page's controls.", fix: "remove it")
        index = offset + wanted.count
      }
    }
  }

  /// The offset at which a piece of text next stands; nil where it does not.
  private static func offset(of wanted: [UInt8], rare: Int, in bytes: [UInt8], from start: Int) -> Int? {
    bytes.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress else { return nil }
      var index = start + rare
      while index < bytes.count, let found = memchr(base + index, Int32(wanted[rare]), bytes.count - index) {
        let offset = base.distance(to: UnsafeRawPointer(found)) - rare
        if bytes[offset...].starts(with: wanted) { return offset }
        index = offset + rare + 1
      }
      return nil
    }
  }
}
