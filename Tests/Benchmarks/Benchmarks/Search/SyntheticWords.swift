/// Words as often as in a text: the r-th commonest in proportion to 1 / (r + 2.7) (B. Mandelbrot's form of Zipf's law).
///
/// The commonest are English and clinical words, the others made of syllables. A word is drawn in constant time (A. J.
/// Walker, "An efficient method for generating discrete random variables with general distributions", 1977).
struct SyntheticWords: Sendable {
  let words: [String]
  /// Two to five words that stand together again and again, as in labels, of which each is half stock phrases.
  private(set) var phrases: [[String]] = []
  private let chances: [Double]
  private let others: [Int32]

  private static let common = """
    the of and in to with a for or is be patients that mg by dose was are may on as not from were treatment at should \
    have been this an daily clinical use studies therapy increased during than tablets patient after reported these \
    adverse if concentrations risk reactions drug administration effects other which receiving plasma who when has \
    renal had day placebo more doses serious acid oral weeks blood disease hepatic following discontinue hours \
    impairment symptoms severe treated events using including incidence data levels time associated women no days pain \
    infection it body response recommended between cases function combination all one two observed can liver \
    information given ml kg some such acute safety pregnancy syndrome rate less cardiac higher monitor skin compared \
    both medical pressure kidney inhibitors within exposure tissue serum established however clearance baseline \
    failure factors half life weight years children pediatric elderly nausea vomiting headache rash dizziness \
    hypersensitivity contraindicated overdosage dialysis warning interactions withdrawal breastfeeding mechanism \
    storage maximum monitoring seizures bleeding hypotension hepatotoxicity anaphylaxis diarrhea insomnia fever cough
    """

  init(count: Int = 60_000) {
    var words = Self.common.split(separator: " ").map(String.init)
    var known = Set(words)
    words = words.filter { known.remove($0) != nil }
    known = Set(words)
    let onsets = [
      "b", "c", "d", "f", "g", "l", "m", "n", "p", "r", "s", "t", "v", "tr", "pr", "st", "cl", "ph", "h", "",
    ]
    let nuclei = ["a", "e", "i", "o", "u", "ia", "io", "ea", "y"]
    let codas = ["", "", "n", "r", "s", "l", "t", "m", "x", "nt"]
    var numbers = SeededNumbers(seed: 7)
    while words.count < count {
      var word = ""
      for _ in 0..<(1 + numbers.below(3) + numbers.below(2)) {
        word +=
          onsets[numbers.below(onsets.count)] + nuclei[numbers.below(nuclei.count)]
          + codas[numbers.below(codas.count)]
      }
      if word.count > 3, known.insert(word).inserted { words.append(word) }
    }
    let weights = words.indices.map { 1 / (Double($0) + 2.7) }
    let sum = weights.reduce(0, +)
    var chances = weights.map { $0 / sum * Double(weights.count) }
    var others = words.indices.map(Int32.init)
    var small = chances.indices.filter { chances[$0] < 1 }
    var large = chances.indices.filter { chances[$0] >= 1 }
    while let less = small.popLast(), let more = large.last {
      others[less] = Int32(more)
      chances[more] -= 1 - chances[less]
      if chances[more] < 1 { small.append(large.removeLast()) }
    }
    self.words = words
    self.chances = chances
    self.others = others
    phrases = (0..<8_000).map { _ in (0..<2 + numbers.below(4)).map { _ in word(&numbers) } }
  }

  /// The next word, or words that stand together.
  func next(_ numbers: inout SeededNumbers) -> [String] {
    numbers.below(10) < 3 ? phrases[rank(&numbers) % phrases.count] : [word(&numbers)]
  }

  private func word(_ numbers: inout SeededNumbers) -> String { words[rank(&numbers)] }

  private func rank(_ numbers: inout SeededNumbers) -> Int {
    let place = numbers.below(words.count)
    return numbers.fraction() < chances[place] ? place : Int(others[place])
  }
}
