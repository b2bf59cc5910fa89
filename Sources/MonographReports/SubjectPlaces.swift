import MonographModel

/// Where a monograph speaks of a subject, for what is said in the place of a section that it lacks.
struct SubjectPlaces {
  /// The first section on each subject, and of each heading; none of what is written for patients.
  private var bySubject: [SectionSubject: Section] = [:]
  private var byHeading: [String: Section] = [:]
  private var boxed: Section?
  private let sections: [Section]

  /// Looks through a monograph. Costs time in proportion to the number of its sections.
  init(_ monograph: Monograph) {
    sections = monograph.allSections.filter { !$0.heading.isEmpty }
    boxed = monograph.allSections.first {
      $0.holdsBoxedWarning && !$0.subsections.contains(where: \.holdsBoxedWarning)
    }
    for section in monograph.sections { add(section, isTop: true) }
  }

  private mutating func add(_ section: Section, isTop: Bool) {
    if LabelSection(sourceKey: section.sourceKey)?.isLeaflet == true { return }
    let subjects = SectionSubject.all(
      heading: section.title, sourceKey: section.sourceKey, isExact: !isTop)
    for subject in subjects where bySubject[subject] == nil { bySubject[subject] = section }
    let heading = SectionSubject.folded(section.title)
    if byHeading[heading] == nil { byHeading[heading] = section }
    for part in section.subsections { add(part, isTop: false) }
  }

  /// The innermost section in which the first boxed warning stands.
  var boxedWarning: Section? { boxed }

  /// The section on one of some subjects.
  func section(on subjects: Set<SectionSubject>) -> Section? {
    let first = sections.first { section in subjects.contains { bySubject[$0]?.anchor == section.anchor } }
    return first ?? (subjects.contains { $0.topics == [.boxedWarning] } ? boxed : nil)
  }

  /// The section of a heading.
  func section(heading: String) -> Section? { byHeading[SectionSubject.folded(heading)] }

  /// The sections whose headings have words of some subjects, the surest first.
  func sections(naming subjects: Set<SectionSubject>) -> [Section] {
    let topics = subjects.flatMap(\.topics)
    return sections.enumerated().map { index, section in
      (section, score: topics.map { $0.score(heading: section.title) }.max() ?? 0, index)
    }
    .filter { $0.score > 0 }
    .sorted { ($1.score, $0.2) < ($0.score, $1.2) }
    .map(\.0)
  }
}
