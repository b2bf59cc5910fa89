/// A section of a US drug label, by the name that openFDA gives it.
///
/// SPL names the same sections by LOINC codes (document type 34391-3; the codes are listed in FDA's "Section
/// Headings (LOINC)"). Either name of a section is read as one value, so that a label from DailyMed and one from
/// openFDA are known to speak of the same thing.
public struct LabelSection: Hashable, Sendable {
  /// The name in openFDA's data: `dosage_and_administration`.
  public let name: String

  /// The section that a source names; nil for a name that is neither a code nor a key of a label's, and for the
  /// code of sections that have none.
  public init?(sourceKey: String) {
    if let name = Self.names[sourceKey] {
      self.name = name
    } else if Self.known.contains(sourceKey) {
      name = sourceKey
    } else {
      return nil
    }
  }

  private init(known name: String) { self.name = name }

  /// A section by its openFDA name.
  static func named(_ name: String) -> LabelSection { LabelSection(known: name) }

  private static let known = Set(names.values)

  private static let names: [String: String] = [
    "34066-1": "boxed_warning", "34067-9": "indications_and_usage", "34068-7": "dosage_and_administration",
    "43678-2": "dosage_forms_and_strengths", "34070-3": "contraindications", "34071-1": "warnings",
    "43685-7": "warnings_and_cautions", "42232-9": "precautions", "34072-9": "general_precautions",
    "34084-4": "adverse_reactions", "34073-7": "drug_interactions",
    "34074-5": "drug_and_or_laboratory_test_interactions", "34075-2": "laboratory_tests",
    "43684-0": "use_in_specific_populations", "42228-7": "pregnancy", "34077-8": "teratogenic_effects",
    "34078-6": "nonteratogenic_effects", "34079-4": "labor_and_delivery", "77290-5": "lactation",
    "34080-2": "nursing_mothers", "77291-3": "females_and_males_of_reproductive_potential",
    "34081-0": "pediatric_use", "34082-8": "geriatric_use", "88828-9": "renal_impairment",
    "88829-7": "hepatic_impairment", "42227-9": "drug_abuse_and_dependence",
    "34085-1": "controlled_substance", "34086-9": "abuse", "34087-7": "dependence", "34088-5": "overdosage",
    "34089-3": "description", "34090-1": "clinical_pharmacology", "43679-0": "mechanism_of_action",
    "43681-6": "pharmacodynamics", "43682-4": "pharmacokinetics", "49489-8": "microbiology",
    "43680-8": "nonclinical_toxicology",
    "34083-6": "carcinogenesis_and_mutagenesis_and_impairment_of_fertility",
    "34091-9": "animal_pharmacology_and_or_toxicology", "34092-7": "clinical_studies",
    "34093-5": "references", "34069-5": "how_supplied", "44425-7": "storage_and_handling",
    "34076-0": "information_for_patients", "42230-3": "spl_patient_package_insert", "42231-1": "spl_medguide",
    "59845-8": "instructions_for_use", "43683-2": "recent_major_changes", "50570-1": "do_not_use",
    "50566-9": "stop_use", "50565-1": "keep_out_of_reach_of_children", "55105-1": "purpose",
    "55106-9": "active_ingredient", "51727-6": "inactive_ingredient", "53413-1": "questions",
    "50567-7": "when_using", "50569-3": "ask_doctor", "50568-5": "ask_doctor_or_pharmacist",
    "53414-9": "pregnancy_or_breast_feeding", "66106-6": "pharmacogenomics", "69759-9": "risks",
    "68498-5": "patient_medication_information", "51945-4": "package_label_principal_display_panel",
    "48780-1": "spl_product_data_elements",
  ]
}

extension LabelSection {
  /// Whether it is written for patients, or shows the package: it repeats what other sections say in full.
  public var isLeaflet: Bool {
    [
      "spl_patient_package_insert", "spl_medguide", "information_for_patients",
      "patient_medication_information",
      "package_label_principal_display_panel", "spl_product_data_elements",
    ].contains(name)
  }

  /// Whether a heading has the number of another chapter than those in which such a section stands (21 CFR
  /// 201.57): a source that gives `7.1 Effects of Other Drugs` the name of section 8.4 has misfiled it.
  func isAnotherChapter(than heading: String) -> Bool {
    guard let chapter = SectionNumber.chapter(of: heading), let chapters = Self.chapters[name] else {
      return false
    }
    return !chapters.contains(chapter)
  }

  private static let chapters: [String: Set<Int>] = [
    "indications_and_usage": [1], "dosage_and_administration": [2], "contraindications": [4],
    "adverse_reactions": [6], "drug_interactions": [7], "drug_and_or_laboratory_test_interactions": [5, 7],
    "laboratory_tests": [5], "pregnancy": [8], "teratogenic_effects": [8], "nonteratogenic_effects": [8],
    "females_and_males_of_reproductive_potential": [8], "lactation": [8], "nursing_mothers": [8],
    "pediatric_use": [8], "geriatric_use": [8], "renal_impairment": [8], "hepatic_impairment": [8],
    "drug_abuse_and_dependence": [9], "dependence": [9], "overdosage": [10], "clinical_pharmacology": [12],
    "mechanism_of_action": [12], "pharmacodynamics": [12],
  ]
}

extension ClinicalTopic {
  /// The sections of a US label that answer, the surest first.
  public var labelSections: [LabelSection] {
    let names: [String] =
      switch self {
      case .indications: ["indications_and_usage", "purpose"]
      case .dose: ["dosage_and_administration"]
      case .renal: ["renal_impairment"]
      case .hepatic: ["hepatic_impairment"]
      case .children: ["pediatric_use"]
      case .elderly: ["geriatric_use"]
      case .pregnancy:
        [
          "pregnancy", "pregnancy_or_breast_feeding", "teratogenic_effects", "nonteratogenic_effects",
          "females_and_males_of_reproductive_potential",
        ]
      case .lactation: ["lactation", "nursing_mothers", "pregnancy_or_breast_feeding"]
      case .contraindications: ["contraindications", "do_not_use"]
      case .boxedWarning: ["boxed_warning"]
      case .interactions: ["drug_interactions", "drug_and_or_laboratory_test_interactions"]
      case .adverseEffects: ["adverse_reactions"]
      case .stopping: ["dependence", "drug_abuse_and_dependence"]
      case .overdose: ["overdosage"]
      case .monitoring: ["laboratory_tests"]
      case .administration: ["dosage_and_administration", "instructions_for_use"]
      case .mechanism: ["mechanism_of_action", "pharmacodynamics", "clinical_pharmacology"]
      }
    return names.map(LabelSection.named)
  }
}
