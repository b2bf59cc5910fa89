import MonographModel

/// Something that clinicians ask of a monograph: in which words, and where monographs answer. A row of
/// `topics.yaml`, whose head tells what each part means.
public struct QueryTopic: Hashable, Sendable {
  /// What it is called in explanations.
  public var name: String
  /// The topic of the section keys whose rules for headings it shares.
  public var clinical: ClinicalTopic?
  /// Whether it is about some patients, so that what is told of others is no answer: by kidney, liver, pregnancy,
  /// lactation. What is told of children and of the elderly is seen line by line (``SentenceAudience``).
  var isOnPatients: Bool {
    switch clinical {
    case .renal, .hepatic, .pregnancy, .lactation: true
    default: false
    }
  }
  /// Phrases that ask for it, as terms in the form of ``TermForm/plain(_:)``.
  public var asked: [[String]]
  /// How much the wish for it counts beside other words.
  public var weight: Double
  /// Whether the section as a whole answers.
  public var isWhole: Bool
  /// What a line without a quantity (a number with its unit) is worth.
  public enum Quantity: Hashable, Sendable {
    /// As much as one with it.
    case any
    /// Less: who asks what to give to whom asks how much.
    case better
    /// Little: it answers nothing.
    case needed
    /// Little, and less where nothing that is given has it: who asks for a dose is not told it by a number of days.
    case dose

    /// The share of the topic that a line answers which has or lacks a quantity, and one of what is given.
    func share(hasQuantity: Bool, hasDose: Bool) -> Double {
      switch self {
      case .any: 1
      case .better: hasDose ? 1 : 0.75
      case .needed: hasQuantity ? 1 : 0.3
      case .dose: hasDose ? 1 : hasQuantity ? 0.6 : 0.3
      }
    }

    /// Whether only a line with a quantity answers.
    public var isNeeded: Bool { self == .needed || self == .dose }
  }

  /// Whether a line that answers has a quantity.
  public var quantity: Quantity
  /// Whether what is is asked for, and not what to do.
  public var asksForFacts: Bool
  /// The sections of a US label that answer, by openFDA's names, with how surely (0…1).
  public var sections: [String: Double]
  /// Phrases of headings that answer.
  public var headings: [HeadingTerms]
  /// Phrases that a line which answers is likely to hold, as terms in the form of ``TermForm/plain(_:)``.
  public var answers: [[String]]

  /// How well a section answers, 0…1: by its own heading and source key, and, less surely, by those above it.
  ///
  /// - Parameters:
  ///   - headings: The headings down to the section, its own last.
  ///   - key: The section's own name in its source.
  ///   - chapter: The name of the nearest label section that it stands in, itself included.
  public func score(headings: [String], key: String, chapter: LabelSection?) -> Double {
    score(headings: headings, key: key, chapter: chapter) { score(heading: $0) }
  }

  /// The same with what tells how well one heading answers.
  func score(
    headings: [String], key: String, chapter: LabelSection?, scoreOfHeading: (String) -> Double
  ) -> Double {
    var best = 0.0
    if let chapter { best = (sections[chapter.name] ?? 0) * (LabelSection(sourceKey: key) == nil ? 0.9 : 1) }
    // Impairment of the kidney in a chapter on pharmacology is no advice on what to give.
    let share = chapter.map { sections[$0.name] == nil ? 0.6 : 1 } ?? 1
    if let own = headings.last { best = max(best, share * scoreOfHeading(own)) }
    for (distance, heading) in headings.dropLast().reversed().enumerated() {
      best = max(best, share * scoreOfHeading(heading) * (distance == 0 ? 0.75 : 0.6))
    }
    return best
  }

  /// How well a heading answers, 0…1.
  public func score(heading: String) -> Double {
    let terms = TermForm.plainTerms(SectionNumber.removed(from: heading))
    // A heading that says much else besides says this less surely.
    let brevity = max(0.7, 1.06 - 0.06 * Double(terms.count))
    if let clinical {
      // The topic's own words count only where its rules for headings do not speak against them.
      return brevity * min(1, Double(clinical.score(heading: heading)) / 100)
    }
    guard let place = headings.firstIndex(where: { $0.stands(in: terms) }) else { return 0 }
    return brevity * max(0.5, 0.95 - 0.08 * Double(place))
  }
}
