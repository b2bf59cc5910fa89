/// Puts running text together on one line, so that what is raised or lowered is not read as part of a number
/// or word beside it.
///
/// The marks of footnotes touch no word: `Fatigue` with a raised `g` is `Fatigue g`, a raised `a` before
/// `Patients` is `a Patients`. Taken for marks are raised letters after a letter, or at the beginning, and
/// raised or lowered lists such as `a,b` after a letter or digit.
///
/// What is raised at a number keeps its place above the line: `10⁹/L`, `10⁻³`, `5.2¹`, `9ᵍ`, else a thousand
/// million would be one hundred and nine, and a footnote nine grams. Where Unicode has no such characters it
/// stands in brackets, `10^(n·2)`. What is lowered does so where two digits would touch.
///
/// All else stays with its word: `m2`, `kg/m2`, `1st`, `Na+`, `Cmax`.
public struct RunningWords {
  /// What ended before the words in waiting.
  private var settled = ""
  /// Raised or lowered words whose form depends on what follows.
  private var waiting: (words: String, isRaised: Bool)?

  /// Begins a text.
  public init() {}

  /// The text so far.
  public var text: String {
    guard let waiting else { return settled }
    return settled + Self.form(of: waiting.words, isRaised: waiting.isRaised, after: last, before: nil)
  }

  /// How many bytes the text so far has. Costs the same however long it is.
  public var utf8Count: Int {
    guard let waiting else { return settled.utf8.count }
    let words = Self.form(of: waiting.words, isRaised: waiting.isRaised, after: last, before: nil)
    return settled.utf8.count + words.utf8.count
  }

  /// Adds words.
  public mutating func append(_ words: String) {
    guard !words.isEmpty else { return }
    settle(before: words.unicodeScalars.first)
    settled += words
  }

  /// Adds words that are raised or lowered.
  public mutating func append(_ words: String, isRaised: Bool) {
    guard !words.isEmpty else { return }
    settle(before: words.unicodeScalars.first)
    waiting = (words, isRaised)
  }

  private var last: Unicode.Scalar? { settled.unicodeScalars.last }

  private mutating func settle(before next: Unicode.Scalar?) {
    guard let (words, isRaised) = waiting else { return }
    waiting = nil
    settled += Self.form(of: words, isRaised: isRaised, after: last, before: next)
  }

  // MARK: - Forms

  /// Raised or lowered words between the characters beside them, with the spaces that part them.
  private static func form(
    of words: String, isRaised: Bool, after before: Unicode.Scalar?, before next: Unicode.Scalar?
  ) -> String {
    let isMark = isMark(words, isRaised: isRaised, after: before)
    if isMark {
      let isParted = before.map { $0.isLetter || $0.isDigit } ?? false
      let touches = next.map { $0.isLetter || $0.isDigit } ?? false
      return (isParted ? " " : "") + words + (touches ? " " : "")
    }
    let spaces = words.prefix { $0 == " " }
    let core = words.dropFirst(spaces.count).trimmingSpacesAtEnd
    let isApart = isApart(
      core, isRaised: isRaised, after: spaces.isEmpty ? before : " ",
      before: spaces.count + core.count < words.count ? " " : next)
    guard isApart else { return words }
    let position: ScriptCharacters.Position = isRaised ? .raised : .lowered
    let form = ScriptCharacters.mapped(String(core), position) ?? (isRaised ? "^(" : "_(") + core + ")"
    return spaces + form + words.dropFirst(spaces.count + core.count)
  }

  /// Whether words would be read as part of a number beside them, or are a number above the line alone.
  private static func isApart(
    _ words: Substring, isRaised: Bool, after before: Unicode.Scalar?, before next: Unicode.Scalar?
  ) -> Bool {
    let scalars = words.unicodeScalars
    guard let first = scalars.first, let last = scalars.last else { return false }
    if last.isDigit, next?.isDigit == true { return true }
    if before?.isDigit == true {
      guard isRaised else { return first.isDigit }
      return scalars.contains { $0.isASCII && ($0.isLetter || $0.isDigit) } && !ordinals.contains(words)
    }
    guard isRaised, before?.properties.isWhitespace ?? true, next?.isLetter != true else { return false }
    return last.isDigit && scalars.allSatisfy { $0.isDigit || "+-−–".unicodeScalars.contains($0) }
  }

  /// The endings of ordinal numbers: `1st`.
  private static let ordinals: Set<Substring> = ["st", "nd", "rd", "th"]

  /// Whether raised or lowered words are the mark of a footnote, which is parted from words beside it.
  private static func isMark(_ words: String, isRaised: Bool, after before: Unicode.Scalar?) -> Bool {
    if isList(words) { return true }
    // Some labels have a space within the mark: `disturbance<sup>f </sup>`.
    let letters = words.unicodeScalars.filter { $0 != " " }
    return isRaised && before?.isDigit != true && !letters.isEmpty && letters.allSatisfy(\.isLetter)
      && !words.unicodeScalars.drop(while: { $0 == " " }).dropLast(words.hasSuffix(" ") ? 1 : 0).contains(" ")
  }

  /// Whether words are marks parted by commas: `a,b`, `1, 2`, `a,*`.
  private static func isList(_ words: String) -> Bool {
    guard words.utf8.count < 40, words.utf8.contains(UInt8(ascii: ",")) else { return false }
    return words.split(separator: ",", omittingEmptySubsequences: false).allSatisfy { mark in
      let mark = mark.drop { $0 == " " }
      return (1...2).contains(mark.count) && !mark.contains(" ")
    }
  }
}

extension Unicode.Scalar {
  fileprivate var isLetter: Bool { properties.isAlphabetic }
  fileprivate var isDigit: Bool { properties.numericType != nil }
}

extension Substring {
  fileprivate var trimmingSpacesAtEnd: Substring {
    var rest = self
    while rest.last == " " { rest = rest.dropLast() }
    return rest
  }
}
