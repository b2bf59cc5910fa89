import MonographModel
import Testing

@testable import MonographLibrary

/// A label: a document whose id was made from its title.
func label(_ title: String, _ identifiers: String..., document: String, kind: String = "drug") -> Monograph {
  Monograph(
    entity: EntityID(folder: EntityID.plural(ofKind: kind), slug: EntityID.slug(fromName: title))!,
    title: title, kind: kind, source: Source(document: document, publisher: "openFDA"),
    identifiers: identifiers.compactMap(Identifier.init(curie:)),
    sections: [section("Dosing", [paragraph(.text("From \(document)."))])])
}

/// A page: a document whose id its author gave.
func page(_ id: EntityID, _ title: String, _ identifiers: String..., aliases: [String] = []) -> Monograph {
  Monograph(
    entity: id, title: title, aliases: aliases, source: Source(document: "\(id.path.dropFirst()).md"),
    identifiers: identifiers.compactMap(Identifier.init(curie:)),
    sections: [section("Overview", [paragraph(.text("Written by hand."))])])
}

/// Something that is added to a library.
enum Addition {
  case page(Monograph)
  case label(Monograph)
  case node(GraphNode)
  case edge(GraphEdge)

  func add(to writer: LibraryWriter) throws {
    switch self {
    case .page(let monograph): try writer.add(monograph, source: Array(monograph.title.utf8))
    case .label(let monograph):
      try writer.add(monograph, source: Array(monograph.title.utf8), identity: .proposed)
    case .node(let node): try writer.add(node)
    case .edge(let edge): try writer.add(edge)
    }
  }
}

extension TemporaryFolder {
  /// A library of additions, opened, and what its compile told.
  func join(
    _ additions: [Addition], name: String = "joined"
  ) throws -> (library: Library, summary: BuildSummary) {
    let writer = try LibraryWriter(path: file(name), title: "Joined", fingerprint: "")
    for addition in additions { try addition.add(to: writer) }
    let summary = try writer.finish()
    return (try Library.open(path: file(name)), summary)
  }
}

@Suite struct JoinTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func documents(_ id: EntityID, in library: Library) throws -> [String]? {
    try library.page(id)?.documents.map(\.document)
  }

  @Test func documentsThatShareAnIdentifierAreAboutOneEntity() throws {
    let (library, summary) = try folder.join([
      .label(label("Baclofen Tablets", "unii:H789N3FKE8", document: "a")),
      .page(page("/drugs/baclofen", "Baclofen", "UNII:H789N3FKE8")),
      .label(label("BACLOFEN TABLETS", "UNII:H789N3FKE8", "RXNORM:1292", document: "b")),
      .label(label("baclofen (tablets)", "RxCUI:1292", document: "c")),
    ])
    #expect(Set(try documents("/drugs/baclofen", in: library) ?? []) == ["a", "drugs/baclofen.md", "b", "c"])
    #expect(try library.page("/drugs/baclofen-tablets")?.entity == "/drugs/baclofen")
    #expect(
      summary.joins == [
        EntityJoin(
          entity: "/drugs/baclofen", title: "Baclofen",
          members: [.document("a"), .document("drugs/baclofen.md"), .document("b"), .document("c")],
          grounds: [
            .identifier(Identifier(prefix: "UNII", local: "H789N3FKE8")),
            .identifier(Identifier(prefix: "RxCUI", local: "1292")),
          ])
      ])
    #expect(summary.refusedJoins == [])
  }

  /// Their units are not interchangeable, though the substance has one identifier.
  @Test func labelsOfDifferentNamesStayApartThoughTheyShareAnIdentifier() throws {
    let (library, summary) = try folder.join([
      .label(label("IncobotulinumtoxinA", "UNII:E211KPY694", document: "xeomin")),
      .label(label("OnabotulinumtoxinA", "UNII:E211KPY694", document: "botox")),
      .label(label("onabotulinumtoxinA", "UNII:E211KPY694", document: "botox cosmetic")),
    ])
    #expect(try documents("/drugs/incobotulinumtoxina", in: library) == ["xeomin"])
    #expect(try documents("/drugs/onabotulinumtoxina", in: library) == ["botox", "botox cosmetic"])
    #expect(
      summary.refusedJoins == [
        RefusedJoin(
          shared: .identifier(Identifier(prefix: "UNII", local: "E211KPY694")),
          entities: ["/drugs/incobotulinumtoxina", "/drugs/onabotulinumtoxina"],
          reason: .differentLabelNames)
      ])
  }

  @Test func aNodeIsNoBridgeBetweenLabelsOfDifferentNames() throws {
    func node(_ curie: String, _ name: String, sameAs: String...) -> Addition {
      .node(
        GraphNode(
          identifier: Identifier(curie: curie)!, sameAs: sameAs.compactMap(Identifier.init(curie:)),
          name: name, kind: "drug"))
    }
    func edge(_ subject: String, _ object: String) -> Addition {
      .edge(
        GraphEdge(
          subject: Identifier(curie: subject)!, predicate: "treats", object: Identifier(curie: object)!))
    }
    let (library, _) = try folder.join([
      .label(label("Infliximab-dyyb", "UNII:B72", document: "inflectra")),
      .label(label("Infliximab-axxq", "UNII:B72", document: "avsola")),
      node("DB:1", "Infliximab", sameAs: "UNII:B72"), node("X:2", "infliximab axxq", sameAs: "UNII:B72"),
      node("Y:3", "Infliximab again", sameAs: "X:2"),
      edge("DB:1", "MONDO:1"), edge("X:2", "MONDO:2"), edge("Y:3", "MONDO:3"), edge("UNII:B72", "MONDO:4"),
    ])
    func treated(_ id: EntityID) throws -> [EntityID]? {
      try library.page(id)?.neighbours.edges.map(\.other)
    }
    #expect(try documents("/drugs/infliximab-dyyb", in: library) == ["inflectra"])
    #expect(try treated("/drugs/infliximab-dyyb") == [])
    // The node of its name, and what is tied to that node alone.
    #expect(try documents("/drugs/infliximab-axxq", in: library) == ["avsola"])
    #expect(try treated("/drugs/infliximab-axxq") == ["/entities/mondo-2", "/entities/mondo-3"])
    // What names neither stays with neither.
    #expect(try documents("/drugs/infliximab", in: library) == [])
    #expect(try treated("/drugs/infliximab") == ["/entities/mondo-1"])
    #expect(try treated("/entities/unii-b72") == ["/entities/mondo-4"])
  }

  @Test func aPageTakesTheLabelsOfItsOwnNameOrOfTheOneNameThereIs() throws {
    let own = try folder.join([
      .page(page("/drugs/filgrastim", "Filgrastim", "UNII:P")),
      .label(label("FILGRASTIM", "UNII:P", document: "neupogen")),
      .label(label("Tbo-filgrastim", "UNII:P", document: "granix")),
    ]).library
    #expect(
      Set(try documents("/drugs/filgrastim", in: own) ?? []) == ["drugs/filgrastim.md", "neupogen"])
    #expect(try documents("/drugs/tbo-filgrastim", in: own) == ["granix"])

    let (neither, summary) = try folder.join(
      [
        .page(page("/drugs/filgrastim", "Filgrastim", "UNII:P", aliases: ["Granix", "Neupogen"])),
        .label(label("Filgrastim-aafi", "UNII:P", document: "nivestym")),
        .label(label("Tbo-filgrastim", "UNII:P", document: "tbo")),
        .label(label("Neupogen", document: "neupogen")), .label(label("Granix", document: "granix")),
      ], name: "neither")
    #expect(try documents("/drugs/filgrastim", in: neither) == ["drugs/filgrastim.md"])
    #expect(try documents("/drugs/filgrastim-aafi", in: neither) == ["nivestym"])
    #expect(try documents("/drugs/granix", in: neither) == ["granix"])
    #expect(
      Set(summary.refusedJoins) == [
        RefusedJoin(
          shared: .identifier(Identifier(prefix: "UNII", local: "P")),
          entities: ["/drugs/filgrastim", "/drugs/filgrastim-aafi", "/drugs/tbo-filgrastim"],
          reason: .differentLabelNames),
        RefusedJoin(
          shared: .name("Granix"), entities: ["/drugs/filgrastim", "/drugs/granix"],
          reason: .differentLabelNames),
        RefusedJoin(
          shared: .name("Neupogen"), entities: ["/drugs/filgrastim", "/drugs/neupogen"],
          reason: .differentLabelNames),
      ])
  }

  /// DrugMechDB gives naltrexone the DrugBank number of naloxone in one of its paths.
  @Test func aWrongCrossReferenceDoesNotTieTwoThingsTogether() throws {
    func node(_ curie: String, _ name: String, sameAs: String...) -> Addition {
      .node(
        GraphNode(
          identifier: Identifier(curie: curie)!, sameAs: sameAs.compactMap(Identifier.init(curie:)),
          name: name, kind: "drug"))
    }
    let (library, summary) = try folder.join([
      node("MeSH:D009270", "Naloxone", sameAs: "DrugBank:DB01183"),
      node("MeSH:D009271", "Naltrexone", sameAs: "DrugBank:DB01183"),
      node("MeSH:D009271", "Naltrexone", sameAs: "DrugBank:DB00704"),
      node("DrugBank:DB01183", "naloxone"), node("DrugBank:DB00704", "naltrexone"),
      .label(label("Naltrexone", "UNII:5S6W795CQM", document: "label")),
    ])
    #expect(try documents("/drugs/naltrexone", in: library) == ["label"])
    #expect(try library.page("/drugs/naloxone")?.title == "Naloxone")
    #expect(try documents("/drugs/naloxone", in: library) == [])
    let drugs = try library.index(kind: nil).map(\.entity.path) + summary.joins.map(\.entity.path)
    #expect(Set(drugs) == ["/drugs/naloxone", "/drugs/naltrexone"])
    #expect(
      summary.refusedJoins.map(\.shared) == [
        .identifier(Identifier(prefix: "DrugBank", local: "DB01183"))
      ])
    #expect(summary.refusedJoins.map(\.reason) == [.differentIdentifiers])
  }

  @Test func genesOfOneNameInTwoOrganismsStayApart() throws {
    func gene(_ curie: String) -> Addition {
      .node(GraphNode(identifier: Identifier(curie: curie)!, name: "SHH", kind: "gene"))
    }
    let (_, summary) = try folder.join([
      gene("MGI:98297"), gene("RGD:3673"), gene("ENSEMBL:ENSCAFG00000004981"),
    ])
    #expect(summary.entities == 3)
    #expect(summary.joins == [])
    let (_, human) = try folder.join([gene("HGNC:10848"), gene("NCBIGene:6469")], name: "human")
    #expect(human.entities == 1)
  }

  @Test func twoVersionsOfALabelAreBothThereTheNewerFirst() throws {
    func version(_ version: String, _ date: String) -> Addition {
      var label = label("Baclofen", "UNII:H789N3FKE8", document: "set")
      label.source.version = version
      label.source.effective = date
      return .label(label)
    }
    let (library, _) = try folder.join([version("2", "2025-01-01"), version("10", "2026-01-01")])
    let page = try #require(try library.page("/drugs/baclofen"))
    #expect(page.monograph?.source.version == "10")
    #expect(page.documents.map(\.version) == ["10", "2"])
  }

  @Test func aNodeThatALabelIsJoinedToDoesNotBringInALabelOfTheNodesName() throws {
    let (library, summary) = try folder.join([
      .label(label("Lioresal", "UNII:H", document: "lioresal")),
      .node(
        GraphNode(
          identifier: Identifier(prefix: "UNII", local: "H"), name: "Baclofen", kind: "drug")),
      .label(label("Baclofen", document: "baclofen")),
    ])
    #expect(try documents("/drugs/lioresal", in: library) == ["lioresal"])
    #expect(try documents("/drugs/baclofen", in: library) == ["baclofen"])
    #expect(summary.refusedJoins.map(\.reason) == [.differentLabelNames])
  }

  @Test func aDocumentIsShownAsOneAboutTheEntityItWasJoinedTo() throws {
    var tablets = label("Baclofen Tablets", "UNII:H789N3FKE8", document: "a")
    tablets.relations = [
      Relation(subject: tablets.entity, predicate: "treats", object: "/diseases/spasticity")
    ]
    let (library, _) = try folder.join([
      .page(page("/drugs/baclofen", "Baclofen", "UNII:H789N3FKE8")), .label(tablets),
    ])
    let shown = try library.page("/drugs/baclofen", document: "a")?.monograph
    #expect(shown?.entity == "/drugs/baclofen")
    #expect(shown?.relations.map(\.subject) == ["/drugs/baclofen"])
    #expect(try library.page("/diseases/spasticity")?.neighbours.edges.map(\.other) == ["/drugs/baclofen"])
  }

  @Test func anExactNameOfOneKindJoinsButForCaseAccentsAndPunctuation() throws {
    let (library, summary) = try folder.join([
      .page(page("/diseases/meniere", "Ménière's Disease")),
      .label(label("MENIERES DISEASE", "MONDO:7972", document: "a", kind: "disease")),
      .label(label("Meniere disease", document: "b", kind: "disease")),
    ])
    #expect(try documents("/diseases/meniere", in: library) == ["diseases/meniere.md", "a"])
    #expect(try documents("/diseases/meniere-disease", in: library) == ["b"])
    #expect(summary.joins.map(\.grounds) == [[.name("Ménière's Disease")]])
  }

  @Test func saltsAndLikenessesStayApart() throws {
    let (_, summary) = try folder.join([
      .label(label("Metoprolol", document: "a")), .label(label("Metoprolol Tartrate", document: "b")),
      .label(label("Metoprolol Succinate", document: "c")), .label(label("Metoprolo", document: "d")),
    ])
    #expect(summary.joins == [])
    #expect(summary.entities == 4)
  }

  @Test func aNameSharedByTwoKindsIsTwoThings() throws {
    let (library, summary) = try folder.join([
      .label(label("Insulin", document: "a")), .label(label("Insulin", document: "b", kind: "gene")),
      .page(page("/entities/insulin", "Insulin")),
    ])
    #expect(try documents("/drugs/insulin", in: library) == ["a"])
    #expect(try documents("/genes/insulin", in: library) == ["b"])
    #expect(try documents("/entities/insulin", in: library) == ["entities/insulin.md"])
    #expect(summary.joins == [])
  }

  @Test func differentIdentifiersOfOneRegistryKeepANameApart() throws {
    let (library, summary) = try folder.join([
      .label(label("Cold Relief", "UNII:A1", document: "a")),
      .label(label("Cold Relief", "UNII:B2", document: "b")),
      .label(label("Cold Relief", document: "c")), .label(label("Cold relief", document: "d")),
    ])
    #expect(try documents("/drugs/cold-relief", in: library) == ["a"])
    #expect(try documents("/drugs/cold-relief-unii-b2", in: library) == ["b"])
    // Which of the two is meant cannot be told, but nothing tells these apart.
    #expect(try documents("/drugs/cold-relief-c", in: library) == ["c", "d"])
    #expect(
      summary.refusedJoins == [
        RefusedJoin(
          shared: .name("Cold Relief"),
          entities: ["/drugs/cold-relief", "/drugs/cold-relief-c", "/drugs/cold-relief-unii-b2"],
          reason: .differentIdentifiers)
      ])
  }

  @Test func twoGivenIdsAreNeverJoined() throws {
    let (library, summary) = try folder.join([
      .page(page("/drugs/cold", "Cold", "UNII:A1")), .page(page("/drugs/cold-2", "Cold", "UNII:A1")),
      .label(label("Cold", "UNII:A1", document: "a")),
    ])
    #expect(try documents("/drugs/cold", in: library) == ["drugs/cold.md"])
    #expect(try documents("/drugs/cold-2", in: library) == ["drugs/cold-2.md"])
    #expect(try documents("/drugs/cold-unii-a1", in: library) == ["a"])
    #expect(
      Set(summary.refusedJoins.map(\.shared))
        == [.identifier(Identifier(prefix: "UNII", local: "A1")), .name("Cold")])
    #expect(summary.refusedJoins.allSatisfy { $0.reason == .differentGivenIDs })
  }

  @Test func aChainBetweenTwoGivenIdsIsCutWhereItTiesBoth() throws {
    let (library, _) = try folder.join([
      .page(page("/drugs/one", "One", "UNII:A1")), .page(page("/drugs/two", "Two", "UNII:B2")),
      .label(label("Both", "UNII:A1", "UNII:B2", document: "both")),
      .label(label("First", "UNII:A1", document: "first")),
    ])
    #expect(try documents("/drugs/one", in: library) == ["drugs/one.md", "first"])
    #expect(try documents("/drugs/two", in: library) == ["drugs/two.md"])
    #expect(try documents("/drugs/both", in: library) == ["both"])
  }

  @Test func anAliasOfAPageJoinsATitleWhereItNamesOneThing() throws {
    let baclofen = page("/drugs/baclofen", "Baclofen", aliases: ["Lioresal", "Shared"])
    let (library, summary) = try folder.join([
      .page(baclofen), .page(page("/drugs/other", "Other", aliases: ["shared"])),
      .label(label("LIORESAL", "UNII:H789N3FKE8", document: "a")), .label(label("Shared", document: "b")),
    ])
    #expect(try documents("/drugs/baclofen", in: library) == ["drugs/baclofen.md", "a"])
    #expect(try documents("/drugs/shared", in: library) == ["b"])
    #expect(
      summary.refusedJoins == [
        RefusedJoin(
          shared: .name("Shared"), entities: ["/drugs/baclofen", "/drugs/other", "/drugs/shared"],
          reason: .ambiguous)
      ])
  }

  @Test func anEarlierIdOfAPageIsNotTakenByAProposal() throws {
    var baclofen = page("/drugs/baclofen", "Baclofen")
    baclofen.redirects = ["/drugs/lioresal"]
    let (library, _) = try folder.join([
      .label(label("Lioresal", document: "set 1")), .page(baclofen),
    ])
    #expect(try library.page("/drugs/lioresal")?.entity == "/drugs/baclofen")
    #expect(try documents("/drugs/lioresal-set-1", in: library) == ["set 1"])
  }

  @Test func oneLabelFromTwoPublishersIsTwoDocuments() throws {
    var second = label("Baclofen", document: "set")
    second.source.publisher = "DailyMed"
    second.source.version = "2"
    let (library, _) = try folder.join([.label(label("Baclofen", document: "set")), .label(second)])
    #expect(try documents("/drugs/baclofen", in: library) == ["set (2)", "set"])
    #expect(try library.page("/drugs/baclofen", document: "set (2)")?.monograph?.source.version == "2")
    #expect(throws: LibraryError.duplicateDocument(entity: "/drugs/baclofen", document: "set")) {
      try folder.join([.label(second), .label(second)], name: "twice")
    }
  }

  @Test func aLinkToAnIdThatWasJoinedAwayLeadsToTheEntity() throws {
    var guide = page("/entities/guide", "Guide")
    guide.sections[0].blocks = [
      paragraph(link("/drugs/baclofen-tablets", "tablets"), .text(" and "), link("/drugs/sodium", "sodium"))
    ]
    let (library, summary) = try folder.join([
      .page(guide), .page(page("/drugs/baclofen", "Baclofen", "UNII:H789N3FKE8")),
      .label(label("Baclofen Tablets", "UNII:H789N3FKE8", document: "a")),
      .node(GraphNode(identifier: Identifier(prefix: "CHEBI", local: "1"), name: "Sodium", kind: "drug")),
    ])
    let shown = try library.page("/entities/guide")
    #expect(shown?.neighbours.links.map(\.entity) == ["/drugs/baclofen", "/drugs/sodium"])
    #expect(shown?.missing == ["/drugs/sodium"])
    #expect(summary.missingTargets == 1)
    #expect(try library.page("/drugs/baclofen")?.neighbours.backlinks.map(\.entity) == ["/entities/guide"])
  }
}
