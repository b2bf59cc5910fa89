import MonographModel

extension [Inline] {
  /// Running text as Markdown on one line. Text is written as it is, so that marks in it stay marks.
  var markdown: String { map(\.markdown).joined() }
}

extension Inline {
  fileprivate var markdown: String {
    switch self {
    case .text(let words): words
    case .emphasis(let content): "*\(content.markdown)*"
    case .strong(let content): "**\(content.markdown)**"
    case .struck(let content): "~~\(content.markdown)~~"
    case .code(let words): "`\(words)`"
    case .link(let link): "[\(link.content.markdown)](\(link.target.markdown))"
    case .citation(let keys): "[" + keys.map { "@" + $0 }.joined(separator: "; ") + "]"
    case .superscript(let content): "<sup>\(content.markdown)</sup>"
    case .subscript(let content): "<sub>\(content.markdown)</sub>"
    case .image(let alternative, let source): "![\(alternative)](\(source))"
    case .lineBreak: "<br>"
    }
  }
}

extension LinkTarget {
  fileprivate var markdown: String {
    let address =
      switch self {
      case .entity(let entity, let anchor): entity.path + (anchor.map { "#" + $0 } ?? "")
      case .section(let anchor): "#" + anchor
      case .external(let address): address
      }
    return address.contains { $0 == " " || $0 == ")" || $0 == "(" } ? "<\(address)>" : address
  }
}
