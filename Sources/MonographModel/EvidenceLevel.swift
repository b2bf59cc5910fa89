/// How strong the evidence of a relation is by its source's own words, for the order in which relations are shown.
///
/// The words are those of published scales: GRADE (certainty high, moderate, low, very low: Guyatt et al., BMJ
/// 2008;336:924), the levels 1a to 5 and grades A to D of the Oxford Centre for Evidence-Based Medicine (2009, and
/// the levels 1 to 5 of 2011), the knowledge levels of the Biolink Model, and plain words such as `established`.
///
/// An order across scales is an order of display, not a judgement: a level of one scale is not worth a level of
/// another, and what is shown is always the source's own text. A text that is on none of the scales stands behind
/// all that are; what has no text stands last.
public struct EvidenceLevel: Hashable, Sendable {
  /// Where it stands: 0 for the strongest. Numbers are compared, and stored in libraries; they have no unit.
  public let rank: Int

  /// A text that is on no scale that is known.
  public static let unknown = EvidenceLevel(rank: 10)
  /// The source states no evidence.
  public static let notStated = EvidenceLevel(rank: 11)

  private init(rank: Int) { self.rank = rank }

  /// Reads what a source writes: `high`, `GRADE: very low certainty`, `Level 2b`, `knowledge assertion, manual
  /// agent`. Of several parts, divided by commas, semicolons or brackets, the first that is on a scale counts.
  public init(_ text: String?) {
    guard let text else {
      self = .notStated
      return
    }
    var isStated = false
    for part in text.lowercased().split(whereSeparator: { ",;()[]".contains($0) }) {
      let words = part.split { !$0.isLetter && !$0.isNumber }.map(String.init)
      let level = words.filter { !Self.namesOfScales.contains($0) }.joined(separator: " ")
      if let rank = Self.ranks[level] {
        self.init(rank: rank)
        return
      }
      if !words.isEmpty, !Self.absent.contains(level) { isStated = true }
    }
    self = isStated ? .unknown : .notStated
  }

  private static let namesOfScales: Set<String> = [
    "certainty", "confidence", "evidence", "grade", "level", "oxford", "cebm", "ocebm", "of", "quality",
    "recommendation",
  ]

  /// What sources write for nothing.
  private static let absent: Set<String> = ["not provided", "not stated", "none", "unknown", "n a"]

  private static let ranks: [String: Int] = [
    "high": 0, "1a": 0, "a": 0, "established": 0,
    "1": 1, "1b": 1, "strong": 1,
    "1c": 2,
    "moderate": 3, "2a": 3, "b": 3, "knowledge assertion": 3,
    "2": 4, "2b": 4,
    "2c": 5, "logical entailment": 5,
    "low": 6, "3a": 6,
    "3": 7, "3b": 7, "c": 7, "statistical association": 7,
    "very low": 8, "4": 8, "weak": 8, "observation": 8,
    "5": 9, "d": 9, "prediction": 9, "predicted": 9,
  ]
}

extension EvidenceLevel: Comparable {
  /// The stronger stands before the weaker, so that the weakest of several is their maximum.
  public static func < (left: EvidenceLevel, right: EvidenceLevel) -> Bool { left.rank < right.rank }
}
