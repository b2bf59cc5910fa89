extension TextCollector {
  /// Gathers an item.
  mutating func collect(_ content: DocumentOutline.Content) -> LayoutBlock {
    switch content {
    case .heading(let inlines, let level):
      let role: Role = level == 1 ? .heading1 : level == 2 ? .heading2 : .heading3
      return LayoutBlock(content: .paragraph(passage { $0.add(inlines, Style(role)) }))
    case .block(let block):
      return collect([block], role: .body).first ?? LayoutBlock(content: .rule)
    case .infobox:
      let titles = page.infoboxTitles
      let count = titles.count == 1 ? "1 table" : "\(titles.count) tables"
      let words = "Infobox: " + count + " (" + titles.joined(separator: ", ") + ")"
      return LayoutBlock(content: .paragraph(passage { $0.addLink(to: .infobox, words) }))
    }
  }
}
