import Testing

@testable import MonographSearch

@Suite("Look-alike names")
struct LookAlikeNamesTests {
  private let names = LookAlikeNames.standard

  @Test(
    "A name gets its tall man letters, in whatever case it comes",
    arguments: [
      ("hydroxyzine", "hydrOXYzine"), ("HYDRALAZINE", "hydrALAZINE"), ("Prednisone", "predniSONE"),
      ("vincristine", "vinCRIStine"), ("dopamine", "DOPamine"), ("tramadol", "traMADol"),
      ("depo-medrol", "DEPO-Medrol"),
    ])
  func tallMan(_ name: String, _ expected: String) {
    #expect(names.tallMan(name) == expected)
  }

  @Test("Only the word that the list has changes; salt, punctuation and blanks stay")
  func wordByWord() {
    #expect(names.tallMan("hydroxyzine hydrochloride") == "hydrOXYzine hydrochloride")
    #expect(names.tallMan("Bupropion HCl (XL), 150 mg") == "buPROPion HCl (XL), 150 mg")
    #expect(names.tallMan("carbamazepine/oxcarbazepine") == "carBAMazepine/OXcarbazepine")
  }

  @Test(
    "A name that no list has, or that it has without capitals, has none",
    arguments: ["baclofen", "morphine", "", "💊"])
  func none(_ name: String) {
    #expect(names.tallMan(name) == nil)
  }

  @Test("A part of a longer word is no name")
  func wholeWords() {
    #expect(names.tallMan("dopaminergic") == nil)
    #expect(names.tallMan("levodopamine") == nil)
    #expect(names.lookAlikes(of: "dopaminergic").isEmpty)
  }

  @Test("A name's look-alikes come from all lists, the FDA's first, each once")
  func lookAlikes() {
    #expect(
      names.lookAlikes(of: "hydroxyzine hydrochloride")
        == ["hydrALAZINE", "HYDROmorphone", "hydroCHLOROthiazide"])
    #expect(names.lookAlikes(of: "Clonidine").contains("KlonoPIN"))
    #expect(names.lookAlikes(of: "baclofen").isEmpty)
  }

  @Test("Each name is mistaken for names that are mistaken for it, and for none that it is")
  func symmetry() {
    #expect(names.count > 140)
    for row in ["buspirone", "prednisone", "morphine", "oxycodone", "lorazepam", "zyrtec"] {
      for other in names.lookAlikes(of: row) {
        #expect(other.lowercased() != row)
        #expect(names.lookAlikes(of: other).contains { $0.lowercased() == row })
      }
    }
  }

  @Test("A fault in a list is told with its line")
  func errors() {
    func error(_ rows: String) -> VocabularyError? {
      let yaml = "lists:\n  - name: X\n    rows: |\n\(rows)"
      do {
        _ = try LookAlikeNames(yaml: yaml, file: "look-alikes.yaml")
        return nil
      } catch { return error }
    }
    #expect(error("      aB, Ab\n")?.problem == "'Ab' is 'aB' in another row")
    #expect(error("      aB, c\n      alone\n")?.line == 5)
    #expect(error("      aB, cD\n") == nil)
  }
}
