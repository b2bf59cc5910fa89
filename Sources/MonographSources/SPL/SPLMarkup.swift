import MonographModel

/// Reads pieces of SPL markup that stand in other files as strings: the `*_table` fields of openFDA's labels.
///
/// ```swift
/// let blocks = SPLMarkup(limits: limits, log: log).blocks(of: markup, lines: lines)
/// ```
///
/// A piece is the content of an SPL `text` element: tables, lists, paragraphs and running text in any order,
/// usually one `<table …>…</table>`. Footnotes stand under their table, those outside tables at the end. A
/// piece that is not well formed is read as HTML, which keeps its words; if that fails too, it is one
/// paragraph of its words. Costs one pass over the bytes.
struct SPLMarkup {
  /// How much is read before the rest is refused.
  let limits: ReaderLimits
  /// Takes what was found wrong.
  let log: DiagnosticLog

  init(limits: ReaderLimits, log: DiagnosticLog) {
    self.limits = limits
    self.log = log
  }

  /// The blocks of a piece of markup. `lines` are the lines of the file it stands on: each block gets them,
  /// and diagnostics name the first.
  ///
  /// `resolve` gives the target of a link to an id (`href="#S5.1"`: `S5.1`); where it gives none the link is its
  /// words. Pictures have no alternative text here, and their id as source.
  func blocks(
    of markup: String, lines: LineRange?, resolve: @escaping (String) -> LinkTarget? = { _ in nil }
  ) -> [Block] {
    var markup = markup
    return markup.withUTF8 { blocks(of: $0, lines: lines, resolve: resolve) }
  }

  /// The blocks of a piece of markup in UTF-8.
  func blocks(
    of markup: UnsafeBufferPointer<UInt8>, lines: LineRange?,
    resolve: @escaping (String) -> LinkTarget? = { _ in nil }
  ) -> [Block] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(markup.count + 13)
    bytes.append(contentsOf: "<text>".utf8)
    bytes.append(contentsOf: markup)
    bytes.append(contentsOf: "</text>".utf8)
    var blocks =
      blocks(of: bytes, as: .strict, line: lines?.first ?? 0)
      ?? mendedBlocks(of: bytes, line: lines?.first ?? 0)
    let resolver = SPLResolver(target: resolve, picture: { ("", $0) })
    for index in blocks.indices {
      blocks[index].lines = lines
      resolver.resolve(&blocks[index])
    }
    return blocks
  }

  private func mendedBlocks(of bytes: [UInt8], line: Int) -> [Block] {
    log.report(
      .markup, line: line, "The markup of a table or text is not well formed; it is read as HTML.",
      fix: "compare it with its source")
    if let blocks = blocks(of: bytes, as: .html, line: line) { return blocks }
    let words = Self.words(of: bytes)
    return words.isEmpty ? [] : [Block(.paragraph([.text(words)]))]
  }

  /// The blocks; nil where the text is not well formed.
  private func blocks(of bytes: [UInt8], as form: XMLCursor.Form, line: Int) -> [Block]? {
    let read = XMLCursor.withCursor(over: bytes, as: form) { cursor -> [Block]? in
      let trial = DiagnosticLog(file: "", limitPerRule: limits.diagnosticsPerRule)
      let reader = SPLMarkupReader(
        cursor: cursor, limits: limits, log: form == .strict ? trial : log, keepsLines: false,
        reportedLine: line)
      var first = cursor.next()
      // libxml2 gives every HTML text the declaration of its type.
      if form == .html, first == .documentType { first = cursor.next() }
      guard first == .start else { return nil }
      let (blocks, notes) = reader.collectingFootnotes { reader.blocks(nesting: 0) }
      guard !reader.isFailed || form == .html else { return nil }
      if form == .strict { log.add(trial) }
      return blocks + notes.map { Block(.paragraph($0)) }
    }
    return read ?? nil
  }

  /// The text without its tags.
  private static func words(of bytes: [UInt8]) -> String {
    var words: [UInt8] = []
    var isInTag = false
    for byte in bytes {
      if byte == .lessThan { isInTag = true }
      if !isInTag, !byte.isASCIIWhitespace {
        words.append(byte)
      } else if words.last != .space {
        words.append(.space)
      }
      if byte == .greaterThan { isInTag = false }
    }
    return words.text.trimmed
  }
}
