import MonographModel
import MonographSources

/// Tables in the forms that drug labels have, of things that do not exist.
enum LabelTables {
  /// A schedule of weeks: 26 columns, the weeks in cells of the body since the source marks no header.
  static func schedule(isHeaderMarked: Bool) -> Table {
    let weeks = [
      [
        Table.Cell(blocks: [], rowSpan: 2),
        Table.Cell(
          blocks: [Block(.paragraph([.text("Week"), .superscript([.text("*")])]))], columnSpan: 25),
      ], row((0...24).map(String.init)),
    ]
    let body = [
      row(["Cycle"] + (0...24).map { $0 % 3 == 0 && $0 < 18 ? String($0 / 3 + 1) : "" }),
      row(["Alphadol"] + (0...24).map { $0 % 3 == 0 ? "X" : "" }),
      [Table.Cell([.text("Betadol"), .superscript([.text("†")])])]
        + row((0...24).map { [0, 3, 6, 9].contains($0) ? "X" : "" }),
      row(["Gammadol"] + (0...24).map { $0 == 24 ? "X" : "" }),
    ]
    return Table(
      caption: [.text("Table 2. Dosage schedule")], header: isHeaderMarked ? weeks : [],
      body: (isHeaderMarked ? [] : weeks) + body,
      notes: [
        [.superscript([.text("*")]), .text("continue until the disease progresses.")],
        [
          .superscript([.text("†")]), .text("15 mg/m"), .superscript([.text("2")]),
          .text(" over 60 minutes."),
        ],
      ])
  }

  /// Spans over rows and columns, groups over the whole width, footnotes, and a footer that claims 20 columns.
  static let reactions = Table(
    caption: [.text("Table 4. Adverse reactions in at least 2% of patients")],
    header: [
      [
        Table.Cell(blocks: [words("Reaction")], isHeader: true, rowSpan: 2),
        Table.Cell(blocks: [words("Alphadol")], isHeader: true, columnSpan: 2),
        Table.Cell(blocks: [words("Placebo (N=225) %")], isHeader: true, rowSpan: 2),
      ],
      [
        Table.Cell([.text("2-8 mg per day (N=366) %")], isHeader: true),
        Table.Cell([.text("over 8-16 mg per day (N=198) %")], isHeader: true),
      ],
    ],
    body: [
      [Table.Cell(blocks: [words("Cardiac disorders")], isHeader: true, columnSpan: 4)],
      [Table.Cell([.text("Tachycardia")], isHeader: true)] + row(["1", "3", "0"]),
      [Table.Cell(blocks: [words("Nervous system disorders")], isHeader: true, columnSpan: 4)],
      [
        Table.Cell([.text("Parkinsonism"), .superscript([.text("*")])], isHeader: true),
        Table.Cell([.text("14"), .superscript([.text("†")])]), Table.Cell([.text("17")]),
        Table.Cell([.text("8")]),
      ],
      [Table.Cell([.text("Sedation")], isHeader: true), Table.Cell(blocks: [words("10")], columnSpan: 2)]
        + row(["2"]),
    ],
    footer: [[Table.Cell(blocks: [words("Patients may have had several reactions.")], columnSpan: 20)]],
    notes: [
      [.superscript([.text("*")]), .text("Includes rigidity and tremor.")],
      [.superscript([.text("†")]), .text("One patient stopped.")],
    ])

  /// A boxed warning with a list, as the Boxed Warning section of a label has it.
  static let boxedWarning = Section(
    heading: [.text("WARNING: SUDDEN WITHDRAWAL")], level: 1, anchor: "boxed-warning", sourceKey: "34066-1",
    blocks: [
      Block(
        .callout(
          Callout(
            severity: .boxedWarning, title: [.text("WARNING: SUDDEN WITHDRAWAL")],
            blocks: [
              words("See full prescribing information for complete boxed warning."),
              Block(
                .list(
                  List(items: [
                    [words("Stopping at once has led to high fever, rigid muscles and death. (5.1)")],
                    [words("Reduce the dose by 5 mg each week; never more than 10 mg/day. (2.4)")],
                  ]))),
            ])))
    ])

  /// The page that these make.
  static let page = Monograph(
    entity: EntityID(folder: "drugs", slug: "alphadol")!, title: "Alphadol",
    source: Source(document: "set-1", publisher: "DailyMed"),
    sections: [
      boxedWarning,
      Section(
        heading: [.text("2 DOSAGE AND ADMINISTRATION")], level: 1, anchor: "2", sourceKey: "34068-7",
        blocks: [
          Block(.table(schedule(isHeaderMarked: true))),
          words("The same, where the source marks no header:"),
          Block(.table(schedule(isHeaderMarked: false))),
        ]),
      Section(
        heading: [.text("6 ADVERSE REACTIONS")], level: 1, anchor: "6", sourceKey: "34084-4",
        blocks: [Block(.table(reactions))]),
      Section(
        heading: [.text("12 CLINICAL PHARMACOLOGY")], level: 1, anchor: "12", sourceKey: "34090-1",
        blocks: [
          Block(
            .paragraph([
              .text("The dose is 15 mg/m"), .superscript([.text("2")]), .text(" (0.5 × 10"),
              .superscript([.text("9")]), .text(" cells/L, C"), .subscript([.text("max")]),
              .text(" of H"), .subscript([.text("2")]), .text("O, CO"), .subscript([.text("2")]),
              .text("; see "), .image(alternative: "Figure 1. Levels after 10 mg", source: "fig1.jpg"),
              .text(")."),
            ]))
        ]),
    ])

  private static func words(_ text: String) -> Block { Block(.paragraph([.text(text)])) }
  private static func row(_ texts: [String]) -> [Table.Cell] {
    texts.map { Table.Cell($0.isEmpty ? [] : [.text($0)]) }
  }
}
