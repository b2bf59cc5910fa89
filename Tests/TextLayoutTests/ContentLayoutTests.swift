import BrowserTesting
import Foundation
import MonographModel
import MonographSources
import Testing
import TextLayout

/// The pages of `Content/` at every width.
@Suite("The content laid out")
struct ContentLayoutTests {
  private static let pages: [Monograph] = {
    let listing = ContentFolder(CheckoutContent.root.appendingPathComponent("Content").path).list()
    return listing.files.compactMap { file in
      (try? ContentFolder.read(file)).flatMap { MarkdownReader().read($0).monograph }
    }
  }()

  @Test("there is content to test")
  func content() { #expect(Self.pages.count >= 29) }

  @Test("baclofen as it was recorded", arguments: [40, 52, 57, 80, 120, 200])
  func snapshot(width: Int) throws {
    let page = try #require(Self.pages.first { $0.entity.path == "/drugs/baclofen" })
    let missing = Set([EntityID(path: "/entities/rna")].compactMap { $0 })
    var layout = DocumentLayout(page, missing: missing, options: DocumentLayout.Options(width: width))
    var text = ""
    for item in layout.items.indices {
      if case .heading = layout.items[item].kind { text += "\n== \(layout.text(of: item))" }
      for line in layout.lines(of: item) { text += "\n" + line.text }
    }
    try Recording(beside: #filePath, folder: "Snapshots").compare(text + "\n", with: "baclofen-\(width)")
  }

  @Test(
    "at every width: no line too wide, no word lost or doubled, no value split, no control",
    arguments: [GlyphSet.unicode, .ascii])
  func properties(glyphs: GlyphSet) {
    var faults: [String] = []
    for page in Self.pages {
      var layout = DocumentLayout(
        page, missing: [], options: DocumentLayout.Options(width: 20, glyphs: glyphs))
      let texts = layout.items.indices.map { Array(layout.text(of: $0).utf8) }
      let values = layout.items.indices.map { Values.ranges(in: layout.text(of: $0)) }
      for width in 20...200 {
        layout.setOptions(DocumentLayout.Options(width: width, glyphs: glyphs))
        for item in layout.items.indices {
          if let fault = fault(
            in: layout.lines(of: item), width: width, text: texts[item], values: values[item])
          {
            faults.append("\(page.title), item \(item), width \(width): \(fault)")
          }
        }
        if faults.count > 20 { break }
      }
    }
    #expect(faults == [])
  }

  private func fault(
    in lines: [TextLine], width: Int, text: [UInt8], values: [Range<Int>]
  ) -> String? {
    var lineOfByte = [Int](repeating: -1, count: text.count)
    for (index, line) in lines.enumerated() {
      var columns = 0
      for span in line.spans {
        columns += DisplayText.width(of: span.text)
        for scalar in span.text.unicodeScalars where scalar.properties.generalCategory == .control {
          return "control character U+\(String(scalar.value, radix: 16))"
        }
        for byte in span.source ?? 0..<0 where text[byte] != 0x20 {
          if lineOfByte[byte] >= 0 { return "byte \(byte) stands twice" }
          lineOfByte[byte] = index
        }
      }
      if columns > width { return "line of \(columns) columns: \(line.text)" }
    }
    if let lost = text.indices.first(where: { text[$0] != 0x20 && text[$0] != 0x0A && lineOfByte[$0] < 0 }) {
      return "lost from \(lost): \(String(decoding: text[lost...].prefix(20), as: UTF8.self))"
    }
    for value in values where lineOfByte[value.lowerBound] != lineOfByte[value.upperBound - 1] {
      return "split: \(String(decoding: text[value], as: UTF8.self))"
    }
    return nil
  }
}

/// Values with their units, as the safety rule knows them: told here apart from the layout's own rule, so that
/// one cannot hide the other's fault.
enum Values {
  /// The bytes of each number (or range) with its unit, or with what is counted.
  static func ranges(in text: String) -> [Range<Int>] {
    let pattern =
      /\d[\d.,]*(?:\s?[-–]\s?\d[\d.,]*)?\+? ?(?:mcg|μg|µg|mg|kg|g|mL|L|units?|hours?|days?|weeks?|months?|years?|minutes?|times daily|%)(?![A-Za-z])/
    return text.matches(of: pattern).map { match in
      let start = text.utf8.distance(from: text.startIndex, to: match.range.lowerBound)
      return start..<(start + text[match.range].utf8.count)
    }
  }
}
