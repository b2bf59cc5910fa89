import MonographModel
import Testing

@testable import MonographLibrary

/// Which place of a label answers first, over labels of invented drugs and the tables that are compiled in.
@Suite struct SearchAdviceTests {
  private static func label(_ name: String, _ chapters: [Section]) -> Monograph {
    Monograph(
      entity: EntityID(folder: "drugs", slug: EntityID.slug(fromName: name)) ?? "/drugs/none",
      title: name.capitalized, kind: "drug",
      source: Source(document: name), sections: chapters)
  }

  /// A chapter of a label: its name in openFDA, its own lines, and its sections, each with one paragraph.
  private static func chapter(_ key: String, _ lines: [String], _ sections: [(String, String)] = [])
    -> Section
  {
    var chapter = section(
      key.split(separator: "_").map(\.capitalized).joined(separator: " "), lines.map { paragraph(.text($0)) },
      sections.map { section($0.0, level: 2, [paragraph(.text($0.1))]) })
    chapter.sourceKey = key
    return chapter
  }

  private static let labels = [
    label(
      "glossin",
      [
        chapter("indications_and_usage", ["Glossin is for the treatment of marsh fever in adults."]),
        chapter(
          "dosage_and_administration", ["Start with 5 mg twice daily. ( 2.1 )"],
          [
            (
              "2.1 Recommended Dosage",
              "The dosage of glossin in many of those who take it is 5 mg twice daily."
            ),
            ("2.2 Discontinuation", "To stop glossin reduce it gradually by 1 mg every 3 days."),
          ]),
        chapter(
          "contraindications",
          [
            "Glossin is contraindicated in women who are or may become pregnant.",
            "Known hypersensitivity to glossin.",
          ]),
        chapter(
          "warnings_and_cautions",
          ["Sudden itch: Stop glossin at once where itch begins. ( 5.1 )"],
          [("5.1 Sudden itch", "Sudden itch has been found in some of those who took glossin for a year.")]),
        chapter("adverse_reactions", ["Numb feet were found with glossin."]),
        chapter("precautions", ["Numb feet were found with glossin."]),
        chapter(
          "drug_interactions", [],
          [("Marvexin", "Avoid marvexin, which leads to a clinically significant increase of glossin.")]),
        chapter(
          "use_in_specific_populations", [],
          [("8.1 Pregnancy", "Glossin reached the fetus of pregnant women in one study.")]),
        chapter(
          "drug_abuse_and_dependence", [],
          [("Dependence", "Withdrawal and dependence were found when glossin was stopped abruptly.")]),
        chapter(
          "clinical_pharmacology",
          ["The kinetics of glossin were unaffected by marvexin."]),
      ]),
    label(
      "marvexin",
      [
        chapter(
          "indications_and_usage",
          [
            "Marvexin is for hay itch. Limitation of use: it is not for marsh fever. It may be for other fever."
          ]),
        chapter("dosage_and_administration", ["The dosage of marvexin in marsh dwellers is 40 mg daily."]),
      ]),
    label(
      "dorvin acetate",
      [
        chapter("dosage_and_administration", ["Give dorvin acetate as a slow drip."]),
        chapter("drug_interactions", ["Avoid glossin with dorvin acetate."]),
        chapter(
          "use_in_specific_populations",
          [
            "Pregnancy: Dorvin may harm the fetus. (8.1)",
            "Lactation: Breastfeeding is not recommended. (8.2)",
          ]),
      ]),
    label("triazabel", [chapter("description", ["Triazabel is white."])]),
    label(
      "quillor",
      [
        chapter("dosage_and_administration", ["The recommended dose is 5 mg orally twice daily. (2.1)"]),
        chapter(
          "use_in_specific_populations", [],
          [
            (
              "8.6 Renal Impairment",
              "Those with two or more of the following take half: age of 80 years or more, weight of 60 kg or less, "
                + "serum creatinine of 1.5 mg/dL or more."
            )
          ]),
      ]),
  ]

  let folder: TemporaryFolder
  let library: Library

  init() throws {
    folder = try TemporaryFolder()
    library = try folder.library(Self.labels)
  }

  private func first(_ query: String) throws -> (place: String, line: String) {
    let hit = try #require(try library.search(query, limit: 5).hits.first)
    return ("\(hit.title): \(hit.sectionPath.joined(separator: " > "))", hit.passage)
  }

  @Test("A line of the Highlights that says all that was asked comes before the section that it sums up")
  func highlights() throws {
    let found = try first("glossin sudden itch")
    #expect(found.place == "Glossin: Warnings And Cautions")
    #expect(found.line.hasPrefix("Sudden itch: Stop glossin"))
  }

  @Test("Between two drugs what to do comes before what was measured")
  func pairs() throws {
    #expect(try first("glossin marvexin").place == "Glossin: Drug Interactions > Marvexin")
    // Who asks how it works is told so.
    #expect(try first("glossin marvexin pharmacokinetics").place == "Glossin: Clinical Pharmacology")
  }

  @Test("A substance and its salt are no two drugs")
  func salts() throws {
    func asksForPair(_ query: String) throws -> Bool {
      try library.search(query, limit: 5).hits.contains { hit in
        hit.reasons.contains { $0.text.contains("two together") }
      }
    }
    #expect(try asksForPair("dorvin glossin"))
    #expect(try !asksForPair("dorvin acetate"))
    #expect(try !asksForPair("dorvin acetate drip"))
  }

  @Test("What may happen is told where it is said what to do, unless adverse effects are asked for")
  func events() throws {
    #expect(try first("glossin numb feet").place == "Glossin: Precautions")
    #expect(try first("glossin numb feet side effects").place == "Glossin: Adverse Reactions")
  }

  @Test("A dose for all is no answer to who asks for that of some")
  func doseOfSome() throws {
    let place = "Quillor: Use In Specific Populations > 8.6 Renal Impairment"
    #expect(try first("quillor renal dose").place == place)
    #expect(try first("quillor dose").place == "Quillor: Dosage And Administration")
  }

  @Test("Of a chapter on several people the line on those who are asked about is the place")
  func people() throws {
    let found = try first("dorvin breastfeeding")
    #expect(found.line.hasPrefix("Lactation: "))
  }

  @Test("A condition and a dose lead to the dosage of the drug that is for it, not of one that is not")
  func conditions() throws {
    #expect(try first("marsh fever dose").place.hasPrefix("Glossin: Dosage And Administration"))
  }

  @Test(
    "Who asks how to stop is told the steps before what may come of it",
    arguments: ["how to come off", "weaning"])
  func stopping(words: String) throws {
    let found = try first("glossin \(words)")
    #expect(found.line.contains("reduce it gradually by 1 mg"))
  }

  @Test("What is forbidden to those who are asked about comes before what is told of them")
  func prohibition() throws {
    let found = try first("glossin pregnant")
    #expect(found.place == "Glossin: Contraindications")
  }

  @Test("What begins a name is no misspelt word, wherever it stands")
  func beginnings() throws {
    #expect(try first("triaz description").place == "Triazabel: Description")
    #expect(
      try library.search("triaz description", limit: 5).remarks.allSatisfy { !$0.contains("is read as") })
  }
}
