import MonographModel

/// Takes out of a body in a vault what Obsidian does not show either: comments (`%% … %%`) and marks of blocks
/// (`^name` at the end of a block). Each is reported. Elsewhere the same signs are text.
struct ObsidianMarks {
  let text: SourceText
  let log: DiagnosticLog

  /// The longest comment, in bytes; anything longer is text.
  private static let longest = 1 << 16

  /// The text without them, from a line on, with as many lines; the same text where there are none. Costs one pass.
  func removed(from firstLine: Int) -> SourceText {
    let start = text.offset(ofLine: firstLine)
    guard text.bytes[start...].contains(where: { $0 == .percentSign || $0 == .caret }) else { return text }
    let ranges = ranges(from: firstLine)
    guard !ranges.isEmpty else { return text }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.bytes.count)
    var kept = 0
    for range in ranges {
      bytes += text.bytes[kept..<range.lowerBound]
      bytes += text.bytes[range].filter { $0 == .lineFeed || $0 == .carriageReturn }
      kept = range.upperBound
    }
    bytes += text.bytes[kept...]
    return SourceText(bytes: bytes)
  }

  /// What is taken out.
  func texts(from firstLine: Int) -> [String] { ranges(from: firstLine).map { text.bytes[$0].text } }

  private func ranges(from firstLine: Int) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var fence: (mark: UInt8, length: Int)?
    var line = firstLine
    while line <= text.lineCount {
      let words = text.line(line)
      line += 1
      let trimmed = words.drop { $0 == .space || $0 == .tab }
      if let first = trimmed.first, first == .backtick || first == .tilde {
        let length = trimmed.prefix { $0 == first }.count
        if let open = fence {
          if open.mark == first, length >= open.length { fence = nil }
        } else if length >= 3 {
          fence = (first, length)
        }
        continue
      }
      guard fence == nil else { continue }
      if let mark = blockMark(in: words) {
        report("The mark “\(text.bytes[mark].text.trimmed)” of a block", at: mark.lowerBound)
        ranges.append(mark)
      } else if words.contains(.percentSign) {
        for comment in comments(in: words) {
          report("An Obsidian comment", at: comment.lowerBound)
          ranges.append(comment)
          line = max(line, text.line(at: comment.upperBound - 1) + 1)
        }
      }
    }
    return ranges
  }

  private func report(_ what: String, at offset: Int) {
    let line = text.line(at: offset)
    log.report(
      .residue, line: line, column: text.column(at: offset, line: line), severity: .note,
      "\(what) is not shown.")
  }

  /// The comments that begin in a line: each stands apart from the words around it.
  private func comments(in line: ArraySlice<UInt8>) -> [Range<Int>] {
    var comments: [Range<Int>] = []
    var index = line.startIndex
    while let open = line[index...].firstRange(of: "%%".utf8) {
      index = open.upperBound
      guard open.lowerBound == line.startIndex || text.bytes[open.lowerBound - 1].isASCIIWhitespace else {
        continue
      }
      let end = min(text.bytes.count, open.upperBound + Self.longest)
      guard let close = text.bytes[open.upperBound..<end].firstRange(of: "%%".utf8) else { return comments }
      comments.append(open.lowerBound..<close.upperBound)
      guard close.upperBound < line.endIndex else { return comments }
      index = close.upperBound
    }
    return comments
  }

  /// ` ^name` at the end of a line: at least four letters, digits and hyphens, a letter among them, so that it is
  /// no power.
  private func blockMark(in line: ArraySlice<UInt8>) -> Range<Int>? {
    var start = line.endIndex
    while start > line.startIndex,
      line[start - 1].isASCIILetter || line[start - 1].isASCIIDigit || line[start - 1] == .hyphen
    {
      start -= 1
    }
    let name = line[start...]
    guard name.count >= 4, name.contains(where: \.isASCIILetter), start > line.startIndex,
      line[start - 1] == .caret,
      start - 1 == line.startIndex || line[start - 2] == .space
    else { return nil }
    return max(line.startIndex, start - 2)..<line.endIndex
  }
}
