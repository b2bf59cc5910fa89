/// Finds links between double brackets in running text: `[[target]]`, `[[target|text]]`, `![[embed]]`.
enum WikilinkScanner {
  /// A link, and the bytes that it takes.
  struct Wikilink: Equatable {
    /// What it leads to: a page's name, perhaps a heading after `#`.
    var target: String
    /// What is shown.
    var text: String
    /// Whether the page or picture is to be shown in its place.
    var isEmbedded: Bool
    var range: Range<Int>
  }

  /// The longest link, in bytes.
  private static let longest = 1_000

  /// The links of a text, in order. Costs one pass over the bytes.
  static func wikilinks(in bytes: [UInt8]) -> [Wikilink] {
    var links: [Wikilink] = []
    var open: Int?
    var index = 0
    while index + 1 < bytes.count {
      switch (bytes[index], bytes[index + 1]) {
      case (.leftBracket, .leftBracket): open = index
      case (.rightBracket, .rightBracket):
        if let start = open, let link = link(bytes, from: start, to: index) {
          links.append(link)
          index += 1
        }
        open = nil
      case (.lineFeed, _): open = nil
      default: break
      }
      index += 1
    }
    return links
  }

  private static func link(_ bytes: [UInt8], from start: Int, to end: Int) -> Wikilink? {
    let content = bytes[(start + 2)..<end]
    guard content.count <= longest, !content.contains(.leftBracket) else { return nil }
    let bar = content.firstIndex(of: .verticalBar)
    let target = content[..<(bar ?? content.endIndex)].trimmingWhitespace
    // `[[@key]]` is a citation in brackets.
    guard !target.isEmpty, target.first != .atSign else { return nil }
    let shown = bar.map { content[($0 + 1)...].trimmingWhitespace } ?? target
    let isEmbedded = start > 0 && bytes[start - 1] == .exclamationMark
    let text = shown.isEmpty ? target.text : shown.text
    return Wikilink(
      target: target.text, text: bar == nil ? text.replacing("#", with: " > ").trimmed : text,
      isEmbedded: isEmbedded, range: (isEmbedded ? start - 1 : start)..<(end + 2))
  }

  /// Whether a name is that of a picture's file.
  static func isPicture(_ name: String) -> Bool {
    let name = name.lowercased()
    return [".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".bmp", ".avif"].contains(where: name.hasSuffix)
  }
}
