import MonographLibrary
import MonographModel
import Testing

@testable import MonographLibrary

@Suite struct NameTests {
  let folder: TemporaryFolder
  let library: Library

  init() throws {
    folder = try TemporaryFolder()
    library = try folder.library(Sample.all)
  }

  static func match(
    _ entity: EntityID, _ title: String, alias: String? = nil, _ quality: NameMatch.Quality = .exact,
    hasPage: Bool = true
  ) -> NameMatch {
    NameMatch(
      entity: entity, title: title, kind: entity.kind,
      entityClass: title == "Baclofen" ? "GABA-B agonist" : nil, alias: alias, quality: quality,
      hasPage: hasPage)
  }

  @Test(arguments: [
    ("baclofen", [match("/drugs/baclofen", "Baclofen")]),
    ("BACLO", [match("/drugs/baclofen", "Baclofen", .prefix)]),
    ("liores", [match("/drugs/baclofen", "Baclofen", alias: "Lioresal", .prefix)]),
    ("unii:h789", [match("/drugs/baclofen", "Baclofen", alias: "UNII:H789N3FKE8", .prefix)]),
    ("h789n", [match("/drugs/baclofen", "Baclofen", alias: "UNII:H789N3FKE8", .word)]),
    ("disease", [match("/diseases/parkinsons-disease", "Parkinson's disease", .word)]),
    ("dis par", [match("/diseases/parkinsons-disease", "Parkinson's disease", .word)]),
    ("Parkinson’s Disease", [match("/diseases/parkinsons-disease", "Parkinson's disease")]),
    ("baclofin", [match("/drugs/baclofen", "Baclofen", .fuzzy)]),
    ("balcofen", [match("/drugs/baclofen", "Baclofen", .fuzzy)]),
    ("bacolfn", [match("/drugs/baclofen", "Baclofen", .fuzzy)]),
    ("parkinsens", [match("/diseases/parkinsons-disease", "Parkinson's disease", .fuzzy)]),
    ("blocafn", []),
    ("rna", [match("/entities/rna", "RNA", hasPage: false)]),
    (
      "gab",
      [
        match("/entities/gaba", "GABA", .prefix),
        match("/drugs/baclofen", "Baclofen", alias: "Gablofen", .prefix),
      ]
    ),
    ("", []), (" ", []), ("zzzzzz", []),
  ])
  func namesAreFoundAsTyped(text: String, expected: [NameMatch]) throws {
    #expect(try library.names(matching: text, limit: 10) == expected)
  }

  @Test func exactComesBeforePrefixBeforeWordBeforeFuzzy() throws {
    let titles = ["Iron dextran", "Iron", "Sucrose iron", "Irons", "Orin", "Iran"]
    let pages = titles.map {
      Monograph(
        entity: EntityID(folder: "drugs", slug: EntityID.slug(fromName: $0))!, title: $0,
        source: Source(document: $0))
    }
    let library = try folder.library(pages, name: "iron")
    #expect(
      try library.names(matching: "iron", limit: 10).map { "\($0.title) \($0.quality)" } == [
        "Iron exact", "Iron dextran prefix", "Irons prefix", "Sucrose iron word", "Iran fuzzy",
      ])
    #expect(try library.names(matching: "iron", limit: 2).map(\.title) == ["Iron", "Iron dextran"])
  }

  @Test func whatIsAboutOneThingComesBeforeACombinationThatHoldsIt() throws {
    func page(_ title: String) -> Addition {
      .label(
        Monograph(
          entity: EntityID(folder: "drugs", slug: EntityID.slug(fromName: title))!, title: title,
          source: Source(document: title)))
    }
    func node(_ name: String) -> Addition {
      .node(GraphNode(identifier: Identifier(prefix: "DB", local: name), name: name, kind: "drug"))
    }
    let library = try folder.join(
      [
        page("Cillin and dorin"), page("Bismuth, dorin, and cillin"), page("Cillinol with water"),
        page("Cillinol sodium"), page("Sodium dorin"), node("Dorin"), node("Dorinase"), node("Cillin"),
        node("Cillin V"),
      ], name: "combinations"
    ).library
    func names(_ text: String, limit: Int = 10) throws -> [String] {
      try library.names(matching: text, limit: limit).map(\.title)
    }
    // Two substances that have no page begin with it; a combination that merely holds one is last.
    #expect(
      try names("dor") == [
        "Dorin", "Dorinase", "Sodium dorin", "Bismuth, dorin, and cillin", "Cillin and dorin",
      ])
    #expect(
      try names("cil") == [
        "Cillinol sodium", "Cillin", "Cillin and dorin", "Cillinol with water", "Cillin V",
        "Bismuth, dorin, and cillin",
      ])
    #expect(try names("cillin").prefix(3) == ["Cillin", "Cillinol sodium", "Cillin and dorin"])
    // Room is kept for what begins with what was typed, though it has no page.
    #expect(try names("dor", limit: 5).first == "Dorin")
    #expect(try names("cillinol").first == "Cillinol sodium")
  }

  @Test(arguments: [
    ("/drugs/baclofen", ["/drugs/baclofen"]), ("drugs/baclofen", ["/drugs/baclofen"]),
    ("/Drugs/Baclofen", ["/drugs/baclofen"]), ("/drugs/lioresal", ["/drugs/baclofen"]),
    ("baclofen", ["/drugs/baclofen"]), ("Baclofen", ["/drugs/baclofen"]), ("GABLOFEN", ["/drugs/baclofen"]),
    ("lioresal", ["/drugs/baclofen"]), ("parkinsons-disease", ["/diseases/parkinsons-disease"]),
    ("parkinson's DISEASE", ["/diseases/parkinsons-disease"]), ("UNII:H789N3FKE8", ["/drugs/baclofen"]),
    ("rna", ["/entities/rna"]), ("/entities/rna", ["/entities/rna"]),
    ("baclo", []), ("/drugs/unheard-of", []), ("", []), ("///", []), ("baclofin", []),
  ])
  func aNameInFullIsResolved(name: String, expected: [EntityID]) throws {
    #expect(try library.resolve(name).map(\.entity) == expected)
  }

  @Test func aNameThatTwoThingsShareGivesBothTheTitleFirst() throws {
    func page(_ id: EntityID, _ title: String, aliases: [String] = []) -> Monograph {
      Monograph(entity: id, title: title, aliases: aliases, source: Source(document: id.path))
    }
    let library = try folder.library(
      [page("/drugs/first", "First", aliases: ["Mercury"]), page("/entities/mercury", "Mercury")], name: "two"
    )
    #expect(try library.resolve("mercury").map(\.entity) == ["/entities/mercury", "/drugs/first"])
  }

  @Test func theIndexListsPagesFromAToZ() throws {
    #expect(try library.index().map(\.title) == ["Baclofen", "GABA", "Neurons", "Parkinson's disease"])
    #expect(try library.index(kind: "entity").map(\.entity) == ["/entities/gaba", "/entities/neurons"])
    #expect(try library.index(kind: "unheard-of") == [])
  }

  @Test(arguments: [
    ("Alzheimer's Disease", "alzheimers disease"), ("Alzheimer’s  disease ", "alzheimers disease"),
    ("GABA-B", "gaba b"), ("Ménière", "meniere"), ("5 µg", "5 μg"), ("H₂O", "h2o"), ("+", "+"), ("", ""),
    ("Ω-3", "ω 3"), ("ÅNGSTRÖM", "angstrom"), ("日本", "日本"),
  ])
  func namesAreFolded(name: String, expected: String) {
    #expect(FoldedName.fold(name) == expected)
  }

  @Test(arguments: [
    ("baclofen", "baclofen", 0), ("baclofen", "baclofn", 1), ("baclofen", "balcofen", 1),
    ("baclofen", "bacloffen", 1), ("baclofen", "baklofin", 2), ("baclofen", "ablcofen", 2),
    ("baclofen", "blocafen", nil), ("baclofen", "bac", nil), ("iron", "orin", nil), ("iron", "irno", 1),
    ("pd", "pb", nil), ("pd", "pd", 0),
  ])
  func editsAreCounted(word: String, other: String, expected: Int?) throws {
    var distance = try #require(EditDistance(Array(word.utf8)))
    #expect(Array(other.utf8).withUnsafeBytes { distance.distance(to: $0) } == expected)
  }
}
