/// Gathers the words of an item, in one of three ways: counting them, keeping them, or keeping them with
/// their styles. All three walk alike, so that sizes, offsets and link numbers agree.
struct TextCollector {
  /// What is kept.
  enum Purpose {
    /// The number of bytes, and the links.
    case measuring
    /// The words alone.
    case words
    /// The words with styles and decoration.
    case styling
  }

  /// What is kept.
  let purpose: Purpose
  /// What the page around the item says.
  let page: PageFacts
  /// How many bytes of the item's text were added.
  private(set) var sourceLength = 0
  /// The number of links met, those before this item included.
  private(set) var linkCount: Int
  /// The links, where measuring.
  private(set) var links: [PageLink] = []
  /// The keys of the references cited, where measuring.
  private(set) var citedKeys: Set<String> = []
  /// Whether a warning, a boxed warning, or a table was met.
  var found = SectionContents()
  /// The words, where they are kept.
  private(set) var words: [UInt8] = []
  /// The words with styles, where styling.
  var text = StyledText()

  /// Starts with the first link's index, and the item's own.
  init(_ purpose: Purpose, page: PageFacts, firstLink: Int, item: Int) {
    self.purpose = purpose
    self.page = page
    self.linkCount = firstLink
    self.item = item
  }

  private let item: Int

  /// Adds words of the source.
  mutating func add(_ string: String, _ style: Style, link: Int? = nil) {
    let length = string.utf8.count
    let source = sourceLength..<(sourceLength + length)
    sourceLength = source.upperBound
    switch purpose {
    case .measuring: break
    case .words: words.append(contentsOf: string.utf8)
    case .styling: text.append(string.utf8, style: style, link: link, source: source)
    }
  }

  /// Adds words of the source that are shown by other characters.
  mutating func add(_ string: String, shownAs sign: String, _ style: Style, link: Int?) {
    let source = sourceLength..<(sourceLength + string.utf8.count)
    sourceLength = source.upperBound
    switch purpose {
    case .measuring: break
    case .words: words.append(contentsOf: string.utf8)
    case .styling: text.append(sign.utf8, style: style, link: link, source: source)
    }
  }

  /// Adds a space of layout's own that stands as one byte in the item's text.
  mutating func add(space byte: UInt8, _ style: Style, link: Int? = nil) {
    let source = sourceLength..<(sourceLength + 1)
    sourceLength = source.upperBound
    switch purpose {
    case .measuring: break
    case .words: words.append(byte == TextByte.lineBreak ? 0x0A : 0x20)
    case .styling: text.append(CollectionOfOne(byte), style: style, link: link, source: source)
    }
  }

  /// Ends a block: words on both sides of the end are apart in the item's text.
  mutating func separate() {
    guard sourceLength > 0 else { return }
    sourceLength += 1
    if purpose == .words { words.append(0x0A) }
  }

  /// Adds signs that are not the source's.
  mutating func decorate(_ string: String, _ style: Style, link: Int? = nil) {
    if purpose == .styling { text.append(string.utf8, style: style, link: link, source: nil) }
  }

  /// Adds a space that is not the source's.
  mutating func decorate(space byte: UInt8, _ style: Style) {
    if purpose == .styling {
      text.append(CollectionOfOne(byte), style: style, link: nil, source: nil)
    }
  }

  /// Counts a link, and keeps it where measuring; gives its index.
  mutating func openLink(_ target: PageLink.Target, words: @autoclosure () -> String) -> Int {
    if purpose == .measuring { links.append(PageLink(target: target, text: words(), item: item)) }
    linkCount += 1
    return linkCount - 1
  }

  /// Takes note that a reference is cited.
  mutating func cite(_ key: String) {
    if purpose == .measuring { citedKeys.insert(key) }
  }

  /// Gathers one paragraph's worth.
  mutating func passage(_ body: (inout TextCollector) -> Void) -> Passage {
    let mark = text.mark()
    body(&self)
    return text.passage(since: mark)
  }
}

/// What a section holds, of itself.
struct SectionContents: Hashable, Sendable {
  var hasWarning = false
  var hasBoxedWarning = false
  var hasTable = false
}
