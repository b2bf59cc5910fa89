/// Words that are looked for in headings: `dose` stands there as a word, perhaps in the plural; `neonat-` begins
/// one.
struct HeadingPhrase: Sendable {
  /// The words, without the hyphen at the end.
  let scalars: [Unicode.Scalar]
  private let isStem: Bool
  private static let contra = Array("-artnoc".unicodeScalars)

  /// Prepares to look for words, lower case; a hyphen at their end makes them the beginning of words.
  init(_ words: String) {
    isStem = words.hasSuffix("-")
    scalars = Array((isStem ? words.dropLast() : words[...]).unicodeScalars)
  }

  /// A text with a blank for every letter of each place where the words stand. Costs one pass.
  func blanked(in text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    guard var start = firstPlace(in: text) else { return text }
    var text = text
    while true {
      for index in start..<start + scalars.count { text[index] = " " }
      guard let next = firstPlace(in: text, from: start + scalars.count) else { return text }
      start = next
    }
  }

  /// The first place, from one on, where the words stand as words of a text; nil where they do not. Letters and
  /// digits of any script make words, and so does the hyphen of `contra-`.
  func firstPlace(in text: [Unicode.Scalar], from first: Int = 0) -> Int? {
    guard let initial = scalars.first, text.count - first >= scalars.count else { return nil }
    for start in first...(text.count - scalars.count) where text[start] == initial {
      let end = start + scalars.count
      guard text[start..<end].elementsEqual(scalars), start == 0 || !Self.isWord(text[start - 1]),
        start == 0 || text[start - 1] != "-" || !text[..<start].reversed().starts(with: Self.contra)
      else { continue }
      let after = end < text.count && text[end] == "s" ? end + 1 : end
      if isStem || end == text.count || !Self.isWord(text[end]) || after == text.count
        || !Self.isWord(text[after])
      {
        return start
      }
    }
    return nil
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      return (0x61...0x7A).contains(scalar.value | 0x20) || (0x30...0x39).contains(scalar.value)
    }
    return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }
}
