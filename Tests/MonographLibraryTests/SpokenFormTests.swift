import MonographModel
import Testing

@testable import MonographLibrary

@Suite struct SpokenFormTests {
  @Test(arguments: [
    ("zanax", "xanax"), ("sinthroid", "synthroid"), ("fosamacks", "fosamax"), ("lasicks", "lasix"),
    ("cumadin", "coumadin"), ("klonapin", "klonopin"), ("fenobarbitol", "phenobarbital"),
    ("efecksor", "effexor"),
    ("kolestiramin", "cholestyramine"), ("welbewtrin", "wellbutrin"), ("tilenall", "tylenol"),
    ("silium", "psyllium"),
    ("fenitoyn", "phenytoin"), ("nurontin", "neurontin"), ("zofron", "zofran"), ("sellebreks", "celebrex"),
  ])
  func namesThatSoundAlikeHaveOneForm(typed: String, name: String) throws {
    let form = try #require(SpokenForm(typed.utf8))
    #expect(form == SpokenForm(name.utf8))
    #expect(Array(name.utf8).withUnsafeBytes { form.isForm(of: $0) })
  }

  @Test(arguments: [
    ("hydroxyzine", "hydralazine"), ("lamictal", "lamisil"), ("celebrex", "celexa"), ("zantac", "xanax"),
    ("prednisone", "prednisolone"), ("metformin", "metronidazole"),
  ])
  func namesThatSoundApartDoNot(name: String, other: String) throws {
    let form = try #require(SpokenForm(name.utf8))
    #expect(form != SpokenForm(other.utf8))
    #expect(!Array(other.utf8).withUnsafeBytes { form.isForm(of: $0) })
  }

  @Test(arguments: ["", "abc", "b12", "5-ht3", "µg", "aeiou", "ménière"])
  func whatIsNoWordOfEnoughSoundsHasNone(typed: String) {
    #expect(SpokenForm(typed.utf8) == nil)
  }
}

/// A library of brands, as the box that opens by name and the search's “Did you mean” see it.
@Suite struct SoundingAlikeTests {
  let folder: TemporaryFolder
  let library: Library

  init() throws {
    folder = try TemporaryFolder()
    let brands = [
      ("alendronate", "Fosamax"), ("furosemide", "Lasix"), ("alprazolam", "Xanax"),
      ("levothyroxine", "Synthroid"),
      ("warfarin", "Coumadin"), ("clonazepam", "Klonopin"), ("cholestyramine", "Questran"),
    ]
    library = try folder.library(
      brands.map { name, brand in
        Monograph(
          entity: EntityID(folder: "drugs", slug: name) ?? "/drugs/none", title: name.capitalized,
          aliases: [brand],
          source: Source(document: name),
          sections: [section("Dosing", [paragraph(.text("The usual dose is 5 mg daily."))])])
      })
  }

  @Test(arguments: [
    ("fosamacks", "Fosamax"), ("lasicks", "Lasix"), ("zanax", "Xanax"), ("sinthroid", "Synthroid"),
    ("cumadin", "Coumadin"), ("klonapin", "Klonopin"),
  ])
  func whatSoundsAlikeIsOfferedByName(typed: String, brand: String) throws {
    let matches = try library.names(matching: typed, limit: 5)
    #expect(matches.map(\.alias) == [brand])
    #expect(matches.map(\.quality) == [.fuzzy])
  }

  @Test(arguments: [
    ("fosamacks dose", "fosamax"), ("lasicks dose", "lasix"), ("kolestiramin dose", "cholestyramine"),
  ])
  func whatSoundsAlikeIsSuggestedBySearch(typed: String, word: String) throws {
    let result = try library.search(typed, limit: 5)
    #expect(result.suggestions.map { $0.name.lowercased() } == [word])
    #expect(result.hits.first?.readAs == word)
  }

  @Test func whatIsWithinTwoEditsIsNotLookedForBySound() throws {
    // “lasik” is an edit from Lasix, and sounds like “Lasiuk” as well.
    let page = Monograph(entity: "/drugs/lasiuk", title: "Lasiauocke", source: Source(document: "l"))
    let lasix = Monograph(entity: "/drugs/lasix", title: "Lasix", source: Source(document: "x"))
    let library = try folder.library([page, lasix], name: "edits")
    #expect(try library.names(matching: "lasik", limit: 5).map(\.title) == ["Lasix"])
    #expect(try library.names(matching: "lasickeee", limit: 5).map(\.title) == ["Lasiauocke"])
  }
}
