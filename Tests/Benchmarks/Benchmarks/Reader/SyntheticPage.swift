/// Makes pages in the content format with the shape of real monographs and words that mean nothing: the
/// same for the same number, in every run.
struct SyntheticPage {
  /// The path within a content folder.
  let document: String
  /// The text.
  let text: String

  /// Makes a page of about so many bytes.
  init(number: Int, bytes: Int, of count: Int) {
    var random = SplitMix(state: UInt64(number) &* 0x9E37_79B9 &+ 7)
    var text = "---\ntitle: \(Self.title(number))\nclass: test class \(number % 40)\n---\n\n"
    var section = 0
    while text.utf8.count < bytes {
      section += 1
      text += "## \(Self.headings[section % Self.headings.count]) \(section)\n\n"
      for _ in 0..<3 { text += Self.paragraph(&random, of: count) + "\n\n" }
      if section % 3 == 0 { text += Self.table(&random) + "\n" }
      if section % 4 == 1 {
        text += "Starting dose\n: \(random.next(90) + 5) mg \(random.next(4) + 1) times daily\n\n"
      }
      if section % 5 == 2 { text += "> [!WARNING]\n> \(Self.paragraph(&random, of: count))\n\n" }
      if section % 5 == 3 { text += (0..<6).map { _ in "- \(Self.words(&random, 8))\n" }.joined() + "\n" }
    }
    document = "drugs/\(Self.title(number).lowercased()).md"
    self.text = text
  }

  private static let headings = [
    "Overview", "Dosing", "Renal Impairment", "Adverse Effects", "Interactions", "Pharmacokinetics",
    "Pregnancy",
  ]

  private static let syllables = [
    "ba", "clo", "fen", "ti", "za", "ni", "dine", "me", "ro", "pa", "lu", "sta", "tin", "ve", "xo", "gra",
    "mi", "cor",
  ]

  private static func title(_ number: Int) -> String {
    var random = SplitMix(state: UInt64(number))
    let word = (0..<4).map { _ in syllables[random.next(syllables.count)] }.joined()
    return word.prefix(1).uppercased() + word.dropFirst() + String(number)
  }

  private static func words(_ random: inout SplitMix, _ count: Int) -> String {
    (0..<count).map { _ in
      // Common words are short and come often, as in any language.
      let rank = random.next(random.next(2_000) + 1)
      var word = SplitMix(state: UInt64(rank) &+ 99)
      return (0...(rank % 4)).map { _ in syllables[word.next(syllables.count)] }.joined()
    }.joined(separator: " ")
  }

  private static func paragraph(_ random: inout SplitMix, of count: Int) -> String {
    let target = title(random.next(count))
    return "\(words(&random, 30)) \(random.next(400)) mg/L, [\(target)](/drugs/\(target.lowercased())) "
      + "\(words(&random, 20)) \(random.next(99))-\(100 + random.next(99)) μg per day."
  }

  private static func table(_ random: inout SplitMix) -> String {
    var table = "| Parameter | Value | Note |\n| --- | --- | --- |\n"
    for _ in 0..<8 {
      table += "| \(words(&random, 2)) | \(random.next(400)) mg | \(words(&random, 6)) |\n"
    }
    return table
  }
}

/// A small random number generator, the same in every run (Steele, Lea and Flood's SplitMix64).
struct SplitMix {
  var state: UInt64

  mutating func next(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((value ^ (value >> 31)) % UInt64(max(1, bound)))
  }
}
