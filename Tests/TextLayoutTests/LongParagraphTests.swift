import MonographModel
import Testing

@testable import TextLayout

@Suite("A paragraph that is too long to be laid out at once")
struct LongParagraphTests {
  private static func layout(_ content: [Inline]) -> DocumentLayout {
    DocumentLayout(
      Monograph(
        entity: EntityID(folder: "drugs", slug: "x")!, title: "X", source: Source(document: "x"),
        sections: [
          Section(
            heading: [.text("Uses")], level: 2, anchor: "uses",
            blocks: [Block(.paragraph(content)), Block(.paragraph([.text("After.")]))])
        ]), missing: [], options: DocumentLayout.Options(width: 80))
  }

  private static let sentence = "Baclofen 5 mg three times daily for spasticity, with care. "

  /// Paragraphs of a megabyte: words, one word, words of several bytes each, links.
  static let contents: [[Inline]] = [
    [.text(String(repeating: sentence, count: 17_000))],
    [.text(String(repeating: "a", count: 1_000_000))],
    [.text(String(repeating: "臨床", count: 170_000))],
    [
      .strong([.text("First ")]), .text(String(repeating: "größer µg ", count: 80_000)),
      .emphasis([.text("last.")]),
    ],
    (0..<50_000).map { .code("word\($0)") },
    (0..<50_000).flatMap { [Inline.text("see "), .strong([.text("a\($0)")]), .text(", ")] },
  ]

  @Test("is several items that go on without a blank line and hold every word in order", arguments: contents)
  func pieces(content: [Inline]) throws {
    var layout = Self.layout(content)
    #expect(layout.items.count > 5)
    let last = layout.items.count - 1
    let words = { (text: String) in text.filter { $0 != " " && $0 != "\n" } }
    let shown = (1..<last).map { layout.text(of: $0) }.joined(separator: " ")
    #expect(words(shown) == words(content.plainText))
    for item in 1..<last {
      #expect(layout.items[item].weight <= 3 * LongParagraph.pieceSize)
      #expect(layout.lines(of: item).first?.text.contains { $0 != " " } == true)
    }
    #expect(layout.lines(of: last).map(\.text).joined().contains("After."))
    #expect(layout.lines(of: last).first?.text == "")
  }

  @Test("parts between two words where it can")
  func seams() {
    let pieces = LongParagraph.pieces(of: [.text(String(repeating: Self.sentence, count: 5_000))])
    #expect(pieces.count > 3)
    let known: Set<Substring> = Set(Self.sentence.split(separator: " "))
    for piece in pieces {
      #expect(piece.plainText.split(separator: " ").allSatisfy { known.contains($0) })
    }
  }

  @Test("but every other paragraph is one item")
  func usual() {
    #expect(Self.layout([.text(String(repeating: Self.sentence, count: 1_000))]).items.count == 3)
  }
}
