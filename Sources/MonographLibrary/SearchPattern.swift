/// What a person typed, as a full-text pattern. Nothing of it is query syntax: each word becomes a quoted
/// phrase, and the last one also stands for words that begin with it. ``SearchTokenizer`` adds other forms.
struct SearchPattern: Equatable {
  /// More words than this are not looked at.
  static let wordLimit = 24

  /// The longest part of a word that is looked at, in bytes.
  static let wordLength = 128

  /// The words, each once.
  let words: [String]

  /// Reads the words of a query; nil where there is none. Words are parted by white space and control
  /// characters, and one without a letter or digit is none.
  init?(_ query: String) {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    var isWord = false
    func close() {
      let text = Self.shortened(String(word))
      if isWord, words.last != text { words.append(text) }
      word = String.UnicodeScalarView()
      isWord = false
    }
    for scalar in query.unicodeScalars where words.count < Self.wordLimit {
      switch scalar.properties.generalCategory {
      case .control, .spaceSeparator, .lineSeparator, .paragraphSeparator: close()
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
        .decimalNumber,
        .letterNumber, .otherNumber:
        isWord = true
        word.append(scalar)
      default:
        // What a quoted phrase cannot hold parts words all the same.
        word.append(scalar == "\"" ? " " : scalar)
      }
    }
    if words.count < Self.wordLimit { close() }
    guard !words.isEmpty else { return nil }
    self.words = words
  }

  /// Sections that hold all the words.
  var all: String { pattern(joinedBy: " AND ") }

  /// Sections that hold any of the words.
  var any: String { pattern(joinedBy: " OR ") }

  private func pattern(joinedBy connective: String) -> String {
    words.map { "\"\($0)\"" }.joined(separator: connective) + " *"
  }

  private static func shortened(_ word: String) -> String {
    guard word.utf8.count > wordLength else { return word }
    var kept = ""
    for scalar in word.unicodeScalars {
      guard kept.utf8.count + 4 <= wordLength else { break }
      kept.unicodeScalars.append(scalar)
    }
    return kept
  }
}
