import MonographModel

extension MemoryLibrary {
  /// Three documents about one drug that does not exist: a hospital's page, a label by sections of SPL, and one by
  /// keys of openFDA.
  public static let labels = MemoryLibrary([
    LabelFixture.page, LabelFixture.structured, LabelFixture.flattened,
  ])

  /// The label and the hospital's page alone.
  public static let twoSources = MemoryLibrary([LabelFixture.page, LabelFixture.structured])

  /// Twenty labels of one drug, by as many companies.
  public static let twentyLabels = MemoryLibrary(
    (1...20).map { number in
      var label = LabelFixture.flattened
      label.source.document = "set-\(number)"
      label.source.labeler = "Company \(number)"
      label.source.effective = "2026-\(number < 10 ? "0\(number)" : "10")-\(number < 10 ? "01" : "\(number)")"
      return label
    })
}

/// Small labels of a drug that does not exist, in the forms that readers of real labels give.
public enum LabelFixture {
  static let entity: EntityID = {
    guard let id = EntityID(path: "/drugs/alphadol") else { preconditionFailure("a valid id") }
    return id
  }()

  /// A hospital's own page.
  public static let page = Monograph(
    entity: entity, title: "Alphadol",
    source: Source(
      document: "drugs/alphadol.md", publisher: "Ward handbook", version: "3", effective: "2024-05-01",
      reviewed: "2025-01-31"),
    sections: [
      section("Overview", [words("Alphadol is given for testitis.")]),
      section(
        "Dosing", [words("5 mg 3 times daily.")],
        [section("Renal impairment", [words("Halve the dose below 30 mL/min.")], level: 2, in: "dosing")]),
      section("Withdrawal", [words("Taper over 2 weeks.")]),
    ] + filler)

  /// A label with the sections of SPL, named by LOINC codes.
  public static let structured = Monograph(
    entity: entity, title: "ALPHADOL (alphadol hydrochloride) tablet",
    source: Source(
      document: "0a1b2c3d-0000-4000-8000-000000000001", publisher: "DailyMed", labeler: "Amber Pharma Inc",
      licence: "CC0-1.0", version: "8", effective: "2026-07-02",
      note: "This text may differ from the label approved now."),
    sections: [
      section(
        "WARNING: SUDDEN WITHDRAWAL",
        [
          Block(
            .callout(
              Callout(severity: .boxedWarning, blocks: [words("Never stop at once: seizures, fever.")])))
        ], key: "34066-1"),
      section("11 DESCRIPTION", [words("Alphadol is white.")], key: "34089-3"),
      section("1 INDICATIONS AND USAGE", [words("For testitis.")], key: "34067-9"),
      section(
        "2 DOSAGE AND ADMINISTRATION", [words("Begin with 5 mg 3 times daily.")],
        [
          section(
            "2.3 Dosage in Patients with Renal Impairment", [words("2.5 mg 3 times daily.")], level: 2,
            in: "2-dosage", key: "42229-5", effective: "2026-03-01"),
          section(
            "2.4 Discontinuation of Alphadol", [words("Taper by 5 mg each week.")], level: 2, in: "2-dosage",
            key: "42229-5"),
        ], key: "34068-7", effective: "2026-02-01"),
      section("4 CONTRAINDICATIONS", [words("Allergy to alphadol.")], key: "34070-3"),
      section("5 WARNINGS AND PRECAUTIONS", [words("Drowsiness.")], key: "43685-7"),
      section("10 OVERDOSAGE", [words("Call for help.")], key: "34088-5"),
    ] + filler)

  /// A label with the sections of openFDA, named by its keys.
  public static let flattened = Monograph(
    entity: entity, title: "Alphadol capsules",
    source: Source(
      document: "0a1b2c3d-0000-4000-8000-000000000002", publisher: "openFDA drug label",
      labeler: "Birch Labs", version: "2", effective: "2025-11-30"),
    sections: [
      section("Indications and usage", [words("For testitis in adults.")], key: "indications_and_usage"),
      section("Dosage and administration", [words("5 mg.")], key: "dosage_and_administration"),
      section("Contraindications", [words("Allergy.")], key: "contraindications"),
    ] + filler)

  /// Enough to scroll through.
  private static var filler: [Section] {
    (1...12).map {
      section("Study \($0)", [words("Nothing else is known of it."), words("Nothing at all.")])
    }
  }

  private static func words(_ text: String) -> Block { Block(.paragraph([.text(text)])) }

  private static func section(
    _ title: String, _ blocks: [Block], _ subsections: [Section] = [], level: Int = 1, in parent: String = "",
    key: String? = nil, effective: String? = nil
  ) -> Section {
    let slug = EntityID.slug(fromName: title)
    return Section(
      heading: [.text(title)], level: level, anchor: parent.isEmpty ? slug : "\(parent)/\(slug)",
      sourceKey: key, effective: effective, blocks: blocks, subsections: subsections)
  }
}
