import MonographModel
import MonographSources
import Testing

/// Faults of front matter, each at its line, with the page read all the same.
@Suite struct FrontMatterTests {
  @Test("Each value of the wrong form is reported where it stands")
  func wrongForms() {
    let result = read(
      """
      ---
      title: [a, b]
      aliases: {a: b}
      source: somewhere
      effective: 2023-02-29
      reviewed: last week
      identifiers: [UNII, "a b:c", UNII:1]
      relations:
        - predicate: treats
          object: diseases/x
        - treats
        - object: /diseases/y
      references:
        - title: No key
        - id: a
        - id: b
          title: B
          author: B
          issued: {date-parts: soon}
        - id: b
          title: B again
          author: B
      redirects: [old]
      infobox: [nowhere]
      colour: red
      ---
      # Title from the heading

      Text [@a] [@b].
      """)
    #expect(
      result.diagnostics.map(\.description) == [
        "testazole.md:2:8: error: “title” is not a text. (give one value) [front-matter]",
        "testazole.md:3:10: error: “aliases” is not a list of texts. (write - value on a line for each) [front-matter]",
        "testazole.md:4:9: error: “source” is not a map of keys and values. (write publisher: under it) [front-matter]",
        "testazole.md:5:12: error: “2023-02-29” is not a date. (write YYYY-MM-DD) [front-matter]",
        "testazole.md:6:11: error: “last week” is not a date. (write YYYY-MM-DD) [front-matter]",
        "testazole.md:7:15: error: “UNII” is not a CURIE. (write PREFIX:identifier) [front-matter]",
        "testazole.md:7:21: error: “a b:c” is not a CURIE. (write PREFIX:identifier) [front-matter]",
        "testazole.md:9:5: error: A relation lacks its predicate or its object. (give both) [front-matter]",
        "testazole.md:10:13: error: “diseases/x” is not an entity id. (write /folder/name) [front-matter]",
        "testazole.md:11:5: error: An entry of “relations” is not a map of keys and values. [front-matter]",
        "testazole.md:12:5: error: A relation lacks its predicate or its object. (give both) [front-matter]",
        "testazole.md:14:5: error: A reference has no id. (give it the key that citations use) [front-matter]",
        "testazole.md:15: note: The reference “a” names no author. [unknown-author]",
        "testazole.md:15:5: error: The reference “a” has no title. (give it one) [front-matter]",
        "testazole.md:19:26: error: “date-parts” is not a list of dates. (write [[2010]]) [front-matter]",
        "testazole.md:20:5: error: The reference “b” is there twice. (remove one) [front-matter]",
        "testazole.md:23:13: error: “old” is not an entity id. (write /folder/name) [front-matter]",
        "testazole.md:24: error: “infobox” names “nowhere”, which is no section of the page."
          + " (write the section's anchor: parent/heading) [front-matter]",
        "testazole.md:25:1: note: The key “colour” has no meaning here. [unknown-key]",
      ])
    #expect(result.monograph?.title == "Title from the heading")
    #expect(result.monograph?.identifiers == [Identifier(prefix: "UNII", local: "1")])
    #expect(result.monograph?.references.map(\.key) == ["a", "b"])
  }

  @Test("A page whose front matter is not YAML is read without it")
  func notYAML() {
    let result = read("---\ntitle: x\n  bad: [\n---\n# Heading\n\nText.\n")
    #expect(result.places == ["3:6 error front-matter"])
    #expect(result.monograph?.title == "Heading")
    #expect(result.words.contains("Text."))
  }

  @Test("Front matter that never ends is shown as text")
  func unended() {
    let result = read("---\ntitle: x\n\nText.\n")
    #expect(result.places == ["1:0 error front-matter", "1:0 warning missing-title"])
    #expect(result.words.contains("title: x"))
    #expect(result.words.contains("Text."))
  }

  @Test("A key that stands twice is reported, and the page is read without its front matter")
  func keyTwice() {
    let result = read("---\ntitle: x\ntitle: y\n---\n# Heading\n")
    #expect(result.diagnostics.map(\.rule) == ["front-matter"])
    #expect(result.monograph?.title == "Heading")
  }

  @Test("Front matter may be missing, empty, or hold empty values")
  func emptyForms() {
    #expect(read("# T\n\nx\n").diagnostics == [])
    #expect(read("---\n---\n# T\n\nx\n").diagnostics == [])
    let result = read("---\ntitle: T\nreviewed:\nversion: ~\naliases: []\nrelations:\n---\nx\n")
    #expect(result.diagnostics == [])
    #expect(result.monograph?.source.reviewed == nil)
    #expect(result.monograph?.source.version == nil)
  }

  @Test("The title is that of the front matter, else of the first heading, else made from the file's name")
  func titles() {
    #expect(read("---\ntitle: A\n---\n# A\n\nx\n").monograph?.sections.map(\.anchor) == [""])
    #expect(read("---\ntitle: A\n---\n# B\n\nx\n").monograph?.sections.map(\.anchor) == ["b"])
    #expect(read("# B\n\nx\n").monograph?.title == "B")
    let unnamed = read("x\n")
    #expect(unnamed.monograph?.title == "testazole")
    #expect(unnamed.places == ["1:0 warning missing-title"])
  }

  @Test("Aliases within bounds are followed, and a bomb of them is refused")
  func aliasBombs() {
    let few = read("---\nnames: &n [a, b]\ntitle: T\naliases: *n\n---\nx\n")
    #expect(few.monograph?.aliases == ["a", "b"])

    var bomb = "---\na0: &a0 [x, x]\n"
    for number in 1...40 { bomb += "a\(number): &a\(number) [*a\(number - 1), *a\(number - 1)]\n" }
    bomb += "? *a40\n: x\n---\n# T\n\nText.\n"
    let refused = read(bomb)
    #expect(refused.places == ["2:0 error front-matter"])
    #expect(refused.words.contains("Text."))
  }

  @Test("Nesting without end is refused", arguments: ["[", "{a: ", "- ", "? "])
  func deepYAML(opening: String) {
    let yaml = String(repeating: opening, count: 100_000)
    let result = read("---\nx: \n  \(yaml)\n---\n# T\n\nText.\n")
    let faults = result.diagnostics.filter { $0.rule == "front-matter" }
    #expect(!faults.isEmpty)
    #expect(!faults.contains { $0.message.contains("yaml_") })
    #expect(result.words.contains("Text."))
  }

  @Test("A path that gives no id is reported and mended")
  func fileNames() {
    func entity(_ document: String) -> (String?, [String]) {
      let result = MarkdownReader().read(
        SourceFile(name: document, document: document, bytes: Array("# T\n\nx\n".utf8)))
      return (result.monograph?.entity.path, result.diagnostics.map(\.rule))
    }
    #expect(entity("drugs/x.md") == ("/drugs/x", []))
    #expect(entity("x.md") == ("/entities/x", ["file-name"]))
    #expect(entity("a/b/Some Drug.md") == ("/b/some-drug", ["file-name"]))
    #expect(entity("...") == ("/entities/unnamed", ["file-name"]))
  }
}
