/// Text of the screen around the page: what it looks like, how wide it is, where it wraps.
public enum DisplayText {
  /// The columns a text takes, as ncurses counts them. What cannot be printed counts as none; make it
  /// ``visible(_:glyphs:)`` first.
  public static func width(of text: String) -> Int {
    var columns = 0
    for scalar in text.unicodeScalars { columns += CharacterWidth.columns(of: scalar.value) ?? 0 }
    return columns
  }

  /// The text with controls and other characters that cannot be seen spelled out, and, for ASCII, safe
  /// spellings: `μg` becomes `mcg`. Runs of spaces stay as they are; tabs and line ends become a space.
  public static func visible(_ text: String, glyphs: GlyphSet) -> String {
    let bytes = Array(text.utf8)
    if bytes.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    var reader = CharacterReader(bytes, 0..<bytes.count, glyphs: glyphs, keepsSpaces: true)
    var visible = ""
    while let piece = reader.next() {
      visible += piece.spelling ?? String(decoding: bytes[piece.bytes], as: UTF8.self)
    }
    return visible
  }

  /// The text in lines of so many columns at most, values and their units together. The characters are
  /// taken to be visible. At least one line, which may be empty.
  public static func wrap(_ text: String, width: Int) -> [String] {
    var styled = StyledText()
    let mark = styled.mark()
    styled.append(text.utf8, style: Style(.body), link: nil, source: nil)
    let passage = styled.passage(since: mark)
    let words = WordList(passage, of: styled, glyphs: .unicode)
    let measure = LineBreaker.Measure(columns: max(2, width), slack: 0)
    let lines = LineBreaker.lines(of: words, text: styled, glyphs: .unicode, first: measure, rest: measure)
    var writer = SpanWriter(styled, from: passage, glyphs: .unicode)
    let texts = lines.map { line in
      var spans: [Span] = []
      writer.write(line, to: &spans)
      return TextLine(spans: spans).text
    }
    return texts.isEmpty ? [""] : texts
  }

  /// Pieces of text, each in its style, in lines of so many columns at most, values and their units together. What cannot
  /// be seen is spelt out as on a page. At least one line, which may be empty.
  public static func lines(
    of pieces: [(text: String, style: Style)], width: Int, glyphs: GlyphSet
  ) -> [TextLine] {
    var styled = StyledText()
    let mark = styled.mark()
    for piece in pieces { styled.append(piece.text.utf8, style: piece.style, link: nil, source: nil) }
    let passage = styled.passage(since: mark)
    let words = WordList(passage, of: styled, glyphs: glyphs)
    let measure = LineBreaker.Measure(columns: max(2, width), slack: 0)
    let lines = LineBreaker.lines(of: words, text: styled, glyphs: glyphs, first: measure, rest: measure)
    var writer = SpanWriter(styled, from: passage, glyphs: glyphs)
    let written = lines.map { line in
      var spans: [Span] = []
      writer.write(line, to: &spans)
      return TextLine(spans: spans)
    }
    return written.isEmpty ? [TextLine()] : written
  }

  /// The text cut to so many columns, with a sign where something is left out: `…`, in ASCII `...`.
  public static func truncate(_ text: String, width: Int, glyphs: GlyphSet) -> String {
    guard Self.width(of: text) > width else { return text }
    let sign = glyphs == .unicode ? "…" : "..."
    let room = width - sign.unicodeScalars.count
    guard room >= 0 else { return String(repeating: ".", count: max(0, min(width, 3))) }
    var kept = ""
    var columns = 0
    for character in text {
      columns += Self.width(of: String(character))
      guard columns <= room else { break }
      kept.append(character)
    }
    return kept + sign
  }
}
