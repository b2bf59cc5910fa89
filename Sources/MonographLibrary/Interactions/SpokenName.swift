import MonographModel
import MonographSearch

/// A name that a text is searched for, and where it counts.
struct SpokenName {
  /// Where in a text a name counts.
  enum Place {
    case anywhere
    /// Behind `other` and the like: what both drugs are called means the source's own drug elsewhere.
    case behindOther
    /// Where no word before narrows it: `diuretics`, not `thiazide diuretics`.
    case unqualified
  }

  let name: PairRecords.Mention.Name
  let place: Place
  /// The ways in which it is written.
  let forms: [String]
  private let finder: TermFinder

  init(_ name: PairRecords.Mention.Name, _ place: Place, forms: [String]) {
    self.name = name
    self.place = place
    self.forms = forms
    finder = TermFinder(forms)
  }

  /// Where it stands in a text, in bytes.
  func ranges(in text: String) -> [Range<Int>] {
    let ranges = finder.ranges(in: text)
    guard place != .anywhere, !ranges.isEmpty else { return ranges }
    let bytes = Array(text.utf8)
    return ranges.filter { range in
      var end = range.lowerBound
      while end > 0, bytes[end - 1] == 0x20 { end -= 1 }
      var start = end
      while start > 0, Self.isLetter(bytes[start - 1]) { start -= 1 }
      let word = String(decoding: bytes[start..<end], as: UTF8.self).lowercased()
      if place == .behindOther { return Self.others.contains(word) }
      // A hyphen joins what stands before it: non-benzodiazepine.
      guard !word.isEmpty else { return end == 0 || bytes[end - 1] != 0x2D }
      return Self.others.contains(word) || Self.small.contains(word)
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || byte >= 0x80
  }

  private static let others: Set<String> = [
    "other", "another", "additional", "concomitant", "concurrent", "coadministered",
  ]

  /// Words that narrow no noun behind them.
  private static let small: Set<String> = [
    "a", "all", "an", "and", "any", "are", "as", "avoid", "between", "both", "by", "certain", "following",
    "for", "from", "in", "including", "is", "like", "many", "most", "of", "on", "or", "plus", "receiving",
    "some", "taking", "than", "the", "these", "to", "use", "using", "via", "when", "while", "with", "without",
  ]
}

/// The noun that the name of a class ends in, which names a wider class.
enum ClassHead {
  /// Of `direct-acting muscle relaxant`, `muscle relaxant`; of `atypical antipsychotic`, `antipsychotic`. Nil where the
  /// class is named by such a noun alone, or where the noun says only what its things do to something, which the head
  /// would leave out: `oxidase inhibitor`, `receptor antagonist`.
  static func of(_ name: String) -> String? {
    let words = name.split(separator: " ")
    guard words.count > 1, let last = words.last?.lowercased() else { return nil }
    if !isRole(last) { return last.utf8.count >= 6 ? String(words[words.count - 1]) : nil }
    return words.count > 2 && !mechanisms.contains(TermForm.plain(last))
      ? words.suffix(2).joined(separator: " ") : nil
  }

  private static func isRole(_ word: String) -> Bool {
    let word = TermForm.plain(word)
    if general.contains(word) || word.hasSuffix("agonist") { return true }
    return !word.hasPrefix("anti") && ["or", "er", "ant", "ist"].contains { word.hasSuffix($0) }
  }

  private static let mechanisms: Set<String> = [
    "activator", "agonist", "antagonist", "binder", "blocker", "inducer", "inhibitor", "modulator",
    "stimulator",
  ]

  private static let general: Set<String> = [
    "acid", "agent", "analog", "analogue", "antibody", "antigen", "chemical", "class", "compound",
    "derivative",
    "drug", "element", "enzyme", "hormone", "medication", "medicine", "mineral", "preparation", "product",
    "protein", "substance", "substrate", "supplement", "therapy", "toxin", "treatment", "vaccine", "vitamin",
    "activity", "effect", "function",
  ]
}
