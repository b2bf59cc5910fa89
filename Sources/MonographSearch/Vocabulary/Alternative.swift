/// Another way to say a phrase.
public struct Alternative: Hashable, Sendable {
  /// The phrase, as terms.
  public var terms: [String]
  /// How surely the phrase asked for stands for it, above 0 and at most 1.
  public var weight: Double
  /// Why, in words that a clinician understands: "paracetamol (international name) and acetaminophen (US name) are one
  /// drug".
  public var reason: String

  /// Makes an alternative.
  public init(terms: [String], weight: Double, reason: String) {
    self.terms = terms
    self.weight = weight
    self.reason = reason
  }
}
