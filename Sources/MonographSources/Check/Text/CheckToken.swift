/// A word, a number or a sign of a checked text.
struct CheckToken: Hashable {
  /// What a token is.
  enum Kind: Hashable {
    /// Digits, perhaps with commas between groups of three and a point: `1,000`, `0.5`, `.5`.
    case number
    /// Letters and the digits that follow them: `mg`, `CYP1A2`, `q.d.`.
    case word
    /// Any other character, alone.
    case sign
  }

  var kind: Kind
  /// The token as the source has it.
  var text: String
  /// The token in lower case.
  var lowercased: String
  /// Where it begins.
  var place: SourcePlace
  /// Whether a blank stands before it, or nothing does.
  var isSpaced: Bool

  init(kind: Kind, text: String, place: SourcePlace, isSpaced: Bool) {
    self.kind = kind
    self.text = text
    lowercased = text.lowercased()
    self.place = place
    self.isSpaced = isSpaced
  }

  /// Whether it is one of some words, in lower case.
  func isWord(in words: Set<String>) -> Bool { kind == .word && words.contains(lowercased) }

  /// Whether it is a sign.
  func isSign(_ sign: String) -> Bool { kind == .sign && text == sign }

  /// Whether a sentence ends here: a full stop, a semicolon.
  var endsSentence: Bool { kind == .sign && (text == "." || text == ";" || text == "!" || text == "?") }
}

extension Collection<CheckToken> {
  /// The tokens as they stand, with single blanks where blanks stand.
  var text: String {
    reduce(into: "") { text, token in
      if token.isSpaced, !text.isEmpty { text += " " }
      text += token.text
    }
  }
}
