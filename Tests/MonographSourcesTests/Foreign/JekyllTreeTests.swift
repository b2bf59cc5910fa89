import MonographModel
import MonographSources
import Testing

@Suite("The source of a Jekyll site is read") struct JekyllTreeTests {
  private static let files = [
    "_config.yml": "title: A site", "README.md": "about the repository",
    "index.md": "---\nlayout: home\ntitle: Start\n---\nWelcome.\n",
    "_layouts/page.md": "never read", "_includes/x.md": "never read",
    "_posts/2020-01-31-first-post.md": """
    ---
    layout: post
    title: "The first post"
    categories: news drugs
    permalink: /news/first/
    ---
    Read [the drug]({{ site.baseurl }}/drugs/testazole) or [here](/medicines/testazole.html).

    {% include warning.html text="x" %}

    Nothing { here } is {{ left.
    """,
    "_posts/drafty/2021-13-40-not-a-date.md": "# Odd\n\nText.\n",
    "_drugs/testazole.markdown": """
    ---
    layout: drug
    permalink: /medicines/testazole
    published: true
    ---
    From [the post](/news/first), [index](../index.md), [the post](../_posts/2020-01-31-first-post.md),
    [gone](/nowhere/else/).
    """,
    "notes/index.md": "# Notes\n\nText.\n",
  ]

  @Test("Posts lose their dates, collections their mark; a generator's folders are passed over")
  func ids() throws {
    let folder = try PageFolder(Self.files)
    #expect(
      folder.ids == [
        "index.md": "/entities/index", "_posts/2020-01-31-first-post.md": "/posts/first-post",
        "_posts/drafty/2021-13-40-not-a-date.md": "/drafty/2021-13-40-not-a-date",
        "_drugs/testazole.markdown": "/drugs/testazole", "notes/index.md": "/entities/notes",
      ])
    #expect(folder.results["_posts/2020-01-31-first-post.md"]?.monograph?.source.effective == "2020-01-31")
    #expect(folder.results["_drugs/testazole.markdown"]?.monograph?.kind == "drug")
    #expect(folder.titles["_drugs/testazole.markdown"] == "testazole")
    #expect(
      folder.listing.diagnostics.map { $0.description.replacing("\(folder.path)/", with: "") } == [
        "_includes: note: The folder holds what a site's generator keeps for itself; it is not read. [file-name]",
        "_layouts: note: The folder holds what a site's generator keeps for itself; it is not read. [file-name]",
      ])
  }

  @Test("Links lead by the addresses that pages give themselves")
  func links() throws {
    let folder = try PageFolder(Self.files)
    #expect(folder.links("_posts/2020-01-31-first-post.md") == ["/drugs/testazole"])
    #expect(
      folder.links("_drugs/testazole.markdown") == [
        "/posts/first-post", "/entities/index", "/posts/first-post",
      ])
    #expect(
      folder.diagnostics("_drugs/testazole.markdown").filter { $0.contains("dangling") } == [
        "_drugs/testazole.markdown:7:1: warning: “/nowhere/else/” is neither an entity id nor an address."
          + " (write /folder/name, or an address with its scheme) [dangling-link]"
      ])
  }

  @Test("What a generator would fill in stays as text and is reported where it stands")
  func liquid() throws {
    let folder = try PageFolder(Self.files)
    let words = folder.results["_posts/2020-01-31-first-post.md"]?.words ?? ""
    #expect(words.contains("({{ site.baseurl }}/drugs/testazole)"))
    #expect(words.contains("{% include warning.html text=\"x\" %}"))
    #expect(words.contains("Nothing { here } is {{ left."))
    #expect(
      folder.diagnostics("_posts/2020-01-31-first-post.md").filter { $0.contains("residue") } == [
        "_posts/2020-01-31-first-post.md:7:17: warning: {{ site.baseurl }} is left over from a site's generator and"
          + " is shown as text. (write what it stands for) [residue]",
        "_posts/2020-01-31-first-post.md:9:1: warning: {% include warning.html text=\"x\" %} is left over from a"
          + " site's generator and is shown as text. (write what it stands for) [residue]",
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

  @Test("A tree in the project's own form is as it was")
  func ownForm() throws {
    let files = [
      "drugs/a_b.md": "# A\n\n[b](b.md) [c](/genes/c.d) [x](/drugs/X) [z](../genes/c.d.md#e)\n",
      "drugs/b.md": "# B\n\ny\n", "genes/c.d.md": "# C\n\n## E\n\ny\n",
    ]
    let folder = try PageFolder(files)
    #expect(
      folder.ids == ["drugs/a_b.md": "/drugs/a_b", "drugs/b.md": "/drugs/b", "genes/c.d.md": "/genes/c.d"])
    #expect(folder.links("drugs/a_b.md") == ["/drugs/b", "/genes/c.d", "/drugs/X", "/genes/c.d#e"])
    for (document, text) in files {
      let alone = MarkdownReader().read(
        SourceFile(name: "\(folder.path)/\(document)", document: document, bytes: Array(text.utf8)))
      #expect(folder.results[document] == alone)
    }
  }

  @Test("A page is read again when others change only where these decide how it is read")
  func dependence() throws {
    let plain = try PageFolder(["drugs/a.md": "# A\n\n[b](/drugs/b)\n", "drugs/c.md": "# C\n\n[[a]]\n"])
    let other = try PageFolder(["drugs/a.md": "# A\n\nx\n", "Drugs/b.md": "# B\n\nx\n"])
    #expect(try plain.listing.files.map { try ContentFolder.read($0).dependsOnOtherPages } == [false, true])
    #expect(try other.listing.files.map { try ContentFolder.read($0).dependsOnOtherPages } == [true, true])
  }
}
