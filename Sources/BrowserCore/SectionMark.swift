import MonographModel
import TextLayout

/// A section as it can be found again in another document about the same thing.
public struct SectionMark: Hashable, Sendable {
  /// What is known of one section.
  struct Step: Hashable, Sendable {
    var anchor: String
    var title: String
    var sourceKey: String
  }

  /// The section, then those it stands within, from the inside out; none for the top of a page.
  var steps: [Step]

  /// The top of a page.
  static let top = SectionMark(steps: [])

  private init(steps: [Step]) { self.steps = steps }

  /// The mark of a section.
  init(of section: Int, in sections: [SectionEntry]) {
    var steps: [Step] = []
    var next: Int? = section
    while let index = next, sections.indices.contains(index) {
      let entry = sections[index]
      if !entry.title.isEmpty {
        steps.append(Step(anchor: entry.anchor, title: entry.title, sourceKey: entry.sourceKey))
      }
      next = entry.parent
    }
    self.steps = steps
  }

  /// The section of another document that answers to this one: of the same name in drug labels, else with the
  /// same heading, else about the same clinical question; else what answers to the section it stands within.
  /// Nil where nothing does.
  func counterpart(in sections: [SectionEntry]) -> Int? {
    for step in steps {
      if let found = Self.counterpart(of: step, in: sections) { return found }
    }
    return nil
  }

  private static func counterpart(of step: Step, in sections: [SectionEntry]) -> Int? {
    let title = folded(step.title)
    let isNamesake: (Int) -> Bool = { folded(sections[$0].title) == title }
    if let label = LabelSection(sourceKey: step.sourceKey) {
      let same = sections.indices.filter { LabelSection(sourceKey: sections[$0].sourceKey) == label }
      if let found = same.first(where: isNamesake) ?? same.first { return found }
    }
    if let found = sections.indices.first(where: isNamesake) { return found }
    return counterpart(ofTopicOf: step, in: sections)
  }

  /// The section that best answers the clinical question which a section answers best.
  private static func counterpart(ofTopicOf step: Step, in sections: [SectionEntry]) -> Int? {
    var topic: (topic: ClinicalTopic, score: Int)?
    for candidate in ClinicalTopic.allCases {
      let score = candidate.score(heading: step.title, sourceKey: step.sourceKey)
      if score > topic?.score ?? 0 { topic = (candidate, score) }
    }
    return topic.flatMap { $0.topic.sections(in: sections).first }
  }

  private static func folded(_ title: String) -> String { SectionNumber.removed(from: title).lowercased() }
}

extension ClinicalTopic {
  /// The sections that answer, the best first.
  public func sections(in sections: [SectionEntry]) -> [Int] {
    answers(
      among: sections.map { ClinicalHeading(title: $0.title, sourceKey: $0.sourceKey, parent: $0.parent) })
  }
}
