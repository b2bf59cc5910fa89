import ArgumentParser
import MonographLibrary
import MonographModel
import MonographReports

/// `monograph path`: how two entities are connected.
struct PathCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "path", abstract: "Print the shortest ways through the graph from one entity to another.",
    discussion: """
      Looks through at most \(PathAnswer.longest) relations. Mechanisms that a source states whole come first. A path is
      not evidence of effect. Exit status 1 where none is recorded.
      """)

  @OptionGroup var options: LibraryOptions

  @Argument(help: "An entity: its title, another name of it, or its id such as /drugs/baclofen.")
  var from: String

  @Argument(help: "Another.")
  var to: String

  @Flag(name: .long, help: "Print JSON.")
  var json = false

  @Option(name: .long, help: "The columns to set text in.")
  var width: Int?

  func validate() throws {
    for entity in [from, to] {
      try Usage.requireText(entity, for: "An entity", "its title, another name of it, or its id")
    }
    try Usage.requireColumns(width)
  }

  func run() throws {
    let library = try options.open()
    do {
      let ends = try [from, to].map { try EntityChooser.choose($0, in: library).entity }
      let (answer, report) = try ReportMaker(library: library).pathReport(from: ends[0], to: ends[1])
      if json {
        StandardOutput.write(JSONValue(answer))
      } else {
        let page = report.page
        if let monograph = page.monograph {
          StandardOutput.write(
            PageText.text(of: PageSelection(whole: monograph), page: page, columns: width))
        }
      }
      if answer.paths.isEmpty, answer.mechanisms.isEmpty, answer.unreadMechanisms.isEmpty {
        throw ExitCode(1)
      }
    } catch let error as LibraryError {
      throw Failure.input(error.description)
    }
  }
}

extension JSONValue {
  /// The paths between two entities.
  init(_ answer: PathAnswer) {
    self = .object([
      ("from", JSONValue(answer.from)), ("to", JSONValue(answer.to)),
      ("length", answer.paths.first.map { .integer($0.hops.count) }), ("count", .integer(answer.count)),
      ("lookedThrough", .integer(answer.reach)), ("entitiesMet", .integer(answer.seen)),
      ("note", .string(PathReport.caution)),
      ("paths", .array(answer.paths.map(JSONValue.init))),
      ("mechanisms", .array(answer.mechanisms.map(JSONValue.init))),
      ("mechanismsNotRead", .strings(answer.unreadMechanisms)),
    ])
  }

  private init(_ node: PathNode) {
    self = .object([
      ("entity", .string(node.entity.path)), ("name", .string(node.name)), ("kind", .string(node.kind)),
      ("hasPage", .bool(node.hasPage)), ("degree", .integer(node.degree)),
    ])
  }

  private init(_ path: EntityPath) {
    self = .object([
      ("entities", .array(path.nodes.map(JSONValue.init))),
      ("hops", .array(path.hops.map { .array($0.map(JSONValue.init)) })),
      ("hopCounts", .array(path.hopCounts.map { .integer($0) })),
    ])
  }

  private init(_ mechanism: MechanismGraph) {
    self = .object([
      ("source", .string(mechanism.source)), ("entities", .array(mechanism.nodes.map(JSONValue.init))),
      ("relations", .array(mechanism.relations.map(JSONValue.init))),
      ("publications", .strings(mechanism.publications)),
    ])
  }
}
