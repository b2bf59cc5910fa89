import MonographModel

/// A relation of the graph in full: what is stated, by whom, on what evidence.
enum GraphRelationPage {
  static func monograph(_ focus: GraphState.Focus) -> Monograph {
    guard case .relation(let edge, _) = focus.shown.selectedRow else {
      return .overlay(
        title: "Relation",
        sections: [
          Section(
            heading: [.text(focus.name)], level: 1, anchor: "focus",
            blocks: [Block(.paragraph([.text(GraphWords.statement(of: focus))]))])
        ])
    }
    let relation = edge.relation
    let notStated = "not stated"
    var facts = [
      ("Subject", "\(relation.subjectName), \(relation.subject.path)"),
      ("Relation", edge.lineLabel),
      ("Object", "\(relation.objectName), \(relation.object.path)"),
      ("Source", relation.source ?? notStated), ("Evidence", relation.evidence ?? notStated),
    ]
    if let note = relation.note { facts.append(("Note of the source", note)) }
    if !relation.publications.isEmpty {
      facts.append(("Publications", relation.publications.joined(separator: ", ")))
    }
    facts.append(("Page of \(edge.otherName)", edge.hasPage ? "in this library" : "not in this library"))
    return .overlay(
      title: "Relation",
      sections: [
        Section(
          heading: [.text(GraphWords.sentence(of: edge))], level: 1, anchor: "relation",
          blocks: [
            Block(
              .definitionList(
                facts.map { term, value in
                  Definition(term: [.text(term)], definitions: [[Block(.paragraph([.text(value)]))]])
                }))
          ])
      ])
  }
}
