import MonographModel

/// Puts running text together: joins neighbouring text, finds citations in it, and pairs HTML tags.
struct InlineBuilder {
  /// An HTML tag whose end has not come yet.
  private struct OpenTag {
    var name: String
    var source: String
    var line: Int
    var byteColumn: Int
    /// How many pieces stand before it.
    var start: Int
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
    giveUpTags(downTo: 0)
    return inlines.joiningTexts()
  }

  private mutating func open(_ tag: HTMLTag, _ line: Int, _ byteColumn: Int) {
    flush()
    guard openTags.count < context.limits.depth else {
      return appendUnknown(tag.source, line: line, byteColumn: byteColumn)
    }
    openTags.append(
      OpenTag(
        name: tag.name, source: tag.source, line: line, byteColumn: byteColumn, start: inlines.count))
  }

  private mutating func close(_ tag: HTMLTag, line: Int, byteColumn: Int) {
    guard let match = openTags.lastIndex(where: { $0.name == tag.name }) else {
      return appendUnknown(tag.source, line: line, byteColumn: byteColumn)
    }
    flush()
    giveUpTags(downTo: match + 1)
    guard let opened = openTags.popLast() else { return }
    let content = Array(inlines[opened.start...]).joiningTexts()
    inlines.removeSubrange(opened.start...)
    switch tag.name {
    case "sup": inlines.append(.superscript(content))
    case "sub": inlines.append(.subscript(content))
    case "em", "i": inlines.append(.emphasis(content))
    default: inlines.append(.strong(content))
    }
  }

  /// Adds text in which no citation was found, and reports a key that stands in one of another form, and what a
  /// site's generator would have filled in.
  private mutating func append(uncited text: Substring, at offset: Int) {
    if let inner = CitationScanner.unreadKey(in: text) {
      context.log.report(
        .residue, line: origin(at: offset + inner).line,
        "A citation in a form that is not understood is shown as text.",
        fix: "write [@key] or [@key1; @key2]")
    }
    if text.utf8.contains(.leftBrace) { reportLiquid(in: text, at: offset) }
    inlines.append(.text(String(text)))
  }

  /// Reports `{% … %}` and `{{ … }}`, which stay as text.
  private func reportLiquid(in text: Substring, at offset: Int) {
    var rest = text.utf8
    while let open = rest.firstIndex(of: .leftBrace) {
      let following = rest[rest.index(after: open)...]
      let mark = following.first
      rest = following
      guard mark == .percentSign || mark == .leftBrace else { continue }
      let end: [UInt8] = mark == .percentSign ? [.percentSign, .rightBrace] : [.rightBrace, .rightBrace]
      guard let close = following.dropFirst().firstRange(of: end) else { return }
      let place = offset + text.utf8.distance(from: text.startIndex, to: open)
      let source = text.utf8[open..<close.upperBound].text
      let origin = origin(at: place)
      context.log.report(
        .residue, line: origin.line,
        column: context.text.column(
          of: source, line: origin.line, near: origin.byteColumn + place - origin.offset),
        "\(source.prefix(40)) is left over from a site's generator and is shown as text.",
        fix: "write what it stands for")
      rest = text.utf8[close.upperBound...]
    }
  }

  /// The stretch of the pending text that an offset lies in.
  private func origin(at offset: Int) -> Origin { origins.last { $0.offset <= offset } ?? origins[0] }

  /// Shows tags that were opened and not closed as text.
  private mutating func giveUpTags(downTo count: Int) {
    while openTags.count > count, let tag = openTags.popLast() {
      reportResidue(tag.source, line: tag.line, byteColumn: tag.byteColumn)
      inlines.insert(.text(tag.source), at: tag.start)
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
    guard pending.utf8.contains(where: { $0 == .atSign || $0 == .leftBracket || $0 == .leftBrace }) else {
      return inlines.append(.text(pending))
    }
    let bytes = Array(pending.utf8)
    var start = 0
    for link in WikilinkScanner.wikilinks(in: bytes) {
      guard let shown = inline(of: link) else { continue }
      if link.range.lowerBound > start { flush(bytes, start..<link.range.lowerBound) }
      inlines.append(shown)
      start = link.range.upperBound
    }
    if start < bytes.count { flush(bytes, start..<bytes.count) }
  }

  /// Adds a stretch of the pending text, which may hold citations.
  private mutating func flush(_ bytes: [UInt8], _ range: Range<Int>) {
    let text = range.count == bytes.count ? pending : bytes[range].text
    guard text.utf8.contains(.atSign), let pieces = CitationScanner.pieces(of: text) else {
      return append(uncited: text[...], at: range.lowerBound)
    }
    var place = 0
    for piece in pieces {
      switch piece {
      case .text(let words):
        append(
          uncited: words,
          at: range.lowerBound + text.utf8.distance(from: text.startIndex, to: words.startIndex))
      case .citation(let keys, let inner):
        let offset = range.lowerBound + inner
        inlines.append(.citation(keys))
        while place + 1 < origins.count, origins[place + 1].offset <= offset { place += 1 }
        let origin = origins[place]
        let byteColumn = origin.byteColumn + offset - origin.offset
        for key in keys {
          context.citations.append(
            ReadingContext.Citation(key: key, line: origin.line, byteColumn: byteColumn))
        }
      }
    }
  }

  /// A link between double brackets as a link, and an embedded picture as a picture; nil where it leads nowhere. A
  /// page that is to be shown in its place is shown as a link to it, which is reported.
  private func inline(of link: WikilinkScanner.Wikilink) -> Inline? {
    let origin = origin(at: link.range.lowerBound)
    let byteColumn = origin.byteColumn + link.range.lowerBound - origin.offset
    if link.isEmbedded, WikilinkScanner.isPicture(link.target) {
      return .image(alternative: link.text, source: link.target)
    }
    guard let target = context.resolve(wikilink: link.target, line: origin.line, byteColumn: byteColumn)
    else {
      return nil
    }
    if link.isEmbedded {
      context.log.report(
        .residue, line: origin.line,
        column: context.text.column(of: "![[", line: origin.line, near: byteColumn), severity: .note,
        "“\(link.target.prefix(80))” is to be shown here; a link to it is.", fix: "write what it says")
    }
    return .link(Link(target: target, content: [.text(link.text)]))
  }
}

extension [Inline] {
  /// With neighbouring texts made one.
  func joiningTexts() -> [Inline] {
    guard zip(self, dropFirst()).contains(where: { $0.isText && $1.isText }) else { return self }
    var joined: [Inline] = []
    var words = ""
    for inline in self {
      if case .text(let further) = inline {
        words += further
      } else {
        if !words.isEmpty { joined.append(.text(words)) }
        words = ""
        joined.append(inline)
      }
    }
    if !words.isEmpty { joined.append(.text(words)) }
    return joined
  }
}

extension Inline {
  fileprivate var isText: Bool { if case .text = self { true } else { false } }
}
