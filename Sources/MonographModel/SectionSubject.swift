/// What a section of a clinical text speaks of, by which sections of several sources are known to speak of the same:
/// a page's `Dosing`, a label's `2 DOSAGE AND ADMINISTRATION`, the LOINC code 34068-7.
public struct SectionSubject: Hashable, Sendable {
  /// The name of the label section (``LabelSection``) that speaks of it: `pediatric_use`.
  public let name: String

  private init(_ name: String) { self.name = name }

  /// The subjects of a section: one, or several where one section speaks of what others part (`Pregnancy and
  /// lactation`); none for headings that are of no known subject, or name things that no label puts into one section.
  ///
  /// The source's own name of the section is surer than its heading, but for a heading that is the name of another
  /// subject and nothing else: openFDA gives some labels' `8.2 Lactation` the name of the `Labor and Delivery` that
  /// stood at that number in older labels. A heading counts where it is a short one of the page itself, or, with `isExact`, which is for sections within others, where it is the name of a subject and
  /// nothing else: `Renal Impairment`, and not `Pediatric dosing`.
  public static func all(heading: String, sourceKey: String, isExact: Bool) -> Set<SectionSubject> {
    if let section = LabelSection(sourceKey: sourceKey), !section.isAnotherChapter(than: heading) {
      let subjects = self.subjects(of: section)
      let other = section.isLeaflet ? [] : named(by: heading)
      let known = subjects.reduce(into: subjects) { if $1.standsBesideParts { $0.formUnion($1.narrower) } }
      return other.isEmpty || !other.isDisjoint(with: known) ? subjects : other
    }
    let named = named(by: heading)
    if isExact || !named.isEmpty { return named }
    let words = folded(heading)
    guard words.split(separator: " ").count <= longestHeading else { return [] }
    let subjects = Set(
      ClinicalTopic.allCases.filter { $0.score(heading: heading) > 0 }.map(SectionSubject.init))
    let areOne = subjects.count == 1 || told.contains { subjects.isSubset(of: $0.map(SectionSubject.init)) }
    return areOne ? subjects : []
  }

  /// The subjects that a label section by its name speaks of.
  private static func subjects(of section: LabelSection) -> Set<SectionSubject> {
    Set((labelSubjects[section.name] ?? [section.name]).map(SectionSubject.init))
  }

  /// The subjects that a heading is the name of, and of nothing else.
  private static func named(by heading: String) -> Set<SectionSubject> {
    let words = folded(heading)
    let name = labelNames[words] ?? words.replacing(" ", with: "_")
    if let section = LabelSection(sourceKey: name), !section.isLeaflet { return subjects(of: section) }
    let plain = SectionNumber.removed(from: heading).lowercased()
    let topic = ClinicalTopic.allCases.first { $0.name == plain || $0.headingWords.contains(plain) }
    return Set([topic.map(SectionSubject.init)].compactMap(\.self))
  }

  /// Whether a source names a section, by a code or key of a label's, as one on some of these subjects.
  public static func isNamed(_ sourceKey: String, as subjects: Set<SectionSubject>) -> Bool {
    guard let section = LabelSection(sourceKey: sourceKey) else { return false }
    return subjects.isEmpty || !self.subjects(of: section).isDisjoint(with: subjects)
  }

  /// The questions that a section on this answers.
  public var topics: [ClinicalTopic] { ClinicalTopic.allCases.filter { SectionSubject($0) == self } }

  /// What a section on this speaks of besides where no section within it is on a subject of its own.
  public var narrower: Set<SectionSubject> { Set((Self.parts[name] ?? []).map(SectionSubject.init)) }

  /// A heading in words that are compared: without its number, in lower case, letters and digits alone.
  public static func folded(_ heading: String) -> String {
    SectionNumber.removed(from: heading).lowercased().replacing("&", with: " and ")
      .split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
  }

  /// The most words of a heading that is read by the topics it names.
  private static let longestHeading = 5

  private init(_ topic: ClinicalTopic) {
    switch topic {
    case .indications: self.init("indications_and_usage")
    case .dose, .administration: self.init("dosage_and_administration")
    case .renal: self.init("renal_impairment")
    case .hepatic: self.init("hepatic_impairment")
    case .children: self.init("pediatric_use")
    case .elderly: self.init("geriatric_use")
    case .pregnancy: self.init("pregnancy")
    case .lactation: self.init("lactation")
    case .contraindications: self.init("contraindications")
    case .boxedWarning: self.init("boxed_warning")
    case .interactions: self.init("drug_interactions")
    case .adverseEffects: self.init("adverse_reactions")
    case .stopping: self.init("dependence")
    case .overdose: self.init("overdosage")
    case .monitoring: self.init("laboratory_tests")
    case .mechanism: self.init("mechanism_of_action")
    }
  }

  /// Subjects that one heading may name together.
  private static let told: [[String]] = [
    ["pregnancy", "lactation"], ["pediatric_use", "geriatric_use"],
    ["renal_impairment", "hepatic_impairment"],
  ]

  /// Label sections that are called otherwise in other forms of label (21 CFR 201.57, 201.80, 201.66), and those that
  /// hold what these part.
  private static let labelSubjects: [String: [String]] = [
    "purpose": ["indications_and_usage"], "do_not_use": ["contraindications"],
    "warnings_and_cautions": ["warnings", "precautions"], "general_precautions": ["precautions"],
    "teratogenic_effects": ["pregnancy"], "nonteratogenic_effects": ["pregnancy"],
    "pregnancy_or_breast_feeding": ["pregnancy", "lactation"], "nursing_mothers": ["lactation"],
    "drug_abuse_and_dependence": ["drug_abuse_and_dependence", "dependence"],
  ]

  /// Headings that are names of label sections in other words.
  private static let labelNames: [String: String] = [
    "warnings and precautions": "warnings_and_cautions", "special populations": "use_in_specific_populations",
    "specific populations": "use_in_specific_populations",
  ]

  /// Whether its section stands beside those on its ``narrower`` subjects. One on all patients of special sorts does
  /// not: pregnancy would stand beside the kidneys.
  public var standsBesideParts: Bool { name == "clinical_pharmacology" }

  private static let parts: [String: [String]] = [
    "clinical_pharmacology": ["mechanism_of_action", "pharmacodynamics", "pharmacokinetics"],
    "use_in_specific_populations": [
      "pregnancy", "lactation", "pediatric_use", "geriatric_use", "renal_impairment", "hepatic_impairment",
    ],
  ]
}
