import MonographModel

/// What sort of section this is, as ranking cares. One byte for each section of a library; the numbers are part of
/// its format.
public enum SectionSort: UInt8, Hashable, Sendable, CaseIterable {
  case other = 0
  case indications = 1
  case dosage = 2
  case contraindications = 3
  case boxedWarning = 4
  case warnings = 5
  case adverseReactions = 6
  case interactions = 7
  case populations = 8
  case overdosage = 9
  case abuse = 10
  case pharmacology = 11
  case studies = 12
  case supply = 13
  case description = 14
  case toxicology = 15
  /// Written for patients: repeats what other sections say in full.
  case leaflet = 16
  /// What the package shows, lists of references, recent changes.
  case apparatus = 17

  /// The sort of a section, by the label section it is or stands in, else by its headings, its own first.
  public init(chapter: LabelSection?, headings: [String]) {
    if let chapter {
      self = Self.sort(of: chapter)
      return
    }
    for heading in headings.reversed() {
      if let sort = Self.byHeading.first(where: { $0.topic.score(heading: heading) > 0 })?.sort {
        self = sort
        return
      }
    }
    self = .other
  }

  /// How much the words of a section of this sort tell about what its document is for, 0…1: a drug is for what its
  /// indications name, and not for what it may cause.
  public var aboutness: Double {
    switch self {
    case .indications: 1
    case .other: 0.7
    case .dosage: 0.6
    case .overdosage, .boxedWarning: 0.5
    case .description, .studies, .abuse: 0.4
    case .warnings, .contraindications, .pharmacology, .populations: 0.35
    case .supply, .leaflet: 0.3
    case .interactions, .adverseReactions: 0.25
    case .toxicology, .apparatus: 0.15
    }
  }

  /// What a place of this sort has less than others, of which nothing was asked: what is written for clinicians comes
  /// before what repeats it for patients, and before what is no advice.
  public var handicap: Double {
    switch self {
    case .leaflet: 1.3
    case .apparatus: 1.1
    case .toxicology: 0.5
    case .studies, .description: 0.3
    case .supply: 0.2
    default: 0
    }
  }

  private static func sort(of section: LabelSection) -> SectionSort {
    if section.isLeaflet { return .leaflet }
    switch section.name {
    case "indications_and_usage", "purpose": return .indications
    case "dosage_and_administration": return .dosage
    case "contraindications", "do_not_use": return .contraindications
    case "boxed_warning": return .boxedWarning
    case "warnings", "warnings_and_cautions", "precautions", "general_precautions", "laboratory_tests",
      "stop_use",
      "when_using", "ask_doctor", "ask_doctor_or_pharmacist", "risks":
      return .warnings
    case "adverse_reactions": return .adverseReactions
    case "drug_interactions", "drug_and_or_laboratory_test_interactions": return .interactions
    case "use_in_specific_populations", "pregnancy", "teratogenic_effects", "nonteratogenic_effects",
      "labor_and_delivery", "lactation", "nursing_mothers", "females_and_males_of_reproductive_potential",
      "pediatric_use", "geriatric_use", "renal_impairment", "hepatic_impairment",
      "pregnancy_or_breast_feeding":
      return .populations
    case "overdosage": return .overdosage
    case "drug_abuse_and_dependence", "controlled_substance", "abuse", "dependence": return .abuse
    case "clinical_pharmacology", "mechanism_of_action", "pharmacodynamics", "pharmacokinetics",
      "microbiology",
      "pharmacogenomics":
      return .pharmacology
    case "clinical_studies": return .studies
    case "how_supplied", "storage_and_handling", "dosage_forms_and_strengths": return .supply
    case "description", "active_ingredient", "inactive_ingredient": return .description
    case "nonclinical_toxicology", "carcinogenesis_and_mutagenesis_and_impairment_of_fertility",
      "animal_pharmacology_and_or_toxicology":
      return .toxicology
    case "references", "recent_major_changes", "questions": return .apparatus
    case "instructions_for_use": return .leaflet
    default: return .other
    }
  }

  private static let byHeading: [(topic: ClinicalTopic, sort: SectionSort)] = [
    (.boxedWarning, .boxedWarning), (.contraindications, .contraindications), (.interactions, .interactions),
    (.overdose, .overdosage), (.renal, .populations), (.hepatic, .populations), (.pregnancy, .populations),
    (.lactation, .populations), (.children, .populations), (.elderly, .populations), (.dose, .dosage),
    (.adverseEffects, .adverseReactions), (.indications, .indications), (.mechanism, .pharmacology),
  ]
}
