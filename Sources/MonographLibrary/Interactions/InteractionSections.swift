import MonographModel

/// The sections of a monograph that say with what a drug must not be given, or what then happens: on interactions,
/// contraindications and warnings.
struct InteractionSections {
  /// A section with the text that stands directly in it.
  struct Entry {
    var anchor: String
    var path: [String]
    var passages: SpokenPassages
  }

  private(set) var entries: [Entry] = []

  /// Finds them.
  init(_ monograph: Monograph) {
    for section in monograph.sections { add(section, path: [], above: [], isWithin: false) }
  }

  /// - Parameter above: The headings above it under which no text stands before its own.
  private mutating func add(_ section: Section, path: [String], above: [String], isWithin: Bool) {
    let path = section.heading.isEmpty ? path : path + [section.title]
    let isOne = isWithin || Self.isOne(section, isTop: path.count <= 1)
    var headings = isOne && !section.heading.isEmpty ? above + [section.title] : above
    if isOne, !section.blocks.isEmpty {
      entries.append(
        Entry(
          anchor: section.anchor, path: path, passages: SpokenPassages(section.blocks, headings: headings)))
      headings = []
    }
    for (index, part) in section.subsections.enumerated() {
      add(part, path: path, above: index == 0 ? headings : [], isWithin: isOne)
    }
  }

  private static func isOne(_ section: Section, isTop: Bool) -> Bool {
    // What is written for patients says again what the other sections say.
    if LabelSection(sourceKey: section.sourceKey)?.isLeaflet == true { return false }
    let subjects = SectionSubject.all(
      heading: section.title, sourceKey: section.sourceKey, isExact: !isTop
    ).map(\.name)
    return subjects.contains(where: names.contains)
      || ClinicalTopic.interactions.score(heading: section.title) > 0
  }

  private static let names: Set<String> = [
    "drug_interactions", "drug_and_or_laboratory_test_interactions", "contraindications", "boxed_warning",
    "warnings", "precautions", "ask_doctor", "ask_doctor_or_pharmacist", "when_using", "stop_use",
  ]
}
