import MonographModel

/// The page shown for an entity that has none: what the library knows about it all the same.
enum MissingPage {
  /// Builds the page from links and relations.
  static func monograph(for page: Page) -> Monograph {
    var sections = [
      Section(
        heading: [.text("No page in this library")], level: 1, anchor: "no-page",
        blocks: [
          Block(
            .paragraph([
              .text("This library has no page about \(page.title). What other pages say of it follows.")
            ]))
        ])
    ]
    if let summary = page.summary {
      let source = summary.source.map { " (\($0))" } ?? ""
      sections[0].blocks.append(Block(.paragraph([.text(summary.text + source)])))
    }
    let backlinks = page.neighbours.backlinks
    if !backlinks.isEmpty {
      sections.append(
        Section(
          heading: [.text("Linked from")], level: 1, anchor: "linked-from",
          blocks: [
            Block(
              .definitionList(
                backlinks.map { mention in
                  Definition(
                    term: [
                      .link(
                        Link(
                          target: .entity(mention.entity, anchor: mention.anchor),
                          content: [.text(mention.name)]))
                    ],
                    definitions: [[Block(.paragraph([.text(mention.sentence)]))]])
                }))
          ]))
    }
    if !page.neighbours.edges.isEmpty {
      sections.append(
        Section(
          heading: [.text("Relations")], level: 1, anchor: "relations",
          blocks: [Block(.list(List(items: page.neighbours.edges.map(item))))]))
    }
    return Monograph(
      entity: page.entity, title: page.title, kind: page.kind,
      source: Source(document: "", publisher: "no page in this library"), sections: sections)
  }

  private static func item(for edge: Neighbours.Edge) -> [Block] {
    let not = edge.relation.isNegated ? "NOT " : ""
    return [
      Block(
        .paragraph([
          .text("\(not)\(NeighbourList.reading(of: edge)) "),
          .link(Link(target: .entity(edge.other, anchor: nil), content: [.text(edge.otherName)])),
          .text(" (\(NeighbourList.statement(of: edge.relation)))"),
        ]))
    ]
  }
}
