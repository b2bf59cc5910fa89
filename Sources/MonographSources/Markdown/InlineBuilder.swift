import MonographModel

/// Puts running text together: joins neighbouring text, finds citations in it, and pairs HTML tags.
struct InlineBuilder {
  /// An HTML tag whose end has not come yet.
  private struct OpenTag {
    var name: String
    var source: String
    var line: Int
    var byteColumn: Int
    var before: [Inline]
  }

  /// Where a stretch of the pending text stands in the source.
  private struct Origin {
    var offset: Int
    var line: Int
    var byteColumn: Int
  }

  private let context: ReadingContext
  private var inlines: [Inline] = []
  private var openTags: [OpenTag] = []
  private var pending = ""
  private var origins: [Origin] = []

  init(context: ReadingContext) { self.context = context }

  /// Adds plain text, which may hold citations, also such as began in the text before it.
  mutating func append(text: String, line: Int, byteColumn: Int) {
    origins.append(Origin(offset: pending.utf8.count, line: line, byteColumn: byteColumn))
    pending += text
  }

  /// Adds a line end of the source, which is a space unless a line break stands there already.
  mutating func appendSoftBreak(line: Int) {
    if pending.isEmpty, case .lineBreak? = inlines.last { return }
    append(text: " ", line: line, byteColumn: 0)
  }

  /// Adds a finished piece.
  mutating func append(_ inline: Inline) {
    flush()
    inlines.append(inline)
  }

  /// Adds a citation.
  mutating func append(citation keys: [String], line: Int, byteColumn: Int) {
    append(.citation(keys))
    for key in keys {
      context.citations.append(ReadingContext.Citation(key: key, line: line, byteColumn: byteColumn))
    }
  }

  /// Adds an HTML tag or comment.
  mutating func append(tag source: String, line: Int, byteColumn: Int) {
    if source.hasPrefix("<!--") { return }
    let tag = HTMLTag(source: source)
    switch tag.name {
    case "br": append(.lineBreak)
    case "sup", "sub", "em", "i", "strong", "b":
      if tag.isEnd { close(tag, line: line, byteColumn: byteColumn) } else { open(tag, line, byteColumn) }
    default: appendUnknown(source, line: line, byteColumn: byteColumn)
    }
  }

  /// The running text; tags that never ended are shown as text.
  mutating func finish() -> [Inline] {
    flush()
    while let tag = openTags.popLast() {
      reportResidue(tag.source, line: tag.line, byteColumn: tag.byteColumn)
      inlines = tag.before + [.text(tag.source)] + inlines
    }
    return inlines.joiningTexts()
  }

  private mutating func open(_ tag: HTMLTag, _ line: Int, _ byteColumn: Int) {
    flush()
    guard openTags.count < context.limits.depth else {
      return appendUnknown(tag.source, line: line, byteColumn: byteColumn)
    }
    openTags.append(
      OpenTag(name: tag.name, source: tag.source, line: line, byteColumn: byteColumn, before: inlines))
    inlines = []
  }

  private mutating func close(_ tag: HTMLTag, line: Int, byteColumn: Int) {
    guard let match = openTags.lastIndex(where: { $0.name == tag.name }) else {
      return appendUnknown(tag.source, line: line, byteColumn: byteColumn)
    }
    flush()
    while openTags.count > match + 1, let inner = openTags.popLast() {
      reportResidue(inner.source, line: inner.line, byteColumn: inner.byteColumn)
      inlines = inner.before + [.text(inner.source)] + inlines
    }
    guard let opened = openTags.popLast() else { return }
    let content = inlines.joiningTexts()
    inlines = opened.before
    switch tag.name {
    case "sup": inlines.append(.superscript(content))
    case "sub": inlines.append(.subscript(content))
    case "em", "i": inlines.append(.emphasis(content))
    default: inlines.append(.strong(content))
    }
  }

  private mutating func appendUnknown(_ source: String, line: Int, byteColumn: Int) {
    reportResidue(source, line: line, byteColumn: byteColumn)
    append(.text(source))
  }

  private func reportResidue(_ source: String, line: Int, byteColumn: Int) {
    context.log.report(
      .residue, line: line, column: context.text.column(of: source, line: line, near: byteColumn),
      "The HTML tag \(source.prefix(40)) is shown as text.", fix: "write it in Markdown, or remove it")
  }

  private mutating func flush() {
    guard !pending.isEmpty else { return }
    defer {
      pending = ""
      origins.removeAll(keepingCapacity: true)
    }
    guard pending.utf8.contains(.atSign), let pieces = CitationScanner.pieces(of: pending) else {
      inlines.append(.text(pending))
      return
    }
    for piece in pieces {
      switch piece {
      case .text(let text): inlines.append(.text(String(text)))
      case .citation(let keys, let offset):
        inlines.append(.citation(keys))
        let origin = origins.last { $0.offset <= offset } ?? Origin(offset: 0, line: 0, byteColumn: 0)
        let byteColumn = origin.byteColumn + offset - origin.offset
        for key in keys {
          context.citations.append(
            ReadingContext.Citation(key: key, line: origin.line, byteColumn: byteColumn))
        }
      }
    }
  }
}

/// The name of an HTML tag and whether it is an end tag.
struct HTMLTag {
  let source: String
  let name: String
  let isEnd: Bool

  init(source: String) {
    self.source = source
    var bytes = source.utf8.dropFirst()
    isEnd = bytes.first == .slash
    if isEnd { bytes = bytes.dropFirst() }
    name = bytes.prefix { $0.isASCIILetter || $0.isASCIIDigit }.map(\.lowercased).text
  }
}

extension [Inline] {
  /// With neighbouring texts made one.
  func joiningTexts() -> [Inline] {
    var joined: [Inline] = []
    joined.reserveCapacity(count)
    for inline in self {
      if case .text(let words) = inline, case .text(let before)? = joined.last {
        joined[joined.count - 1] = .text(before + words)
      } else {
        joined.append(inline)
      }
    }
    return joined
  }
}
