import MonographModel

/// A label of a drug that does not exist: twenty sections with the names and headings of a US label, in words without
/// sense. The same number gives the same label.
struct SyntheticLabel {
  private static let sections: [(key: String, heading: String, level: Int)] = [
    ("boxed_warning", "WARNING", 1), ("indications_and_usage", "1 INDICATIONS AND USAGE", 1),
    ("dosage_and_administration", "2 DOSAGE AND ADMINISTRATION", 1),
    ("2.1", "2.1 Recommended Dosage", 2), ("2.2", "2.2 Dosage in Renal Impairment", 2),
    ("dosage_forms_and_strengths", "3 DOSAGE FORMS AND STRENGTHS", 1),
    ("contraindications", "4 CONTRAINDICATIONS", 1),
    ("warnings_and_cautions", "5 WARNINGS AND PRECAUTIONS", 1),
    ("adverse_reactions", "6 ADVERSE REACTIONS", 1),
    ("drug_interactions", "7 DRUG INTERACTIONS", 1),
    ("use_in_specific_populations", "8 USE IN SPECIFIC POPULATIONS", 1), ("pregnancy", "8.1 Pregnancy", 2),
    ("lactation", "8.2 Lactation", 2), ("pediatric_use", "8.4 Pediatric Use", 2),
    ("geriatric_use", "8.5 Geriatric Use", 2), ("renal_impairment", "8.6 Renal Impairment", 2),
    ("overdosage", "10 OVERDOSAGE", 1), ("clinical_pharmacology", "12 CLINICAL PHARMACOLOGY", 1),
    ("mechanism_of_action", "12.1 Mechanism of Action", 2), ("how_supplied", "16 HOW SUPPLIED", 1),
  ]
  static var sectionCount: Int { sections.count }

  let monograph: Monograph
  /// What it was read from: Markdown.
  let source: [UInt8]
  /// Each section's heading path and text.
  let texts: [(heading: String, text: String)]

  init?(_ number: Int, of count: Int, words: SyntheticWords) {
    var numbers = SeededNumbers(seed: 1_000_003 &* UInt64(number) &+ 11)
    let name = SyntheticNames.generic(number)
    guard let entity = EntityID(folder: "drugs", slug: name) else { return nil }
    var sections: [Section] = []
    var texts: [(heading: String, text: String)] = []
    var source = "# \(name.capitalized)\n"
    for (key, heading, level) in Self.sections {
      var paragraphs: [String] = []
      // Most sections are short and a few very long, as in labels: four words in five are in a fifth of them.
      let length = numbers.below(24) == 0 ? 300 + numbers.below(900) : 12 + numbers.below(60)
      var remaining = length
      while remaining > 0 {
        let part = min(remaining, 40 + numbers.below(80))
        paragraphs.append(Self.paragraph(of: part, about: name, drugs: count, words: words, &numbers))
        remaining -= part
      }
      let text = paragraphs.joined(separator: "\n")
      source += "\n\(String(repeating: "#", count: level + 1)) \(heading)\n\n"
      source += paragraphs.joined(separator: "\n\n") + "\n"
      let section = Section(
        heading: [.text(heading)], level: level,
        anchor: level == 1 ? key : "\(sections.last?.anchor ?? "")/\(key)",
        sourceKey: key, blocks: paragraphs.map { Block(.paragraph([.text($0)])) })
      if level == 1 {
        sections.append(section)
      } else {
        sections[sections.count - 1].subsections.append(section)
      }
      texts.append((heading, text))
    }
    self.source = Array(source.utf8)
    self.texts = texts
    monograph = Monograph(
      entity: entity, title: name.capitalized, kind: "drug",
      aliases: SyntheticNames.brands(number) + [SyntheticNames.salt(number)].compactMap { $0 },
      entityClass: SyntheticNames.drugClass(number),
      source: Source(
        document: "label-\(number)", publisher: "synthetic label", labeler: "Laboratory \(number % 400)",
        effective: "2024-01-\(10 + number % 19)"), sections: sections)
  }

  private static func paragraph(
    of length: Int, about name: String, drugs count: Int, words: SyntheticWords,
    _ numbers: inout SeededNumbers
  ) -> String {
    var text = ""
    var sentence = 0
    var waiting: [String] = []
    for position in 0..<length {
      if waiting.isEmpty { waiting = words.next(&numbers).reversed() }
      var word = waiting.removeLast()
      switch numbers.below(60) {
      case 0: word = name
      case 1: word = SyntheticNames.generic(min(numbers.below(count), numbers.below(count)))
      case 2: word = "\(5 * (1 + numbers.below(60))) mg"
      case 3: word = "\(1 + numbers.below(48)) hours"
      default: break
      }
      if sentence == 0 { word = word.prefix(1).uppercased() + word.dropFirst() }
      text += word
      sentence += 1
      let ends = position == length - 1 || (sentence > 7 && numbers.below(9) == 0)
      text += ends ? "." : sentence % 9 == 5 ? ", " : " "
      if ends {
        if position < length - 1 { text += " " }
        sentence = 0
      }
    }
    return text
  }
}
