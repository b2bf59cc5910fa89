/// The line of a section that answers.
public struct Passage: Hashable, Sendable {
  /// Where it stands in the section's text, in UTF-8 bytes.
  public var range: Range<Int>
  /// The words in it that matched, as bytes of the section's text, in order.
  public var matches: [Range<Int>]
  /// How well it answers: 1 where it says all that was asked, a little more where it says it best.
  public var score: Double
  /// Whether it is a line of a label's Highlights, which ends with the number of the section that it sums up, and has
  /// every word and topic that was asked for besides names.
  public var isSummary = false
  /// For each topic of the question how much of it the line itself tells, 0…1.
  public var told: [Double] = []
  /// For each topic of the question how much of it some line of the text tells, 0…1.
  public var topics: [Double]
}
