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
    if !page.related.isEmpty {
      sections[0].blocks += [
        Block(.paragraph([.text("Pages whose name begins with \(page.title):")])),
        Block(.list(List(items: page.related.map(item)))),
      ]
    }
    if let summary = page.summary {
      let source = summary.source.map { " (\($0))" } ?? ""
      sections[0].blocks.append(Block(.paragraph([.text(summary.text + source)])))
    }
    let backlinks = page.neighbours.backlinks
    if !backlinks.isEmpty {
      sections.append(
        Section(
          heading: [.text("Linked from")], level: 1, anchor: "linked-from",
          blocks: notice(page.neighbours.backlinkNotice) + [
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
          blocks: page.neighbours.groups.flatMap(blocks)))
    }
    return Monograph(
      entity: page.entity, title: page.title, kind: page.kind,
      source: Source(document: "", publisher: "no page in this library"), sections: sections)
  }

  private static func notice(_ text: String?) -> [Block] {
    text.map { [Block(.paragraph([.text($0)]))] } ?? []
  }

  private static func item(for match: NameMatch) -> [Block] {
    [
      Block(
        .paragraph([.link(Link(target: .entity(match.entity, anchor: nil), content: [.text(match.title)]))]))
    ]
  }

  /// The first relations of a group; the panel has the others. What only stands together in publications is counted.
  private static func blocks(for group: RelationGroup) -> [Block] {
    guard !Predicate.isCooccurrence(group.reading) else {
      let count = "\(Neighbours.grouped(group.count)) relation\(group.count == 1 ? "" : "s")"
      return notice("\(group.reading): \(count); the relations panel (r) lists them")
    }
    let list = Block(.list(List(items: group.edges.map(item))))
    guard group.count > group.edges.count else { return [list] }
    let shown = Neighbours.counted(group.edges.count, of: group.count)
    return [list] + notice("\(group.reading): \(shown); the relations panel (r) lists the others")
  }

  private static func item(for edge: Neighbours.Edge) -> [Block] {
    [
      Block(
        .paragraph([
          .text("\(edge.statedReading) "),
          .link(Link(target: .entity(edge.other, anchor: nil), content: [.text(edge.otherName)])),
          .text(" (\(edge.relation.statement))"),
        ]))
    ]
  }
}
