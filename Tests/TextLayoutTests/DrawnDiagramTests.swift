import BrowserTesting
import MonographModel
import TextLayout
import Testing

/// Flowcharts, and what they look like.
@Suite struct DrawnDiagramTests {
  private static let star = """
    GABA -->|"participates in"| stress["oxidative stress response"]
    GABA -->|activates| LC3
    GABA -->|activates| RNA
    GABA -->|regulates| LC3
    click RNA href "/entities/rna"
    """

  private static let cycle = """
    A[baclofen] -->|activates| B[GABA-B receptor]
    B -->|inhibits| C[calcium channel]
    C -.->|releases| A
    """

  @Test func chainDownwards() {
    #expect(
      drawing(
        ofFlowchart: "flowchart TD\nA[baclofen] -->|activates| B[GABA-B receptor] --> C[calcium channel]")
          == """
             ┌──────────┐
             │ baclofen │
             └─────┬────┘
                   │ activates
                   ▼
          ┌─────────────────┐
          │ GABA-B receptor │
          └────────┬────────┘
                   │
                   ▼
          ┌─────────────────┐
          │ calcium channel │
          └─────────────────┘
          """)
  }

  @Test func chainToTheRight() {
    #expect(
      drawing(
        ofFlowchart: "flowchart LR\nA[baclofen] -->|activates| B[GABA-B receptor] --> C[calcium channel]")
          == """
          ┌──────────┐              ┌─────────────────┐    ┌─────────────────┐
          │ baclofen ├─ activates ─►│ GABA-B receptor ├───►│ calcium channel │
          └──────────┘              └─────────────────┘    └─────────────────┘
          """)
  }

  @Test func chainUpwards() {
    #expect(
      drawing(ofFlowchart: "flowchart BT\nA -->|activates| B") == """
        ┌───┐
        │ B │
        └───┘
          ▲
          │ activates
        ┌─┴─┐
        │ A │
        └───┘
        """)
  }

  @Test func chainToTheLeft() {
    #expect(
      drawing(ofFlowchart: "flowchart RL\nA -->|activates| B -->|inhibits| C") == """
        ┌───┐             ┌───┐              ┌───┐
        │ C │◄─ inhibits ─┤ B │◄─ activates ─┤ A │
        └───┘             └───┘              └───┘
        """)
  }

  @Test func diamond() {
    let source = "A -->|a| B\nA -->|b| C\nB -->|c| D\nC -->|d| D"
    #expect(
      drawing(ofFlowchart: "flowchart TD\n" + source) == """
            ┌───┐
            │ A │
            └┬─┬┘
           ┌─┘ └┐
           │ a  │ b
           ▼    ▼
        ┌───┐  ┌───┐
        │ B │  │ C │
        └──┬┘  └┬──┘
           │ c  │ d
           └─┐ ┌┘
             ▼ ▼
            ┌───┐
            │ D │
            └───┘
        """)
    #expect(
      drawing(ofFlowchart: "flowchart LR\n" + source) == """
        ┌───┐         ┌───┐
        │ A ├─── a ──►│ B ├─┐
        │   ├─┐       └───┘ └─ c ─┐ ┌───┐
        └───┘ └─ b ─┐ ┌───┐       └►│ D │
                    └►│ C ├─── d ──►│   │
                      └───┘         └───┘
        """)
  }

  @Test func cycleLeadsBack() {
    #expect(
      drawing(ofFlowchart: "flowchart TD\n" + Self.cycle) == """
                  ┌──────────┐
                  │ baclofen │
                  └┬─────────┘
                   │        ▲
                ┌──┘        └┐
                │ activates  │
                ▼            │
        ┌─────────────────┐  │
        │ GABA-B receptor │  │
        └────────┬────────┘  │
                 │ inhibits  │ releases
                 ▼           │
              ┌──────────────┴──┐
              │ calcium channel │
              └─────────────────┘
        """)
    #expect(
      drawing(ofFlowchart: "flowchart LR\n" + Self.cycle) == """
                                      ┌──────────┐
                                      │ GABA-B   │
                                    ┌►│ receptor ├─┐
        ┌──────────┐  ┌─ activates ─┘ └──────────┘ └─ inhibits ─┐ ┌─────────┐
        │ baclofen ├──┘                                         └►│ calcium │
        │          │◄──────────────────────────────── releases ───┤ channel │
        └──────────┘                                              └─────────┘
        """)
  }

  @Test func parallelEdgesStayApart() {
    #expect(
      drawing(
        ofFlowchart: "flowchart TD\nA -->|activates| B\nA -->|inhibits| B\nA -->|activates| B\nB --> C")
          == """
                    ┌─────┐
                    │  A  │
                    └┬─┬─┬┘
          ┌──────────┘ │ └─────────┐
          │ activates  │ inhibits  │ activates
          └──────────┐ │ ┌─────────┘
                     ▼ ▼ ▼
                    ┌─────┐
                    │  B  │
                    └──┬──┘
                       │
                       ▼
                     ┌───┐
                     │ C │
                     └───┘
          """
    )
    #expect(
      drawing(
        ofFlowchart: "flowchart LR\nA -->|activates| B\nA -->|inhibits| B\nA -->|activates| B\nB --> C")
          == """
          ┌───┐              ┌───┐
          │   ├─ activates ─►│   │    ┌───┐
          │ A ├─ inhibits ──►│ B ├───►│ C │
          │   ├─ activates ─►│   │    └───┘
          └───┘              └───┘
          """
    )
  }

  @Test func loops() {
    let source = "A -->|starts| B\nB -->|stops itself| B\nB <-->|waits| B\nB --> C"
    #expect(
      drawing(ofFlowchart: "flowchart TD\n" + source) == """
        ┌───┐
        │ A │
        └─┬─┘
          │ starts
          ▼
        ┌───┐
        │   ├─┐ stops itself
        │ B │◄┘
        │   │◄┐ waits
        │   │◄┘
        └─┬─┘
          │
          ▼
        ┌───┐
        │ C │
        └───┘
        """)
    #expect(
      drawing(ofFlowchart: "flowchart LR\n" + source) == """
        ┌───┐           ┌──────┐                 ┌───┐
        │ A ├─ starts ─►│  B   ├────────────────►│ C │
        └───┘           └┬─────┘                 └───┘
                         │ ▲▲ ▲
                         │ │└─┘ waits
                         └─┘ stops itself
        """)
  }

  @Test func headsAtBothEndsOrNone() {
    #expect(
      drawing(ofFlowchart: "flowchart LR\nA <-->|binds| B\nB ---|near| C\nC --- D") == """
        ┌───┐           ┌───┐        ┌───┐   ┌───┐
        │ A │◄─ binds ─►│ B ├─ near ─┤ C ├───┤ D │
        └───┘           └───┘        └───┘   └───┘
        """)
    #expect(
      drawing(ofFlowchart: "flowchart TD\nA <-->|binds| B\nB ---|near| C\nC --- D") == """
        ┌───┐
        │ A │
        └───┘
          ▲
          │ binds
          ▼
        ┌───┐
        │ B │
        └─┬─┘
          │ near
        ┌─┴─┐
        │ C │
        └─┬─┘
          │
        ┌─┴─┐
        │ D │
        └───┘
        """)
  }

  @Test func piecesStandUnderEachOtherAndGroupsBelow() {
    let source = """
      flowchart LR
      subgraph Cell
      A --> B
      E
      end
      C -->|meets| D
      """
    #expect(
      drawing(ofFlowchart: source) == """
        ┌───┐    ┌───┐
        │ A ├───►│ B │
        └───┘    └───┘

        ┌───┐          ┌───┐
        │ C ├─ meets ─►│ D │
        └───┘          └───┘
        Cell: A, B, E
        without relations: E
        """)
  }

  @Test func crossingLines() {
    #expect(
      drawing(ofFlowchart: "flowchart TD\nA --> X\nA --> Y\nB --> X\nB --> Y") == """
        ┌───┐  ┌───┐
        │ A │  │ B │
        └┬─┬┘  └┬─┬┘
         │ └─┐ ┌┘ │
         │   │ │  │
         │   └─┼┐ │
         │ ┌───┘│ │
         ▼ ▼    ▼ ▼
        ┌───┐  ┌───┐
        │ X │  │ Y │
        └───┘  └───┘
        """)
  }

  @Test func wideCharacters() {
    #expect(
      drawing(ofFlowchart: "flowchart LR\nA[漢字] -->|μ 漢| B[e\u{301}tude]") == """
        ┌──────┐         ┌───────┐
        │ 漢字 ├─ μ 漢 ─►│ étude │
        └──────┘         └───────┘
        """)
    #expect(
      drawing(ofFlowchart: "flowchart LR\nA[5 μg] -->|≥ 2| B[α]", glyphs: .ascii) == """
        +-------+         +-------+
        | 5 mcg +- >= 2 ->| alpha |
        +-------+         +-------+
        """)
  }

  @Test func labelsTakeMoreLinesWhereThatHelps() {
    let source =
      "flowchart LR\nA[baclofen 5 mg three times daily] -->|is known to activate| B[GABA-B receptor]"
    #expect(
      drawing(ofFlowchart: source, columns: 57) == """
        ┌───────────────────┐
        │ baclofen 5 mg     │                ┌─────────────────┐
        │ three times daily ├─ is known to ─►│ GABA-B receptor │
        └───────────────────┘  activate      └─────────────────┘
        """)
  }

  @Test func whatIsTooWideTurnsOrIsTold() {
    #expect(
      drawing(ofFlowchart: "flowchart LR\n" + Self.cycle, columns: 30) == """
                  ┌──────────┐
                  │ baclofen │
                  └┬─────────┘
                   │        ▲
                ┌──┘        └┐
                │ activates  │
                ▼            │
        ┌─────────────────┐  │
        │ GABA-B receptor │  │
        └───────┬─────────┘  │
                │           ┌┘
                │ inhibits  │ releases
                ▼           │
             ┌──────────────┴──┐
             │ calcium channel │
             └─────────────────┘
        """)
    #expect(
      drawing(ofFlowchart: "flowchart LR\n" + Self.cycle, columns: 19) == """
        baclofen: 1
          relation
          activates: GABA-B
           receptor
        GABA-B receptor: 1
          relation
          inhibits: calcium
           channel
        calcium channel: 1
          relation
         releases: baclofen
        Told as a list: too
          wide to draw in
          19 columns.
        """)
  }

  @Test func starsAreFans() {
    #expect(
      drawing(ofFlowchart: "flowchart TD\n" + Self.star, missing: [entity("/entities/rna")]) == """
        ┌──────┐
        │ GABA │
        └┬─────┘
         ├─ participates in ─► oxidative stress response
         ├─ activates ───────► LC3
         ├─ regulates ───────► LC3
         └─ activates ───────► RNA
        """)
    #expect(
      drawing(ofFlowchart: "flowchart LR\n" + Self.star, missing: [entity("/entities/rna")]) == """
        ┌──────┐
        │ GABA ├─┬─ participates in ─► oxidative stress response
        └──────┘ ├─ activates ───────► LC3
                 ├─ regulates ───────► LC3
                 └─ activates ───────► RNA
        """)
    #expect(
      drawing(ofFlowchart: "flowchart LR\n" + Self.star, columns: 34, glyphs: .ascii) == """
        +------+
        | GABA |
        ++-----+
         +- participates in -> oxidative
         |                     stress
         |                     response
         +- activates -------> LC3
         +- regulates -------> LC3
         +- activates -------> RNA
        """)
  }

  @Test func fansHaveLoopsAndEveryKindOfHead() {
    #expect(
      drawing(ofFlowchart: "flowchart LR\nA --> B\nA <-->|binds| C\nA ---|near| D\nA -->|limits| A") == """
        ┌───┐
        │ A ├─┬──────────► B
        └───┘ ├◄ binds ──► C
              ├─ near ──── D
              └─ limits ─► A
        """)
  }

  @Test func whatIsTooLargeIsTold() {
    let source = "flowchart TD\n" + (0..<151).map { "A -->|e\($0)| B\($0 % 30)" }.joined(separator: "\n")
    let last = drawing(ofFlowchart: source).split(separator: "\n").last
    #expect(last == "Told as a list: too large to draw (31 nodes, 151 edges).")
  }

  @Test func whatIsTangledIsTold() {
    let pairs = (0..<5).flatMap { from in (0..<5).map { "A\(from) --> B\($0)" } }
    let last = drawing(ofFlowchart: "flowchart TD\n" + pairs.joined(separator: "\n")).split(separator: "\n")
      .last
    #expect(last == "Told as a list: in a drawing lines would cross 100 times.")
  }

  @Test func inCellsOfTablesADiagramIsTold() {
    let diagram = Block(.diagram(flowchart("flowchart LR\nA -->|binds| B")))
    let table = Table(body: [[Table.Cell(blocks: [diagram]), Table.Cell([.text("b")])]])
    #expect(
      drawing(Block(.table(table)), width: 60) == """
           A: 1 relation in this diagram    b
             binds  B
           Told as a list: not drawn in a
             table.
        """)
  }

  @Test func inQuotesADiagramIsDrawn() {
    let diagram = Block(.diagram(flowchart("flowchart LR\nA -->|binds| B")))
    #expect(
      drawing(Block(.quote([diagram])), width: 41) == """
          │ ┌───┐          ┌───┐
          │ │ A ├─ binds ─►│ B │
          │ └───┘          └───┘
        """)
  }
}
