import MonographModel
import Testing

@Suite("Ids")
struct EntityIDTests {
  @Test("are paths of two parts; the leading slash may be missing")
  func paths() throws {
    let id = try #require(EntityID(path: "/drugs/baclofen"))
    #expect((id.folder, id.slug, id.path, id.kind) == ("drugs", "baclofen", "/drugs/baclofen", "drug"))
    #expect(EntityID(path: "drugs/baclofen") == id)
    #expect(EntityID(folder: "drugs", slug: "baclofen") == id)
    #expect("\(id)" == "/drugs/baclofen")
    #expect(EntityID(path: "/genes/β-arrestin")?.nameFromSlug == "β arrestin")
  }

  @Test(
    "are nothing else",
    arguments: [
      "", "/", "//", "drugs", "/drugs", "/drugs/", "//baclofen", "/a/b/c", "a/b/c", "/drugs/baclofen/",
      "/drugs/.", "/drugs/..", "/../x", "/drugs/a b", "/drugs/a#b", "/drugs/a?b", "/drugs/a\nb",
      "/drugs/\u{1B}",
      "/drugs/\u{7F}", "/drugs/a\u{9B}31m", "/drugs/a\u{A0}b", "/drugs/a\u{2028}b",
    ])
  func badPaths(path: String) {
    #expect(EntityID(path: path) == nil)
  }

  @Test(
    "name their kind by the folder, and the folder by the kind",
    arguments: [
      ("drugs", "drug"), ("diseases", "disease"), ("genes", "gene"), ("entities", "entity"),
      ("pathways", "pathway"), ("classes", "class"), ("processes", "process"), ("anatomies", "anatomy"),
      ("side-effects", "side-effect"), ("series", "series"), ("species", "species"), ("assays", "assay"),
      ("matches", "match"), ("boxes", "box"),
    ])
  func kinds(folder: String, kind: String) {
    #expect(EntityID.kind(ofFolder: folder) == kind)
    #expect(EntityID.plural(ofKind: kind) == folder)
  }

  @Test(
    "are made of names",
    arguments: [
      ("Alzheimer's disease", "alzheimers-disease"), ("Alzheimer’s disease", "alzheimers-disease"),
      ("GABA-B receptor", "gaba-b-receptor"), ("  (R)-Baclofen, 10 mg! ", "r-baclofen-10-mg"),
      ("β-Blocker", "β-blocker"), ("Ménière", "ménière"), ("---", ""), ("", ""), ("a\u{1B}[31mb", "a-31mb"),
    ])
  func slugs(name: String, slug: String) {
    #expect(EntityID.slug(fromName: name) == slug)
  }

  @Test("sort by folder, then by slug")
  func order() {
    let ids = ["/b/a", "/a-b/c", "/a/b", "/a/a"].compactMap { EntityID(path: $0) }
    #expect(ids.sorted().map(\.path) == ["/a/a", "/a/b", "/a-b/c", "/b/a"])
  }
}

@Suite("Outside identifiers")
struct IdentifierTests {
  @Test("are CURIEs; what follows the first colon is the registry's own")
  func curies() {
    #expect(Identifier(curie: "UNII:H789N3FKE8") == Identifier(prefix: "UNII", local: "H789N3FKE8"))
    #expect(Identifier(curie: "a:b:c") == Identifier(prefix: "a", local: "b:c"))
    #expect(Identifier(curie: "a:b:c")?.curie == "a:b:c")
  }

  @Test("and nothing else", arguments: ["", ":", "UNII", "UNII:", ":H789", "a b:c", "a:b c", "a:\n"])
  func badCURIEs(text: String) {
    #expect(Identifier(curie: text) == nil)
  }
}
