import MonographModel
import TextLayout

/// The graph view: opening it, moving through it, what it asks of the library.
extension BrowserState {
  // MARK: Opening

  /// Shows the graph round the page's entity, or round the entity selected in the relations panel.
  mutating func showGraph() -> [Effect] {
    guard let page else { return [] }
    if panels.focus == .relations, !showsDiagnostics, let entry = page.relations.selected,
      let entity = entry.entity, entity != page.page.entity
    {
      return openGraph(
        GraphState.Focus(
          entity: entity, name: entry.name, kind: entity.kind, hasPage: entry.hasPage))
    }
    guard page.page.report == nil else {
      complain("this page is made from relations; open one of its entities, then \(graphKey) shows its graph")
      return []
    }
    if page.page.neighbours.edgeCount == 0, let base = page.page.related.first {
      say("relations of \(page.page.title) are recorded under \(base.title)")
      return openGraph(
        GraphState.Focus(entity: base.entity, name: base.title, kind: base.kind, hasPage: base.hasPage))
    }
    return openGraph(
      GraphState.Focus(
        entity: page.page.entity, name: page.page.title, kind: page.page.kind,
        hasPage: page.page.monograph != nil, remark: remark(on: page.page),
        reading: GraphReading(entity: page.page.entity, groups: page.page.neighbours.groups)))
  }

  private var graphKey: String {
    CommandTable.entries.first { $0.command == .graph }?.keys.first.map(KeyName.name(of:)) ?? ":graph"
  }

  /// How to go on from a page without relations: links are not relations, and a diagram may be about something else.
  private func remark(on page: Page) -> String {
    let links = Neighbours.grouped(page.neighbours.links.count)
    let backlinks = Neighbours.grouped(page.neighbours.backlinkCount)
    var remark = "Links, which are not relations: \(links) from its page, \(backlinks) to it; r lists them."
    var subjects: [String] = []
    for relation in page.monograph?.relations ?? [] {
      guard case .diagram = relation.origin, relation.subject != page.entity, relation.object != page.entity,
        !subjects.contains(relation.subjectName)
      else { continue }
      subjects.append(relation.subjectName)
    }
    if let first = subjects.first {
      let others = subjects.count > 1 ? " and \(subjects.count - 1) others" : ""
      remark += " A diagram on the page is about \(first)\(others); its own graph shows those relations."
    }
    return remark
  }

  private mutating func openGraph(_ focus: GraphState.Focus) -> [Effect] {
    var graph = GraphState(focus)
    let effects = beginReading(&graph)
    overlays.append(.graph(graph))
    return effects
  }

  private mutating func beginReading(_ graph: inout GraphState) -> [Effect] {
    guard !graph.focus.shown.reading.isRead else { return [] }
    generation += 1
    return graph.focus.shown.reading.ask(.beginning, generation: generation).map { [$0] } ?? []
  }

  // MARK: Answers

  /// Gives relations that were read to the graph that asked for them; false where none did.
  mutating func takeRelationsInGraph(_ groups: [RelationGroup], generation: Int) -> Bool {
    for index in overlays.indices {
      guard case .graph(var graph) = overlays[index] else { continue }
      for place in graph.trail.indices where graph.trail[place].take(groups, generation: generation) {
        overlays[index] = .graph(graph)
        return true
      }
    }
    return false
  }

  /// Lets graphs ask again after an answer failed.
  mutating func stopReadingGraphs() {
    for index in overlays.indices {
      guard case .graph(var graph) = overlays[index] else { continue }
      for place in graph.trail.indices {
        graph.trail[place].shown.reading.stopReading()
        graph.trail[place].shown.ring?.reading.stopReading()
      }
      overlays[index] = .graph(graph)
    }
  }

  // MARK: Keys

  mutating func performInGraph(_ command: Command, count: Int?) -> [Effect] {
    guard case .graph(var graph) = overlays.last else { return [] }
    defer {
      if !overlays.isEmpty, case .graph = overlays[overlays.count - 1] {
        overlays[overlays.count - 1] = .graph(graph)
      }
    }
    switch command {
    case .follow: return followInGraph(&graph)
    case .openSelected: return openSelected(graph)
    case .secondRing: return toggleSecondRing(&graph)
    case .columnLeft, .columnRight:
      let direction: Direction = command == .columnLeft ? .backward : .forward
      if !graph.focus.shown.moveAcross(direction) {
        let side = direction == .backward ? "incoming" : "outgoing"
        if case .focus = graph.focus.shown.selected { say("no \(side) relations") }
      }
    case .findForward:
      graph.focus.beginFilter()
      return []
    default: graph.move(command, count: count, size: size, glyphs: glyphs)
    }
    return readSelected(&graph)
  }

  /// Reads what the selected sign of more stands for.
  private mutating func readSelected(_ graph: inout GraphState) -> [Effect] {
    guard case .more(let more) = graph.focus.shown.selectedRow else { return [] }
    generation += 1
    let question: GraphReading.Question =
      more.isEarlier ? .earlier(more.reading, from: 0) : .later(more.reading)
    let effect =
      more.isSecondRing
      ? graph.focus.shown.ring?.reading.ask(question, generation: generation)
      : graph.focus.shown.reading.ask(question, generation: generation)
    return effect.map { [$0] } ?? []
  }

  private mutating func followInGraph(_ graph: inout GraphState) -> [Effect] {
    switch graph.focus.shown.selectedRow {
    case .relation(let edge, _):
      graph.recentre(
        on: GraphState.Focus(
          entity: edge.other, name: edge.otherName, kind: edge.otherKind, hasPage: edge.hasPage))
      return beginReading(&graph)
    case .more: return readSelected(&graph)
    case .remark: return []
    case nil:
      say("\(graph.focus.name) is in the middle already; p opens its page")
      return []
    }
  }

  private mutating func openSelected(_ graph: GraphState) -> [Effect] {
    switch graph.focus.shown.selectedRow {
    case .relation(let edge, _): return [.open(edge.other, document: nil, .top)]
    case .more, .remark:
      say("select a relation or what is in the middle")
      return []
    case nil: return [.open(graph.focus.entity, document: nil, .top)]
    }
  }

  private mutating func toggleSecondRing(_ graph: inout GraphState) -> [Effect] {
    switch graph.focus.shown.selectedRow {
    case .relation(let edge, isSecondRing: false) where edge != graph.focus.shown.ring?.relation:
      generation += 1
      var reading = GraphReading(entity: edge.other, step: 10)
      let effect = reading.ask(.beginning, generation: generation)
      graph.focus.shown.change { $0.ring = GraphNeighbourhood.SecondRing(relation: edge, reading: reading) }
      return effect.map { [$0] } ?? []
    case nil where graph.focus.shown.ring == nil:
      say("select a relation first: its other end's relations are shown below it")
    case nil, .relation, .more, .remark: graph.focus.shown.hideRing()
    }
    return []
  }

  /// Back: to what was in the middle before; false where the graph is to be closed.
  mutating func goBackInGraph() -> Bool {
    guard case .graph(var graph) = overlays.last, graph.goBack() else { return false }
    overlays[overlays.count - 1] = .graph(graph)
    return true
  }

  /// Esc: shows all names again; false where none was filtered out.
  mutating func dropGraphFilter() -> Bool {
    guard case .graph(var graph) = overlays.last, graph.focus.filter != nil else { return false }
    graph.focus.endFilter()
    overlays[overlays.count - 1] = .graph(graph)
    return true
  }

  /// A key while names are filtered: each letter asks the library.
  mutating func type(_ key: Key, in graph: GraphState) -> [Effect] {
    var graph = graph
    defer { overlays[overlays.count - 1] = .graph(graph) }
    switch key {
    case .escape, .control("c"): graph.focus.endFilter()
    case .backspace where graph.focus.filter?.isEmpty != false: graph.focus.endFilter()
    case .enter:
      graph.focus.isTyping = false
      if graph.focus.filter?.isEmpty == true { graph.focus.endFilter() }
    case .down: graph.move(.lineDown, count: nil, size: size, glyphs: glyphs)
    case .up: graph.move(.lineUp, count: nil, size: size, glyphs: glyphs)
    default:
      guard var field = graph.focus.filter else { return [] }
      let before = field.text
      guard field.handle(key) else { return [] }
      graph.focus.filter = field
      guard field.text != before else { return [] }
      generation += 1
      return graph.focus.ask(generation: generation).map { [$0] } ?? []
    }
    return []
  }

  /// What is selected in the graph, in full.
  mutating func showSelectedRelation() {
    guard case .graph(let graph) = overlays.last else { return }
    show(GraphRelationPage.monograph(graph.focus), title: "Relation")
  }
}

extension GraphState.Focus {
  fileprivate mutating func take(_ groups: [RelationGroup], generation: Int) -> Bool {
    var isTaken = false
    let wasRead = shown.reading.isRead
    shown.change { shown in
      isTaken = shown.reading.take(groups, generation: generation)
      if !isTaken { isTaken = shown.ring?.reading.take(groups, generation: generation) ?? false }
    }
    if isTaken, !wasRead { shown.selectFirst() }
    return isTaken
  }

  fileprivate mutating func beginFilter() {
    if unfiltered == nil { unfiltered = shown }
    filter = filter ?? TextField()
    isTyping = true
  }

  fileprivate mutating func endFilter() {
    if let unfiltered { shown = unfiltered }
    unfiltered = nil
    filter = nil
    isTyping = false
  }

  /// Asks for the relations whose other ends' names hold the words typed.
  fileprivate mutating func ask(generation: Int) -> Effect? {
    var reading = GraphReading(entity: entity, words: filter?.text ?? "")
    let effect = reading.ask(.beginning, generation: generation)
    // What was there stays until the answer comes.
    shown.reading = reading.keeping(shown.reading)
    shown.ring = nil
    return effect
  }
}

extension GraphNeighbourhood {
  /// Hides the second ring; the relation below which it stood is selected where one of its rows was.
  fileprivate mutating func hideRing() {
    guard let ring else { return }
    let relation = ring.relation
    let wasInside = selectedRow?.isSecondRing == true
    change { $0.ring = nil }
    let row = GraphRow.relation(relation, isSecondRing: false)
    if wasInside, let index = rows(relation.side).firstIndex(of: row) {
      select(.row(relation.side, index))
    }
  }
}
