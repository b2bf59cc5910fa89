import MonographModel

/// Gathers the running text of one paragraph.
///
/// White space flows as XML's text does: a run of spaces, tabs and line ends is one space, none stands at the
/// ends and beside line breaks. A line end and indent between two tags is layout of the file: it parts words,
/// and is nothing beside an opening bracket or before a closing mark (`(5.1)⏎</content>].`).
struct SPLFlow {
  /// How a stretch of text is set off.
  enum Style: Hashable {
    case strong, emphasis, superscript, `subscript`
    /// Text that the label marks as recently changed.
    case changed
    case link(LinkTarget)
  }

  /// How much of a paragraph the label marks as recently changed.
  enum Change { case none, part, whole }

  /// A finished paragraph.
  struct Paragraph {
    var content: [Inline]
    var change: Change
    var lines: LineRange
  }

  private enum Mark {
    case open(Style)
    case close
    case piece(Inline)
  }

  private var bytes: [UInt8] = []
  private var marks: [(offset: Int, mark: Mark)] = []
  /// The styles that are open, outermost first.
  private var open: [Style] = []
  private var endsInSpace = true
  /// Whether the space at the end is layout of the file.
  private var endsInLayout = false
  private var lines: LineRange?
  private var hasChange = false
  /// Whether a word that comes next has to be parted from what is there.
  private var spaceIsDue = false

  /// Whether nothing but styles has come.
  var isEmpty: Bool { lines == nil }

  /// Adds characters up to a NUL; gives the number of line ends in them. `line` is the line they begin on.
  mutating func append(_ text: UnsafePointer<UInt8>, line: Int) -> Int {
    var place = text
    var lineEnds = 0
    while true {
      var hasLineEnd = false
      let runStart = place
      while place.pointee != 0, place.pointee.isASCIIWhitespace {
        if place.pointee == .lineFeed {
          lineEnds += 1
          hasLineEnd = true
        }
        place += 1
      }
      if place != runStart {
        // Layout is all the white space that stands between two tags.
        appendSpace(isLayout: hasLineEnd && runStart == text && place.pointee == 0)
      }
      guard place.pointee != 0 else { return lineEnds }
      let wordStart = place
      // A single space between words goes with them.
      while place.pointee > 0x20 || (place.pointee == 0x20 && place[1] > 0x20)
        || (place.pointee != 0 && !place.pointee.isASCIIWhitespace)
      {
        place += 1
      }
      append(UnsafeBufferPointer(start: wordStart, count: place - wordStart), line: line + lineEnds)
    }
  }

  /// Adds a text of one's own.
  mutating func append(_ text: String, line: Int) {
    var text = text
    text.append("\0")
    _ = text.withUTF8 { buffer in
      buffer.baseAddress.map { append($0, line: line) }
    }
  }

  private mutating func append(_ words: UnsafeBufferPointer<UInt8>, line: Int) {
    let closes = words.first.map(\.closesBeforeSpace) ?? false
    if endsInLayout, closes { removeLastSpace() }
    if spaceIsDue, !endsInSpace, !closes { bytes.append(.space) }
    spaceIsDue = false
    bytes.append(contentsOf: words)
    endsInSpace = false
    endsInLayout = false
    touch(line)
  }

  private mutating func appendSpace(isLayout: Bool) {
    guard !endsInSpace else { return }
    if isLayout, let last = bytes.last, last == .leftParenthesis || last == .leftBracket { return }
    bytes.append(.space)
    endsInSpace = true
    endsInLayout = isLayout
  }

  /// Adds a space unless one stands there or nothing stands before it.
  mutating func appendSpace() { appendSpace(isLayout: false) }

  private mutating func removeLastSpace() {
    guard bytes.last == .space else { return }
    bytes.removeLast()
    for index in marks.indices.reversed() {
      guard marks[index].offset > bytes.count else { break }
      marks[index].offset = bytes.count
    }
  }

  private mutating func touch(_ line: Int) {
    lines = LineRange(first: lines?.first ?? line, last: line)
  }

  /// Adds a line end that the source demands.
  mutating func appendBreak(line: Int) {
    // At the beginning a line end would only leave a blank line.
    guard !isEmpty else { return }
    if endsInSpace { removeLastSpace() }
    marks.append((bytes.count, .piece(.lineBreak)))
    endsInSpace = true
    endsInLayout = false
    spaceIsDue = false
    touch(line)
  }

  /// Adds a picture, whose words are parted from those beside it.
  mutating func append(pictureWithID id: String, line: Int) {
    appendSpace()
    append(.image(alternative: "", source: id), line: line)
    spaceIsDue = true
  }

  /// Adds a finished piece: the mark of a footnote.
  mutating func append(_ inline: Inline, line: Int) {
    marks.append((bytes.count, .piece(inline)))
    endsInSpace = false
    endsInLayout = false
    touch(line)
  }

  /// Begins a style; false where it is set already, and there is nothing to end.
  mutating func begin(_ style: Style) -> Bool {
    if open.contains(style), style == .strong || style == .emphasis || style == .changed { return false }
    marks.append((bytes.count, .open(style)))
    open.append(style)
    if style == .changed { hasChange = true }
    return true
  }

  mutating func end() {
    guard open.popLast() != nil else { return }
    marks.append((bytes.count, .close))
  }

  /// Whether what comes next is marked as recently changed.
  var isInChange: Bool { open.contains(.changed) }

  /// Ends the paragraph; styles that are open go on in the next. Nil where there is nothing in it.
  ///
  /// Changed parts are emphasised; where all of it is changed, only if that is asked for.
  mutating func finish(emphasisingChanges: Bool = false) -> Paragraph? {
    defer {
      bytes.removeAll(keepingCapacity: true)
      marks.removeAll(keepingCapacity: true)
      for style in open { marks.append((0, .open(style))) }
      endsInSpace = true
      endsInLayout = false
      spaceIsDue = false
      lines = nil
      hasChange = open.contains(.changed)
    }
    guard let lines else { return nil }
    if endsInSpace { removeLastSpace() }
    dropLastBreaks()
    let change = hasChange ? changed() : .none
    let content = content(settingOffChanges: change == .part || emphasisingChanges)
    return content.isEmpty ? nil : Paragraph(content: content, change: change, lines: lines)
  }

  /// Line breaks at the end would only leave blank lines.
  private mutating func dropLastBreaks() {
    for index in marks.indices.reversed() {
      guard marks[index].offset == bytes.count else { return }
      if case .piece(let inline) = marks[index].mark {
        guard inline == .lineBreak else { return }
        marks.remove(at: index)
      }
    }
  }

  /// How much of the text lies within changed stretches.
  private func changed() -> Change {
    var depth = 0
    var outside = 0
    var inside = 0
    var start = 0
    var nesting: [Bool] = []
    func words(_ end: Int) -> Int {
      bytes[start..<end].count { $0.isASCIILetter || $0.isASCIIDigit || $0 >= 0x80 }
    }
    for (offset, mark) in marks {
      if depth > 0 { inside += words(offset) } else { outside += words(offset) }
      start = offset
      switch mark {
      case .open(let style):
        nesting.append(style == .changed)
        if style == .changed { depth += 1 }
      case .close: if nesting.popLast() == true { depth -= 1 }
      case .piece: break
      }
    }
    if depth > 0 { inside += words(bytes.count) } else { outside += words(bytes.count) }
    return inside == 0 ? .none : outside == 0 ? .whole : .part
  }

  private func content(settingOffChanges: Bool) -> [Inline] {
    if marks.isEmpty { return bytes.isEmpty ? [] : [.text(bytes[...].text)] }
    var stack: [(style: Style?, content: [Inline])] = [(nil, [])]
    var start = 0
    func flush(to end: Int) {
      guard end > start else { return }
      let text = bytes[start..<end].text
      start = end
      stack[stack.count - 1].content.append(joining: text)
    }
    func close() {
      guard stack.count > 1, let (style, content) = stack.popLast(), let style, !content.isEmpty else {
        return
      }
      let top = stack.count - 1
      switch style {
      // A space or a line end has no style.
      case _ where content.isBlank: stack[top].content.append(joining: content)
      case .strong: stack[top].content.append(.strong(content))
      case .emphasis: stack[top].content.append(.emphasis(content))
      case .superscript: stack[top].content.append(.superscript(content))
      case .subscript: stack[top].content.append(.subscript(content))
      case .link(let target): stack[top].content.append(.link(Link(target: target, content: content)))
      case .changed where settingOffChanges: stack[top].content.append(.emphasis(content))
      case .changed: stack[top].content.append(joining: content)
      }
    }
    for (offset, mark) in marks {
      flush(to: offset)
      switch mark {
      case .open(let style): stack.append((style, []))
      case .close: close()
      case .piece(let inline): stack[stack.count - 1].content.append(inline)
      }
    }
    flush(to: bytes.count)
    while stack.count > 1 { close() }
    return stack[0].content
  }
}

extension [Inline] {
  /// Adds text to the text at the end, or after it.
  fileprivate mutating func append(joining text: String) {
    if case .text(let before)? = last {
      self[count - 1] = .text(before + text)
    } else {
      append(.text(text))
    }
  }

  fileprivate mutating func append(joining further: [Inline]) {
    for inline in further {
      if case .text(let text) = inline { append(joining: text) } else { append(inline) }
    }
  }

  /// Whether it is a space, or line ends, alone.
  fileprivate var isBlank: Bool {
    allSatisfy {
      switch $0 {
      case .text(let text): text == " "
      case .lineBreak: true
      default: false
      }
    }
  }
}

extension UInt8 {
  /// Whether it is a mark before which English sets no space.
  fileprivate var closesBeforeSpace: Bool {
    switch self {
    case .rightParenthesis, .rightBracket, .comma, .period, .semicolon, .colon: true
    default: false
    }
  }
}
