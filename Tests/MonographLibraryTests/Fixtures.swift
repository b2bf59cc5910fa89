import Foundation
import MonographLibrary
import MonographModel

/// A folder that is there for one test.
final class TemporaryFolder {
  let path: String

  init() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("library-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    path = folder.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// A path in the folder.
  func file(_ name: String) -> String { "\(path)/\(name)" }

  /// The names of the files in the folder.
  var files: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }
  }

  /// A library of monographs, each with its title as its source text, opened.
  func library(_ monographs: [Monograph], name: String = "test.monograph") throws -> Library {
    try compile(monographs, name: name)
    return try Library.open(path: file(name))
  }

  /// Compiles a library of monographs, each with its title as its source text.
  @discardableResult
  func compile(_ monographs: [Monograph], name: String = "test.monograph") throws -> BuildSummary {
    let writer = try LibraryWriter(path: file(name), title: "Test library", fingerprint: "fingerprint 1")
    for monograph in monographs { try writer.add(monograph, source: Array(monograph.title.utf8)) }
    return try writer.finish()
  }
}

/// Makes a socket that stands in a folder; the path must be short, as those of sockets are.
func makeSocket(at path: String) throws {
  let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
  defer { close(descriptor) }
  var address = sockaddr_un()
  address.sun_family = sa_family_t(AF_UNIX)
  withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8.prefix($0.count - 1)) }
  let result = withUnsafePointer(to: &address) { address in
    address.withMemoryRebound(to: sockaddr.self, capacity: 1) {
      bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
    }
  }
  guard result == 0 else { throw CocoaError(.fileWriteUnknown) }
}

extension EntityID: ExpressibleByStringInterpolation {
  /// The id of a path; a literal that is none becomes an entity of that name.
  public init(stringLiteral path: String) {
    self = EntityID(path: path) ?? EntityID(folder: "entities", slug: "not-a-path")!
  }
}

/// A paragraph of inlines.
func paragraph(_ inlines: Inline...) -> Block { Block(.paragraph(inlines)) }

/// A link to an entity.
func link(_ target: EntityID, _ text: String, anchor: String? = nil) -> Inline {
  .link(Link(target: .entity(target, anchor: anchor), content: [.text(text)]))
}

/// A section with a heading.
func section(_ heading: String, level: Int = 1, _ blocks: [Block], _ subsections: [Section] = []) -> Section {
  Section(
    heading: [.text(heading)], level: level, anchor: EntityID.slug(fromName: heading), blocks: blocks,
    subsections: subsections)
}

/// The pages that most tests read: a drug, two diseases, neurons, and an RNA that has no page.
enum Sample {
  static let gabaDiagram = Diagram(
    statement: "As drawn by the page",
    nodes: [
      Diagram.Node(name: "G", label: "GABA", entity: "/entities/gaba"),
      Diagram.Node(name: "R", label: "RNA", entity: "/entities/rna"),
      Diagram.Node(name: "N", label: "NEURONS"),
      Diagram.Node(name: "X", label: "something that has no page"),
    ],
    edges: [
      Diagram.Edge(from: 0, to: 1, label: "activates"),
      Diagram.Edge(from: 0, to: 2, label: "activates"),
      Diagram.Edge(from: 0, to: 2, label: "associated with"),
      Diagram.Edge(from: 0, to: 3, label: "activates"),
    ])

  static let baclofen = Monograph(
    entity: "/drugs/baclofen", title: "Baclofen", aliases: ["Lioresal", "Gablofen"],
    entityClass: "GABA-B agonist",
    source: Source(
      document: "drugs/baclofen.md", publisher: "wiki page", licence: "CC-BY-4.0", effective: "2024-05-01"),
    identifiers: [Identifier(prefix: "UNII", local: "H789N3FKE8")],
    relations: [
      Relation(
        subject: "/drugs/baclofen", subjectName: "Baclofen", predicate: "treats",
        object: "/diseases/spasticity", objectName: "Spasticity", source: "label", evidence: "approved",
        publications: ["PMID:1", "PMID:2"]),
      Relation(
        subject: "/drugs/baclofen", subjectName: "Baclofen", predicate: "treats",
        object: "/diseases/spasticity", objectName: "Spasticity", source: "registry"),
      Relation(
        subject: "/drugs/baclofen", subjectName: "Baclofen", predicate: "causes",
        object: "/diseases/parkinsons-disease", objectName: "Parkinson's disease", isNegated: true),
    ],
    references: [Reference(key: "bowery2010", title: "GABA-B receptor pharmacology", year: "2010")],
    redirects: ["/drugs/lioresal"],
    sections: [
      Section(
        heading: [], level: 0, anchor: "overview", sourceKey: "overview",
        blocks: [paragraph(.text("Baclofen is a muscle relaxant."))]),
      section(
        "Mechanism",
        [
          paragraph(
            .text("It acts on "), .emphasis([link("/entities/neurons", "nerve cells")]),
            .text(". It has no effect on "), link("/entities/rna", "RNA"), .text(" as far as is known.")),
          Block(.diagram(gabaDiagram)),
        ]),
      section(
        "Dosing", [],
        [
          section(
            "Oral", level: 2,
            [
              paragraph(
                .text("Start with 5 mg three times daily; see "),
                link("/diseases/parkinsons-disease", "Parkinson's disease", anchor: "treatment"), .text("."))
            ])
        ]),
    ])

  static let parkinson = Monograph(
    entity: "/diseases/parkinsons-disease", title: "Parkinson's disease", aliases: ["PD"],
    source: Source(document: "diseases/parkinsons-disease.md", reviewed: "2025-02-03"),
    sections: [
      section(
        "Treatment",
        [
          paragraph(
            .text("Rigidity is seen often. "), link("/drugs/lioresal", "Lioresal"),
            .text(" is rarely used. More follows."))
        ]),
      section(
        "See also",
        [paragraph(link("/entities/rna", "RNA")), paragraph(link("/entities/neurons", "neurons"))]),
    ])

  static let neurons = Monograph(
    entity: "/entities/neurons", title: "Neurons", aliases: ["nerve cells"],
    source: Source(document: "entities/neurons.md"),
    sections: [section("Overview", [paragraph(.text("Cells that carry signals."))])])

  static let gaba = Monograph(
    entity: "/entities/gaba", title: "GABA", source: Source(document: "entities/gaba.md"),
    sections: [section("Overview", [paragraph(.text("An inhibitory transmitter."))])])

  static let all = [baclofen, parkinson, neurons, gaba]
}
