/// Cuts YAML into pieces that can be parsed one by one: documents divided by `---`, and the items of a list
/// that is the whole of a document.
struct YAMLDocuments {
  /// The longest piece that is given, in bytes.
  let lengthLimit: Int
  /// The longest line, in bytes.
  let lineLimit: Int

  /// Gives each piece with the number of its first line. One that is too long is reported and left out.
  func scan(
    _ stream: ByteStream, log: DiagnosticLog, _ body: (ArraySlice<UInt8>, Int) throws -> Void
  ) throws {
    var piece: [UInt8] = []
    var firstLine = 1
    var isList = false
    var isTooLong = false

    func give() throws {
      if isTooLong {
        log.report(
          .tooLarge, line: firstLine, "An entry is longer than \(lengthLimit) bytes; it is left out.")
      } else if !piece.isEmpty {
        try body(piece[...], firstLine)
      }
      piece.removeAll(keepingCapacity: true)
      isTooLong = false
    }

    try LineScanner(lengthLimit: lineLimit).scan(stream) { number, bytes in
      let line = bytes.map { Array($0) } ?? []
      let isItem = line.starts(with: "- ".utf8) || line == [.hyphen]
      if line.starts(with: "---".utf8) || line.starts(with: "...".utf8) {
        try give()
        isList = false
        return
      }
      if piece.isEmpty, !isTooLong {
        // Comments and directives before the first value decide nothing.
        guard !line.trimmingWhitespace.isEmpty, line[0] != .numberSign, line[0] != .percentSign else {
          return
        }
        isList = isItem
        firstLine = number
      } else if isList, isItem {
        try give()
        firstLine = number
      }
      if bytes == nil || piece.count + line.count > lengthLimit {
        isTooLong = true
        piece = []
      }
      if !isTooLong {
        piece += line
        piece.append(.lineFeed)
      }
    }
    try give()
  }
}
