import MonographModel

/// What every report has in common: it is a page that the program made, it says so, and its facts keep their sources.
enum ReportPage {
  /// The page of a report.
  ///
  /// - Parameter missing: The entities it names that have no page, so that links show it.
  static func page(
    for request: ReportRequest, title: String, kind: String, sections: [Section], missing: Set<EntityID> = []
  ) -> Page {
    let monograph = Monograph(
      entity: request.pageID, title: title, kind: kind,
      source: Source(document: "", publisher: "made from what this library records"), sections: sections)
    return Page(
      entity: request.pageID, title: title, kind: kind, monograph: monograph, missing: missing,
      report: request)
  }

  /// A paragraph of plain words.
  static func paragraph(_ text: String) -> Block { Block(.paragraph([.text(text)])) }

  /// A link to an entity on a path.
  static func link(to node: PathNode) -> Inline { link(to: node.entity, node.name) }

  /// `1 path`, `1,234 paths`.
  static func counted(_ number: Int, _ word: String, _ plural: String? = nil) -> String {
    "\(Neighbours.grouped(number)) \(number == 1 ? word : plural ?? word + "s")"
  }

  /// A link to an entity.
  static func link(to entity: EntityID, anchor: String? = nil, _ name: String) -> Inline {
    .link(Link(target: .entity(entity, anchor: anchor), content: [.text(name)]))
  }
}
