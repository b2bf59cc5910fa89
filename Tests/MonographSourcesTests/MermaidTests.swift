import MonographModel
import Testing

@testable import MonographSources

/// Flowcharts: what each form of the language gives.
@Suite struct MermaidTests {
  /// Parses statements under a header and draws the diagram: the nodes as `A[text]`, each edge as `A -label-> B`,
  /// `A <-label-> B` with two heads or `A -label- B` with none, the groups, then the faults.
  func drawing(_ statements: String, header: String = "flowchart LR") -> [String] {
    var parser = FlowchartParser(header + "\n" + statements, firstLine: 1, edgeLimit: 100)
    _ = parser.takeType()
    let diagram = parser.parse()
    let nodes = diagram.nodes.map { $0.name == $0.label ? $0.name : "\($0.name)[\($0.label)]" }
    let edges = diagram.edges.map { edge in
      let start = edge.heads == .both ? "<-" : "-"
      let end = edge.heads == .none ? "-" : "->"
      return "\(diagram.nodes[edge.from].name) \(start)\(edge.label)\(end) \(diagram.nodes[edge.to].name)"
    }
    let groups = diagram.groups.map { group in
      "\(group.label): " + group.nodes.map { diagram.nodes[$0].name }.joined(separator: " ")
    }
    return [nodes.joined(separator: " ")].filter { !$0.isEmpty } + edges + groups
      + parser.faults.map(\.message)
  }

  @Test(
    "Every shape holds its text",
    arguments: [
      "A[text here]", "A(text here)", "A([text here])", "A[[text here]]", "A[(text here)]", "A((text here))",
      "A>text here]", "A{text here}", "A{{text here}}", "A[/text here/]", "A[\\text here\\]",
      "A[/text here\\]",
      "A[\\text here/]", "A(((text here)))", "A(-text here-)", "A[\"text here\"]", "A([\"text here\"])",
      "A{\"`text here`\"}", "A[\"`**text** _here_`\"]", "A[\"text<br/>here\"]", "A[ text here ]",
      "A[\"`text\n    here`\"]", "A@{ shape: rect, label: \"text here\" }", "A@{ label: text here }",
      "A@{\n shape: doc\n label: \"text here\"\n}", "A[text here]:::red", "A:::red@{label: \"text here\"}",
    ])
  func shapes(statement: String) {
    #expect(drawing(statement) == ["A[text here]"])
  }

  @Test("Marks within text stay text")
  func marksInText() {
    #expect(drawing("A[\"a (b) [c] {d} --> e\"] --> B") == ["A[a (b) [c] {d} --> e] B", "A --> B"])
    #expect(drawing("A[a [b] c]") == ["A[a [b] c]"])
    #expect(drawing("A[\"5 #lt; 6 #35;1 #quot;x#quot; #9829; #alpha;\"]") == ["A[5 < 6 #1 \"x\" ♥ α]"])
    #expect(drawing("A[\"`2*3 snake_case **b**`\"]") == ["A[2*3 snake_case b]"])
  }

  @Test(
    "Every edge with one head",
    arguments: [
      "A-->B", "A --> B", "A ---> B", "A -----> B", "A -.-> B", "A -..-> B", "A ==> B", "A ====> B",
      "A --x B",
      "A --o B", "A==xB", "A -.-o B", "A e1@--> B", "A e1@==> B", "B <--- A", "A --> B;", "A\t-->\tB",
      "A -->\n B", "A\n  --> B", "A\n==>B",
    ])
  func edges(statement: String) {
    #expect(drawing(statement).dropFirst() == ["A --> B"])
  }

  @Test(
    "Every edge with a label",
    arguments: [
      "A-->|a label|B", "A -->|a label| B", "A -->|\"a label\"| B", "A -- a label --> B", "A--a label-->B",
      "A -- \"a label\" --> B", "A -. a label .-> B", "A -.a label.-> B", "A == a label ==> B",
      "A -- a label ----> B", "A --o|a label| B", "A e1@-->|a label| B", "A -- \"`a **label**`\" --> B",
    ])
  func labelledEdges(statement: String) {
    #expect(drawing(statement) == ["A B", "A -a label-> B"])
  }

  @Test("Edges without heads, with two, and those that say nothing")
  func heads() {
    #expect(
      drawing("A --- B\nA -.- B\nA === B\nA -- x --- B") == [
        "A B", "A -- B", "A -- B", "A -- B", "A -x- B",
      ])
    #expect(
      drawing("A <--> B\nA o--o B\nA x--x B\nA <-.-> B\nA <== y ==> B").dropFirst() == [
        "A <--> B", "A <--> B", "A <--> B", "A <--> B", "A <-y-> B",
      ])
    #expect(drawing("A ~~~ B") == ["A B"])
  }

  @Test("Chains, and several nodes at either end; parallel edges stay apart")
  func chains() {
    #expect(drawing("A --> B -- x --> C") == ["A B C", "A --> B", "B -x-> C"])
    #expect(drawing("A & B --> C & D") == ["A B C D", "A --> C", "A --> D", "B --> C", "B --> D"])
    #expect(drawing("a --> b & c--> d") == ["a b c d", "a --> b", "a --> c", "b --> d", "c --> d"])
    #expect(drawing("A -->|x| B\nA -->|y| B\nA -->|x| B") == ["A B", "A -x-> B", "A -y-> B", "A -x-> B"])
  }

  @Test("Names may hold dashes, dots, slashes, colons and letters of any script")
  func names() {
    #expect(drawing("IL-6 --> GO:0001/x.y") == ["IL-6 GO:0001/x.y", "IL-6 --> GO:0001/x.y"])
    #expect(drawing("α-синуклеин-->Ⅱ") == ["α-синуклеин Ⅱ", "α-синуклеин --> Ⅱ"])
    #expect(
      drawing("endosome --> classy\nstyled --> clicked") == [
        "endosome classy styled clicked", "endosome --> classy", "styled --> clicked",
      ])
  }

  @Test("The last text given to a node counts")
  func lastText() {
    #expect(drawing("A[one] --> B\nA[two]\nA --> B") == ["A[two] B", "A --> B", "A --> B"])
  }

  @Test("Subgraphs: titled, nested, with ends of edges at them")
  func subgraphs() {
    #expect(
      drawing(
        """
        a --> b
        subgraph outer [The outer]
          direction TB
          b --> c
          subgraph inner words
            d
          end
        end
        subgraph "quoted title"
          c --> e
        end
        outer --> e
        """) == [
          "a b c d e outer[The outer]", "a --> b", "b --> c", "c --> e", "outer --> e", "The outer: d b c",
          "inner words: d", "quoted title: e",
        ])
    #expect(drawing("subgraph x\na") == ["a", "x: a", "A subgraph has no “end”."])
    #expect(drawing("a\nend") == ["a", "An “end” ends no subgraph."])
  }

  @Test("Styles, classes, comments and calls say nothing of the diagram")
  func ignored() {
    #expect(
      drawing(
        """
        %%{init: {"theme": "dark",
          "x": 1}}%%
        A:::red --> B:::blue %% a comment
        %% A --> C
        style A fill:#f9f,stroke:#333
        classDef red fill:#f00;
        class A,B red
        linkStyle 0,1 stroke:#ff3
        linkStyle default color:red
        click A callback "tip"
        click B call f() "tip"
        A e1@--> B
        e1@{ animate: true }
        class e1 red
        """) == ["A B", "A --> B", "A --> B"])
  }

  @Test("The header gives the direction, on a line of its own or not")
  func headers() {
    func direction(_ text: String) -> Diagram.Direction {
      var parser = FlowchartParser(text, firstLine: 1, edgeLimit: 10)
      _ = parser.takeType()
      return parser.parse().direction
    }
    #expect(direction("graph TD\nA") == .topDown)
    #expect(direction("graph TB; A-->B") == .topDown)
    #expect(direction("flowchart BT\nA") == .bottomUp)
    #expect(direction("flowchart RL;A") == .rightLeft)
    #expect(direction("flowchart\nA") == .topDown)
    #expect(direction("flowchart\ndirection LR\nA") == .leftRight)
    #expect(drawing("A-->B;B-->C;", header: "graph TD;") == ["A B C", "A --> B", "B --> C"])
    #expect(drawing("A", header: "graph SIDEWAYS") == ["A", "“SIDEWAYS” is no direction."])
  }

  @Test("What is not understood is reported at its line, and the rest is read")
  func faults() {
    let result = read(
      """
      # T

      ```mermaid
      flowchart TD
        A --> B
        A[never closed
        A --> B some more
        ...
        -- x --> B
        C -- x
        click Z "/entities/z"
        click A "/entities/a"
        D --> E
        E -->
      ```
      """)
    #expect(
      result.places == [
        "6:0 warning mermaid", "7:0 warning mermaid", "8:0 warning mermaid", "9:0 warning mermaid",
        "10:0 warning mermaid", "11:0 warning mermaid", "14:0 warning mermaid",
      ])
    #expect(
      result.blocksTree == """
        diagram TD @3-15
          node A "A" /entities/a
          node B "B"
          node D "D"
          node E "E"
          edge A -> B @5
          edge A -> B @7
          edge D -> E @13

        """)
    #expect(result.links.map(\.target.path) == ["/entities/a"])
  }

  @Test("Where a diagram comes from is its statement")
  func statements() {
    func statement(_ text: String) -> String? {
      var parser = FlowchartParser(text, firstLine: 1, edgeLimit: 10)
      _ = parser.takeType()
      let statement = parser.parse().statement
      return parser.faults.isEmpty ? statement : "faults"
    }
    #expect(statement("graph TD\naccTitle: A title\nA") == "A title")
    #expect(statement("graph TD\naccTitle: A title\naccDescr: Said; so\nA") == "Said; so")
    #expect(statement("graph TD\naccDescr {\n  Two\n  lines\n}\nA") == "Two lines")
    #expect(statement("---\ntitle: \"In front\"\nconfig:\n  x: 1\n---\ngraph TD\nA") == "In front")
    #expect(statement("graph TD\nA") == nil)
  }

  @Test("Edges beyond the limit are left out and reported")
  func edgeLimit() {
    let names = (1...20).map { "n\($0)" }.joined(separator: " & ")
    #expect(drawing("\(names) --> \(names)").filter { $0.contains(" --> ") }.count == 100)
    #expect(drawing("\(names) --> \(names)").last == "The diagram has too many edges; the rest is left out.")
  }
}
