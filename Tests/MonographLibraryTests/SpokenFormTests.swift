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
    #expect(form.codes == SpokenForm(name.utf8)?.codes)
    #expect(Array(name.utf8).withUnsafeBytes { form.difference(of: $0) } != nil)
  }

  @Test(arguments: [
    ("hydroxyzine", "hydralazine"), ("lamictal", "lamisil"), ("celebrex", "celexa"), ("zantac", "xanax"),
    ("prednisone", "prednisolone"), ("metformin", "metronidazole"), ("hydroxi", "hadarix"),
    ("concen", "kanisone"),
  ])
  func namesThatSoundApartDoNot(name: String, other: String) throws {
    let form = try #require(SpokenForm(name.utf8))
    #expect(Array(other.utf8).withUnsafeBytes { form.difference(of: $0) } == nil)
  }

  @Test(arguments: ["", "abc", "b12", "5-ht3", "µg", "aeiou", "ménière"])
  func whatIsNoWordOfEnoughSoundsHasNone(typed: String) {
    #expect(SpokenForm(typed.utf8)?.codes == nil)
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
    // “fosamack” is two edits from Fosamax; it sounds like “Fozzamek” too, which is four away.
    let other = Monograph(entity: "/drugs/fozzamek", title: "Fozzamek", source: Source(document: "o"))
    let fosamax = Monograph(entity: "/drugs/fosamax", title: "Fosamax", source: Source(document: "f"))
    let both = try folder.library([other, fosamax], name: "both")
    #expect(try both.names(matching: "fosamack", limit: 5).map(\.title) == ["Fosamax"])
    let one = try folder.library([other], name: "one")
    #expect(try one.names(matching: "fosamack", limit: 5).map(\.title) == ["Fozzamek"])
  }
}
