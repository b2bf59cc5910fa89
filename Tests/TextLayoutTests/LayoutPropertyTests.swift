import MonographModel
import TextLayout
import Testing

/// A generated page, laid out.
struct LaidOutPage: CustomStringConvertible, Sendable {
  var description: String
  var width: Int
  var glyphs: GlyphSet
  /// The items of the page with their texts and lines.
  var items: [(item: Item, text: [UInt8], lines: [TextLine])]

  init(seed: UInt64, width: Int, glyphs: GlyphSet) {
    description = "page \(seed), \(width) columns, \(glyphs)"
    self.width = width
    self.glyphs = glyphs
    var generator = PageGenerator(seed: seed)
    var layout = DocumentLayout(
      generator.page(), missing: PageGenerator.missing,
      options: DocumentLayout.Options(
        width: width, glyphs: glyphs, showsLinkNumbers: seed % 5 == 0, allowsColumns: seed % 2 == 0))
    items = layout.items.indices.map { index in
      (layout.items[index], Array(layout.text(of: index).utf8), layout.lines(of: index))
    }
  }

  /// Every width from 20 to 80, and some wider ones, each with pages of its own.
  static let all: [LaidOutPage] = (Array(20...80) + [83, 97, 120, 163, 200]).flatMap { width in
    (0..<3).map {
      LaidOutPage(seed: UInt64(width * 3 + $0), width: width, glyphs: $0 == 2 ? .ascii : .unicode)
    }
  }
}

@Suite struct LayoutPropertyTests {
  @Test(arguments: LaidOutPage.all)
  func noLineIsWiderThanTheScreen(_ page: LaidOutPage) {
    for (item, _, lines) in page.items {
      for line in lines {
        if line.width > page.width { Issue.record("\(item.kind) is \(line.width) wide: \(line.text)") }
        for span in line.spans where span.width != DisplayText.width(of: span.text) {
          Issue.record("\(item.kind) counts \(span.width) columns for \(span.text)")
        }
      }
    }
  }

  @Test(arguments: LaidOutPage.all)
  func everyByteOfTheTextIsShownOnce(_ page: LaidOutPage) {
    for (item, text, lines) in page.items {
      var shown = Array(repeating: 0, count: text.count)
      for span in lines.flatMap(\.spans) {
        for offset in span.source ?? 0..<0 { shown[offset] += 1 }
      }
      let wrong = text.indices.filter { shown[$0] != 1 && !(shown[$0] == 0 && Self.isSpace(text, $0)) }
      if let first = wrong.first {
        let around = String(decoding: text[max(0, first - 20)..<min(text.count, first + 20)], as: UTF8.self)
        Issue.record("\(item.kind) shows byte \(first) \(shown[first]) times, in the middle of \(around)")
      }
    }
  }

  @Test(arguments: LaidOutPage.all)
  func runningTextKeepsItsOrder(_ page: LaidOutPage) {
    for (item, _, lines) in page.items where item.kind == .paragraph || item.kind == .bibliography {
      let sources = lines.flatMap(\.spans).compactMap(\.source)
      #expect(zip(sources, sources.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound })
    }
  }

  @Test(arguments: LaidOutPage.all)
  func wordsAreShownAsTheyAre(_ page: LaidOutPage) {
    for (item, text, lines) in page.items {
      for span in lines.flatMap(\.spans) {
        guard let source = span.source, text[source].allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { continue }
        // Raised and lowered characters alone look other than they are spelled.
        let isScript = span.text.utf8.contains { $0 >= 0x80 }
        if span.text != String(decoding: text[source], as: UTF8.self), !isScript {
          Issue.record("\(item.kind) shows \(String(decoding: text[source], as: UTF8.self)) as \(span.text)")
        }
      }
    }
  }

  @Test(arguments: LaidOutPage.all)
  func noCharacterActsOnTheTerminal(_ page: LaidOutPage) {
    for (item, _, lines) in page.items {
      for span in lines.flatMap(\.spans)
      where DisplayText.visible(span.text, glyphs: page.glyphs) != span.text {
        Issue.record("\(item.kind) lets through \(span.text.debugDescription)")
      }
    }
  }

  @Test(arguments: LaidOutPage.all)
  func noValueIsSplit(_ page: LaidOutPage) {
    for (item, text, lines) in page.items {
      var lineOfByte = Array(repeating: -1, count: text.count)
      for (number, line) in lines.enumerated() {
        for offset in line.spans.flatMap({ $0.source ?? 0..<0 }) { lineOfByte[offset] = number }
      }
      for value in PageGenerator.values {
        for start in Self.places(of: Array(value.utf8), in: text) {
          let numbers = Set(lineOfByte[start..<(start + value.utf8.count)].filter { $0 >= 0 })
          guard let first = numbers.min(), let last = numbers.max(), first < last else { continue }
          let drawn = lines[first...last].map(\.text).joined(separator: "\n")
          Issue.record("\(item.kind) splits \(value):\n\(drawn)")
        }
      }
    }
  }

  private static func isSpace(_ text: [UInt8], _ index: Int) -> Bool {
    if text[index] == 0x20 || text[index] == 0x0A || text[index] == 0x09 { return true }
    // No-break spaces at which nothing but a break helped.
    return text[index] == 0xC2 && text[index + 1] == 0xA0
      || index > 0 && text[index] == 0xA0 && text[index - 1] == 0xC2
  }

  private static func places(of value: [UInt8], in text: [UInt8]) -> [Int] {
    guard text.count >= value.count else { return [] }
    return (0...(text.count - value.count)).filter { text[$0] == value[0] && text[$0...].starts(with: value) }
  }
}
