/// What one word of a question stands for in a text: any of some terms, or any term with a beginning.
public struct TermPattern: Hashable, Sendable {
  /// The terms.
  public var terms: Set<String>
  /// The beginning, where there is one.
  public var beginning: String?

  /// Makes a pattern.
  public init(terms: Set<String>, beginning: String? = nil) {
    self.terms = terms
    self.beginning = beginning
  }

  /// Whether a term is one of them.
  public func matches(_ term: String) -> Bool {
    if terms.contains(term) { return true }
    guard let beginning else { return false }
    return term.utf8.starts(with: beginning.utf8)
  }
}
