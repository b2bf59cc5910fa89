/// What is known of openFDA's names for the parts of a label.
///
/// The names are those of https://open.fda.gov/apis/drug/label/searchable-fields/; the headings are those of
/// 21 CFR 201.57 (labels with numbered sections), 201.80 (older ones) and 201.66 (over the counter), as they
/// stand at the beginning of the texts.
enum LabelKey {
  /// The texts that stand again within the text of another part, which is where they are shown. Any other
  /// text is only looked for where its key has several.
  static let inner: Set<String> = [
    "pregnancy", "pediatric_use", "geriatric_use", "nursing_mothers", "labor_and_delivery", "lactation",
    "risks",
    "teratogenic_effects", "nonteratogenic_effects", "mechanism_of_action", "pharmacodynamics",
    "pharmacokinetics",
    "microbiology", "pharmacogenomics", "carcinogenesis_and_mutagenesis_and_impairment_of_fertility",
    "animal_pharmacology_and_or_toxicology", "controlled_substance", "abuse", "dependence",
    "general_precautions",
    "drug_interactions", "information_for_patients", "laboratory_tests",
    "drug_and_or_laboratory_test_interactions",
    "storage_and_handling", "clinical_studies", "boxed_warning", "do_not_use", "ask_doctor",
    "ask_doctor_or_pharmacist", "when_using", "stop_use", "pregnancy_or_breast_feeding",
    "keep_out_of_reach_of_children", "spl_unclassified_section", "instructions_for_use",
    "patient_medication_information", "spl_medguide", "contraindications", "how_supplied", "references",
    "user_safety_warnings", "precautions", "warnings", "safe_handling_warning", "health_care_provider_letter",
    "information_for_owners_or_caregivers", "components", "other_safety_information",
  ]

  /// The keys whose texts may hold those of others, the likeliest first.
  static let outer = [
    "use_in_specific_populations", "precautions", "clinical_pharmacology", "nonclinical_toxicology",
    "drug_abuse_and_dependence", "how_supplied", "warnings", "warnings_and_cautions", "pregnancy",
    "adverse_reactions",
    "dosage_and_administration", "drug_interactions", "information_for_patients", "spl_unclassified_section",
    "spl_patient_package_insert", "spl_medguide", "indications_and_usage", "pharmacokinetics", "microbiology",
    "contraindications", "patient_medication_information",
  ]

  /// The keys whose texts are written for patients, with questions as headings.
  static let forPatients: Set<String> = [
    "spl_medguide", "spl_patient_package_insert", "patient_medication_information",
    "information_for_owners_or_caregivers",
  ]

  /// The keys whose texts have no headings of a prescriber's label within them.
  static let plain: Set<String> = [
    "boxed_warning", "package_label_principal_display_panel", "recent_major_changes", "instructions_for_use",
    "description",
    "references",
    "spl_unclassified_section", "spl_indexing_data_elements", "active_ingredient", "inactive_ingredient",
  ]

  /// The number that 21 CFR 201.57 gives a section of the first level; nil for others and for parts.
  static func sectionNumber(_ key: String) -> Int? {
    sections.firstIndex(of: key).map { $0 + 1 }
  }

  private static let sections = [
    "indications_and_usage", "dosage_and_administration", "dosage_forms_and_strengths", "contraindications",
    "warnings_and_cautions", "adverse_reactions", "drug_interactions", "use_in_specific_populations",
    "drug_abuse_and_dependence", "overdosage", "description", "clinical_pharmacology",
    "nonclinical_toxicology",
    "clinical_studies", "references", "how_supplied", "information_for_patients",
  ]

  /// The ways in which labels write the heading of 13.1.
  static let carcinogenesis: [StaticString] = [
    "Carcinogenesis, and Mutagenesis, and Impairment of Fertility",
    "Carcinogenesis and Mutagenesis and Impairment of Fertility",
    "Carcinogenesis, Mutagenesis, and Impairment of Fertility",
    "Carcinogenesis, Mutagenesis, Impairment of Fertility",
    "Carcinogenesis, Mutagenesis and Impairment of Fertility",
    "Carcinogenesis/Mutagenesis/Impairment of Fertility",
  ]

  /// The headings that stand at the beginning of a key's texts, the longest first. What is not listed has the
  /// words of the key.
  static func headings(of key: String) -> [StaticString] {
    switch key {
    case "abuse": ["Abuse and Dependence", "Abuse"]
    case "active_ingredient": ["Active Ingredients/Purpose", "Active Ingredients", "Active Ingredient"]
    case "adverse_reactions": ["Adverse Reactions", "Adverse Experiences", "Adverse Effects"]
    case "animal_pharmacology_and_or_toxicology":
      [
        "Animal Toxicology and/or Pharmacology", "Animal Pharmacology and/or Toxicology",
        "Animal Toxicology and Pharmacology", "Animal Pharmacology and Toxicology", "Animal Toxicology",
        "Animal Pharmacology", "Developmental Toxicology",
      ]
    case "ask_doctor": ["Ask a doctor before use if you have", "Ask a doctor before use if"]
    case "ask_doctor_or_pharmacist":
      ["Ask a doctor or pharmacist before use if you are", "Ask a doctor or pharmacist before use if"]
    case "carcinogenesis_and_mutagenesis_and_impairment_of_fertility":
      carcinogenesis + [
        "Carcinogenesis & Mutagenesis", "Carcinogenesis and Mutagenesis", "Impairment of Fertility",
        "Carcinogenicity", "Carcinogenesis", "Mutagenesis",
      ]
    case "clinical_pharmacology": ["Clinical Pharmacology"]
    case "clinical_studies": ["Clinical Studies"]
    case "contraindications": ["Contraindications", "Contraindication"]
    case "controlled_substance": ["Controlled Substance Class", "Controlled Substance"]
    case "dependence": ["Dependence"]
    case "description": ["Description"]
    case "do_not_use": ["Do not use"]
    case "dosage_and_administration":
      ["Dosage and Administration", "Directions for Use", "Directions", "Dosage"]
    case "dosage_forms_and_strengths":
      ["Dosage Forms and Strengths", "Dosage Forms & Strengths", "Dosage Form and Strength"]
    case "drug_abuse_and_dependence": ["Drug Abuse and Dependence"]
    case "drug_and_or_laboratory_test_interactions":
      [
        "Drug and/or Laboratory Test Interactions", "Drug/Laboratory Test Interactions",
        "Drug/Laboratory Test Interferences", "Drug-Laboratory Test Interactions",
        "Drug/Laboratory Interactions",
        "Laboratory Test Interactions",
      ]
    case "drug_interactions": ["Drug-Drug Interactions", "Drug/Drug Interactions", "Drug Interactions"]
    case "general_precautions": ["General Precautions", "Precautions: General", "General"]
    case "geriatric_use": ["Geriatric Use"]
    case "how_supplied":
      ["How Supplied/Storage and Handling", "How Supplied, Storage and Handling", "How Supplied"]
    case "inactive_ingredient": ["Inactive Ingredients", "Inactive Ingredient"]
    case "indications_and_usage":
      ["Indications and Usage", "Indications and Use", "Indications", "Uses", "Use"]
    case "information_for_patients":
      [
        "Patient Counseling Information", "Information for Patients/Caregivers",
        "Information for the Patients",
        "Information for the Patient", "Information for Patients", "Patient Information",
      ]
    case "instructions_for_use": ["Instructions for Use", "Directions"]
    case "keep_out_of_reach_of_children": ["Keep out of reach of children"]
    case "labor_and_delivery": ["Labor and Delivery", "Labor or Delivery", "Lactation"]
    case "laboratory_tests": ["Laboratory Test Interference", "Laboratory Tests"]
    case "mechanism_of_action": ["Mechanism of Action"]
    case "microbiology": ["Microbiology"]
    case "nonclinical_toxicology": ["Nonclinical Toxicology", "Non-Clinical Toxicology"]
    case "nonteratogenic_effects": ["Nonteratogenic Effects", "Non-teratogenic Effects"]
    case "nursing_mothers":
      ["Nursing Mothers", "Females and Males of Reproductive Potential", "Lactation"]
    case "overdosage": ["Overdosage", "Overdose"]
    case "patient_medication_information": ["Patient Medication Information", "Patient Information"]
    case "pediatric_use": ["Pediatric Use"]
    case "pharmacodynamics": ["Pharmacodynamics"]
    case "pharmacogenomics": ["Pharmacogenomics"]
    case "pharmacokinetics": ["Pharmacokinetics"]
    case "precautions": ["Precautions"]
    case "pregnancy": ["Pregnancy"]
    case "purpose": ["Purpose", "Uses", "Use"]
    case "questions": ["Questions or comments?", "Questions?", "Questions"]
    case "recent_major_changes": ["Recent Major Changes"]
    case "references": ["References"]
    case "risks": ["Risk Summary"]
    case "spl_medguide": ["Medication Guide"]
    case "spl_patient_package_insert": ["Patient Information", "Patient Package Insert"]
    case "stop_use": ["Stop use and ask a doctor if"]
    case "storage_and_handling":
      ["Storage and Handling", "Storage and Stability", "Storage & Handling", "Storage"]
    case "teratogenic_effects": ["Teratogenic Effects"]
    case "use_in_specific_populations": ["Use in Specific Populations", "Use in Specific Population"]
    case "warnings": ["Warnings and Precautions", "Warnings", "Warning"]
    case "warnings_and_cautions":
      ["Warnings and Precautions", "Warnings & Precautions", "Warnings and Cautions"]
    case "when_using": ["When using this product"]
    default: []
    }
  }

  /// A heading made of a key where the text has none: `spl_medguide` gives `Medication guide`.
  static func madeHeading(_ key: String) -> String {
    switch key {
    case "spl_medguide": return "Medication guide"
    case "spl_patient_package_insert": return "Patient package insert"
    case "spl_unclassified_section": return "Other text of the label"
    case "spl_indexing_data_elements": return "Indexing data elements"
    case "spl_product_data_elements": return "Product data elements"
    case "package_label_principal_display_panel": return "Package label, principal display panel"
    case "carcinogenesis_and_mutagenesis_and_impairment_of_fertility":
      return "Carcinogenesis, mutagenesis, impairment of fertility"
    case "animal_pharmacology_and_or_toxicology": return "Animal pharmacology and/or toxicology"
    case "drug_and_or_laboratory_test_interactions": return "Drug and/or laboratory test interactions"
    case "warnings_and_cautions": return "Warnings and cautions"
    default:
      let words = key.hasPrefix("spl_") ? key.dropFirst(4) : key[...]
      let readable = words.map { $0 == "_" || $0 == "." ? " " : $0 }
      return readable.prefix(1).map { $0.uppercased() }.joined() + String(readable.dropFirst())
    }
  }
}
