import MonographModel
import Testing

@testable import MonographLibrary

/// What is recorded between drugs that do not exist.
@Suite("What a library records between drugs")
struct InteractionTests {
  private static func words(_ text: String) -> Block { paragraph(.text(text)) }

  private static func drug(
    _ title: String, document: String = "1", aliases: [String] = [], entityClass: String? = nil,
    relations: [Relation] = [], date: String? = nil, _ sections: [Section]
  ) -> Monograph {
    Monograph(
      entity: EntityID(folder: "drugs", slug: EntityID.slug(fromName: title))!, title: title,
      aliases: aliases,
      entityClass: entityClass,
      source: Source(document: "\(title) \(document)", publisher: "Book", effective: date),
      relations: relations,
      sections: sections)
  }

  private func records(_ monographs: [Monograph]) throws -> InteractionRecords {
    let folder = try TemporaryFolder()
    let entities = monographs.map(\.entity).reduce(into: [EntityID]()) {
      if !$0.contains($1) { $0.append($1) }
    }
    return try #require(try folder.library(monographs).interactions(among: entities))
  }

  /// The mentions of the first pair, a line each.
  private func told(_ monographs: [Monograph]) throws -> [String] {
    try records(monographs).pairs[0].mentions.map { mention in
      let name =
        switch mention.name {
        case .own(let name): name
        case .ofClass(let name): "class \(name)"
        case .ofWiderClass(let name, let known): "class \(name), wider than \(known)"
        }
      return
        "\(mention.speaker.slug) \(mention.sectionPath.joined(separator: " > ")) [\(name)] \(mention.sentence)"
    }
  }

  private let silent = Self.drug(
    "Betadol", entityClass: "gamma blocker", [section("Overview", [Self.words("A drug.")])])

  @Test(
    "are the sentences of interactions, contraindications and warnings that name the other, in both directions"
  )
  func bothWays() throws {
    let alpha = Self.drug(
      "Alphadol",
      [
        section("Overview", [Self.words("Unlike betadol it is blue.")]),
        section("Drug Interactions", [Self.words("It is slow. With Betadol it is slower. Then it stops.")]),
        section("Contraindications", [Self.words("Not with:"), bullets("betadol", "gammadol")]),
        section("Adverse Effects", [Self.words("Betadol was given too.")]),
      ])
    let beta = Self.drug(
      "Betadol", [section("5 WARNINGS", [], [section("Others", level: 2, [Self.words("Alphadol heats.")])])])
    #expect(
      try told([alpha, beta]) == [
        "alphadol Drug Interactions [Betadol] With Betadol it is slower.",
        "alphadol Contraindications [Betadol] Not with: betadol",
        "betadol 5 WARNINGS > Others [Alphadol] Alphadol heats.",
      ])
  }

  @Test("name the other by its brand, without its salt, or by its class, which is said")
  func names() throws {
    let alpha = Self.drug(
      "Alphadol",
      [
        section(
          "Drug Interactions",
          [Self.words("Beta-Tabs add up. Betadol does. All gamma blockers do. Gamma rays do not.")])
      ])
    let beta = Self.drug(
      "Betadol hydrochloride", aliases: ["Beta-Tabs"], entityClass: "gamma blocker",
      [section("Overview", [Self.words("A drug.")])])
    #expect(
      try told([alpha, beta])
        == [
          "alphadol Drug Interactions [Betadol] Betadol does.",
          "alphadol Drug Interactions [Beta-Tabs] Beta-Tabs add up.",
          "alphadol Drug Interactions [class gamma blocker] All gamma blockers do.",
        ].sorted { left, _ in left.contains("[Betadol]") })
  }

  @Test("belong to a class that a graph puts the other into; not where it says that it does not")
  func graphClass() throws {
    func inClass(_ isNegated: Bool) -> Relation {
      Relation(
        subject: "/classes/deltas", subjectName: "Deltastatics", predicate: "includes",
        object: "/drugs/betadol",
        objectName: "Betadol", isNegated: isNegated)
    }
    let alpha = Self.drug("Alphadol", [section("Drug Interactions", [Self.words("Deltastatics add up.")])])
    for isNegated in [false, true] {
      let beta = Self.drug("Betadol", relations: [inClass(isNegated)], [])
      #expect(try told([alpha, beta]).isEmpty == isNegated)
    }
  }

  @Test("are not sentences that share words, or name the class of their own drug")
  func precision() throws {
    let alpha = Self.drug(
      "Alphadol", entityClass: "gamma blocker",
      [
        section(
          "Drug Interactions",
          [
            Self.words(
              "Betadolol adds up. Blockers of gamma do. This gamma blocker does. So do beta and dol.")
          ])
      ])
    #expect(try told([alpha, silent]) == [])
  }

  @Test("a name that is a part of the other's own is not found in the other's text")
  func partOfName() throws {
    let ester = Self.drug(
      "Betadol enacarbil", [section("Drug Interactions", [Self.words("Betadol enacarbil is slow.")])])
    #expect(try told([silent, ester]) == [])
  }

  @Test("a row of a table is told with its headers")
  func rows() throws {
    let table = Table(
      header: [[Table.Cell([.text("With")], isHeader: true), Table.Cell([.text("What")], isHeader: true)]],
      body: [
        [Table.Cell([.text("Betadol")]), Table.Cell([.text("Heat")])],
        [Table.Cell([.text("Gammadol")]), Table.Cell([.text("Cold")])],
      ])
    let alpha = Self.drug("Alphadol", [section("Drug Interactions", [Block(.table(table))])])
    #expect(try told([alpha, silent]) == ["alphadol Drug Interactions [Betadol] With: Betadol; What: Heat"])
  }

  @Test("what several documents say in the same words is told once, and counted")
  func sameWords() throws {
    let sections = [section("Drug Interactions", [Self.words("Betadol adds up.")])]
    let labels = (1...3).map { Self.drug("Alphadol", document: "\($0)", date: "2026-01-0\($0)", sections) }
    let mentions = try records(labels + [silent]).pairs[0].mentions
    #expect(mentions.map(\.otherDocuments) == [2])
    #expect(mentions.map(\.document.document) == ["Alphadol 3"])
    #expect(mentions.map(\.isInFirstDocument) == [true])
  }

  @Test("are the relations between the two, either way, parallel ones apart")
  func relations() throws {
    func relation(_ predicate: String, _ subject: EntityID, _ object: EntityID, _ source: String) -> Relation
    {
      Relation(subject: subject, predicate: predicate, object: object, source: source)
    }
    let alpha = Self.drug(
      "Alphadol",
      relations: [
        relation("interacts with", "/drugs/alphadol", "/drugs/betadol", "one"),
        relation("interacts with", "/drugs/alphadol", "/drugs/betadol", "two"),
        relation("interacts with", "/drugs/alphadol", "/drugs/gammadol", "three"),
        relation("slows", "/drugs/betadol", "/drugs/alphadol", "four"),
      ], [])
    let relations = try records([alpha, silent]).pairs[0].relations
    #expect(Set(relations.compactMap(\.source)) == ["one", "two", "four"])
    #expect(relations.first { $0.source == "four" }?.subject == "/drugs/betadol")
  }

  @Test("tell how far was looked, and nil where an entity is unknown")
  func reach() throws {
    let folder = try TemporaryFolder()
    let library = try folder.library([
      Self.drug("Alphadol", [section("Drug Interactions", [Self.words("None.")])]), silent,
    ])
    let subjects = try #require(try library.interactions(among: ["/drugs/alphadol", "/drugs/betadol"]))
      .subjects
    #expect(subjects.map(\.sections) == [1, 0])
    #expect(subjects.map(\.documents) == [1, 1])
    #expect(subjects[1].classes == ["gamma blocker"])
    #expect(try library.interactions(among: ["/drugs/alphadol", "/drugs/nothing"]) == nil)
  }

  private func interactions(_ words: String...) -> Section {
    section("Drug Interactions", words.map(Self.words))
  }

  @Test("name a salt by its base; what is only a salt is looked for whole")
  func salts() throws {
    let alpha = Self.drug(
      "Alphadol", [interactions("Betadol slows it. Potassium chloride too. Potassium is a salt.")])
    for title in ["Betadol lactobionate", "Betadol strontium"] {
      #expect(
        try told([alpha, Self.drug(title, [section("Overview", [])])])
          == ["alphadol Drug Interactions [Betadol] Betadol slows it."])
    }
    let salt = Self.drug("Potassium chloride", [section("Overview", [])])
    #expect(
      try told([alpha, salt])
        == ["alphadol Drug Interactions [Potassium chloride] Potassium chloride too."])
  }

  @Test("name the base that the library knows, whatever the words of the salt")
  func bases() throws {
    let relation = Relation(
      subject: "/drugs/betadol", subjectName: "Betadol", predicate: "slows", object: "/drugs/alphadol",
      objectName: "Alphadol")
    let alpha = Self.drug("Alphadol", relations: [relation], [interactions("Betadol slows it.")])
    #expect(
      try told([alpha, Self.drug("Betadol zzyzate", [])])
        == ["alphadol Drug Interactions [Betadol] Betadol slows it."])
  }

  @Test("a drug without a class has that of its base or another salt, which is told")
  func classOfBase() throws {
    let alpha = Self.drug("Alphadol", [interactions("Gamma blockers slow it.")])
    let other = Self.drug("Betadol acetate", entityClass: "gamma blocker", [])
    let found = try records([alpha, Self.drug("Betadol sulfate", []), other])
    #expect(found.pairs[0].mentions.map(\.sentence) == ["Gamma blockers slow it."])
    #expect(found.subjects[1].classesStatedOf == ["Betadol acetate"])
  }

  @Test("name a wider class by the noun that a class ends in, where no word narrows it")
  func widerClass() throws {
    let beta = Self.drug("Betadol", entityClass: "slow-acting gamma relaxant", [])
    let alpha = Self.drug(
      "Alphadol",
      [interactions("Gamma relaxants add up. Fast gamma relaxants do not. Non-gamma relaxants do not.")])
    #expect(
      try told([alpha, beta]) == [
        "alphadol Drug Interactions [class gamma relaxant, wider than slow-acting gamma relaxant] "
          + "Gamma relaxants add up."
      ])
  }

  @Test("the noun of a class that says only what its things do is no class")
  func roles() throws {
    let beta = Self.drug("Betadol", entityClass: "gamma inhibitor", [])
    let alpha = Self.drug("Alphadol", [interactions("Inhibitors add up. Avoid other inhibitors.")])
    #expect(try told([alpha, beta]) == [])
  }

  @Test("a heading that names the other is told with the text under it, and never alone")
  func headings() throws {
    let alpha = Self.drug(
      "Alphadol",
      [
        section(
          "Drug Interactions", [],
          [
            section("7.1 Betadol", level: 2, [Self.words("Both together are slow. Then they stop.")]),
            section("7.2 Betadol", level: 2, []),
          ])
      ])
    #expect(
      try told([alpha, silent])
        == ["alphadol Drug Interactions > 7.1 Betadol [Betadol] 7.1 Betadol: Both together are slow."])
    #expect(try told([Self.drug("Alphadol", [interactions("Betadol")]), silent]) == [])
  }

  @Test("captions, notes, headers and rows across a table are searched; a row across leads those under it")
  func tables() throws {
    func cells(_ words: String...) -> [Table.Cell] { words.map { Table.Cell([.text($0)]) } }
    let table = Table(
      caption: [.text("Table 1")], header: [cells("What", "How")],
      body: [cells("Betadol", ""), cells("Effect", "Heat"), cells("Gammadol", ""), cells("Effect", "Cold")],
      notes: [[.text("As betadol does.")]])
    let alpha = Self.drug("Alphadol", [section("Drug Interactions", [Block(.table(table))])])
    #expect(
      try told([alpha, silent]) == [
        "alphadol Drug Interactions [Betadol] Betadol: What: Effect; How: Heat",
        "alphadol Drug Interactions [Betadol] As betadol does.",
      ])
  }

  @Test("what both are called counts only where another one is meant, which the pair tells")
  func shared() throws {
    let beta = Self.drug("Betadol", entityClass: "gamma blocker", [])
    let alpha = Self.drug(
      "Alphadol", entityClass: "gamma blocker",
      [interactions("Gamma blockers are blue. Avoid other gamma blockers.")])
    let pair = try records([alpha, beta]).pairs[0]
    #expect(pair.mentions.map(\.sentence) == ["Avoid other gamma blockers."])
    #expect(pair.sharedNames == ["gamma blocker"])
    let both = Self.drug(
      "Alphadol and betadol", [interactions("Betadol is blue. Another betadol is too much.")])
    #expect(
      try records([both, silent]).pairs[0].mentions.map(\.sentence) == ["Another betadol is too much."])
  }

  @Test("a long sentence is whole; a longer one says that it is")
  func longSentences() throws {
    let long = "Betadol " + Array(repeating: "slows", count: 75).joined(separator: " ") + " it."
    let alpha = Self.drug("Alphadol", [interactions(long)])
    #expect(try records([alpha, silent]).pairs[0].mentions.map(\.sentence) == [long])
    let longer = "Betadol " + Array(repeating: "slows", count: 300).joined(separator: " ") + " it."
    let cut = try records([Self.drug("Alphadol", [interactions(longer)]), silent]).pairs[0].mentions
    #expect(cut.first?.sentence.hasSuffix("slows… [longer than is shown here]") == true)
  }

  @Test("a sentence within another of the same section is one record; a document counts once")
  func repeats() throws {
    let sections = [
      interactions("Betadol slows it.", "With food: Betadol slows it."),
      section("Contraindications", [Self.words("Betadol slows it.")]),
    ]
    let labels = (1...2).map { Self.drug("Alphadol", document: "\($0)", sections) }
    let mentions = try records(labels + [silent]).pairs[0].mentions
    #expect(Set(mentions.map(\.sentence)).count == mentions.count)
    #expect(mentions.map(\.otherDocuments).allSatisfy { $0 <= 1 })
  }

  private func bullets(_ items: String...) -> Block {
    Block(.list(List(items: items.map { [Self.words($0)] })))
  }
}
