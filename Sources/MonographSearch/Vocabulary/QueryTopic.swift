import MonographModel

/// Something that clinicians ask of a monograph: in which words, and where monographs answer. A row of
/// `topics.yaml`, whose head tells what each part means.
public struct QueryTopic: Hashable, Sendable {
  /// What it is called in explanations.
  public var name: String
  /// The topic of the section keys whose rules for headings it shares.
  public var clinical: ClinicalTopic?
  /// Phrases that ask for it, as they are written.
  public var asked: [String]
  /// How much the wish for it counts beside other words.
  public var weight: Double
  /// The sections of a US label that answer, by openFDA's names, with how surely (0…1).
  public var sections: [String: Double]
  /// Words of headings that answer; the beginning of words where they end with a hyphen.
  public var headings: [String]
  /// Words that a line which answers is likely to hold.
  public var answers: [String]

  /// Makes a topic.
  public init(
    name: String, clinical: ClinicalTopic? = nil, asked: [String], weight: Double = 1,
    sections: [String: Double] = [:], headings: [String] = [], answers: [String] = []
  ) {
    self.name = name
    self.clinical = clinical
    self.asked = asked
    self.weight = weight
    self.sections = sections
    self.headings = headings
    self.answers = answers
  }
}
