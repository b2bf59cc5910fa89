/// Texts that many rows share, numbered from 1 in the order they are first needed.
struct PhraseTable {
  /// All of them; the phrase with key `n` at `n - 1`.
  private(set) var phrases: [String] = []
  private var keys: [String: Int] = [:]

  /// The key of a phrase.
  mutating func key(of phrase: String) -> Int {
    if let key = keys[phrase] { return key }
    phrases.append(phrase)
    keys[phrase] = phrases.count
    return phrases.count
  }

  /// The key of a phrase, where there is one.
  mutating func key(of phrase: String?) -> Int? {
    guard let phrase else { return nil }
    return key(of: phrase) as Int
  }
}
