/// One row of laid-out text.
public struct TextLine: Hashable, Sendable {
  /// The pieces, from the left edge on, spaces included.
  public var spans: [Span]

  /// Makes a line.
  public init(spans: [Span] = []) { self.spans = spans }

  /// The columns it takes.
  public var width: Int { spans.reduce(0) { $0 + $1.width } }

  /// Its characters.
  public var text: String { spans.map(\.text).joined() }
}

/// A piece of a line with one style.
public struct Span: Hashable, Sendable {
  /// The characters; no control characters.
  public var text: String
  /// The columns they take.
  public var width: Int
  /// How they look.
  public var style: Style
  /// The index in the layout's links of the link they belong to.
  public var link: Int?
  /// Where its characters stand in the text of their item, in UTF-8 bytes; nil for decoration (indents,
  /// markers, rules, padding). The same at every width, so that a place survives a change of width.
  public var source: Range<Int>?

  /// Makes a span whose width is already known.
  public init(_ text: String, width: Int, style: Style, link: Int? = nil, source: Range<Int>? = nil) {
    self.text = text
    self.width = width
    self.style = style
    self.link = link
    self.source = source
  }
}
