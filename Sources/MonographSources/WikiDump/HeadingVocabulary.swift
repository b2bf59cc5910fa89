import MonographModel

/// The words that usually stand as headings on pages of this kind. A flattened page has no marks for headings,
/// so they are told by these words, and by their form.
enum HeadingVocabulary {
  /// What the words of a usual section say about the page.
  enum Sort: Hashable {
    /// Stands on pages of any kind.
    case general
    /// Stands on pages about drugs.
    case drug
    /// Stands on pages about diseases.
    case disease
    /// Stands on pages about genes and proteins.
    case gene
    /// Stands by itself at the beginning; nothing belongs under it.
    case opening
    /// Stands at the end; nothing belongs under it.
    case closing
  }

  /// Sections of the first level, in lower case.
  private static let sections: [String: Sort] = {
    let lists: [(Sort, [String])] = [
      (
        .opening,
        ["overview", "introduction", "summary", "background", "description", "abstract", "at a glance"]
      ),
      (
        .closing,
        [
          "see also", "external links", "references", "further reading", "bibliography", "sources", "notes",
          "citations", "related pages",
        ]
      ),
      (
        .drug,
        [
          "mechanism of action", "mode of action", "pharmacology", "clinical pharmacology",
          "pharmacodynamics",
          "pharmacokinetics", "clinical applications", "clinical use", "clinical uses", "medical uses",
          "therapeutic uses", "uses", "indications", "indications and usage", "therapeutic indications",
          "dosing",
          "dosage", "dosage and administration", "posology", "administration", "adverse effects",
          "adverse reactions", "side effects", "undesirable effects", "contraindications", "warnings",
          "warnings and precautions", "precautions", "boxed warning", "drug interactions",
          "special populations", "use in specific populations", "overdose", "overdosage", "monitoring",
          "available forms", "dosage forms", "formulations", "brand names", "drug abuse and dependence",
        ]
      ),
      (
        .disease,
        [
          "signs and symptoms", "symptoms", "clinical features", "clinical presentation", "causes",
          "etiology",
          "aetiology", "risk factors", "pathophysiology", "pathogenesis", "pathology", "epidemiology",
          "diagnosis", "differential diagnosis", "treatment", "management", "prognosis", "prevention",
          "complications",
        ]
      ),
      (
        .gene,
        [
          "function", "expression", "tissue distribution", "gene structure", "protein structure",
          "regulation",
          "genetics", "variants", "mutations", "disease associations", "animal models", "orthologs",
          "post-translational modifications",
        ]
      ),
      (
        .general,
        [
          "structure", "mechanism", "mechanisms", "interactions", "toxicity", "biomarkers", "clinical trials",
          "clinical studies", "clinical significance", "clinical relevance", "history", "research",
          "research directions", "future directions", "society and culture", "nomenclature", "classification",
          "properties", "safety", "efficacy", "evidence", "role in disease", "types",
        ]
      ),
    ]
    var sections: [String: Sort] = [:]
    for (sort, words) in lists { for word in words { sections[word] = sort } }
    return sections
  }()

  /// Beginnings of headings of the first level, in lower case.
  private static let beginnings = ["comparison to ", "comparison with ", "comparison of ", "comparison"]

  /// What usually stands under a section: the section's words, and those of its parts.
  private static let parts: [(sections: Set<String>, parts: Set<String>)] = [
    (
      ["adverse effects", "adverse reactions", "side effects", "undesirable effects"],
      [
        "common", "very common", "uncommon", "less common", "rare", "very rare", "serious", "severe", "mild",
        "moderate", "frequent", "infrequent", "frequency not known", "long-term", "short-term",
        "neurological",
        "psychiatric", "cardiovascular", "cardiac", "vascular", "gastrointestinal", "respiratory", "renal",
        "urinary", "genitourinary", "hepatic", "hepatobiliary", "dermatological", "skin", "haematological",
        "hematological", "hematologic", "endocrine", "metabolic", "musculoskeletal", "ocular", "immune",
        "other",
        "general", "laboratory",
      ]
    ),
    (
      ["special populations", "use in specific populations"],
      [
        "renal impairment", "hepatic impairment", "elderly", "geriatric", "geriatric use", "older adults",
        "pregnancy", "lactation", "breastfeeding", "breast-feeding", "nursing mothers", "children",
        "pediatric",
        "paediatric", "pediatric use", "paediatric use", "neonates", "infants", "adolescents",
      ]
    ),
    (
      ["pharmacokinetics", "pharmacology", "clinical pharmacology"],
      ["absorption", "distribution", "metabolism", "elimination", "excretion", "half-life"]
    ),
    (
      ["dosing", "dosage", "dosage and administration", "posology", "administration"],
      [
        "adults", "children", "elderly", "neonates", "oral", "intravenous", "intramuscular", "subcutaneous",
        "intrathecal", "topical", "renal impairment", "hepatic impairment", "maintenance", "titration",
        "withdrawal",
      ]
    ),
  ]

  /// What the words of a section of the first level say; nil for other words.
  static func section(_ heading: String) -> Sort? {
    let words = key(heading)
    if let sort = sections[words] { return sort }
    return beginnings.contains(where: words.hasPrefix) && words.utf8.count < 80 ? .general : nil
  }

  /// Whether some words are usual as a part of a section; what stands in brackets is left out of account.
  static func isPart(_ heading: String, of section: String) -> Bool {
    let section = key(section)
    let words = key(heading.prefix { $0 != "(" }.trimmed)
    return parts.contains { $0.sections.contains(section) && $0.parts.contains(words) }
  }

  /// Whether some words are the heading of the references.
  static func isReferences(_ heading: String) -> Bool {
    ["references", "bibliography", "citations", "sources"].contains(key(heading))
  }

  private static func key(_ text: String) -> String {
    text.utf8.count > 120 ? "" : text.lowercased().trimmed
  }
}
