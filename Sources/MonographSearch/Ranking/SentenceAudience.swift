/// Of whom a sentence tells, and whether it says that something is not known.
struct SentenceAudience: OptionSet, Hashable, Sendable {
  let rawValue: UInt8

  static let children = SentenceAudience(rawValue: 1)
  static let adults = SentenceAudience(rawValue: 2)
  static let elderly = SentenceAudience(rawValue: 4)
  static let animals = SentenceAudience(rawValue: 8)
  static let unknown = SentenceAudience(rawValue: 16)
  static let volunteers = SentenceAudience(rawValue: 32)

  /// The words that tell, as terms.
  static let words: [String: SentenceAudience] = {
    var words: [String: SentenceAudience] = ["adult": .adults, "adults": .adults, "unknown": .unknown]
    for word in ["volunteer", "volunteers", "subjects"] { words[word] = .volunteers }
    for word in [
      "pediatric", "paediatric", "child", "children", "infant", "infants", "neonate", "neonates",
      "adolescents",
    ] {
      words[word] = .children
    }
    for word in ["elderly", "debilitated", "geriatric", "frail"] { words[word] = .elderly }
    for word in [
      "rat", "rats", "mouse", "mice", "rabbit", "rabbits", "dog", "dogs", "monkey", "monkeys", "hamsters",
      "animal",
      "animals",
    ] {
      words[word] = .animals
    }
    return words
  }()

  /// How much a sentence counts of what it would if it told of those who are asked about: what is told of others is no
  /// answer, though it may be all there is.
  func share(askedAbout asked: SentenceAudience) -> Double {
    var share = 1.0
    if contains(.children), !contains(.adults), !asked.contains(.children) { share *= 0.92 }
    if contains(.elderly), !contains(.adults), !asked.contains(.elderly) { share *= 0.92 }
    if contains(.animals), !asked.contains(.animals) { share *= 0.75 }
    if contains(.unknown) { share *= 0.85 }
    // What was measured in those who took part in a study is no advice for others.
    if contains(.volunteers) { share *= 0.85 }
    return share
  }
}
