import MonographModel

/// What stands in the search box, taken apart: words, exact phrases, words to leave out, filters. Any text is a query;
/// nothing in it is syntax that can fail.
///
/// `"renal impairment"` is a phrase (one quotation mark alone is nothing), `-child` leaves out, `kind:drug`,
/// `in:dosing`, `source:openfda` narrow; other words with a colon are words.
public struct SearchQuery: Hashable, Sendable {
  /// More words than this are not looked at, nor more words of phrases, words to leave out, or filters.
  public static let wordLimit = 24
  /// The longest query that is looked at, in UTF-8 bytes.
  public static let lengthLimit = 2048

  /// What a filter looks at.
  public enum FilterName: String, Hashable, Sendable, CaseIterable {
    /// The sort of thing the page is about.
    case kind
    /// A section, by its heading or by what it answers.
    case section = "in"
    /// Who publishes the document.
    case source
  }

  /// A condition that hits must meet.
  public struct Filter: Hashable, Sendable {
    /// What it looks at.
    public var name: FilterName
    /// What was asked for, as typed.
    public var value: String
  }

  /// The query as typed.
  public let text: String
  /// The words, in order, those of phrases too, as they were typed.
  public private(set) var words: [String] = []
  /// Exact phrases, as terms.
  public private(set) var phrases: [[String]] = []
  /// What no hit may hold: words and phrases, as terms.
  public private(set) var excluded: [[String]] = []
  /// Conditions.
  public private(set) var filters: [Filter] = []
  /// Whether the last word may be the beginning of one: nothing follows it.
  public private(set) var endsInsideWord = false

  /// Reads a query.
  public init(_ text: String) {
    self.text = text
    var rest = Self.clean(text)[...]
    while let first = rest.first {
      if first == " " {
        rest = rest.dropFirst()
        endsInsideWord = false
        continue
      }
      let isExcluded = first == "-" && rest.dropFirst().first.map { $0 != " " && $0 != "-" } == true
      if isExcluded { rest = rest.dropFirst() }
      if rest.first == "\"", let phrase = Self.quoted(&rest) {
        add(phrase: phrase, isExcluded: isExcluded)
        endsInsideWord = false
      } else {
        let word = rest.prefix { $0 != " " }
        rest = rest[word.endIndex...]
        add(word: String(word), isExcluded: isExcluded)
      }
    }
  }

  /// Takes another word for one that was typed. What was typed stays as it is in ``text``.
  public mutating func read(wordAt place: Int, as word: String) { words[place] = word }

  private mutating func add(phrase: Substring, isExcluded: Bool) {
    let terms = TermForm.terms(String(phrase))
    guard !terms.isEmpty else { return }
    guard !isExcluded else { return exclude(terms) }
    require(terms)
    for word in phrase.split(separator: " ") where words.count < Self.wordLimit { words.append(String(word)) }
  }

  private mutating func add(word: String, isExcluded: Bool) {
    if !isExcluded, let colon = word.firstIndex(of: ":"),
      let name = FilterName(rawValue: word[..<colon].lowercased())
    {
      endsInsideWord = false
      guard filters.count < Self.wordLimit else { return }
      filters.append(Filter(name: name, value: String(word[word.index(after: colon)...])))
      return
    }
    let terms = TermForm.terms(word)
    guard !terms.isEmpty else { return }
    guard !isExcluded else { return exclude(terms) }
    endsInsideWord = true
    // 10^9 is a number, as 10⁹ is, and not a ten and a nine.
    if terms.count > 1, Self.isPower(word) { require(terms) }
    if words.count < Self.wordLimit { words.append(word) }
  }

  /// Adds an exact phrase. One that is too long is looked for by its beginning.
  private mutating func require(_ terms: [String]) {
    let room = Self.wordLimit - phrases.joined().count
    if room > 0 { phrases.append(Array(terms.prefix(room))) }
  }

  /// Adds what no hit may hold: all of it or nothing, as its beginning stands where the whole does not.
  private mutating func exclude(_ terms: [String]) {
    if excluded.joined().count + terms.count <= Self.wordLimit { excluded.append(terms) }
  }

  /// Whether digits are raised behind digits.
  private static func isPower(_ word: String) -> Bool {
    zip(word.unicodeScalars, word.unicodeScalars.dropFirst()).contains { first, second in
      ("0"..."9").contains(first)
        && (second == "^" || second.properties.numericType == .digit && !second.isASCII)
    }
  }

  /// Takes a quotation off the beginning; nil where it has no end.
  private static func quoted(_ rest: inout Substring) -> Substring? {
    let inner = rest.dropFirst()
    guard let end = inner.firstIndex(of: "\"") else {
      rest = inner
      return nil
    }
    rest = inner[inner.index(after: end)...]
    return inner[..<end]
  }

  /// White space and control characters are blanks, curly quotation marks straight ones.
  private static func clean(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    var length = 0
    for scalar in text.unicodeScalars {
      length += UTF8.width(scalar)
      guard length <= lengthLimit else { break }
      switch scalar.properties.generalCategory {
      case .control, .spaceSeparator, .lineSeparator, .paragraphSeparator: scalars.append(" ")
      default: scalars.append(["\u{201C}", "\u{201D}", "\u{201E}"].contains(scalar) ? "\"" : scalar)
      }
    }
    return String(scalars)
  }
}
