import MonographLibrary
import MonographModel
import Testing

@Suite struct PageTests {
  let folder: TemporaryFolder
  let library: Library

  init() throws {
    folder = try TemporaryFolder()
    library = try folder.library(Sample.all)
  }

  @Test func aPageComesBackAsItWasAddedWithWhatSurroundsIt() throws {
    let neurons = Neighbours.Mention(
      entity: "/entities/neurons", name: "Neurons", hasPage: true, anchor: "mechanism",
      sentence: "It acts on nerve cells.")
    let rna = Neighbours.Mention(
      entity: "/entities/rna", name: "RNA", hasPage: false, anchor: "mechanism",
      sentence: "It has no effect on RNA as far as is known.")
    let disease = Neighbours.Mention(
      entity: "/diseases/parkinsons-disease", name: "Parkinson's disease", hasPage: true, anchor: "oral",
      sentence: "Start with 5 mg three times daily; see Parkinson's disease.")
    let backlink = Neighbours.Mention(
      entity: "/diseases/parkinsons-disease", name: "Parkinson's disease", hasPage: true, anchor: "treatment",
      sentence: "Lioresal is rarely used.")
    let stated = Sample.baclofen.relations
    let expected = Page(
      entity: "/drugs/baclofen", title: "Baclofen", kind: "drug", monograph: Sample.baclofen,
      documents: [DocumentEntry(of: Sample.baclofen)],
      neighbours: Neighbours(
        links: [neurons, rna, disease], backlinks: [backlink],
        groups: RelationGroup.groups(of: [
          Neighbours.Edge(relation: stated[2], isOutgoing: true, hasPage: true),
          Neighbours.Edge(relation: stated[0], isOutgoing: true, hasPage: false, otherDegree: 1),
          Neighbours.Edge(relation: stated[1], isOutgoing: true, hasPage: false, otherDegree: 1),
        ])),
      missing: ["/entities/rna"])
    #expect(try library.page("/drugs/baclofen") == expected)
  }

  @Test func aDiagramsEdgesAreRelationsOfTheSubjectAsDrawn() throws {
    func edge(_ predicate: String, _ object: EntityID, _ name: String, hasPage: Bool) -> Neighbours.Edge {
      Neighbours.Edge(
        relation: Relation(
          subject: "/entities/gaba", subjectName: "GABA", predicate: predicate, object: object,
          objectName: name, source: "As drawn by the page", origin: .diagram(anchor: "mechanism")),
        isOutgoing: true, hasPage: hasPage, otherDegree: 1)
    }
    #expect(
      try library.page("/entities/gaba")?.neighbours.edges == [
        edge("activates", "/entities/neurons", "Neurons", hasPage: true),
        edge("activates", "/entities/rna", "RNA", hasPage: false),
        edge("associated with", "/entities/neurons", "Neurons", hasPage: true),
      ])
  }

  @Test func aRelationIsSeenFromItsObjectToo() throws {
    #expect(
      try library.page("/diseases/parkinsons-disease")?.neighbours.edges == [
        Neighbours.Edge(
          relation: Sample.baclofen.relations[2], isOutgoing: false, hasPage: true, otherDegree: 1)
      ])
  }

  @Test func aMissingEntityShowsWhatIsKnownOfIt() throws {
    let expected = Page(
      entity: "/entities/rna", title: "RNA", kind: "entity", monograph: nil,
      neighbours: Neighbours(
        backlinks: [
          Neighbours.Mention(
            entity: "/drugs/baclofen", name: "Baclofen", hasPage: true, anchor: "mechanism",
            sentence: "It has no effect on RNA as far as is known."),
          Neighbours.Mention(
            entity: "/diseases/parkinsons-disease", name: "Parkinson's disease", hasPage: true,
            anchor: "see-also", sentence: "RNA"),
        ],
        groups: RelationGroup.groups(of: [
          Neighbours.Edge(
            relation: Relation(
              subject: "/entities/gaba", subjectName: "GABA", predicate: "activates",
              object: "/entities/rna", objectName: "RNA", source: "As drawn by the page",
              origin: .diagram(anchor: "mechanism")),
            isOutgoing: false, hasPage: true, otherDegree: 2)
        ])))
    #expect(try library.page("/entities/rna") == expected)
  }

  @Test func anEntityThatNothingKnowsHasNoPage() throws {
    #expect(try library.page("/drugs/unheard-of") == nil)
    #expect(try library.page("/drugs/baclofen", document: "unheard-of") == nil)
  }

  @Test func anEarlierIdLeadsToThePageAndIsNeverMissing() throws {
    #expect(try library.page("/drugs/lioresal") == library.page("/drugs/baclofen"))
    #expect(try library.page("/diseases/parkinsons-disease")?.missing == ["/entities/rna"])
    #expect(
      try library.page("/diseases/parkinsons-disease")?.neighbours.links.map(\.entity)
        == ["/drugs/baclofen", "/entities/rna", "/entities/neurons"])
  }

  @Test func anEarlierIdThatHasAPageOfItsOwnKeepsIt() throws {
    let claimed = Monograph(entity: "/drugs/lioresal", title: "Lioresal", source: Source(document: "own"))
    let library = try folder.library(Sample.all + [claimed], name: "claimed")
    #expect(try library.page("/drugs/lioresal")?.monograph == claimed)
  }

  @Test func sourceTextIsTheBytesThatWereRead() throws {
    #expect(
      try library.sourceText(entity: "/drugs/baclofen", document: "drugs/baclofen.md")
        == Array("Baclofen".utf8))
    #expect(try library.sourceText(entity: "/drugs/lioresal") == Array("Baclofen".utf8))
    #expect(try library.sourceText(entity: "/drugs/baclofen", document: "other") == nil)
    #expect(try library.sourceText(entity: "/entities/rna") == nil)
  }

  @Test func aMissingEntityIsNamedAsItIsCalledMostOften() throws {
    func page(_ number: Int, calling name: String) -> Monograph {
      Monograph(
        entity: EntityID(folder: "drugs", slug: "drug-\(number)")!, title: "Drug \(number)",
        source: Source(document: "\(number)"),
        sections: [section("Text", [paragraph(link("/entities/x1", name))])])
    }
    let library = try folder.library(
      [page(1, calling: "x one"), page(2, calling: "X-1"), page(3, calling: "X-1")], name: "named")
    #expect(try library.page("/entities/x1")?.title == "X-1")
  }

  @Test func aLabelThatTwoPagesShareTiesANodeToNeither() throws {
    let diagram = Diagram(
      nodes: [Diagram.Node(name: "a", label: "Cold"), Diagram.Node(name: "b", label: "GABA")],
      edges: [Diagram.Edge(from: 0, to: 1, label: "acts on")])
    func page(_ id: EntityID, _ title: String, _ blocks: [Block] = []) -> Monograph {
      Monograph(
        entity: id, title: title, source: Source(document: id.path), sections: [section("Text", blocks)])
    }
    let pages = [
      page("/diseases/cold", "Cold", [Block(.diagram(diagram))]), page("/entities/cold", "cold"), Sample.gaba,
    ]
    let shared = try folder.library(pages, name: "shared")
    #expect(try shared.page("/entities/gaba")?.neighbours.edges == [])
    let single = try folder.library([pages[0], pages[2]], name: "single")
    #expect(
      try single.page("/entities/gaba")?.neighbours.edges.map(\.relation) == [
        Relation(
          subject: "/diseases/cold", subjectName: "Cold", predicate: "acts on", object: "/entities/gaba",
          objectName: "GABA", source: "/diseases/cold", origin: .diagram(anchor: "text"))
      ])
  }
}

@Suite struct SeveralDocumentsTests {
  static func baclofen(document: String, title: String = "Baclofen") -> Monograph {
    Monograph(
      entity: "/drugs/baclofen", title: title, source: Source(document: document),
      sections: [
        section(
          "Dosing", [paragraph(.text("From \(document). See "), link("/entities/\(document)", document))])
      ])
  }

  @Test func theHighestLayerIsShownFirstAndTheOthersFollowInARing() throws {
    let folder = try TemporaryFolder()
    let writer = try LibraryWriter(path: folder.file("layers"), title: "Layers", fingerprint: "")
    try writer.add(Self.baclofen(document: "label"), source: Array("l".utf8))
    try writer.add(Self.baclofen(document: "wiki"), source: Array("w".utf8))
    try writer.add(
      Self.baclofen(document: "ward", title: "Baclofen (ward)"), source: Array("h".utf8), layer: 1)
    let written = try writer.finish()
    #expect(written.pages == 1)
    #expect(written.documents == 3)
    let library = try Library.open(path: folder.file("layers"))
    // What the start page counts is what the index lists.
    let summary = try library.summary
    #expect(summary.pages == (try library.index().count))
    #expect(summary.documents == 3)
    #expect(summary.kinds == [LibrarySummary.KindCount(kind: "drug", count: 1)])

    let first = try library.page("/drugs/baclofen")
    #expect(first?.monograph == Self.baclofen(document: "ward", title: "Baclofen (ward)"))
    #expect(first?.title == "Baclofen (ward)")
    #expect(first?.documents.map(\.document) == ["ward", "label", "wiki"])
    #expect(first?.missing == ["/entities/ward"])

    let second = try library.page("/drugs/baclofen", document: "label")
    #expect(second?.monograph == Self.baclofen(document: "label"))
    #expect(second?.documents.map(\.document) == ["label", "wiki", "ward"])
    #expect(second?.missing == ["/entities/label"])
    #expect(try library.sourceText(entity: "/drugs/baclofen", document: "wiki") == Array("w".utf8))
  }

  @Test func aDocumentIsAddedOnceForEachLayer() throws {
    let folder = try TemporaryFolder()
    let writer = try LibraryWriter(path: folder.file("twice"), title: "Twice", fingerprint: "")
    try writer.add(Self.baclofen(document: "label"), source: [])
    #expect(throws: LibraryError.duplicateDocument(entity: "/drugs/baclofen", document: "label")) {
      try writer.add(Self.baclofen(document: "label"), source: [])
    }
    try writer.add(Self.baclofen(document: "label"), source: [], layer: 1)
    let written = try writer.finish()
    #expect(written.pages == 1)
    #expect(written.documents == 2)
  }
}
