/// The order in which a clinician looks for the sections of a drug's page: that of a US label's Highlights and of
/// 21 CFR 201.56(d), with the warnings before what they warn of is listed.
///
/// Sections that no rule knows come last, as the source has them.
public enum ClinicalOrder {
  /// The rank of a section: lower comes first; nil for a section that no rule knows.
  public static func rank(heading: String, sourceKey: String) -> Int? {
    if let section = LabelSection(sourceKey: sourceKey),
      let rank = groups.firstIndex(where: { $0.sections.contains(section.name) })
    {
      return rank
    }
    let words = SectionNumber.removed(from: heading).lowercased()
    for (rank, group) in groups.enumerated() {
      if group.beginnings.contains(where: words.hasPrefix) { return rank }
    }
    return groups.firstIndex { $0.topics.contains { $0.score(heading: heading) > 0 } }
  }

  private struct Group {
    var sections: [String]
    var topics: [ClinicalTopic] = []
    /// How a heading begins, in lower case.
    var beginnings: [String] = []
  }

  private static let groups: [Group] = [
    Group(sections: ["boxed_warning"], topics: [.boxedWarning], beginnings: ["boxed warning"]),
    Group(sections: ["indications_and_usage", "purpose"], topics: [.indications]),
    Group(
      sections: ["dosage_and_administration"], topics: [.dose, .administration],
      beginnings: ["dosage and admin"]),
    Group(sections: ["contraindications", "do_not_use"], topics: [.contraindications]),
    Group(
      sections: [
        "warnings", "warnings_and_cautions", "precautions", "general_precautions", "risks", "stop_use",
        "when_using", "ask_doctor", "ask_doctor_or_pharmacist",
      ], beginnings: ["warning", "precaution", "special warning"]),
    Group(
      sections: ["drug_interactions", "drug_and_or_laboratory_test_interactions"], topics: [.interactions]),
    Group(sections: ["adverse_reactions"], topics: [.adverseEffects]),
    Group(
      sections: [
        "use_in_specific_populations", "pregnancy", "pregnancy_or_breast_feeding", "teratogenic_effects",
        "nonteratogenic_effects", "labor_and_delivery", "females_and_males_of_reproductive_potential",
        "lactation", "nursing_mothers", "pediatric_use", "geriatric_use", "renal_impairment",
        "hepatic_impairment",
      ], topics: [.pregnancy, .lactation, .children, .elderly, .renal, .hepatic],
      beginnings: ["use in specific pop", "special populations"]),
    Group(
      sections: ["drug_abuse_and_dependence", "controlled_substance", "abuse", "dependence"],
      topics: [.stopping]),
    Group(sections: ["overdosage"], topics: [.overdose]),
    Group(sections: ["laboratory_tests"], topics: [.monitoring]),
    Group(
      sections: [
        "mechanism_of_action", "pharmacodynamics", "pharmacokinetics", "clinical_pharmacology",
        "pharmacogenomics", "microbiology",
      ], topics: [.mechanism], beginnings: ["clinical pharmacology", "pharmacokinetic"]),
    Group(sections: ["clinical_studies"], beginnings: ["clinical studies"]),
    Group(sections: ["dosage_forms_and_strengths"], beginnings: ["dosage forms"]),
  ]
}
