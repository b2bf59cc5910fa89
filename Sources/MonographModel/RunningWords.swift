/// Puts running text together so that the marks of footnotes touch no word: `Fatigue` with a raised `g` is
/// `Fatigue g`, a raised `a` before `Patients` is `a Patients`.
///
/// Taken for marks are raised letters after a letter, or at the beginning, and raised or lowered lists such as
/// `a,b` after a letter or digit. All else stays with its word: `m²`, `kg/m²`, `10⁹/L`, `1ˢᵗ`, `Na⁺`, `Cₘₐₓ`.
public struct RunningWords {
  /// The text so far.
  public private(set) var text = ""
  /// Whether the text ends in a mark that a letter must not touch.
  private var endsInMark = false

  /// Begins a text.
  public init() {}

  /// Adds words.
  public mutating func append(_ words: String) {
    guard let first = words.unicodeScalars.first else { return }
    if endsInMark, first.properties.isAlphabetic { text += " " }
    text += words
    endsInMark = false
  }

  /// Adds words that are raised or lowered.
  public mutating func append(_ words: String, isRaised: Bool) {
    let place = Self.place(of: words, isRaised: isRaised, after: text.unicodeScalars.last)
    if place == .afterWord { text += " " }
    append(words)
    endsInMark = place != .within
  }

  /// How raised or lowered words stand to what is before them.
  public enum Place: Sendable {
    /// They are part of it: an exponent, an ordinal's letters, a charge.
    case within
    /// They are a mark, parted from the word before and from letters behind.
    case afterWord
    /// They are a mark with no word before, parted from letters behind.
    case beforeWord
  }

  /// How raised or lowered words stand to the character before them.
  public static func place(of words: String, isRaised: Bool, after before: Unicode.Scalar?) -> Place {
    let isAfterLetter = before?.properties.isAlphabetic ?? false
    let isAfterDigit = before?.properties.numericType != nil
    if isList(words) { return isAfterLetter || isAfterDigit ? .afterWord : .beforeWord }
    // Some labels have a space within the mark: `disturbance<sup>f </sup>`.
    let letters = words.unicodeScalars.filter { $0 != " " }
    guard isRaised, !isAfterDigit, !letters.isEmpty, letters.allSatisfy(\.properties.isAlphabetic),
      !words.unicodeScalars.drop(while: { $0 == " " }).dropLast(words.hasSuffix(" ") ? 1 : 0).contains(" ")
    else { return .within }
    return isAfterLetter ? .afterWord : .beforeWord
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
