import MonographModel
import MonographReports
import Testing

@Suite("Monographs side by side")
struct ComparisonReportTests {
  // MARK: Invented monographs

  private static func words(_ text: String) -> Block { Block(.paragraph([.text(text)])) }

  private static func section(
    _ heading: String, key: String? = nil, _ text: String = "", _ parts: [Section] = []
  ) -> Section {
    Section(
      heading: heading.isEmpty ? [] : [.text(heading)], level: heading.isEmpty ? 0 : 1,
      anchor: "a-" + EntityID.slug(fromName: heading), sourceKey: key,
      blocks: text.isEmpty ? [] : [words(text)], subsections: parts)
  }

  private static func monograph(_ name: String, _ sections: [Section], references: [Reference] = [])
    -> Monograph
  {
    Monograph(
      entity: EntityID(folder: "drugs", slug: name.lowercased())!, title: name,
      source: Source(document: "\(name).md", publisher: "Book of \(name)", effective: "2024-05-01"),
      references: references, sections: sections)
  }

  private static let page = monograph(
    "Alphadol",
    [
      section("Overview", "Alphadol is a drug."),
      section(
        "Dosing", "5 mg.", [section("Oral", "by mouth"), section("Withdrawal", "Taper.")]),
      section("Children", "Not for children."), section("Mechanism of Action", "Acts."),
      section("Storage at home", "Dry."),
    ])

  private static let label = monograph(
    "Betadol",
    [
      section("BOXED WARNING", key: "34066-1", "Danger."),
      section(
        "2 DOSAGE AND ADMINISTRATION", key: "34068-7", "2 mg.",
        [section("2.1 Oral", "swallow"), section("2.2 Pediatric Dosing", "1 mg")]),
      section(
        "8 USE IN SPECIFIC POPULATIONS", key: "43684-0", "",
        [section("8.4 Pediatric Use", key: "34081-0", "From six years."), section("8.5 Others", "None.")]),
      section(
        "9 DRUG ABUSE AND DEPENDENCE", key: "42227-9", "", [section("9.3 Dependence", key: "34087-7", "Yes.")]
      ),
      section("12 CLINICAL PHARMACOLOGY", key: "34090-1", "It works."),
    ])

  private func compare(_ monographs: [Monograph]) -> Page {
    let pages = monographs.map {
      Page(
        entity: $0.entity, title: $0.title, kind: $0.kind, monograph: $0, documents: [DocumentEntry(of: $0)])
    }
    let subjects = monographs.map { ReportRequest.Subject(entity: $0.entity) }
    return ComparisonReport.page(of: pages, for: .comparison(subjects))
  }

  /// The rows, each with its depth, its heading and the text of each column.
  private func outline(_ page: Page) -> String {
    func lines(_ section: Section, depth: Int) -> [String] {
      let columns = section.blocks.compactMap { block -> [Column]? in
        if case .columns(let columns) = block.content { columns } else { nil }
      }
      let texts = (columns.first ?? []).indices.map { index in
        columns.flatMap { $0[index].blocks }.plainText(separator: " / ")
      }
      let row = ([section.title] + texts).joined(separator: " | ")
      return [String(repeating: "  ", count: depth) + row]
        + section.subsections.flatMap { lines($0, depth: depth + 1) }
    }
    return (page.monograph?.sections.dropFirst() ?? []).flatMap { lines($0, depth: 0) }.joined(
      separator: "\n")
  }

  // MARK: Alignment

  @Test("are aligned by what their sections speak of, in clinical order")
  func aligned() {
    #expect(
      outline(compare([Self.page, Self.label])) == """
        BOXED WARNING | Not stated in this source. | Danger.
        Dosing | 5 mg. / Withdrawal stands apart, beside what the others say of it. \
        | 2 DOSAGE AND ADMINISTRATION / 2 mg. / 2.2 Pediatric Dosing / 1 mg
          Oral | by mouth | 2.1 Oral / swallow
        Children | Not for children. | 8 USE IN SPECIFIC POPULATIONS > 8.4 Pediatric Use / From six years.
        USE IN SPECIFIC POPULATIONS | Not stated in this source. | 8 USE IN SPECIFIC POPULATIONS \
        / 8.4 Pediatric Use stands apart, beside what the others say of it. / 8.5 Others / None.
        Withdrawal | Dosing > Withdrawal / Taper. | 9 DRUG ABUSE AND DEPENDENCE / 9.3 Dependence / Yes.
        Mechanism of Action | Acts. | 12 CLINICAL PHARMACOLOGY / It works.
        Overview | Alphadol is a drug. | Not stated in this source.
        Storage at home | Dry. | Not stated in this source.
        """)
  }

  @Test("a label's Pediatric Use stands beside Children, and never beside a dose")
  func children() {
    let all = compare([Self.page, Self.label]).monograph?.allSections ?? []
    let children = all.first { $0.title == "Children" }
    let text = children?.blocks.plainText(separator: " ") ?? ""
    #expect(text.contains("From six years."))
    #expect(!text.contains("1 mg"))
  }

  @Test("two sections of one source that match one of the other stand under it with their headings")
  func two() {
    let old = Self.monograph(
      "Gammadol",
      [section("WARNINGS", key: "warnings", "Hot."), section("PRECAUTIONS", key: "precautions", "Sharp.")])
    let new = Self.monograph("Deltadol", [section("5 WARNINGS AND PRECAUTIONS", key: "43685-7", "Both.")])
    #expect(
      outline(compare([new, old])) == """
        WARNINGS AND PRECAUTIONS | 5 WARNINGS AND PRECAUTIONS / Both. | WARNINGS / Hot. / PRECAUTIONS / Sharp.
        """)
  }

  @Test("Nursing Mothers stand beside Lactation, whatever name its source gives it")
  func lactation() {
    let old = Self.monograph(
      "Gammadol",
      [
        section("Labor and Delivery", key: "labor_and_delivery", "Slow."),
        section("Nursing Mothers", key: "nursing_mothers", "Not advised."),
      ])
    let new = Self.monograph(
      "Deltadol",
      [
        section("8.2 Lactation", key: "labor_and_delivery", "In milk."),
        section("8.3 Females and Males of Reproductive Potential", key: "nursing_mothers", "Test."),
      ])
    #expect(
      outline(compare([old, new])) == """
        Labor and Delivery | Slow. | Not stated in this source.
        Nursing Mothers | Not advised. | 8.2 Lactation / In milk.
        Females and Males of Reproductive Potential | Not stated in this source. | 8.3 Females and Males of Reproductive Potential / Test.
        """)
  }

  @Test("a source is not said to be silent where a heading of it has the words")
  func wordsOfHeading() {
    let page = Self.monograph("Gammadol", [section("Renal impairment", key: "Renal impairment", "Half.")])
    let label = Self.monograph(
      "Deltadol",
      [
        Self.section(
          "2 DOSAGE AND ADMINISTRATION", key: "34068-7", "",
          [Self.section("2.3 Dosage in Patients with Renal Impairment", "A quarter.")])
      ])
    #expect(
      outline(compare([page, label])).contains(
        "Half. | No heading of its own in this source; see 2.3 Dosage in Patients with Renal Impairment."))
  }

  @Test("a heading without text says so")
  func empty() {
    let left = Self.monograph("Gammadol", [Self.section("Drug Interactions", key: "drug_interactions")])
    let right = Self.monograph("Deltadol", [section("Interactions", key: "Interactions", "Many.")])
    #expect(
      outline(compare([left, right])) == """
        Drug Interactions | No text stands under this heading in this source. | Interactions / Many.
        """)
  }

  @Test("a boxed warning is never said to be absent where a section has one")
  func boxes() {
    let box = Block(
      .callout(Callout(severity: .boxedWarning, blocks: [Self.words("Danger.")])))
    var quoted = Self.section("Overview")
    quoted.blocks = [Block(.quote([Block(.list(List(items: [[box]])))]))]
    for section in [Self.section("Boxed Warning", "Danger."), quoted] {
      let head = compare([Self.monograph("Gammadol", [section]), Self.label]).monograph?.sections.first
      #expect(head?.blocks.plainText(separator: " ").contains("No boxed warning") == false)
    }
  }

  private func section(_ heading: String, key: String, _ text: String) -> Section {
    Self.section(heading, key: key, text)
  }

  // MARK: Nothing is lost

  @Test("of 200 made-up sets of monographs, every word of every one stands under its own name")
  func words() {
    for seed in 0..<200 {
      var random = Numbers(state: UInt64(seed))
      let monographs = (0..<(2 + seed % 3)).map { Self.random("Drug\($0)", &random) }
      let page = compare(monographs)
      for (index, monograph) in monographs.enumerated() {
        let stated = Self.counted(
          monograph.allSections.map { $0.title + " " + $0.blocks.plainText(separator: " ") })
        let shown = Self.counted(Self.text(ofColumn: index, in: page))
        for (word, count) in stated where shown[word, default: 0] < count {
          Issue.record(
            "seed \(seed): \(monograph.title) says \(word) \(count) times, \(shown[word] ?? 0) shown")
        }
        let others = monographs.indices.filter { $0 != index }.flatMap { other in
          Self.text(ofColumn: other, in: page)
        }
        #expect(!others.contains { $0.contains("of\(index)x") }, "seed \(seed)")
      }
    }
  }

  private static func text(ofColumn index: Int, in page: Page) -> [String] {
    (page.monograph?.allSections ?? []).flatMap { section in
      // A row's title is the heading of a section that is called just so.
      section.blocks.enumerated().flatMap { number, block -> [String] in
        guard case .columns(let columns) = block.content else { return [] }
        return (number == 0 ? [section.title] : []) + [columns[index].blocks.plainText(separator: " ")]
      } + (section.blocks.isEmpty ? [section.title] : [])
    }
  }

  private static func counted(_ texts: [String]) -> [Substring: Int] {
    texts.reduce(into: [:]) { counts, text in
      for word in text.split(separator: " ") { counts[word, default: 0] += 1 }
    }
  }

  private static func random(_ name: String, _ random: inout Numbers) -> Monograph {
    let headings = [
      ("", ""), ("Dosing", ""), ("2 DOSAGE AND ADMINISTRATION", "34068-7"), ("Renal Impairment", ""),
      ("8.6 Renal Impairment", "88828-9"), ("PRECAUTIONS", "precautions"), ("Use in Children", ""),
      ("Pregnancy and Lactation", ""), ("Pregnancy", "pregnancy"), ("CLINICAL PHARMACOLOGY", "34090-1"),
      ("Special Populations", ""), ("Overview", ""), ("Overview", "overview"), ("Withdrawal", ""), ("…", ""),
    ]
    var number = 0
    let column = name.last.map(String.init) ?? ""
    func make(_ depth: Int, _ random: inout Numbers) -> Section {
      let (heading, key) = headings[random.next(headings.count)]
      number += 1
      let own = number
      let blocks = (0..<random.next(3)).map { index -> Block in
        let text = "w\(own)b\(index)of\(column)x said"
        return random.next(4) == 0
          ? Block(.table(Table(body: [[Table.Cell([.text(text)]), Table.Cell([.text("cell")])]])))
          : words(text)
      }
      let parts = depth < 3 ? (0..<random.next(4)).map { _ in make(depth + 1, &random) } : []
      return Section(
        heading: heading.isEmpty ? [] : [.text(heading)], level: depth, anchor: "s\(own)",
        sourceKey: key.isEmpty ? heading : key, blocks: blocks, subsections: parts)
    }
    return monograph(name, (0..<(1 + random.next(6))).map { _ in make(1, &random) })
  }

  /// Numbers that are the same every time (a linear congruential generator; D. E. Knuth's constants).
  private struct Numbers {
    var state: UInt64

    mutating func next(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
  }

  // MARK: Sources, references, links

  @Test("each column is headed by title, source and date; which has a boxed warning is marked")
  func heads() throws {
    let page = compare([Self.page, Self.label])
    for section in page.monograph?.allSections ?? [] {
      for case .columns(let columns) in section.blocks.map(\.content) {
        #expect(
          columns.map(\.name) == [
            "Alphadol, Book of Alphadol, dated 2024-05-01", "Betadol, Book of Betadol, dated 2024-05-01",
          ])
        #expect(columns.map(\.hasBoxedWarning) == [false, true])
      }
    }
    let head = try #require(page.monograph?.sections.first)
    #expect(
      head.blocks.plainText(separator: "\n") == """
        Alphadol  drug
        Book of Alphadol, no version, dated 2024-05-01, not reviewed; Alphadol.md
        No boxed warning stated in this source.
        Betadol  drug
        Book of Betadol, no version, dated 2024-05-01, not reviewed; Betadol.md
        ! BOXED WARNING
        """)
  }

  @Test("two documents of one title are told apart by their ids")
  func sameTitle() {
    var other = Self.page
    other.source.document = "set-2"
    guard
      case .columns(let columns)? = compare([Self.page, other]).monograph?.sections.first?.blocks.first?
        .content
    else {
      Issue.record("there are no columns")
      return
    }
    #expect(Set(columns.map(\.name)).count == 2)
  }

  @Test("a citation leads to the reference of its own source, by the number that it has there")
  func citations() {
    func cited(_ name: String, _ titles: [String]) -> Monograph {
      var section = Self.section("Dosing")
      section.blocks = [Block(.paragraph([.citation(["two"])])), Block(.bibliography)]
      return Self.monograph(
        name, [section],
        references: zip(["one", "two"], titles).map { Reference(key: $0, title: $1) })
    }
    let page = compare([cited("Alphadol", ["A1", "A2"]), cited("Betadol", ["B1", "B2"])])
    let references = page.monograph?.references ?? []
    #expect(references.map(\.key) == ["1/one", "1/two", "2/one", "2/two"])
    #expect(references.map(\.number) == [1, 2, 1, 2])
    let dump = page.monograph?.sections.last?.blocks.treeDump ?? ""
    #expect(dump.contains("citation 1/two") && dump.contains("citation 2/two"))
    #expect(!dump.contains("bibliography") && dump.contains("A2") && dump.contains("B1"))
  }

  @Test("a link within a source leads to where that section stands now")
  func links() {
    var dosing = Self.section("Dosing")
    dosing.blocks = [
      Block(.paragraph([.link(Link(target: .section(anchor: "a-children"), content: [.text("below")]))]))
    ]
    let left = Self.monograph("Alphadol", [dosing, Self.section("Children", "No.")])
    let dump = compare([left, Self.label]).monograph?.sections.map(\.blocks.treeDump).joined() ?? ""
    #expect(dump.contains("link #children"))
    #expect(!dump.contains("a-children"))
  }

  @Test("long texts are cut into pieces, which keep their order")
  func pieces() {
    func long(_ name: String) -> Monograph {
      var section = Self.section("Dosing")
      section.blocks = (0..<400).map { Self.words("\(name) \($0) " + String(repeating: "word ", count: 40)) }
      return Self.monograph(name, [section])
    }
    let blocks = compare([long("Alphadol"), long("Betadol")]).monograph?.sections.last?.blocks ?? []
    #expect((6...8).contains(blocks.count))
    let numbers = blocks.flatMap { block -> [Int] in
      guard case .columns(let columns) = block.content else { return [] }
      return columns[0].blocks.map(\.content).compactMap { content in
        [Block(content)].plainText().split(separator: " ").dropFirst().first.flatMap { Int($0) }
      }
    }
    #expect(numbers == Array(0..<400))
  }
}
