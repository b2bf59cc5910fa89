/// Finds the words of a web page's controls, which a copied page brings with it.
struct ResidueCheck {
  let context: ReadingContext

  private static let phrases = ["expand to render", "Show full description"]

  /// Reports each place, from a line on, with its column.
  func run(from firstLine: Int) {
    let text = context.text
    let start = text.offset(ofLine: firstLine)
    for phrase in Self.phrases {
      let wanted = Array(phrase.utf8)
      var index = start
      while let offset = Self.offset(of: wanted, in: text.bytes, from: index) {
        let line = text.line(at: offset)
        context.log.report(
          .residue, line: line, column: text.column(at: offset, line: line),
          "“\(phrase)” is left over from a web page's controls.", fix: "remove it")
        index = offset + wanted.count
      }
    }
  }

  /// The offset at which a piece of text next stands; nil where it does not.
  static func offset(of wanted: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
    guard let first = wanted.first, bytes.count >= wanted.count else { return nil }
    return bytes.withUnsafeBufferPointer { bytes in
      var index = start
      let last = bytes.count - wanted.count
      while index <= last {
        if bytes[index] == first, wanted.indices.allSatisfy({ bytes[index + $0] == wanted[$0] }) {
          return index
        }
        index += 1
      }
      return nil
    }
  }
}
