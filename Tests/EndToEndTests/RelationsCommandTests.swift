import Foundation
import Testing

@Suite("What an entity is related to is printed")
struct RelationsCommandTests {
  private static let page = """
    ---
    title: Alphadol
    relations:
      - {predicate: treats, object: /diseases/testitis, name: Testitis, source: a book, evidence: high}
      - {predicate: treats, object: /diseases/testitis, name: Testitis, source: another book}
      - {predicate: treats, object: /diseases/probitis, name: Probitis, negated: true}
      - {predicate: binds, object: /genes/gam1, name: GAM1, source: a graph, publications: ["PMID:1"]}
    ---

    ## Overview

    Nothing.
    """

  private func folder() throws -> CommandFolder {
    try CommandFolder(["Content/drugs/alphadol.md": Self.page])
  }

  @Test("under how they read from it, parallel ones apart, negated and missing ones marked")
  func text() throws {
    let run = try folder().run("relations", "alphadol")
    #expect(run.status == 0)
    #expect(
      run.text == """
        Alphadol  (drug)  /drugs/alphadol
        4 relations

        treats (3)
          Testitis?  (disease)  /diseases/testitis  source: a book; evidence: high
          NOT Probitis?  (disease)  /diseases/probitis  source not stated; evidence: not stated
          Testitis?  (disease)  /diseases/testitis  source: another book; evidence: not stated

        binds (1)
          GAM1?  (gene)  /genes/gam1  source: a graph; evidence: not stated; PMID:1

        """)
  }

  @Test("also of what has no page, read from its end")
  func otherEnd() throws {
    let run = try folder().run("relations", "GAM1")
    #expect(run.status == 0)
    #expect(run.text.contains("\nbound by (1)\n  Alphadol  (drug)  /drugs/alphadol  source: a graph"))
  }

  @Test("narrowed by predicate, kind and source; a limit counts what it leaves out")
  func narrowed() throws {
    let folder = try folder()
    let binds = try folder.run("relations", "alphadol", "--predicate", "binds")
    #expect(binds.text.contains("1 relation of those asked for\n\nbinds (1)\n  GAM1?"))
    #expect(try folder.run("relations", "alphadol", "--kind", "gene").text.contains("\nbinds (1)\n"))
    let book = try folder.run("relations", "alphadol", "--source", "another book").text
    #expect(book.contains("treats (1)\n  Testitis?"))
    #expect(try folder.run("relations", "alphadol", "--limit", "1").text.contains("2 more; a larger --limit"))
    let none = try folder.run("relations", "alphadol", "--kind", "gene", "--predicate", "treats")
    #expect(none.status == 1)
    #expect(none.text.contains("None of those asked for is recorded in this library."))
  }

  @Test("by a source, a kind or a predicate in any case; names of sources may be cut short")
  func loosely() throws {
    let folder = try folder()
    for option in ["ANOTHER", "Another Book", "another b"] {
      let run = try folder.run("relations", "alphadol", "--source", option)
      #expect(run.text.contains("1 relation of those asked for\n\ntreats (1)\n  Testitis?"))
    }
    #expect(try folder.run("relations", "alphadol", "--source", "a book").text.contains("1 relation of"))
    #expect(try folder.run("relations", "alphadol", "--kind", "Gen").text.contains("\nbinds (1)\n"))
    #expect(try folder.run("relations", "alphadol", "--predicate", "BINDS").text.contains("\nbinds (1)\n"))
    #expect(try folder.run("relations", "gam1", "--predicate", "Binds").text.contains("\nbound by (1)\n"))
  }

  @Test("a value that no relation has is an error that names those there are")
  func unknownValues() throws {
    let folder = try folder()
    for (option, value, choice) in [
      ("--kind", "pathway", "disease (3), gene (1)"),
      ("--source", "hetionet", "a book (1), a graph (1), another book (1)"),
      ("--predicate", "bind", "treats (3), binds (1)"),
    ] {
      let run = try folder.run("relations", "alphadol", option, value)
      #expect(run.status == 1)
      #expect(
        run.errorText.contains("no relation of alphadol has \(option) \(value); recorded are \(choice)"))
    }
  }

  @Test("a long group is printed whole, and nothing but the predicate that was asked for")
  func portions() throws {
    let relations = (0..<1_400).map { number in
      "  - {predicate: \(number % 2 == 0 ? "associates" : "associated with"), object: /genes/gam1, "
        + "name: GAM1, publications: [\"PMID:\(10_000 + number)\"]}\n"
    }
    let page = "---\ntitle: Alphadol\nrelations:\n\(relations.joined())---\n\n## Overview\n\nNothing.\n"
    let folder = try CommandFolder(["Content/drugs/alphadol.md": page])
    let run = try folder.run("relations", "GAM1", "--predicate", "associates")
    let lines = run.text.split(separator: "\n").filter { $0.hasPrefix("  Alphadol") }
    let references = lines.compactMap { $0.split(separator: ":").last.flatMap { Int($0) } }
    #expect(references.sorted() == (0..<700).map { 10_000 + 2 * $0 })
  }

  @Test("as one JSON object for programs")
  func json() throws {
    let run = try folder().run("relations", "alphadol", "--json")
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(run.output)) as? [String: Any])
    #expect(object["entity"] as? String == "/drugs/alphadol")
    let relations = try #require(object["relations"] as? [[String: Any]])
    #expect(relations.map { $0["reading"] as? String } == ["treats", "treats", "treats", "binds"])
    #expect(
      relations.filter { $0["negated"] as? Bool == true }.map { $0["other"] as? String } == [
        "/diseases/probitis"
      ])
  }

  @Test("an unknown entity is status 1, a wrong option 2")
  func statuses() throws {
    let folder = try folder()
    #expect(try folder.run("relations", "nothing-like-it").status == 1)
    #expect(try folder.run("relations", "alphadol", "--limit", "0").status == 2)
    #expect(try folder.run("relations", "alphadol", "--order", "size").status == 2)
    #expect(try folder.run("relations", "").status == 2)
  }

  @Test("the whole graph is written as KGX tables and as GraphML, and no file is replaced unasked")
  func export() throws {
    let folder = try folder()
    let run = try folder.run("export", "--graph", "-o", "graph")
    #expect(run.status == 0)
    let edges = try String(contentsOfFile: folder.path + "/graph/edges.tsv", encoding: .utf8)
    #expect(edges.split(separator: "\n").count == 5)
    #expect(edges.contains("MONOGRAPH:treats\tMONOGRAPH:diseases/probitis\ttrue\t"))
    let nodes = try String(contentsOfFile: folder.path + "/graph/nodes.tsv", encoding: .utf8)
    #expect(nodes.contains("MONOGRAPH:drugs/alphadol\tbiolink:Drug\tAlphadol\t"))
    let markup = try String(contentsOfFile: folder.path + "/graph/graph.graphml", encoding: .utf8)
    #expect(markup.components(separatedBy: "<edge ").count == 5)
    let again = try folder.run("export", "--graph", "-o", "graph")
    #expect(again.status == 2)
    #expect(again.errorText.contains("graph/nodes.tsv is there already"))
    #expect(try folder.run("export", "--graph", "-o", "graph", "--force", "--format", "kgx").status == 0)
    #expect(try folder.run("export").status == 2)
  }
}
