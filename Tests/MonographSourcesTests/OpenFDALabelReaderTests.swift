import Foundation
import MonographModel
import Testing

@testable import MonographSources

/// Records that are damaged, hostile or odd, and the rules by which text is parted.
@Suite struct OpenFDALabelReaderTests {
  static func read(_ json: String) -> (SourceDocument?, [Diagnostic]) {
    OpenFDALabelReader(gathersWording: true).read(record: Array(json.utf8), name: "labels.json", line: 10)
  }

  /// The record of one text.
  static func sections(_ key: String, _ text: String) throws -> [Section] {
    let json = try JSONEncoder().encode([key: [text]])
    let document = OpenFDALabelReader(gathersWording: true).read(record: Array(json), name: "x", line: 1).0
    let found = try #require(document)
    #expect(OpenFDAWords.missing(from: found) == [:])
    return found.monograph.sections
  }

  static func outline(_ sections: [Section]) -> [String] {
    sections.flatMap(\.withDescendants).map { String(repeating: " ", count: $0.level - 1) + $0.title }
  }

  @Test("Escapes, surrogates, line ends and tabs of JSON")
  func escapes() throws {
    let document = try #require(
      Self.read(#"{"description": ["A \"b\" \\ \/ \u00b5g \ud83d\ude00\n2\u0020mg\t\u003C5"]}"#).0)
    #expect(document.monograph.sections[0].blocks.plainText() == "A \"b\" \\ / µg 😀 2 mg <5")
  }

  @Test("Routes are those that the record states; a dosage form too where it has one")
  func forms() throws {
    func form(_ fields: String) throws -> String? {
      try #require(Self.read("{\"openfda\": {\(fields)}, \"description\": [\"x\"]}").0).monograph.form
    }
    #expect(try form(#""route": ["ORAL", "INTRAVENOUS"]"#) == "oral, intravenous")
    #expect(try form(#""route": ["TOPICAL"], "dosage_form": ["CREAM"]"#) == "topical cream")
    #expect(try form(#""brand_name": ["Route"]"#) == nil)
  }

  @Test("Half a surrogate and bytes that are no UTF-8 are repaired and reported at their line")
  func badUnicode() throws {
    var bytes = Array("{\n\"description\": [\"a \\ud800 b\",\n\"c ".utf8)
    bytes += [0xFF] + Array(" d\"]}".utf8)
    let document = try #require(OpenFDALabelReader().read(record: bytes, name: "x", line: 5).0)
    #expect(document.monograph.sections[0].blocks.plainText() == "a \u{FFFD} b\nc \u{FFFD} d")
    #expect(document.diagnostics.contains { $0.rule == "encoding" && $0.line == 6 })
  }

  @Test(
    "What is no JSON object gives a diagnostic at its line and no document",
    arguments: [
      ("{\"a\": }", 10), ("{\"a\": \"b\"\n", 11), ("[]", 10), ("{\"a\":\n\"\\q\"}", 11), ("{\"a\": 1} x", 10),
      ("{\"a\": \"\\u12\"}", 10), ("", 10), ("{1: 2}", 10),
    ])
  func noJSON(text: String, line: Int) {
    let (document, diagnostics) = Self.read(text)
    #expect(document == nil)
    #expect(diagnostics.map(\.rule) == ["unreadable"])
    #expect(diagnostics.map(\.line) == [line])
  }

  @Test("Nesting beyond all reason ends in a diagnostic")
  func deep() {
    let text =
      "{\"a\": " + String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000) + "}"
    #expect(Self.read(text).1.map(\.rule) == ["unreadable"])
    let objects = String(repeating: "{\"a\":", count: 100_000)
    #expect(Self.read(objects).1.map(\.rule) == ["unreadable"])
  }

  @Test("An empty record is a label without a name")
  func empty() throws {
    let document = try #require(Self.read("{}").0)
    #expect(document.monograph.title == "Label without a name")
    #expect(document.monograph.sections == [])
    #expect(document.diagnostics.map(\.rule) == ["missing-title"])
  }

  @Test(
    "Generic names in readable letters",
    arguments: [
      ("GABAPENTIN", "Gabapentin"), ("TECHNETIUM TC 99M MEDRONATE", "Technetium Tc 99m medronate"),
      ("LUTETIUM LU 177 VIPIVOTIDE TETRAXETAN", "Lutetium Lu 177 vipivotide tetraxetan"),
      ("IOFLUPANE I-123", "Ioflupane I-123"), ("RUBIDIUM CHLORIDE RB-82", "Rubidium chloride Rb-82"),
      ("ONABOTULINUMTOXINA", "OnabotulinumtoxinA"), ("RIZATRIPTAN BENZOATE ODT", "Rizatriptan benzoate ODT"),
      ("VITAMIN A PALMITATE, VITAMIN K1", "Vitamin A palmitate, vitamin K1"),
      ("(DAUNORUBICIN AND CYTARABINE) LIPOSOME", "(Daunorubicin and cytarabine) liposome"),
      ("OLANZAPINE AND SAMIDORPHAN L-MALATE", "Olanzapine and samidorphan L-malate"),
      ("Already Readable", "Already Readable"),
    ])
  func names(name: String, readable: String) { #expect(LabelName.readable(name) == readable) }

  @Test(
    "Where headings end",
    arguments: [
      (
        "5.1 Hypersensitivity Reactions Serious hypersensitivity reactions have occurred.",
        "5.1 Hypersensitivity Reactions"
      ),
      (
        "5.1 Suicidal Behavior and Ideation Antiepileptic drugs increase it.",
        "5.1 Suicidal Behavior and Ideation"
      ),
      ("5.1 Hypertension In ALTA 1L, hypertension was reported.", "5.1 Hypertension"),
      ("5.1 Hepatotoxicity Hepatotoxicity has occurred.", "5.1 Hepatotoxicity"),
      (
        "5.1 Drug Reaction with Eosinophilia (DRESS) Drug Reaction with Eosinophilia (DRESS), also known as X.",
        "5.1 Drug Reaction with Eosinophilia (DRESS)"
      ),
      ("5.1 SERIOUS INFECTIONS Patients treated with it had infections.", "5.1 SERIOUS INFECTIONS"),
      ("5.1 Serious infections Patients treated with it had infections.", "5.1 Serious infections"),
      ("5.1 Vaccination Prior to Treatment Consider completing it.", "5.1 Vaccination Prior to Treatment"),
      (
        "5.1 Use of Other Drugs (e.g., beta blockers) Experience with them is small.",
        "5.1 Use of Other Drugs (e.g., beta blockers)"
      ),
      ("5.1 Hepatotoxicity Elevations of ALT (three times normal) have been reported.", "5.1 Hepatotoxicity"),
      ("5.1 General: The dose matters.", "5.1 General"),
      ("5.1 Renal Impairment No Examplin dosage adjustment is recommended.", "5.1 Renal Impairment"),
      ("5.1 Dose Interruption Withhold Examplin for fever.", "5.1 Dose Interruption"),
      ("5.1 Varicella Vaccine Avoid Examplin for six weeks.", "5.1 Varicella Vaccine"),
      ("5.1 Recommended Dosage Administer Examplin by mouth.", "5.1 Recommended Dosage"),
      ("5.1 Renal Impairment THE MAJOR TOXICITY OF EXAMPLIN IS renal.", "5.1 Renal Impairment"),
      ("5.1 Travelers’ Diarrhea Not Caused by Escherichia coli was seen.", "5.1 Travelers’ Diarrhea"),
      (
        "5.1 Cataract Surgery Intraoperative Floppy Iris Syndrome (IFIS) has been seen.",
        "5.1 Cataract Surgery"
      ),
      (
        "5.1 Fractures In PROVE (the Prospective Trial in Bone Events), 5,238 patients fell.", "5.1 Fractures"
      ),
      ("5.1 Mild Impairment (Child-Pugh A) and moderate impairment had none.", "5.1"),
      ("5.1 The dose matters.", "5.1"),
    ])
  func headingEnds(text: String, heading: String) throws {
    let sections = try Self.sections("warnings_and_cautions", "5 WARNINGS AND PRECAUTIONS " + text)
    #expect(Self.outline(sections).prefix(2) == ["5 WARNINGS AND PRECAUTIONS", " " + heading])
  }

  @Test("Numbers of doses, references and tables begin no section")
  func strayNumbers() throws {
    let sections = try Self.sections(
      "dosage_and_administration",
      "2 DOSAGE AND ADMINISTRATION 2.1 Starting Dose The dose is 2.5 mg (see 2.2 ). Give approximately 2.3 Units as in"
        + " Section 2.2. Then 2.56 L. 2.2 Next Dose The dose is 5 mg. 2. 3 Last Dose The dose is 7 mg.")
    #expect(
      Self.outline(sections) == [
        "2 DOSAGE AND ADMINISTRATION", " 2.1 Starting Dose", " 2.2 Next Dose", " 2. 3 Last Dose",
      ])
  }

  @Test("A dose after a list without periods stands under its own heading")
  func doseAfterList() throws {
    let sections = try Self.sections(
      "dosage_and_administration",
      "DOSAGE AND ADMINISTRATION Halve the dose with: • weight of 60 kg or less • creatinine of 1.5 mg/dL or more"
        + " Prophylaxis of Deep Vein Thrombosis The recommended dose is 2.5 mg.")
    let section = try #require(sections[0].subsections.first)
    #expect(section.title == "Prophylaxis of Deep Vein Thrombosis")
    #expect(section.blocks.plainText() == "The recommended dose is 2.5 mg.")
    #expect(!sections[0].blocks.plainText().contains("2.5 mg"))
  }

  @Test("Words that lead to the next list are in no item of the list before")
  func leadIns() throws {
    let sections = try Self.sections(
      "dosage_and_administration",
      "2 DOSAGE AND ADMINISTRATION • Adults: 1,500 mg daily ( 2.2 ) Recommended dosage for severe hepatic"
        + " impairment: • Adults: 1,000 mg daily • Children: 500 mg daily")
    let lists = sections[0].blocks.map { block -> [String] in
      if case .list(let list) = block.content { list.items.map { $0.plainText() } } else { [] }
    }
    #expect(
      lists == [
        ["Adults: 1,500 mg daily ( 2.2 )"], [], ["Adults: 1,000 mg daily", "Children: 500 mg daily"],
      ])
    #expect(
      [sections[0].blocks[1]].plainText() == "Recommended dosage for severe hepatic impairment:")
  }

  @Test(
    "Where words begin that lead to the next list is told by a name, a word of beginnings, or a dosage form",
    arguments: [
      ("in cancer (high-risk) ", "ALPHADOL is indicated for patients with:"),
      ("with a closure: NDC 1-2-3 ", "The 500 mg tablet is yellow, and available in:"),
      ("44 mg/1.1 mL in a single-dose vial ", "Prefilled Syringe:"),
      ("44 mg/1.1 mL (40 mg/mL) ", "Injection :"),
      ("dizziness ", "Call your doctor right away in case of:"),
    ])
  func leadInsWithoutSentence(item: String, leadIn: String) throws {
    let json = try JSONEncoder().encode([
      "indications_and_usage": ["1 INDICATIONS AND USAGE Such as: • fever • \(item)\(leadIn) • rash • itch"]
    ])
    var text = String(decoding: json, as: UTF8.self)
    text.removeLast()
    text += #", "openfda": {"brand_name": ["ALPHADOL"]}}"#
    let document = try #require(Self.read(text).0)
    let blocks = try #require(document.monograph.sections.first { $0.title.hasPrefix("1 ") }).blocks
    let shown = blocks.map { block -> [String] in
      if case .list(let list) = block.content {
        list.items.map { $0.plainText() }
      } else {
        [[block].plainText()]
      }
    }
    #expect(
      shown == [["Such as:"], ["fever", item.trimmed], [leadIn], ["rash", "itch"]])
  }

  @Test("The name before a colon is not parted from what is said of it in the last item")
  func lastItem() throws {
    let sections = try Self.sections(
      "drug_interactions",
      "7 DRUG INTERACTIONS • CYP1A2 inhibitors: reduce the dose • CYP3A4 inducers: not advised"
        + " • Anticholinergic drugs: Concomitant use may add to toxicity")
    guard case .list(let list)? = sections[0].blocks.first?.content else {
      Issue.record("the list")
      return
    }
    #expect(
      list.items.last?.plainText() == "Anticholinergic drugs: Concomitant use may add to toxicity")
    #expect(sections[0].blocks.count == 1)
  }

  @Test(
    "Headings with an ampersand, before another heading, and before a dash",
    arguments: [
      (
        "nonclinical_toxicology",
        "13 NONCLINICAL TOXICOLOGY 13.1 Carcinogenesis & Mutagenesis & Impairment Of Fertility"
          + " Carcinogenesis In a study in mice nothing was found.",
        [
          "13 NONCLINICAL TOXICOLOGY", " 13.1 Carcinogenesis & Mutagenesis & Impairment Of Fertility",
          "  Carcinogenesis",
        ]
      ),
      (
        "use_in_specific_populations",
        "8 USE IN SPECIFIC POPULATIONS 8.6 Renal Impairment Reduction of Risk of Stroke in Adults"
          + " The dose is 5 mg.",
        [
          "8 USE IN SPECIFIC POPULATIONS", " 8.6 Renal Impairment",
          "  Reduction of Risk of Stroke in Adults",
        ]
      ),
      (
        "clinical_studies",
        "14 CLINICAL STUDIES 14.1 Relapsed Large Cell Lymphoma (Study 8: ALPHA-3) The effect was seen.",
        ["14 CLINICAL STUDIES", " 14.1 Relapsed Large Cell Lymphoma (Study 8: ALPHA-3)"]
      ),
      (
        "adverse_reactions",
        "6 ADVERSE REACTIONS They were few. Bipolar Mania – There were 12 patients with any.",
        ["6 ADVERSE REACTIONS", " Bipolar Mania"]
      ),
    ])
  func headingEnds(key: String, text: String, outline: [String]) throws {
    #expect(Self.outline(try Self.sections(key, text)) == outline)
  }

  @Test("Parts are found in sections that have lost their own heading")
  func partsWithoutSection() throws {
    let sections = try Self.sections(
      "dosage_and_administration",
      "2.1 Dose in Adults The dose is 10 mg. 2.2 Dose in Children The dose is 5 mg.")
    #expect(
      Self.outline(sections) == ["Dosage and administration", " 2.1 Dose in Adults", " 2.2 Dose in Children"])
  }

  @Test("The title of a boxed warning is shown once")
  func boxedTitle() throws {
    let title = "WARNING: SERIOUS INFECTIONS AND MALIGNANCY"
    let sections = try Self.sections("boxed_warning", "\(title) \(title) Infections have been fatal.")
    guard case .callout(let callout)? = sections[0].blocks.first?.content else {
      Issue.record("the box")
      return
    }
    #expect(callout.title.plainText == title)
    #expect(callout.blocks.plainText() == "Infections have been fatal.")
  }

  @Test(
    "Bullets take time in proportion to the text", .timeLimit(.minutes(2)),
    arguments: ["• aa aa: ", "• Aa aa: ", "• a ( 2.2 ) for b: "])
  func manyBullets(piece: String) throws {
    let text = String(repeating: piece, count: 20_000)
    let sections = try Self.sections("dosage_and_administration", text)
    #expect(sections.flatMap(\.withDescendants).contains { !$0.blocks.isEmpty })
  }

  @Test("The name of a text may be of any length; the heading made from it is cut")
  func longKey() throws {
    let key = String(repeating: "key ", count: 1_000)
    let text = "The dose is 10 mg."
    let document = try #require(Self.read("{\"\(key)\": [\"\(text)\"]}").0)
    #expect(document.diagnostics.map(\.rule).contains("too-large"))
    let headings = document.monograph.sections.flatMap(\.withDescendants).map(\.title.utf8.count)
    #expect(headings.max() == 1_000)
  }

  @Test("Text of any sort is read in time and keeps its words")
  func hostileTexts() throws {
    for text in [
      String(repeating: "5.1 ", count: 50_000), String(repeating: "• ", count: 50_000),
      String(repeating: "(", count: 200_000),
      String(repeating: "A ", count: 100_000), String(repeating: "1. A 2. B ", count: 20_000), "•", " ", "5",
      "5.1", "(5.1)",
      String(repeating: "What ", count: 40_000) + "?", String(repeating: "[see A (5.1)] B ", count: 10_000),
      "\u{301}é",
    ] {
      for key in ["warnings_and_cautions", "spl_medguide", "boxed_warning", "pregnancy"] {
        let json = try JSONEncoder().encode([
          key: [text, text], key + "_table": ["<table><tr><td>A A A</td></tr></table>"],
        ])
        let document = OpenFDALabelReader(gathersWording: true).read(record: Array(json), name: "x", line: 1)
          .0
        #expect(OpenFDAWords.missing(from: try #require(document)) == [:], "\(key): \(text.prefix(20))")
      }
    }
  }
}
