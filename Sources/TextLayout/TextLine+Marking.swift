extension TextLine {
  /// The line with traits added to what stands inside ranges of the item's text, such as search matches.
  /// Spans are split at the ranges' edges; one whose characters stand together for all of their source
  /// is marked whole.
  public func marked(_ ranges: [Range<Int>], _ traits: Style.Traits) -> TextLine {
    guard !ranges.isEmpty else { return self }
    var spans: [Span] = []
    spans.reserveCapacity(self.spans.count + 2 * ranges.count)
    for span in self.spans {
      guard let source = span.source else {
        spans.append(span)
        continue
      }
      let inside = ranges.map { $0.clamped(to: source) }.filter { !$0.isEmpty }
      if inside.isEmpty {
        spans.append(span)
      } else {
        spans.append(contentsOf: span.split(at: inside, source: source, marking: traits))
      }
    }
    return TextLine(spans: spans)
  }

  /// The columns from the beginning of a link to its end on this line; nil where it is not on it. Of a link
  /// that stands in several places of the line, the first.
  public func columns(ofLink link: Int) -> Range<Int>? {
    var column = 0
    var columns: Range<Int>?
    for span in spans {
      if span.link == link {
        columns = (columns?.lowerBound ?? column)..<(column + span.width)
      } else if columns != nil {
        break
      }
      column += span.width
    }
    return columns
  }

  /// Where the first of its words stands in the item's text; nil for a line of decoration.
  public func firstOffset() -> Int? {
    for span in spans {
      if let source = span.source { return source.lowerBound }
    }
    return nil
  }
}

extension Span {
  fileprivate func split(at ranges: [Range<Int>], source: Range<Int>, marking traits: Style.Traits) -> [Span]
  {
    guard text.utf8.count == source.count else { return [marked(traits)] }
    var edges = Set(ranges.flatMap { [$0.lowerBound, $0.upperBound] })
    edges.formUnion([source.lowerBound, source.upperBound])
    let bytes = Array(text.utf8)
    // A character is not cut in two, whatever the ranges say.
    let cuts = edges.sorted().filter { edge in
      let offset = edge - source.lowerBound
      return offset >= bytes.count || bytes[offset] & 0xC0 != 0x80
    }
    return zip(cuts, cuts.dropFirst()).map { start, end in
      let piece = String(
        decoding: bytes[(start - source.lowerBound)..<(end - source.lowerBound)], as: UTF8.self)
      let span = Span(
        piece, width: DisplayText.width(of: piece), style: style, link: link, source: start..<end)
      return ranges.contains { $0.overlaps(start..<end) } ? span.marked(traits) : span
    }
  }

  private func marked(_ traits: Style.Traits) -> Span {
    var span = self
    span.style = style.with(traits)
    return span
  }
}
