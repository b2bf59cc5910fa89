/// Headings without a number that labels have within their sections, by which text that has lost its line
/// ends is parted again. They are those that 21 CFR 201.57 and FDA's guidances on the Pregnancy, Lactation
/// and Clinical Pharmacology sections name, as far as they were seen in labels.
struct KnownSubheading {
  /// The words, in title case.
  var words: StaticString
  /// The heading that it stands under where that stands before it.
  var parent: StaticString?

  init(_ words: StaticString, under parent: StaticString? = nil) {
    self.words = words
    self.parent = parent
  }

  /// Those of a section by its key or that of the section around it; the longest first, so that
  /// `Pregnancy Exposure Registry` is not taken for `Pregnancy`.
  static func list(for keys: [String], number: SectionNumber?) -> [KnownSubheading] {
    if keys.contains(where: pharmacokineticKeys.contains) || number?.parts == [12, 3] || number?.parts == [12]
    {
      return pharmacokinetics
    }
    if keys.contains(where: reproductiveKeys.contains) || number.map({ $0.parts.first == 8 }) == true {
      return reproduction
    }
    if keys.contains("pharmacodynamics") || number?.parts == [12, 2] { return pharmacodynamics }
    if keys.contains(where: toxicologyKeys.contains) || number?.parts.first == 13 { return toxicology }
    if keys.contains("microbiology") || number?.parts == [12, 4] { return microbiology }
    if keys.contains("how_supplied") { return supply }
    if keys.contains("precautions") { return precautions }
    return []
  }

  private static let pharmacokineticKeys: Set<String> = ["pharmacokinetics", "clinical_pharmacology"]
  private static let reproductiveKeys: Set<String> = [
    "pregnancy", "nursing_mothers", "labor_and_delivery", "risks", "teratogenic_effects",
    "use_in_specific_populations",
  ]
  private static let toxicologyKeys: Set<String> = [
    "nonclinical_toxicology", "carcinogenesis_and_mutagenesis_and_impairment_of_fertility",
    "animal_pharmacology_and_or_toxicology",
  ]

  private static let pharmacokinetics: [KnownSubheading] = [
    .init("Absorption and Bioavailability"), .init("Absorption and Distribution"),
    .init("Absorption, Distribution"),
    .init("Absorption"), .init("Distribution"), .init("Metabolism and Elimination"),
    .init("Metabolism and Excretion"),
    .init("Elimination"), .init("Metabolism", under: "Elimination"), .init("Excretion", under: "Elimination"),
    .init("Bioavailability"), .init("Protein Binding"), .init("Effect of Food"), .init("Effects of Food"),
    .init("Food Effect"), .init("Specific Populations"), .init("Special Populations"),
    .init("Drug Interaction Studies"), .init("Drug-Drug Interactions"), .init("Drug Interactions"),
    .init("Mechanism of Action"), .init("Pharmacodynamics"), .init("Pharmacokinetics"),
    .init("Clinical Studies", under: "Drug Interaction Studies"),
    .init("In Vitro Studies", under: "Drug Interaction Studies"),
    .init("In Vivo Studies", under: "Drug Interaction Studies"),
    .init("Patients with Renal Impairment", under: "Specific Populations"),
    .init("Patients with Hepatic Impairment", under: "Specific Populations"),
    .init("Renal Impairment", under: "Specific Populations"),
    .init("Hepatic Impairment", under: "Specific Populations"),
    .init("Renal Insufficiency", under: "Specific Populations"),
    .init("Hepatic Insufficiency", under: "Specific Populations"),
    .init("Male and Female Patients", under: "Specific Populations"),
    .init("Racial or Ethnic Groups", under: "Specific Populations"),
    .init("Racial and Ethnic Groups", under: "Specific Populations"),
    .init("Race/Ethnicity", under: "Specific Populations"), .init("Race", under: "Specific Populations"),
    .init("Pediatric Patients", under: "Specific Populations"),
    .init("Geriatric Patients", under: "Specific Populations"),
    .init("Pediatrics", under: "Specific Populations"),
    .init("Geriatrics", under: "Specific Populations"), .init("Geriatric", under: "Specific Populations"),
    .init("Pediatric", under: "Specific Populations"), .init("Gender", under: "Specific Populations"),
    .init("Age", under: "Specific Populations"), .init("Sex", under: "Specific Populations"),
    .init("Body Weight", under: "Specific Populations"),
    .init("Pregnant Women", under: "Specific Populations"),
    .init("Smoking", under: "Specific Populations"),
  ]

  private static let pharmacodynamics: [KnownSubheading] = [
    .init("Cardiac Electrophysiology"), .init("Exposure-Response Relationships"), .init("Exposure-Response"),
  ]

  private static let reproduction: [KnownSubheading] = [
    .init("Pregnancy Exposure Registry"), .init("Pregnancy Registry"), .init("Pregnancy Testing"),
    .init("Risk Summary"), .init("Clinical Considerations"), .init("Data"),
    .init("Disease-Associated Maternal and/or Embryo/Fetal Risk", under: "Clinical Considerations"),
    .init("Disease-Associated Maternal and Embryo/Fetal Risk", under: "Clinical Considerations"),
    .init("Disease-Associated Maternal and Embryo-Fetal Risk", under: "Clinical Considerations"),
    .init("Dose Adjustments During Pregnancy and the Postpartum Period", under: "Clinical Considerations"),
    .init("Fetal/Neonatal Adverse Reactions", under: "Clinical Considerations"),
    .init("Maternal Adverse Reactions", under: "Clinical Considerations"),
    .init("Labor or Delivery", under: "Clinical Considerations"),
    .init("Labor and Delivery", under: "Clinical Considerations"), .init("Human Data", under: "Data"),
    .init("Animal Data", under: "Data"), .init("Contraception"), .init("Infertility"),
    .init("Females", under: "Contraception"), .init("Males", under: "Contraception"),
    .init("Teratogenic Effects"), .init("Nonteratogenic Effects"), .init("Juvenile Animal Toxicity Data"),
    .init("Juvenile Animal Data"),
  ]

  private static let toxicology: [KnownSubheading] = [
    .init("Carcinogenesis"), .init("Carcinogenicity"), .init("Mutagenesis"), .init("Mutagenicity"),
    .init("Genotoxicity"), .init("Impairment of Fertility"), .init("Fertility"),
  ]

  private static let microbiology: [KnownSubheading] = [
    .init("Mechanism of Action"), .init("Antiviral Activity in Cell Culture"), .init("Antiviral Activity"),
    .init("Cross-Resistance"), .init("Resistance"), .init("Antimicrobial Activity"),
    .init("Susceptibility Testing"),
  ]

  private static let supply: [KnownSubheading] = [
    .init("Storage and Handling"), .init("How Supplied"), .init("Storage"),
  ]

  private static let precautions: [KnownSubheading] = [
    .init("Carcinogenesis, Mutagenesis, Impairment of Fertility"), .init("Nursing Mothers"),
    .init("Pediatric Use"),
    .init("Geriatric Use"), .init("Drug Interactions"), .init("Information for Patients"),
    .init("Laboratory Tests"),
    .init("Pregnancy"),
  ]
}
