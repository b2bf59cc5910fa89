import MonographModel

/// Names of drugs as they are read: openFDA has generic names in capitals.
enum LabelName {
  /// A name in capitals as words: `VONOPRAZAN FUMARATE AND AMOXICILLIN` gives `Vonoprazan fumarate and
  /// amoxicillin`. A name with small letters stays as it is. Letters change, words do not: what stands for
  /// itself stays in capitals (`vitamin K1`, `ODT`), and the symbol of an element before its number is
  /// written as one (`Tc 99m`).
  static func readable(_ name: String) -> String {
    guard !name.utf8.contains(where: { (0x61...0x7A).contains($0) }) else { return name }
    var words = name.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    for index in words.indices {
      words[index] = readable(word: words[index], before: index + 1 < words.count ? words[index + 1] : nil)
    }
    var readable = words.joined(separator: " ")
    // The first letter, behind parentheses and the like.
    if let place = readable.firstIndex(where: { $0.isLetter }),
      readable[..<place].allSatisfy({ !$0.isNumber })
    {
      readable.replaceSubrange(place...place, with: readable[place].uppercased())
    }
    return readable
  }

  private static let kept: Set<String> = [
    "ODT", "USP", "DNA", "RNA", "BCG", "HIV", "EDTA", "PEG", "HCL", "II", "III", "IV", "VI", "VII", "VIII",
    "IX", "XI",
    "XII", "XIII", "HPUS", "FD&C", "D&C", "XR", "ER", "SR", "CD", "IM", "IgG", "NPH", "SPF", "MMR",
  ]
  private static let elements: Set<String> = [
    "TC", "LU", "XE", "RB", "GA", "IN", "TL", "SM", "SR", "RA", "CU", "ZR", "CR", "FE", "CO", "SE", "KR",
  ]

  private static func readable(word: String, before next: String?) -> String {
    let parts = word.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    var result: [String] = []
    for (index, part) in parts.enumerated() {
      let bare = part.filter { $0.isLetter || $0.isNumber || $0 == "&" }
      let following = index + 1 < parts.count ? parts[index + 1] : next
      if kept.contains(bare) || isLetterWithNumber(bare) || bare.count == 1 {
        result.append(part)
      } else if elements.contains(bare), following?.first?.isNumber == true {
        result.append(part.prefix(1) + part.dropFirst().lowercased())
      } else if bare.hasSuffix("TOXINA") || bare.hasSuffix("TOXINB") {
        // The names of botulinum toxins end with the capital letter of their type.
        result.append(part.dropLast().lowercased() + String(part.suffix(1)))
      } else {
        result.append(part.lowercased())
      }
    }
    return result.joined(separator: "-")
  }

  /// `K1`, `B12`, `I`; but not `99M`, which is written `99m`.
  private static func isLetterWithNumber(_ word: String) -> Bool {
    guard let first = word.first, first.isLetter else { return false }
    return word.dropFirst().allSatisfy(\.isNumber) && word.count > 1
  }

  /// The id that is proposed for a name, of at most 120 letters.
  static func entity(_ name: String) -> EntityID {
    var slug = EntityID.slug(fromName: name)
    if slug.utf8.count > 120 {
      let short = slug.prefix(120)
      slug = String(short.lastIndex(of: "-").map { short[..<$0] } ?? short)
    }
    return EntityID(folder: "drugs", slug: slug.isEmpty ? "unnamed" : slug)
      ?? EntityID(folder: "drugs", slug: "unnamed")!
  }
}
