import Foundation
import TerminalTesting
import Testing

@Suite("What show prints says where it comes from")
struct ShowCommandTests {
  private static let page = """
    ---
    title: Alphadol
    source: { publisher: Ward handbook, licence: CC0-1.0, note: Nobody checked it. }
    version: 3
    effective: 2024-05-01
    ---

    ## Dosing

    5 mg 3 times daily.

    ### Renal Impairment

    Halve the dose below 30 mL/min.

    ## Withdrawal

    Taper over 2 weeks.
    """

  private static let label = """
    ---
    title: Alphadol tablets
    source: { publisher: Label, document: set-1 }
    effective: 2026-07-02
    ---

    ## 2 DOSAGE AND ADMINISTRATION

    Begin with 5 mg.

    Hepatic impairment
    : Halve the dose.

    ## 6.1 Dose Dependency of Adverse Reactions

    Sleepiness grows with the dose.

    ## 14.2 Renal Cell Carcinoma

    A trial.
    """

  private func library() throws -> CommandFolder {
    let folder = try CommandFolder([
      "one/drugs/alphadol.md": Self.page, "two/drugs/alphadol.md": Self.label,
    ])
    #expect(try folder.run("build", "one", "two", "-o", "x.library").status == 0)
    return folder
  }

  private func show(_ folder: CommandFolder, _ arguments: String...) throws -> CommandRun {
    try CommandRun(["show", "/drugs/alphadol", "--library", "x.library"] + arguments, in: folder.path)
  }

  @Test("the first lines: title, source, version, date, document, licence, note, and how many other sources")
  func text() throws {
    let folder = try library()
    let shown = try show(folder, "--source", "drugs/alphadol.md", "--width", "200").text.split(
      separator: "\n")
    #expect(
      shown.prefix(3) == [
        "Alphadol (drug)",
        "Source: Ward handbook, version 3, dated 2024-05-01, not reviewed; drugs/alphadol.md; licence CC0-1.0. Nobody checked it.",
        "One of 2 sources about Alphadol tablets; --source ID shows another: set-1 (Label, 2026-07-02)",
      ])
    // A later folder lies over an earlier one.
    #expect(try show(folder).text.hasPrefix("Alphadol tablets (drug)\n"))
  }

  @Test(
    "a section is found by anchor, heading, or what it is about, and is named with where it stands",
    arguments: ["dosing/renal-impairment", "Renal Impairment", "renal", "renal impairment", "kidney"])
  func section(name: String) throws {
    let folder = try library()
    let run = try show(folder, "--source", "drugs/alphadol.md", "--section", name, "--width", "200")
    let lines = run.text.split(separator: "\n")
    #expect(lines.contains("Section: Dosing > Renal Impairment"))
    #expect(lines.dropFirst().first?.hasPrefix("Source: Ward handbook, version 3, dated 2024-05-01") == true)
    #expect(!run.text.contains("5 mg"))
  }

  @Test(
    "the section of a label is found without its number and by the question",
    arguments: ["dose", "dosage and administration"])
  func labelSection(name: String) throws {
    let shown = try show(try library(), "--section", name).text
    #expect(shown.contains("Section: 2 DOSAGE AND ADMINISTRATION"))
    #expect(shown.contains("Begin with 5 mg."))
  }

  @Test("a topic is answered by its section and by none that merely begins with its word")
  func topicFirst() throws {
    let folder = try library()
    #expect(try show(folder, "--section", "dose").text.contains("Section: 2 DOSAGE AND ADMINISTRATION"))
    let renal = try show(folder, "--section", "renal impairment")
    #expect(renal.status == 1)
    #expect(!renal.text.contains("A trial."))
    let byHeading = try show(folder, "--section", "Renal Cell")
    #expect(byHeading.text.contains("A trial."))
  }

  @Test(
    "a box within another section is found by the topic, by its first word and with hyphens",
    arguments: ["boxed warning", "boxed", "boxed-warning", "boxed_warning", "boxedWarning"])
  func boxWithin(name: String) throws {
    let label = """
      {"results": [{
        "warnings": ["WARNINGS General words. WARNING NOT FOR CHILDREN. Betadol slows breathing."],
        "boxed_warning": ["WARNING NOT FOR CHILDREN. Betadol slows breathing."],
        "set_id": "11111111-2222-4333-8444-555555555555", "id": "1", "effective_time": "20260101",
        "version": "1", "openfda": {"generic_name": ["BETADOL"], "brand_name": ["BETADOL"]}
      }]}
      """
    let folder = try CommandFolder(["drug-label-0001-of-0001.json": label])
    #expect(try folder.run("build", "drug-label-0001-of-0001.json", "-o", "x.library").status == 0)
    let run = try CommandRun(
      ["show", "/drugs/betadol", "--library", "x.library", "--section", name], in: folder.path)
    #expect(run.status == 0)
    #expect(run.text.contains("Section: WARNINGS > "))
    #expect(run.text.contains("BOXED WARNING"))
    #expect(!run.text.contains("General words."))
  }

  @Test("the library may be named before the command")
  func libraryFirst() throws {
    let folder = try library()
    for arguments in [["--library", "x.library"], ["--library=x.library"]] {
      for rest in [["show", "/drugs/alphadol"], ["read", "/drugs/alphadol"], ["/drugs/alphadol"]] {
        let run = try CommandRun(arguments + rest, in: folder.path)
        #expect(run.status == 0)
        #expect(run.text.hasPrefix("Alphadol tablets"))
      }
    }
  }

  @Test("what has no section but stands on the page is printed where it stands, and not called not stated")
  func absentSection() throws {
    let folder = try library()
    let run = try show(folder, "--section", "hepatic")
    #expect(run.status == 1)
    #expect(
      run.errorText.contains("has no section hepatic, but “hepatic impairment” stands once on the page"))
    #expect(!run.errorText.contains("not stated"))
    #expect(run.text.contains("Section: 2 DOSAGE AND ADMINISTRATION"))
    #expect(run.text.contains("Halve the dose."))
    #expect(!run.text.contains("Begin with 5 mg."))
    let none = try show(folder, "--section", "pregnancy")
    #expect(none.errorText.contains("has no section pregnancy, not stated in this source"))
    #expect(none.text.isEmpty)
  }

  @Test("Markdown of a section ends with a comment that says the same")
  func markdown() throws {
    let run = try show(
      try library(), "--source", "drugs/alphadol.md", "--section", "Withdrawal", "--format", "markdown")
    #expect(
      run.text == """
        ## Withdrawal

        Taper over 2 weeks.

        <!-- Alphadol; Withdrawal; Ward handbook, version 3, dated 2024-05-01, not reviewed; drugs/alphadol.md; licence CC0-1.0; Nobody checked it. -->

        """)
  }

  @Test("what is no Markdown is not printed as such, and the forms that can be are named")
  func notMarkdown() throws {
    let run = try show(try library(), "--format", "markdown")
    #expect(run.status == 2)
    #expect(run.errorText.contains("set-1, is not Markdown; use --format text, json or tree"))
  }

  @Test("JSON tells the source, the section's place, and the documents about the entity")
  func json() throws {
    let run = try show(
      try library(), "--source", "drugs/alphadol.md", "--section", "renal", "--format", "json")
    let object = try JSONSerialization.jsonObject(with: Data(run.output)) as? [String: Any]
    let source = object?["source"] as? [String: Any]
    #expect(source?["document"] as? String == "drugs/alphadol.md")
    #expect(source?["version"] as? String == "3")
    #expect(source?["licence"] as? String == "CC0-1.0")
    #expect(object?["sectionPath"] as? [String] == ["Dosing", "Renal Impairment"])
    let documents = object?["documents"] as? [[String: Any]]
    #expect(documents?.compactMap { $0["document"] as? String } == ["drugs/alphadol.md", "set-1"])
  }

  @Test("a source that the library lacks is named with those it has")
  func unknownSource() throws {
    let run = try show(try library(), "--source", "nowhere")
    #expect(run.status == 1)
    #expect(run.errorText.contains("has no source nowhere about Alphadol"))
    #expect(run.errorText.contains("set-1"))
  }

  @Test(
    "the id of a document, such as a label's set id, opens that very document",
    arguments: [
      ("set-1", "Alphadol tablets"), ("SET-1", "Alphadol tablets"), ("drugs/alphadol.md", "Alphadol"),
    ])
  func documentID(id: String, title: String) throws {
    let folder = try library()
    let run = try folder.run("show", id, "--library", "x.library")
    #expect(run.status == 0)
    #expect(run.text.hasPrefix("\(title) (drug)\n"))
    // The reader takes a name that ends so for a file.
    guard !id.hasSuffix(".md") else { return }
    let plain = try folder.run("--library", "x.library", id)
    #expect(plain.text.hasPrefix("\(title) (drug)\n"))
    let other = try folder.run("show", id, "--library", "x.library", "--source", "drugs/alphadol.md")
    #expect(other.text.hasPrefix("Alphadol (drug)\n"))
  }

  @Test("the beginning of an id is no id, and is told so")
  func beginningOfDocumentID() throws {
    let run = try library().run("show", "set", "--library", "x.library")
    #expect(run.status == 1)
    #expect(run.errorText.contains("no page called set"))
  }

  @Test("a name that several pages have, or begin with, lists them with their kinds and says what to type")
  func severalPages() throws {
    let folder = try CommandFolder([
      "Content/drugs/iron.md": "# Iron\n\nx\n", "Content/genes/iron.md": "# Iron\n\nx\n",
      "Content/drugs/zinc-oxide.md": "# Zinc oxide\n\nx\n",
      "Content/drugs/zinc-sulfate.md": "# Zinc sulfate\n\nSee [zinc](/entities/zinc).\n",
    ])
    #expect(try folder.run("build", "-o", "x.library").status == 0)
    let exact = try folder.run("show", "iron", "--library", "x.library")
    #expect(exact.status == 2)
    #expect(
      exact.errorText.contains(
        "2 pages are called iron; open one by its id: Iron (drug, /drugs/iron); Iron (gene, /genes/iron)"))
    let beginning = try folder.run("show", "zinc", "--library", "x.library")
    #expect(beginning.status == 2)
    #expect(
      beginning.errorText.contains(
        "no page is called zinc, but 2 begin with it; open one by its id: Zinc oxide (drug, /drugs/zinc-oxide); "
          + "Zinc sulfate (drug, /drugs/zinc-sulfate)"))
  }
}
