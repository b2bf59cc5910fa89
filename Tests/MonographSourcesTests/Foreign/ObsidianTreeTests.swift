import MonographModel
import MonographSources
import Testing

@Suite("An Obsidian vault is read") struct ObsidianTreeTests {
  private static let files = [
    ".obsidian/workspace.md": "never read",
    "Home.md": """
    Start at [[Testazole]], [[testazole|the drug]], [[Drugs/Testazole.md]] or [[TZ 1]]; see [[Lost Thing]] and
    [[Diseases/New Disease#Signs]]. #start #to/read
    """,
    "Medicine/Drugs/Testazole.md": """
    ---
    aliases: TZ 1, Testol
    tags: [drug, made-up]
    class:
      - blocker
      - antagonist
    date: 2024-05-06
    ---
    # Testazole

    Hidden: %% ask [[Someone]] about it %% no more. It blocks [[Gate#How it opens|the gate]].

    %%
    A longer
    comment.
    %%

    > [!info]- Where it comes from
    > From [[Home]].

    > [!danger]
    > Do not [[#Stopping at once|stop]].

    > [!drug] is no callout

    ## Dosing

    The dose is 5 mg. ^dose-1

    | a | b |
    | --- | --- |
    | [[Gate\\|the gate]] | 10 ^2 |

    ### Stopping at once

    ![[Gate]] ![[drawing.png]] ![[scan.jpg|300]] `[[no link]]` [note](Gate%20Notes.md) [up](../../Home.md)

    ```
    %% kept %% [[kept]]
    ```
    """,
    "Medicine/Gate.md": "## Parts\n\n### How it opens\n\nSee [[Testazole#^dose-1]] and [[Gate]].\n",
    "Medicine/Gate Notes.md": "No heading here.\n",
    "Other/Drugs/Testazole.md": "# Another\n\n[[Testazole]]\n",
    "Medicine/Drugs/README.md": "# About the drugs\n\nText.\n",
    "drugs/plain.markdown": "# Plain\n\nText.\n",
  ]

  @Test("Pages of any depth have ids by their last folder and name; one id is given once")
  func ids() throws {
    let folder = try PageFolder(Self.files)
    #expect(
      folder.ids == [
        "Home.md": "/entities/home", "Medicine/Drugs/Testazole.md": "/drugs/testazole",
        "Medicine/Gate.md": "/medicine/gate", "Medicine/Gate Notes.md": "/medicine/gate-notes",
        "Other/Drugs/Testazole.md": "/drugs/other-drugs-testazole",
        "Medicine/Drugs/README.md": "/medicine/drugs", "drugs/plain.markdown": "/drugs/plain",
      ])
    #expect(
      folder.diagnostics("Other/Drugs/Testazole.md") == [
        "Other/Drugs/Testazole.md: warning: Another page is /drugs/testazole; this one is"
          + " /drugs/other-drugs-testazole. (give one another name) [file-name]"
      ])
    #expect(folder.results["Home.md"]?.monograph?.kind == "entity")
    #expect(folder.titles["Home.md"] == "Home")
    #expect(folder.titles["Medicine/Gate Notes.md"] == "Gate Notes")
    #expect(folder.titles["Medicine/Drugs/README.md"] == "About the drugs")
  }

  @Test("Links lead by file name, path, title and other name; what is not there is a missing entity")
  func links() throws {
    let folder = try PageFolder(Self.files)
    #expect(
      folder.links("Home.md") == [
        "/drugs/testazole", "/drugs/testazole", "/drugs/testazole", "/drugs/testazole",
        "/entities/lost-thing",
        "/diseases/new-disease#signs",
      ])
    // The file in the same folder comes first.
    #expect(folder.links("Other/Drugs/Testazole.md") == ["/drugs/other-drugs-testazole"])
    #expect(folder.links("Medicine/Gate.md") == ["/drugs/testazole", "/medicine/gate"])
    #expect(
      folder.links("Medicine/Drugs/Testazole.md") == [
        "/medicine/gate#parts/how-it-opens", "/entities/home", "/medicine/gate", "/medicine/gate",
        "/medicine/gate-notes", "/entities/home",
      ])
    #expect(
      folder.across.map(\.description) == [
        "Home.md:1:89: note: /entities/lost-thing has no page. [dangling-link]",
        "Home.md:2:1: note: /diseases/new-disease has no page. [dangling-link]",
      ])
  }

  @Test("Its marks are read: callouts that fold, comments, marks of blocks, embedded pages")
  func marks() throws {
    let folder = try PageFolder(Self.files)
    let page = try #require(folder.results["Medicine/Drugs/Testazole.md"]?.monograph)
    #expect(page.aliases == ["TZ 1", "Testol"])
    #expect(page.entityClass == "blocker, antagonist")
    #expect(page.source.effective == "2024-05-06")
    #expect(
      folder.tree("Medicine/Drugs/Testazole.md") == """
        paragraph @11
          "Hidden:  no more. It blocks "
          link /medicine/gate#parts/how-it-opens
            "the gate"
          "."
        callout note @18-19
          title
            "Where it comes from"
          paragraph @19
            "From "
            link /entities/home
              "Home"
            "."
        callout warning @21-22
          title
            "danger"
          paragraph @22
            "Do not "
            link #dosing/stopping-at-once
              "stop"
            "."
        quote @24
          paragraph @24
            "[!drug] is no callout"
        paragraph @28
          "The dose is 5 mg."
        table @30-32
          header
            heading cell
              paragraph
                "a"
            heading cell
              paragraph
                "b"
          row
            cell
              paragraph
                link /medicine/gate
                  "the gate"
            cell
              paragraph
                "10 ^2"
        paragraph @36
          link /medicine/gate
            "Gate"
          " "
          image "drawing.png" "drawing.png"
          " "
          image "300" "scan.jpg"
          " "
          code "[[no link]]"
          " "
          link /medicine/gate-notes
            "note"
          " "
          link /entities/home
            "up"
        code @38-40
          "%% kept %% [[kept]]"

        """)
    #expect(folder.tree("Home.md").contains("#start #to/read"))
  }

  @Test("What is not shown, or shown in another form, is reported where it stands")
  func reports() throws {
    let folder = try PageFolder(Self.files)
    #expect(
      folder.diagnostics("Medicine/Drugs/Testazole.md") == [
        "Medicine/Drugs/Testazole.md:3:1: note: The key “tags” is another program's; what it says is not shown."
          + " [unknown-key]",
        "Medicine/Drugs/Testazole.md:11:9: note: An Obsidian comment is not shown. [residue]",
        "Medicine/Drugs/Testazole.md:13:1: note: An Obsidian comment is not shown. [residue]",
        "Medicine/Drugs/Testazole.md:28:18: note: The mark “^dose-1” of a block is not shown. [residue]",
        "Medicine/Drugs/Testazole.md:36:1: note: “Gate” is to be shown here; a link to it is. (write what it says)"
          + " [residue]",
      ])
  }

  @Test("No word of it is lost")
  func words() throws {
    let folder = try PageFolder(Self.files)
    for file in folder.listing.files {
      let lost = try folder.lostWords(file.document)
      #expect(lost == [], "\(file.document)")
    }
  }

  @Test("Outside a vault the signs of comments are text")
  func noVault() throws {
    let folder = try PageFolder(["drugs/a.md": "# A\n\n%% one %% two\n\n%%\n\nthree ^four\n\n%%\n"])
    let words = folder.results["drugs/a.md"]?.words ?? ""
    #expect(words.contains("%% one %% two"))
    #expect(words.contains("three ^four"))
    #expect(folder.diagnostics("drugs/a.md") == [])
  }

  @Test("A page read by itself leads to missing entities")
  func alone() {
    let result = read("# T\n\n[[Some Page|x]] and [[#Part]] and ![[Other]].\n\n## Part\n\ny\n")
    #expect(result.links.map(\.target.path) == ["/entities/some-page", "/entities/other"])
    #expect(result.diagnostics.map(\.rule) == ["residue"])
  }

  @Test(
    "Brackets that are no links stay text",
    arguments: ["[[]]", "[[|x]]", "[[a", "a]]", "[[#]]", "[[ ]]", "\\[\\[", "[[[[]]]]", "]][["])
  func brackets(text: String) {
    let result = read("# T\n\nx \(text) y\n")
    #expect(result.links.isEmpty)
    #expect(result.words.contains("y"))
  }

  @Test("A citation in double brackets is a citation, as before")
  func citation() {
    let result = read("---\nreferences: [{id: a, title: A, author: B}]\n---\n# T\n\n[[@a]]\n")
    #expect(result.blocksTree.contains("citation a"))
    #expect(result.diagnostics == [])
  }
}
