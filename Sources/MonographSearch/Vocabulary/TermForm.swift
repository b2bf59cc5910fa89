import MonographModel

/// Terms in the form in which tables and questions are compared.
public enum TermForm {
  /// The terms of a text, without the joined forms of compounds: `half-life` is `half`, `life`.
  public static func terms(_ text: String) -> [String] {
    var terms: [String] = []
    TermScanner.scan(text) { if !$0.isJoined { terms.append($0.term.text) } }
    return terms
  }

  /// The terms of a text, each in its plain form.
  public static func plainTerms(_ text: String) -> [String] { terms(text).map(plain) }

  /// A term without the ending of the plural, so that `doses` and `dose` are one. No stem: `dosing` stays.
  public static func plain(_ term: String) -> String {
    guard term.utf8.count > 3, term.hasSuffix("s"),
      !["ss", "us", "is", "as", "os"].contains(where: term.hasSuffix)
    else { return term }
    if term.hasSuffix("ies"), term.utf8.count > 4 { return term.dropLast(3) + "y" }
    if ["sses", "shes", "ches", "xes"].contains(where: term.hasSuffix) { return String(term.dropLast(2)) }
    return String(term.dropLast())
  }
}
