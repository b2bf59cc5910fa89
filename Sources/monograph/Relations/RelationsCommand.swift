import ArgumentParser
import Foundation
import MonographLibrary
import MonographModel
import TextLayout

/// `monograph relations`: what an entity is related to.
struct RelationsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "relations", abstract: "Print what an entity is related to.",
    discussion: """
      Relations stand under how they read from the entity, in clinical order, with how many there are; those that
      are said not to hold are marked NOT. Upper and lower case are alike. Exit status 1 where none is
      recorded.
      """)

  @OptionGroup var options: LibraryOptions

  @Argument(help: "An entity: its title, another name of it, or its id such as /drugs/baclofen.")
  var entity: String

  @Option(
    name: .long, help: "Only relations that read so, such as binds, from the entity or as they are stated.")
  var predicate: [String] = []

  @Option(name: .long, help: "Only relations to such things: drug, disease, gene; or the beginning of that.")
  var kind: [String] = []

  @Option(name: .long, help: "Only relations that this source states: its name, or the beginning of it.")
  var source: [String] = []

  @Option(
    name: .long, help: "The order within a group: evidence, name or degree (what is related to most first).")
  var order = RelationQuery.Order.evidence

  @Option(name: .long, help: "How many of each group to print at most.")
  var limit: Int?

  @Flag(name: .long, help: "Print JSON.")
  var json = false

  func validate() throws {
    try Usage.requireText(entity, for: "The entity", "its title, another name of it, or its id")
    if let limit, limit < 1 { throw ValidationError("--limit takes a number of at least 1") }
  }

  func run() throws {
    let library = try options.open()
    do {
      try print(library)
    } catch let error as LibraryError {
      throw Failure.input(error.description)
    }
  }

  /// How many relations of a group are read at a time.
  private static let portion = 500

  private func print(_ library: Library) throws {
    let id = try EntityChooser.choose(entity, in: library).entity
    var query = try query(id, in: library)
    guard let page = try library.page(id), let first = try library.relations(of: id, query) else {
      throw Failure.notFound("this library knows nothing about \(entity)")
    }
    var printer: any RelationsPrinter = json ? RelationsJSON() : RelationsText()
    printer.begin(page, count: first.reduce(0) { $0 + $1.count }, isOfAll: query.isOfAll)
    for group in first {
      printer.begin(group)
      printer.write(group.edges)
      var printed = group.edges.count
      let wanted = min(limit ?? group.count, group.count)
      while printed < wanted {
        query.reading = group.reading
        query.offset = printed
        query.limit = min(Self.portion, wanted - printed)
        let more = try library.relations(of: id, query)?.first { $0.reading == group.reading }
        guard let edges = more?.edges, !edges.isEmpty else { break }
        printer.write(edges)
        printed += edges.count
      }
      if wanted < group.count { printer.skip(group.count - wanted) }
    }
    printer.end()
    if first.isEmpty { throw ExitCode(1) }
  }
}

extension RelationsCommand {
  /// What is asked for, in the words of the library; a word that none of the entity's relations has is an error.
  private func query(_ id: EntityID, in library: Library) throws -> RelationQuery {
    var query = RelationQuery(order: order, limit: min(limit ?? Self.portion, Self.portion))
    guard !(kind + source + predicate).isEmpty else { return query }
    let facets = try library.relationFacets(of: id)
    query.kinds = try values(kind, of: "--kind", in: facets.kinds, orBeginning: true)
    query.sources = try values(source, of: "--source", in: facets.sources, orBeginning: true)
    query.predicates = try values(predicate, of: "--predicate", in: facets.predicates, orBeginning: false)
    return query
  }

  /// The values that were meant: the one that was typed, else, where that will do, those that begin so.
  private func values(
    _ typed: [String], of option: String, in facets: [RelationFacets.Facet], orBeginning: Bool
  ) throws -> Set<String> {
    var values: Set<String> = []
    for value in typed {
      let same = facets.filter { $0.value.lowercased() == value.lowercased() }
      let meant = same.isEmpty && orBeginning ? RelationFacets.matching(value, in: facets) : same
      guard !meant.isEmpty else {
        throw Failure.notFound(
          "no relation of \(entity) has \(option) \(value)" + Self.choice(of: facets))
      }
      values.formUnion(meant.map(\.value))
    }
    return values
  }

  /// The most values that a message names.
  private static let mostNamed = 20

  private static func choice(of facets: [RelationFacets.Facet]) -> String {
    guard !facets.isEmpty else { return "; none is recorded in this library" }
    let named = facets.prefix(mostNamed).map { "\($0.value) (\(Neighbours.grouped($0.count)))" }
    let rest = facets.count - named.count
    return "; recorded are " + named.joined(separator: ", ") + (rest > 0 ? ", and \(rest) more" : "")
  }
}

extension RelationQuery.Order: ExpressibleByArgument {}

/// How the relations of an entity are printed, a portion at a time.
private protocol RelationsPrinter {
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
private struct RelationsJSON: RelationsPrinter {
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
private struct RelationsText: RelationsPrinter {
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
