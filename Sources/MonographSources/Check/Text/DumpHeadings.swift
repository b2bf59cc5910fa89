/// Tells the headings of a wiki page's text, which carries no marks of them.
///
/// A line is a heading where it is one of the headings that such pages have, or where every word of it but the
/// small ones is capitalized and there are two words or more. Items of lists are written as sentences are.
enum DumpHeadings {
  /// Headings of the first level, in lower case.
  private static let first: Set<String> = [
    "overview", "mechanism of action", "clinical applications", "indications", "dosing", "dosage",
    "dosage and administration", "pharmacokinetics", "pharmacodynamics", "adverse effects",
    "adverse reactions",
    "side effects", "contraindications", "warnings", "precautions", "warnings and precautions",
    "drug interactions", "interactions", "special populations", "monitoring", "overdose", "overdosage",
    "see also", "external links", "references", "pathway diagram",
  ]

  /// Headings of the second level that are one word, or not capitalized throughout.
  private static let second: Set<String> = [
    "common", "uncommon", "rare", "serious", "serious (rare)", "neurological", "psychiatric",
    "gastrointestinal",
    "cardiovascular", "elderly", "pregnancy", "lactation", "pediatric", "children", "withdrawal",
  ]

  private static let smallWords: Set<String> = [
    "a", "an", "and", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with",
  ]

  /// The level of a heading; nil where a line is none. Under a heading that begins with `In` stand those of
  /// the things that it gathers.
  static func level(of line: String, isGathered: Bool) -> Int? {
    let name = line.lowercased()
    if first.contains(name) || name.hasPrefix("comparison ") { return 1 }
    if second.contains(name) { return 2 }
    let words = line.split(separator: " ")
    guard words.count > 1, words.count < 9, words.allSatisfy(isCapitalized) else { return nil }
    return isGathered && !gathers(line) ? 3 : 2
  }

  /// Whether a heading gathers others under it.
  static func gathers(_ heading: String) -> Bool { heading.hasPrefix("In ") }

  private static func isCapitalized(_ word: Substring) -> Bool {
    guard word.allSatisfy({ $0.isLetter || $0 == "-" || $0 == "'" || $0 == "’" }), let initial = word.first
    else {
      return false
    }
    // A letter alone names a group or a category: “Category C” is an item.
    return (initial.isUppercase && word.count > 1) || smallWords.contains(String(word))
  }

  /// The length in characters of a heading that a line begins with, where its text was glued to it: a known
  /// heading before a capital, or capitalized words before the page's title and a word in lower case.
  static func gluedLength(of line: String, title: String) -> Int? {
    let words = line.split(separator: " ", omittingEmptySubsequences: false)
    for count in stride(from: min(6, words.count - 1), through: 1, by: -1) {
      guard words[count].first?.isUppercase == true else { continue }
      let heading = words[..<count].joined(separator: " ")
      let name = heading.lowercased()
      let isKnown = first.contains(name) || second.contains(name)
      let isBeforeTitle =
        count > 1 && words[..<count].allSatisfy(isCapitalized) && words[count] == title
        && count + 1 < words.count && words[count + 1].first?.isLowercase == true
      if isKnown || isBeforeTitle { return heading.count }
    }
    return nil
  }
}
