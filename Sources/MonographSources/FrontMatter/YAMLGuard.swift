/// Bounds what YAML can make a reader do, before it is parsed.
enum YAMLGuard {
  /// The most aliases a front matter may have. Each can repeat what an anchor holds, aliases included, so
  /// that their number bounds the growth: 16 can multiply a text by about 350 at most.
  static let aliasLimit = 16

  /// The number of marks that may be aliases: an asterisk where a value can begin, with a name after it.
  /// Text between quotes may be counted too.
  static func aliasCount(_ yaml: some RandomAccessCollection<UInt8>) -> Int {
    var count = 0
    var before: UInt8 = .lineFeed
    var isMark = false
    for byte in yaml {
      if isMark, !byte.isASCIIWhitespace { count += 1 }
      isMark =
        byte == .asterisk
        && (before.isASCIIWhitespace || before == .comma || before == .leftBracket || before == .leftBrace
          || before == .colon)
      before = byte
    }
    return count
  }
}
