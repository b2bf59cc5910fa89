import MonographModel

extension DocumentLayout {
  /// A monograph made of the infobox alone: a section for each of its tables, to be laid out over the page.
  public static func infobox(of monograph: Monograph) -> Monograph {
    var infobox = monograph
    infobox.infobox = []
    infobox.relations = []
    infobox.sections = monograph.infobox.map { part in
      Section(
        heading: [.text(part.title)], level: 1, anchor: part.anchor,
        blocks: [Block(.table(part.table), inference: part.inference)])
    }
    return infobox
  }
}

extension PageFacts {
  /// What a monograph says of the page as a whole.
  init(_ monograph: Monograph, missing: Set<EntityID>, options: DocumentLayout.Options) {
    self.missing = missing
    references = monograph.references
    referenceNumbers = Dictionary(
      monograph.references.enumerated().map { ($1.key, $0 + 1) }, uniquingKeysWith: { first, _ in first })
    infoboxTitles = monograph.infobox.map(\.title)
    glyphs = options.glyphs
    showsLinkNumbers = options.showsLinkNumbers
  }
}

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
