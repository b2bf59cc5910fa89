import MonographModel

/// Makes blocks of a part of a label's text: paragraphs, lists, tables, with links to the sections that it
/// names.
struct LabelFlow {
  let text: LabelText
  let references: [SectionReference]
  let breaks: TextBreaks
  let bullets: BulletSigns
  /// The tables within the text, in order, with what each was read as.
  let tables: [(range: Range<Int>, blocks: [Block])]
  let links: SectionLinks
  /// The words of the label's own product and substance names.
  let names: NameWords
  /// Takes the letters that stood for bullets, which no list shows.
  var letterBullets: [String] = []

  static let bulletInference =
    "The source has the bullets in one run of text; where the last item ends was inferred."
  static let numberInference =
    "The source has the numbered items in one run of text; where the last ends was inferred."
  static let referenceInference =
    "The source has these items in one run of text; they were told apart by the reference that ends each."

  /// A paragraph is broken after the sentence that makes it longer than this, in bytes.
  private static let paragraphLength = 560

  private var lines: LineRange { LineRange(first: text.line, last: text.line) }

  /// The blocks of a part.
  ///
  /// - Parameter inference: Why the part was told from its surroundings; goes to its first block.
  mutating func blocks(_ part: Range<Int>, inference: String?) -> [Block] {
    var blocks: [Block] = []
    var place = part.lowerBound
    for table in tables
    where part.lowerBound <= table.range.lowerBound && table.range.upperBound <= part.upperBound {
      blocks += run(place..<max(place, table.range.lowerBound))
      blocks += table.blocks
      place = table.range.upperBound
    }
    blocks += run(place..<max(place, part.upperBound))
    if let inference, !blocks.isEmpty {
      blocks[0].inference =
        blocks[0].inference.map { $0 == inference ? $0 : "\(inference) \($0)" } ?? inference
    }
    return blocks
  }

  /// The blocks of running text without tables: one list after another, with what stands between them.
  private mutating func run(_ range: Range<Int>) -> [Block] {
    var blocks: [Block] = []
    var rest = text.trimmed(range)
    // Each list costs a look at the rest of the text, which hostile text could ask for at each word.
    var effort = 50_000_000
    while !rest.isEmpty, effort > 0 {
      effort -= rest.count
      if let found = BulletRun(in: text, rest, signs: bullets.within(rest), breaks: breaks, names: names) {
        letterBullets += found.letters
        blocks += run(rest.lowerBound..<found.start) + [list(found.items)]
        rest = text.trimmed(found.end..<rest.upperBound)
      } else if let found = NumberedRun(in: text, rest, breaks: breaks) {
        let items = found.items.map { paragraphs($0) }
        blocks += run(rest.lowerBound..<found.start)
        blocks.append(
          Block(.list(List(start: 1, items: items)), lines: lines, inference: Self.numberInference))
        rest = text.trimmed(found.end..<rest.upperBound)
      } else if let found = ReferenceItems(in: text, rest, breaks: breaks.within(rest)) {
        let items = found.items.map { paragraphs($0) }
        blocks += paragraphs(rest.lowerBound..<found.items[0].lowerBound)
        blocks.append(Block(.list(List(items: items)), lines: lines, inference: Self.referenceInference))
        rest = text.trimmed(found.end..<rest.upperBound)
      } else {
        break
      }
    }
    return blocks + paragraphs(rest, breaks: breaks.within(rest))
  }

  private func references(in range: Range<Int>) -> ArraySlice<SectionReference> {
    var low = 0
    var high = references.count
    while low < high {
      let middle = (low + high) / 2
      if references[middle].range.lowerBound < range.lowerBound { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < references.count, references[end].range.upperBound <= range.upperBound { end += 1 }
    return references[low..<end]
  }

  // MARK: - Lists

  private func list(_ items: [BulletRun.Item]) -> Block {
    let blocks = items.map { item -> [Block] in
      let words = paragraphs(item.words)
      return item.inner.isEmpty ? words : words + [list(item.inner, isInner: true)]
    }
    return Block(.list(List(items: blocks)), lines: lines, inference: Self.bulletInference)
  }

  private func list(_ items: [BulletRun.Item], isInner: Bool) -> Block {
    var block = list(items)
    block.inference = nil
    return block
  }

  // MARK: - Paragraphs

  private func paragraphs(_ range: Range<Int>) -> [Block] {
    let range = text.trimmed(range)
    guard !range.isEmpty else { return [] }
    guard range.count > Self.paragraphLength + Self.paragraphLength / 2 else { return [paragraph(range)] }
    return paragraphs(range, breaks: breaks.within(range))
  }

  /// Paragraphs of a few sentences each, since a text of thousands of words without one break cannot be read.
  private func paragraphs(_ range: Range<Int>, breaks: ArraySlice<TextBreaks.Break>) -> [Block] {
    let range = text.trimmed(range)
    guard !range.isEmpty else { return [] }
    guard range.count > Self.paragraphLength + Self.paragraphLength / 2 else { return [paragraph(range)] }
    var blocks: [Block] = []
    var start = range.lowerBound
    for place in breaks.map(\.start) + [range.upperBound] where place > start {
      let isLast = place == range.upperBound
      let rest = range.upperBound - place
      guard isLast || place - start >= Self.paragraphLength && rest > 120 || beginsTopic(place, within: start)
      else {
        continue
      }
      blocks.append(paragraph(text.trimmed(start..<place)))
      start = place
    }
    return blocks
  }

  /// Whether a table or figure is named at a place with its number and title: `Table 3: Adverse Reactions`.
  private func beginsTopic(_ place: Int, within start: Int) -> Bool {
    let end = text.wordEnd(place, limit: text.count)
    guard place - start > 120, let code = WordCode(text.bytes[place..<end]),
      code == "table" || code == "figure"
    else {
      return false
    }
    let number = text.afterSpace(end, limit: text.count)
    let numberEnd = text.wordEnd(number, limit: text.count)
    return numberEnd > number && [.colon, .period].contains(text.bytes[numberEnd - 1])
      && text.bytes[number].isASCIIDigit
  }

  private func paragraph(_ range: Range<Int>) -> Block { Block(.paragraph(inlines(range)), lines: lines) }

  // MARK: - Running text

  /// The running text of a range, the sections that it names made links.
  func inlines(_ range: Range<Int>) -> [Inline] {
    var inlines: [Inline] = []
    var place = range.lowerBound
    for reference in references(in: range) {
      for link in links.links(reference, in: text, within: place..<range.upperBound) {
        if link.range.lowerBound > place { inlines.append(.text(text.string(place..<link.range.lowerBound))) }
        inlines.append(
          .link(Link(target: .section(anchor: link.anchor), content: [.text(text.string(link.range))])))
        place = link.range.upperBound
      }
    }
    if place < range.upperBound { inlines.append(.text(text.string(place..<range.upperBound))) }
    return inlines
  }
}
