import MonographModel
import MonographReports
import Testing

@Suite("What is recorded between drugs, as a page")
struct InteractionReportTests {
  private static let drugs = ["alphadol", "betadol", "gammadol"].map { EntityID(folder: "drugs", slug: $0)! }

  private static let records = InteractionRecords(
    subjects: [
      .init(
        entity: drugs[0], name: "Alphadol", names: ["Alphadol", "Alpha-Tabs"], documents: 2, sections: 3),
      .init(
        entity: drugs[1], name: "Betadol", names: ["Betadol"], classes: ["gamma blocker"], documents: 1,
        sections: 0),
      .init(entity: drugs[2], name: "Gammadol", hasPage: false, names: ["Gammadol"]),
    ],
    pairs: [
      PairRecords(
        first: drugs[0], second: drugs[1],
        mentions: [
          mention("Betadol adds up.", .own("Betadol")),
          mention("Gamma blockers add up.", .ofClass("gamma blocker")),
        ],
        relations: [
          Relation(
            subject: drugs[1], subjectName: "Betadol", predicate: "slows", object: drugs[0],
            objectName: "Alphadol",
            isNegated: true, evidence: "low")
        ]),
      PairRecords(first: drugs[0], second: drugs[2]),
      PairRecords(first: drugs[1], second: drugs[2], mentions: [mention("x", .own("Gammadol"))]),
    ])

  private static func mention(_ sentence: String, _ name: PairRecords.Mention.Name) -> PairRecords.Mention {
    PairRecords.Mention(
      speaker: drugs[0], named: drugs[1], name: name, sentence: sentence,
      document: DocumentEntry(
        document: "set-1", title: "Alphadol", publisher: "Book", effective: "2026-01-01"),
      anchor: "interactions", sectionPath: ["7 DRUG INTERACTIONS"])
  }

  private let sections =
    InteractionReport.page(of: records, for: .interactions(drugs)).monograph?.sections ?? []

  @Test("the matrix has every drug's row whole; each number leads to its pair")
  func matrix() {
    guard case .table(let table)? = sections.first?.blocks.last?.content else {
      Issue.record("there is no table")
      return
    }
    #expect(
      table.rows.map { $0.map(\.plainText).joined(separator: " | ") } == [
        "Drug | Alphadol | Betadol | Gammadol",
        "Alphadol | – | 3 records | none recorded in this library",
        "Betadol | 3 records | – | 1 record",
        "Gammadol | none recorded in this library | 1 record | –",
      ])
    let anchors = Set(sections.map(\.anchor))
    let dump = sections.first?.blocks.treeDump ?? ""
    for anchor in anchors where anchor.contains("+") { #expect(dump.contains("link #\(anchor)")) }
  }

  @Test("each record has its sentence, what it names, its section, source and date; a relation its evidence")
  func pair() {
    #expect(
      sections[1].title + "\n" + sections[1].blocks.plainText() == """
        Alphadol and Betadol
        Betadol adds up.
        names Betadol; Alphadol > 7 DRUG INTERACTIONS; Book, dated 2026-01-01
        Gamma blockers add up.
        names a class of Betadol: gamma blocker; Alphadol > 7 DRUG INTERACTIONS; Book, dated 2026-01-01
        Relations:
        Betadol NOT slows Alphadol; source not stated; evidence: low
        """)
    #expect(sections[1].blocks.treeDump.contains("link /drugs/alphadol#interactions"))
  }

  @Test("where nothing is recorded it says so, and never that there is none")
  func none() {
    #expect(
      sections[2].blocks.plainText() == """
        None recorded in this library between Alphadol and Gammadol by these names and classes; other classes of \
        theirs may be. That is no statement that there is none.
        """)
  }

  @Test("tells what was looked through")
  func reach() {
    #expect(
      sections.last?.blocks.last.map { [$0].plainText() } == """
        Alphadol 3 sections of 2 sources. Looked for as: Alphadol, Alpha-Tabs. This library states no class of it.
        Betadol 1 source, without such a section. Looked for as: Betadol. Of the class: gamma blocker.
        Gammadol This library has no page about it, and so no text that could name others. Looked for as: Gammadol. \
        This library states no class of it.
        """)
  }

  @Test("tells a wider class as such, whose class was taken, what was not looked for, and what is not listed")
  func remarks() {
    let drugs = Self.drugs
    var subject = InteractionRecords.Subject(entity: drugs[1], name: "Betadol", classes: ["gamma relaxant"])
    subject.classesStatedOf = ["Betadol acetate"]
    var pair = PairRecords(
      first: drugs[0], second: drugs[1],
      mentions: [Self.mention("Relaxants.", .ofWiderClass("relaxant", than: "gamma relaxant"))])
    pair.sharedNames = ["delta"]
    pair.unlisted = 1200
    let records = InteractionRecords(
      subjects: [.init(entity: drugs[0], name: "Alphadol"), subject], pairs: [pair])
    let text =
      InteractionReport.page(of: records, for: .interactions(drugs)).monograph?.sections
      .map { $0.blocks.plainText() }.joined(separator: "\n") ?? ""
    for part in [
      "1201 records", "names relaxant, a wider class than gamma relaxant, a class of Betadol;",
      "1,200 more sentences are not listed", "Of the class: gamma relaxant, as stated of Betadol acetate.",
      "Between Alphadol and Betadol, not looked for, since it may mean either: delta;",
    ] { #expect(text.contains(part), "\(part)") }
  }
}
