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
