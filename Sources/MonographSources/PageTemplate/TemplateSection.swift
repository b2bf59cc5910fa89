/// A section of a new page: its heading, and what an author is to write there.
struct TemplateSection {
  var level: Int
  var heading: String
  var hint: String?

  init(_ heading: String, level: Int = 1, hint: String? = nil) {
    self.heading = heading
    self.level = level
    self.hint = hint
  }

  /// The usual sections of a page of some kind. Those of a drug answer the questions that a reader jumps to.
  static func usual(forKind kind: String) -> [TemplateSection] {
    switch kind {
    case "drug": drug
    case "disease": disease
    case "gene": gene
    default: other
    }
  }

  private static let overview = TemplateSection("Overview", hint: "What it is, in two or three sentences.")

  private static let drug = [
    overview,
    TemplateSection("Indications", hint: "Table: Condition, Use."),
    TemplateSection(
      "Dosing",
      hint: "Each dose with its unit, its route, how often, per dose or per day, and its citation: [@key]."),
    TemplateSection("Adults", level: 2),
    TemplateSection("Children", level: 2),
    TemplateSection("Elderly", level: 2),
    TemplateSection("Renal Impairment", level: 2, hint: "By how much, at which clearance."),
    TemplateSection("Hepatic Impairment", level: 2),
    TemplateSection("Administration"),
    TemplateSection("Contraindications"),
    TemplateSection(
      "Warnings", hint: "Each in a callout: > [!WARNING]. A boxed one under a heading Boxed Warning."),
    TemplateSection("Stopping and Withdrawal"),
    TemplateSection("Drug Interactions", hint: "Table: Drug or class, Interaction, What to do."),
    TemplateSection("Adverse Effects"),
    TemplateSection("Pregnancy", hint: "In words; the letters A, B, C, D and X were withdrawn in 2015."),
    TemplateSection("Lactation"),
    TemplateSection("Overdose"),
    TemplateSection("Monitoring"),
    TemplateSection("Mechanism of Action"),
    TemplateSection("Pharmacokinetics", hint: "Table: Parameter, Value."),
  ]

  private static let disease = [
    overview,
    TemplateSection("Types"),
    TemplateSection("Causes"),
    TemplateSection("Clinical Picture", hint: "What must not be missed, in a callout: > [!IMPORTANT]."),
    TemplateSection("Diagnosis"),
    TemplateSection("Treatment", hint: "With links to the drugs: [baclofen](/drugs/baclofen)."),
    TemplateSection("Outlook"),
  ]

  private static let gene = [
    overview,
    TemplateSection("Function"),
    TemplateSection("Expression"),
    TemplateSection("Regulation"),
    TemplateSection("Role in Disease", hint: "With links to the diseases: [stroke](/diseases/stroke)."),
  ]

  private static let other = [
    overview,
    TemplateSection("Relations", hint: "What it has to do with other pages, with links to them."),
  ]
}
