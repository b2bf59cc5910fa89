import MonographModel
import TextLayout

/// The relations panel: walking it, folding, sorting and narrowing it, and what the library answers.
extension BrowserState {
  mutating func toggleRelations() {
    if panels.focus == .relations, !showsDiagnostics { closeSide() } else { openSide(.relations) }
  }

  mutating func performInRelations(_ command: Command, count: Int?) -> [Effect] {
    if showsDiagnostics { return performInSide(command, count: count) }
    guard var panel = page?.relations else { return [] }
    switch command {
    case .follow: return followRelation()
    case .findForward: return filterRelations()
    case .relationOrder: return sortRelations()
    case .fold:
      if page?.relations.fold() == false {
        say(
          panel.list.filter == nil
            ? "nothing to fold here" : "all that the filter finds is shown; / and Esc end it")
      }
      return []
    case .unfold:
      if page?.relations.unfold() == false { say("Right unfolds a group marked +; Enter opens a neighbour") }
      return []
    default:
      panel.list.list.move(
        command, repeating: count ?? 1, rows: arrangement.relations?.rows ?? 1, count: panel.rows.count
      ) { panel.rows[$0].isSelectable }
      page?.relations = panel
      return readOn()
    }
  }

  /// Diagnostics stand in the place of relations.
  private mutating func performInSide(_ command: Command, count: Int?) -> [Effect] {
    switch command {
    case .fold: return goBack()
    case .unfold: performInDiagnostics(.follow, count: count)
    case .relationOrder: say("diagnostics stand in the order of the file; r shows relations")
    default: performInDiagnostics(command, count: count)
    }
    return []
  }

  // MARK: Choosing

  private mutating func followRelation() -> [Effect] {
    switch page?.relations.selectedRow {
    case .entry(let entry):
      switch entry.target {
      case .entity(let entity, let anchor):
        return [.open(entity, document: nil, anchor.map { .anchor($0) } ?? .top)]
      case .diagram(let index): goToDiagram(index)
      }
    case .heading: _ = page?.relations.unfold()
    case .more(let more):
      if more.isAsked { say("\(more.text)") }
      return readOn()
    case .note, nil: say("nothing recorded in this library is selected")
    }
    return []
  }

  /// Goes to a diagram on the page, as a new place in the history.
  private mutating func goToDiagram(_ index: Int) {
    guard let diagrams = page?.relations.diagrams, diagrams.indices.contains(index),
      let item = page?.view.layout.item(of: diagrams[index])
    else { return }
    history.leave(place)
    panels.focus = .page
    go(toItem: item)
  }

  // MARK: Asking

  /// Asks for the relations that the selected row stands for.
  private mutating func readOn() -> [Effect] {
    guard let entity = page?.page.entity,
      let query = page?.relations.askForMore(generation: generation + 1)
    else { return [] }
    generation += 1
    return [.relations(entity, query, generation: generation)]
  }

  /// Asks for what the panel needs to show what is typed, in the order wanted.
  private mutating func askForRelations() -> [Effect] {
    guard let entity = page?.page.entity, let query = page?.relations.ask(generation: generation + 1) else {
      return []
    }
    generation += 1
    page?.relations.update()
    return [.relations(entity, query, generation: generation)]
  }

  private mutating func sortRelations() -> [Effect] {
    guard let page = page?.page, page.neighbours.edgeCount > 0 else {
      say("no relations to sort")
      return []
    }
    self.page?.relations.changeOrder()
    switch self.page?.relations.order {
    case .evidence: say("relations by evidence, the best first")
    case .name: say("relations by name, A to Z")
    case .degree: say("relations by degree: what is related to most comes first")
    case nil: break
    }
    return askForRelations()
  }

  private mutating func filterRelations() -> [Effect] {
    page?.relations.beginFilter()
    guard let page, page.relations.facets == nil, page.page.neighbours.edgeCount > 0 else { return [] }
    return [.facets(page.page.entity, generation: generation)]
  }

  /// A key while a filter is typed; nil where it is for the list.
  mutating func typeInRelations(_ key: Key) -> [Effect]? {
    guard page?.relations.type(key) == true else { return nil }
    return askForRelations()
  }

  // MARK: Answers

  /// Takes in relations for the page that waits for them, also where the person has left it meanwhile.
  mutating func takeRelations(
    of entity: EntityID, _ groups: [RelationGroup], to query: RelationQuery, generation: Int
  ) {
    if page?.page.entity == entity, page?.relations.isWaiting(for: generation) == true {
      _ = page?.relations.take(groups, to: query, generation: generation)
      return
    }
    for index in recent.indices
    where recent[index].page.entity == entity && recent[index].relations.isWaiting(for: generation) {
      _ = recent[index].relations.take(groups, to: query, generation: generation)
    }
  }

  mutating func takeFacets(of entity: EntityID, _ facets: RelationFacets) -> [Effect] {
    for index in recent.indices where recent[index].page.entity == entity {
      recent[index].relations.take(facets)
    }
    guard page?.page.entity == entity else { return [] }
    page?.relations.take(facets)
    return askForRelations()
  }

  // MARK: Window

  /// Brings the list in line with the size of its panel.
  mutating func settleRelations(in panel: Rectangle) {
    page?.relations.reveal(
      rows: max(1, panel.rows - 1), columns: panel.columns, isFocused: panels.focus == .relations,
      glyphs: glyphs)
  }
}
