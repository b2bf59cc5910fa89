import MonographModel

/// The rows of the panel, made from what is held.
extension RelationsPanel {
  func makeRows() -> [NeighbourRow] {
    let filter = self.filter
    var rows: [NeighbourRow] = filterNotes(filter).map { .note($0) }
    if let notice = page.neighbours.backlinkNotice { rows.append(.note(notice)) }
    rows += related(filter)
    rows += mentions(page.neighbours.links, as: .links, "Links", filter)
    rows += relations(filter)
    rows += diagramEdges(filter)
    rows += mentions(page.neighbours.backlinks, as: .backlinks, "Linked from", filter)
    return rows
  }

  private func group(
    _ group: NeighbourGroup, _ title: String, count: String?, shared: String? = nil,
    _ entries: () -> [NeighbourRow]
  ) -> [NeighbourRow] {
    let isClosed = isClosed(group)
    let heading = NeighbourRow.Heading(
      group: group, title: title, count: count, shared: shared, isClosed: isClosed)
    return [.heading(heading)] + (isClosed ? [] : entries())
  }

  /// How many of how many: one number where they are the same.
  private func counted(_ shown: Int, of all: Int) -> String {
    shown == all ? Neighbours.grouped(all) : Neighbours.counted(shown, of: all)
  }

  // MARK: Links

  /// Entities without a page whose relations may be meant too. Those of a missing page stand on it.
  private func related(_ filter: RelationFilter) -> [NeighbourRow] {
    guard page.monograph != nil else { return [] }
    let shown = page.related.filter { filter.matches(name: $0.title, kind: $0.kind, source: nil) }
    guard !shown.isEmpty else { return [] }
    return group(.related, "Recorded under", count: counted(shown.count, of: page.related.count)) {
      shown.enumerated().map { place, match in
        let words = match.relationWords ?? match.kind
        return .entry(
          NeighbourRow.Entry(
            group: .related, place: place, target: .entity(match.entity, anchor: nil), name: match.title,
            hasPage: match.hasPage, isNegated: false, remark: words, detail: words,
            number: neighbours.number(of: match.entity)))
      }
    }
  }

  private func mentions(
    _ mentions: [Neighbours.Mention], as group: NeighbourGroup, _ title: String, _ filter: RelationFilter
  ) -> [NeighbourRow] {
    let shown = mentions.filter { filter.matches(name: $0.name, kind: $0.entity.kind, source: nil) }
    guard !shown.isEmpty else { return [] }
    return self.group(group, title, count: counted(shown.count, of: mentions.count)) {
      shown.enumerated().map { place, mention in
        .entry(
          NeighbourRow.Entry(
            group: group, place: place,
            target: .entity(mention.entity, anchor: group == .backlinks ? mention.anchor : nil),
            name: mention.name, hasPage: mention.hasPage, isNegated: false, remark: "",
            detail: mention.sentence, number: neighbours.number(of: mention.entity)))
      }
    }
  }

  // MARK: Relations

  /// Relations as the library narrowed them, else of those held the ones that the filter lets through.
  private func relations(_ filter: RelationFilter) -> [NeighbourRow] {
    let held = shownRelations
    guard !filter.isEmpty, !isNarrowed else {
      return held.groups.flatMap { relations($0, edges: $0.edges, of: $0.count) }
    }
    let query = filter.query(order: order, facets: facets ?? RelationFacets())
    return held.groups.flatMap { group in
      let edges = group.edges.filter { edge in
        if filter.values.isEmpty || facets != nil {
          return query.map { filter.matches(edge, as: $0) } ?? false
        }
        return filter.matches(name: edge.otherName, kind: edge.otherKind, source: edge.relation.source)
      }
      return edges.isEmpty ? [] : relations(group, edges: edges, of: group.count)
    }
  }

  private func relations(
    _ held: HeldRelations.Group, edges: [Neighbours.Edge], of count: Int
  ) -> [NeighbourRow] {
    let group = NeighbourGroup.relation(held.reading)
    let isFiltered = edges.count < held.edges.count
    let statements = Set(edges.map(\.relation.provenance))
    let isShared = statements.count == 1 && edges.count > 1
    let isOfAll = edges.count == count
    let shared = isShared ? statements.first.map { isOfAll ? $0 : "those shown: \($0)" } : nil
    let kinds = Set(edges.map(\.otherKind))
    return self.group(
      group, held.reading, count: isFiltered ? counted(edges.count, of: count) : Neighbours.grouped(count),
      shared: shared
    ) {
      var rows: [NeighbourRow] = []
      if !isFiltered, held.remaining(.backward) > 0 { rows.append(.more(more(held, .backward))) }
      rows += edges.enumerated().map { index, edge in
        .entry(
          entry(
            edge, in: group, place: held.first + index, saysKind: kinds.count > 1, saysSource: !isShared))
      }
      if !isFiltered, held.remaining(.forward) > 0 { rows.append(.more(more(held, .forward))) }
      return rows
    }
  }

  private func more(_ group: HeldRelations.Group, _ direction: Direction) -> NeighbourRow.More {
    NeighbourRow.More(
      reading: group.reading, direction: direction, count: group.remaining(direction),
      place: direction == .forward ? group.end : group.first - 1, isAsked: group.asked[direction] != nil)
  }

  private func entry(
    _ edge: Neighbours.Edge, in group: NeighbourGroup, place: Int, saysKind: Bool, saysSource: Bool
  ) -> NeighbourRow.Entry {
    let relation = edge.relation
    var remarks: [String] = []
    let degree = "related to \(Neighbours.grouped(edge.otherDegree))"
    if shownRelations.query.order == .degree { remarks.append(degree) }
    if saysKind { remarks.append(edge.otherKind) }
    if saysSource { remarks.append(relation.provenance) }
    if !relation.publications.isEmpty {
      let count = relation.publications.count
      remarks.append("\(Neighbours.grouped(count)) publication\(count == 1 ? "" : "s")")
    }
    var detail = [relation.sentence, "kind: \(edge.otherKind)"]
    if edge.otherDegree > 0 { detail.append(degree) }
    detail.append(relation.statement)
    return NeighbourRow.Entry(
      group: group, place: place, target: .entity(edge.other, anchor: nil), name: edge.otherName,
      hasPage: edge.hasPage, isNegated: relation.isNegated, remark: remarks.joined(separator: "; "),
      detail: detail.joined(separator: "; "), number: neighbours.number(of: edge.other))
  }

  // MARK: Diagrams

  /// The edges of the page's diagrams, each under the node that it begins at: they are no relations of the page's entity.
  private func diagramEdges(_ filter: RelationFilter) -> [NeighbourRow] {
    diagrams.enumerated().flatMap { index, drawn in
      drawn.subjects.flatMap { subject -> [NeighbourRow] in
        let nodes = drawn.diagram.nodes
        let all = drawn.edges.filter { $0.from == subject }
        let shown = all.filter { edge in
          filter.matches(
            name: drawn.sentence(of: edge), kind: nodes[edge.to].entity?.kind, source: drawn.diagram.statement
          )
        }
        guard !shown.isEmpty else { return [] }
        let group = NeighbourGroup.diagram(index, subject: subject)
        let words = "relation\(all.count == 1 ? "" : "s")"
        let place = diagrams.count == 1 ? "this page's diagram" : "diagram \(index + 1) of this page"
        let title = "\(nodes[subject].label): \(counted(shown.count, of: all.count)) \(words) in \(place)"
        return self.group(group, title, count: nil) {
          shown.enumerated().map { place, edge in
            .entry(entry(edge, of: drawn, at: index, in: group, place: place))
          }
        }
      }
    }
  }

  private func entry(
    _ edge: Diagram.Edge, of drawn: PageDiagram, at index: Int, in group: NeighbourGroup, place: Int
  ) -> NeighbourRow.Entry {
    let entity = drawn.diagram.nodes[edge.to].entity
    let statement = drawn.diagram.statement ?? "source not stated"
    return NeighbourRow.Entry(
      group: group, place: place, target: entity.map { .entity($0, anchor: nil) } ?? .diagram(index),
      name: drawn.sentence(of: edge), hasPage: entity.map { !page.missing.contains($0) } ?? true,
      isNegated: false, remark: "",
      detail: entity == nil
        ? "\(statement); Enter goes to the diagram: it does not say which page is meant" : statement,
      number: entity.flatMap { neighbours.number(of: $0) })
  }
}

extension Relation {
  /// Who states it, and how good its evidence is, which stand beside every relation.
  var provenance: String {
    [evidence.map { "evidence: \($0)" }, source ?? "source not stated"].compactMap { $0 }
      .joined(separator: "; ")
  }

  /// The relation as it was stated, with both ends.
  var sentence: String { "\(subjectName) \(isNegated ? "NOT " : "")\(predicate) \(objectName)" }
}
