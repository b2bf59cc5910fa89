import MonographModel
import MonographSources
import Testing

@Suite("A page begins from a template") struct PageTemplateTests {
  private func read(_ template: PageTemplate) -> ReadResult {
    MarkdownReader().read(
      SourceFile(name: template.document, document: template.document, bytes: Array(template.markdown.utf8)))
  }

  @Test(
    "that reads back without a fault and says what it is",
    arguments: ["drug", "disease", "gene", "entity", "device"])
  func clean(kind: String) throws {
    let template = try #require(PageTemplate(kind: kind, name: "Some  Thing's name"))
    let result = read(template)
    let page = try #require(result.monograph)
    #expect(result.diagnostics == [])
    #expect(page.title == "Some Thing's name")
    #expect(page.kind == kind)
    #expect(page.entity == template.entity)
    #expect(page.entity.slug == "some-things-name")
    #expect(page.source.note == "No source was checked. Not reviewed.")
    #expect(page.source.summary == "source not stated, no version, no date, not reviewed")
    #expect(page.references == [] && page.relations == [] && page.aliases == [])
    // Whatever is asked for is there, and says that it is not stated.
    #expect(page.allSections.allSatisfy { $0.blocks.plainText() == "Not stated." })
  }

  @Test("of a drug, with a section for each question that a reader jumps to but the box, which is no duty")
  func topics() throws {
    let template = try #require(PageTemplate(kind: "drug", name: "Testazole"))
    let page = try #require(read(template).monograph)
    let unanswered = ClinicalTopic.allCases.filter { topic in
      page.allSections.allSatisfy { topic.score(heading: $0.title) == 0 }
    }
    #expect(unanswered == [.boxedWarning])
    #expect(page.entity.path == "/drugs/testazole")
  }

  @Test(
    "whatever its name holds",
    arguments: [
      "null", "Yes", "2011", "~", "a: b", "# x", "- x", "\"x\" and 'y'", "*x* [a](b) <b>c</b>",
      "{{x}} &amp; `y`", "@a", "μ",
      "| a |", "1. first", "[@key]", "[[x1]]",
    ])
  func names(name: String) throws {
    guard let template = PageTemplate(kind: "entity", name: name) else {
      #expect(!name.contains { $0.isLetter || $0.isNumber })
      return
    }
    let result = read(template)
    #expect(result.monograph?.title == name)
    #expect(result.monograph?.sections.map(\.title) == ["Overview", "Relations"])
    #expect(result.diagnostics == [])
  }

  @Test(
    "but not without a letter or a digit", arguments: [("drug", ""), ("drug", "--"), ("", "x"), ("!", "x")])
  func refused(kind: String, name: String) {
    #expect(PageTemplate(kind: kind, name: name) == nil)
  }
}
