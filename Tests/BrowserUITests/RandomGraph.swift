import BrowserCore
import BrowserTesting
import BrowserUI
import MonographModel
import TextLayout

/// A graph of things with random names, made from a seed.
struct RandomGraph {
  let library: MemoryLibrary
  let centre: EntityID
  let relations: [Relation]
  let sizes: [(Int, Int)]

  init(seed: UInt64) {
    var random = SystemRandomNumberGenerator.seeded(seed)
    func number(_ range: Range<Int>) -> Int { range.lowerBound + Int(random.next() % UInt64(range.count)) }
    let words = ["alpha", "beta", "μ-gamma", "deltadeltadeltadeltadelta", "ε", "of", "漢字", "\u{1B}[31m", "x"]
    func text(_ count: Int) -> String {
      (0..<count).map { _ in words[number(0..<words.count)] }.joined(separator: " ")
    }
    let predicates = ["treats", "binds", "interacts with", text(6), "has \(text(3)) changed by"]
    var entities: [(id: EntityID, name: String)] = []
    for index in 0..<12 {
      if let id = EntityID(path: "/things/thing-\(index)") {
        entities.append((id, "\(index) \(text(number(1..<7)))"))
      }
    }
    relations = (0..<number(0..<45)).map { _ in
      let other = entities[number(0..<entities.count)]
      let (subject, object) = number(0..<2) == 0 ? (entities[0], other) : (other, entities[0])
      return Relation(
        subject: subject.id, subjectName: subject.name, predicate: predicates[number(0..<predicates.count)],
        object: object.id, objectName: object.name, isNegated: number(0..<8) == 0,
        source: "Graph \(number(0..<3))", origin: .graph)
    }
    centre = entities[0].id
    var library = MemoryLibrary([
      Monograph(entity: centre, title: entities[0].name, source: Source(document: "a"))
    ])
    library.relate(relations)
    self.library = library
    sizes = [
      (200, 50), (80, 24), (number(76..<120), number(12..<40)), (number(40..<76), number(12..<30)), (20, 8),
      (10, 4),
    ]
  }

  /// What is wrong where the selection goes through all rows of all columns: relations that are not met as often as they
  /// were stated, and lines of theirs that no screen shows.
  func faults(_ browser: inout ScriptedBrowser) -> [String] {
    let isInColumns = browser.state.size.columns >= 76 && browser.state.size.rows >= 10
    // First everything is read.
    for _ in 0..<6 { browser.press("GhhGll") }
    var faults: [String] = []
    var met: [Relation: Int] = [:]
    browser.press(isInColumns ? "hhg" : "g")
    for side in 0..<(isInColumns ? 3 : 1) {
      if side > 0 { browser.press("lg") }
      faults += goThroughColumn(&browser, &met)
    }
    var stated: [Relation: Int] = [:]
    for relation in relations { stated[relation, default: 0] += 1 }
    if met != stated { faults.append("\(met.count) relations met, \(stated.count) stated") }
    return faults
  }

  private func goThroughColumn(_ browser: inout ScriptedBrowser, _ met: inout [Relation: Int]) -> [String] {
    var faults: [String] = []
    var shown: Set<Int> = []
    var isFirst = true
    while let picture = GraphPicture(browser) {
      if isFirst, case .relation(let edge, _) = picture.graph.focus.shown.selectedRow {
        met[edge.relation, default: 0] += 1
        faults += picture.faults(of: edge)
      }
      faults += picture.linesNotOnScreen(browser)
      shown.formUnion(picture.window.lines)
      browser.press("j")
      guard let next = GraphPicture(browser) else { break }
      isFirst = next.selected != picture.selected
      if isFirst, !shown.isSuperset(of: picture.extent) { faults.append("\(picture.selected) is not whole") }
      if isFirst { shown = [] }
      if !isFirst, next.window == picture.window { break }
    }
    return faults
  }

  /// The lines of the columns that are wider than their column.
  func linesTooWide(_ state: BrowserState) -> [String] {
    guard case .graph(let graph) = state.overlays.last else { return [] }
    let arrangement = GraphArrangement(graph, size: state.size, glyphs: state.glyphs)
    return arrangement.places.flatMap { place, rectangle in
      arrangement.column(place, of: graph.focus, glyphs: state.glyphs).lines
        .filter { $0.text.width > rectangle.columns - (place == .plain ? 0 : 1) }
        .map { "\(state.size): “\($0.text.text)”" }
    }
  }
}

/// The column of the graph in which something is selected, and what its window shows.
struct GraphPicture {
  let graph: GraphState
  let selected: GraphSpot
  let column: GraphColumn
  let window: GraphWindow
  let rectangle: Rectangle
  private let glyphs: GlyphSet

  init?(_ browser: ScriptedBrowser) {
    guard case .graph(let graph) = browser.state.overlays.last else { return nil }
    self.graph = graph
    glyphs = browser.state.glyphs
    selected = graph.focus.shown.selected
    let arrangement = GraphArrangement(graph, size: browser.state.size, glyphs: browser.state.glyphs)
    guard let place = arrangement.place(of: selected) else { return nil }
    column = arrangement.column(place, of: graph.focus, glyphs: browser.state.glyphs)
    window = arrangement.window(column, of: graph.focus)
    rectangle = arrangement.rectangle(of: place)
  }

  /// The lines of the selected row.
  var extent: Range<Int> { column.extents[selected] ?? 0..<0 }

  /// What is wrong with the lines of a relation: its label and name stand on them whole, and the label is in sight.
  func faults(of edge: Neighbours.Edge) -> [String] {
    var faults: [String] = []
    let lines = extent.map { column.lines[$0] }.filter { !$0.isCaption }
    let caption = lines.first?.caption ?? 0..<0
    let text = letters(lines.map(\.text.text).joined())
    let captionText = letters(caption.map { column.lines[$0].text.text }.joined())
    let label = letters((edge.relation.isNegated ? "NOT" : "") + edge.relation.predicate)
    if !captionText.contains(label), !text.contains(label) {
      faults.append("“\(label)” is not whole in “\(captionText)” and “\(text)”")
    }
    // A line between the parts of a name is no part of it.
    let name = letters(edge.otherName)
    let rest = text.split(separator: label).joined()
    if ![text, rest, rest.split(separator: "NOT").joined()].contains(where: { $0.contains(name) }) {
      faults.append("“\(name)” is not whole in “\(text)”")
    }
    let visible = Set(window.lines).union(window.caption)
    if caption.count + lines.count <= rectangle.rows - 3, !visible.isSuperset(of: caption) {
      faults.append("the label of \(edge.otherName) is out of sight")
    }
    return faults
  }

  /// The lines of the window that do not stand on the screen in their order.
  func linesNotOnScreen(_ browser: ScriptedBrowser) -> [String] {
    var rows = rectangle.row..<rectangle.endRow
    let frame = browser.frame
    return (Array(window.caption) + Array(window.lines)).compactMap { index in
      let text = column.lines[index].text.text
      guard let row = rows.first(where: { frame.text(row: $0, in: rectangle).contains(trimmed(text)) }) else {
        return "“\(text)” is not on the screen"
      }
      rows = (row + 1)..<rows.upperBound
      return nil
    }
  }

  private func trimmed(_ text: String) -> String {
    String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }

  /// What of a text is no line and no space.
  private func letters(_ text: String) -> String {
    DisplayText.visible(text, glyphs: glyphs).filter { !$0.isWhitespace && !"<>-─►◄".contains($0) }
  }
}

extension Frame {
  /// The characters of a row within a rectangle.
  func text(row: Int, in rectangle: Rectangle) -> String {
    let first = row * size.columns + rectangle.column
    return (first..<(first + rectangle.columns)).map { index in
      let scalars = (clusters[index] ?? [cells[index].scalar]).filter { $0 != 0 }
      return String(String.UnicodeScalarView(scalars.compactMap(Unicode.Scalar.init)))
    }.joined()
  }
}
