import MonographModel

extension SPLMarkupReader {
  /// Begins an element of running text; nil where it was read to its end.
  func beginInline(in flow: inout SPLFlow) -> OpenElement? {
    switch cursor.element {
    case .content, .linkHtml, .a: return OpenElement(styles: beginStyles([], in: &flow))
    case .strong, .b: return OpenElement(styles: beginStyles([.strong], in: &flow))
    case .em, .i, .u: return OpenElement(styles: beginStyles([.emphasis], in: &flow))
    case .sup: return OpenElement(styles: beginStyles([.superscript], in: &flow))
    case .sub: return OpenElement(styles: beginStyles([.subscript], in: &flow))
    case .br: flow.appendBreak(line: cursor.line)
    case .suffix: flow.appendSpace()
    case .renderMultiMedia:
      readPicture(in: &flow)
      return nil
    case .footnote:
      readFootnote(in: &flow)
      return nil
    case .footnoteRef: readFootnoteReference(in: &flow)
    case .unknown:
      report(.residue, "The element <\(cursor.name.prefix(40))> has no meaning here; its words are kept.")
    default: readIdentity()
    }
    return OpenElement()
  }

  /// Begins an element with the given styles and those of its attributes; gives how many it set.
  func beginStyles(_ given: [SPLFlow.Style], in flow: inout SPLFlow) -> Int {
    var styles = given
    let isLink = cursor.element == .linkHtml || cursor.element == .a
    cursor.forEachAttribute { attribute, value in
      switch attribute {
      case .styleCode: styles += SPLStyle.styles(of: value)
      case .id: onID(String(cString: value))
      case .href where isLink: styles.append(.link(target(String(cString: value).trimmed)))
      default: break
      }
    }
    var begun = 0
    for style in styles where flow.begin(style) { begun += 1 }
    return begun
  }

  /// Where an address leads. `#id` comes out as a section of that name, to be resolved.
  func target(_ address: String) -> LinkTarget {
    guard address.utf8.first == .numberSign else { return .external(address) }
    let id = String(address.dropFirst())
    // Some labels set a number sign before an address of the web.
    if LinkResolver.hasScheme(id) { return .external(id) }
    unresolvedCount += 1
    if linkLines[id] == nil { linkLines[id] = cursor.line }
    return .section(anchor: id)
  }

  // MARK: - Pictures

  /// A picture, and its caption on a line of its own.
  func readPicture(in flow: inout SPLFlow) {
    var id = ""
    cursor.forEachAttribute { attribute, value in
      switch attribute {
      case .referencedObject: id = String(cString: value)
      case .id: onID(String(cString: value))
      default: break
      }
    }
    unresolvedCount += 1
    shownPictures.insert(id)
    flow.append(pictureWithID: id, line: cursor.tagLine)
    let depth = cursor.depth
    while let event = next(within: depth) {
      guard event == .start else {
        if event == .text { passText() }
        continue
      }
      flow.appendBreak(line: cursor.line)
      readInlines(into: &flow)
      flow.appendBreak(line: cursor.line)
    }
  }

  // MARK: - Footnotes

  /// Reads a footnote; its mark stands in its place.
  func readFootnote(in flow: inout SPLFlow) {
    var id: String?
    cursor.forEachAttribute { if $0 == .id { id = String(cString: $1) } }
    if let id { onID(id) }
    let index = footnotes.begin(id: id, line: cursor.line)
    flow.append(.superscript([.text(SPLFootnotes.mark(index))]), line: cursor.line)
    let note = inlines()
    footnotes.end(index, content: note?.content ?? [])
  }

  /// The mark of a footnote that stands elsewhere.
  func readFootnoteReference(in flow: inout SPLFlow) {
    guard let id = cursor.attribute(.idReference), !id.isEmpty else { return }
    flow.append(
      .superscript([.text(SPLFootnotes.mark(footnotes.reference(to: id, line: cursor.line)))]),
      line: cursor.line)
  }

  /// Reads something whose footnotes are collected under it; gives those notes, each after its mark.
  func collectingFootnotes<Result>(_ read: () -> Result) -> (Result, [[Inline]]) {
    let outer = footnotes.open()
    let result = read()
    let (notes, missing) = footnotes.close(restoring: outer)
    for (id, line) in missing {
      log.report(
        .danglingAnchor, line: reportedLine ?? line,
        "A mark refers to the footnote “\(id.prefix(60))”, which is not here.",
        fix: "name a footnote of the table")
    }
    return (result, notes)
  }

  // MARK: - Elements within elements

  /// Adds the running text of the element that has just begun, with that of the elements within it.
  ///
  /// - Parameters:
  ///   - begin: Begins an element, told whether it stands in no other; nil where it read it to its end.
  ///   - endLine: Ends an element that stands on lines of its own.
  func readRunningText(
    into flow: inout SPLFlow, begin: (inout SPLFlow, _ isOutermost: Bool) -> OpenElement?,
    endLine: (inout SPLFlow) -> Void
  ) {
    var open: [OpenElement] = []
    let depth = cursor.depth
    while let event = next(within: depth) {
      switch event {
      case .text: readText(into: &flow)
      case .entity: readEntity(into: &flow)
      case .end:
        guard let ended = open.popLast() else { break }
        for _ in 0..<ended.styles { flow.end() }
        if ended.isApart { flow.appendSpace() }
        if ended.isBlock { endLine(&flow) }
      case .start: if let begun = begin(&flow, open.isEmpty) { open.append(begun) }
      default: break
      }
    }
  }

  // MARK: - Running text alone

  /// The running text of the element that has just begun; what stands on lines of its own is parted by line
  /// breaks. Nil where there is none.
  func inlines() -> SPLFlow.Paragraph? {
    var flow = SPLFlow()
    readInlines(into: &flow)
    return finish(&flow)
  }

  /// Adds the running text of the element that has just begun, with line breaks.
  func readInlines(into flow: inout SPLFlow) {
    readRunningText(into: &flow) { flow, _ in
      beginAlone(in: &flow)
    } endLine: { flow in
      flow.appendBreak(line: cursor.line)
    }
  }

  /// Begins an element of running text alone; nil where it was read to its end.
  func beginAlone(in flow: inout SPLFlow) -> OpenElement? {
    switch cursor.element {
    case .paragraph, .p, .item, .li, .tr, .table, .list, .ul, .ol:
      flow.appendBreak(line: cursor.line)
      return OpenElement(styles: beginStyles([], in: &flow), isBlock: true)
    case .td, .th, .caption:
      flow.appendSpace()
      return OpenElement(styles: beginStyles([], in: &flow), isApart: true)
    default: return beginInline(in: &flow)
    }
  }
}
