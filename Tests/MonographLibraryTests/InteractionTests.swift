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

  private func bullets(_ items: String...) -> Block {
    Block(.list(List(items: items.map { [Self.words($0)] })))
  }
}
