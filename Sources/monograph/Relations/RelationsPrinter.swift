import MonographModel
import TextLayout

/// How the relations of an entity are printed, a portion at a time.
protocol RelationsPrinter {
  /// Says what they are the relations of, and how many there are.
  func begin(_ page: Page, count: Int, isOfAll: Bool)
  /// Begins a group.
  func begin(_ group: RelationGroup)
  /// Prints relations of the group.
  mutating func write(_ edges: [Neighbours.Edge])
  /// Says that so many of the group are not printed.
  func skip(_ count: Int)
  /// Ends.
  func end()
}

/// The relations as one JSON object.
struct RelationsJSON: RelationsPrinter {
  private var isFirst = true

  func begin(_ page: Page, count: Int, isOfAll: Bool) {
    let head = JSONValue.object([
      ("entity", .string(page.entity.path)), ("title", .string(page.title)), ("kind", .string(page.kind)),
      ("count", .integer(count)),
    ])
    StandardOutput.write(exactly: Array((head.line.dropLast() + ",\"relations\":[").utf8))
  }

  func begin(_ group: RelationGroup) {}

  mutating func write(_ edges: [Neighbours.Edge]) {
    for edge in edges {
      StandardOutput.write(exactly: Array(((isFirst ? "\n" : ",\n") + JSONValue(edge).line).utf8))
      isFirst = false
    }
  }

  func skip(_ count: Int) {}

  func end() { StandardOutput.write(exactly: Array("\n]}\n".utf8)) }
}

/// The relations as lines of text.
struct RelationsText: RelationsPrinter {
  func begin(_ page: Page, count: Int, isOfAll: Bool) {
    let relations = count == 1 ? "1 relation" : "\(Neighbours.grouped(count)) relations"
    write("\(page.title)  (\(page.kind))  \(page.entity.path)")
    if count > 0 {
      write(isOfAll ? relations : "\(relations) of those asked for")
    } else {
      write("\(isOfAll ? "No relation" : "None of those asked for") is recorded in this library.")
    }
  }

  func begin(_ group: RelationGroup) { write("\n\(group.reading) (\(Neighbours.grouped(group.count)))") }

  func write(_ edges: [Neighbours.Edge]) {
    for edge in edges {
      let name = (edge.relation.isNegated ? "NOT " : "") + edge.otherName + (edge.hasPage ? "" : "?")
      write("  \(name)  (\(edge.otherKind))  \(edge.other.path)  \(edge.relation.fullStatement)")
    }
  }

  func skip(_ count: Int) { write("  \(Neighbours.grouped(count)) more; a larger --limit prints them") }

  func end() {}

  /// Writes a line, on a terminal as many as its columns ask for.
  private func write(_ line: String) {
    let visible = line.split(separator: "\n", omittingEmptySubsequences: false).map {
      DisplayText.visible(String($0), glyphs: Surroundings.glyphs)
    }
    guard StandardOutput.isTerminal else {
      return StandardOutput.write(visible.joined(separator: "\n") + "\n")
    }
    let columns = StandardOutput.columns
    for text in visible {
      let indent = String(text.prefix { $0 == " " })
      guard DisplayText.width(of: text) > columns else {
        StandardOutput.write(text + "\n")
        continue
      }
      let lines = DisplayText.wrap(text, width: max(20, columns - indent.count - 2))
      StandardOutput.write(lines.enumerated().map { indent + ($0 == 0 ? "" : "  ") + $1 + "\n" }.joined())
    }
  }
}

extension JSONValue {
  /// A relation with how it reads from the entity asked about.
  init(_ edge: Neighbours.Edge) {
    self = JSONValue(edge.relation).adding([
      ("reading", .string(edge.reading)), ("other", .string(edge.other.path)),
      ("otherName", .string(edge.otherName)), ("otherKind", .string(edge.otherKind)),
      ("otherHasPage", .bool(edge.hasPage)), ("outgoing", .bool(edge.isOutgoing)),
    ])
  }
}
