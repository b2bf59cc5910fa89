/// Another way to say a phrase.
public struct Alternative: Hashable, Sendable {
  /// Whether the phrases stand for one another, or only the one asked for stands for the other.
  public enum Direction: String, Hashable, Sendable {
    /// Either stands for the other.
    case bothWays
    /// What was asked means this; this does not mean what was asked.
    case oneWay
  }

  /// The phrase, as terms.
  public var terms: [String]
  /// How surely the phrase asked for stands for it, above 0 and at most 1.
  public var weight: Double
  /// Which of them stands for the other.
  public var direction: Direction
  /// Why, in words that a clinician understands: "paracetamol (international name) and acetaminophen (US name) are one
  /// drug".
  public var reason: String

  /// Makes an alternative.
  public init(terms: [String], weight: Double, direction: Direction, reason: String) {
    self.terms = terms
    self.weight = weight
    self.direction = direction
    self.reason = reason
  }
}
