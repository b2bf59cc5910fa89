import MonographModel

/// A rule about what a page says, as distinct from how its file is built.
protocol ContentRule: Sendable {
  /// Which of the rules it is.
  var rule: Rule { get }

  /// The places that break it, in any order.
  func findings(in text: CheckedText) -> [Finding]
}

/// A place that breaks a rule.
struct Finding: Hashable {
  /// Where it begins.
  var place: SourcePlace
  /// One plain sentence.
  var message: String
  /// What to write instead, where that can be said.
  var fix: String?
}

/// The rules about content.
enum ContentRules {
  /// All of them. Those that look at one quantity or one word at a time are tables; the others have a file each.
  static let all: [any ContentRule] =
    QuantityRule.all + [
      MicrogramSymbolRule(), ErrorProneAbbreviationRule(), SymbolInDoseRule(), MaximumIsARangeRule(),
      DoseWithoutRouteRule(), PerDoseOrPerDayRule(), PregnancyLetterRule(), VagueRenalAdviceRule(),
      ContradictionRule(), BuriedWarningRule(), UncitedDoseRule(), DoubledYearRule(),
    ]

  /// Reports every place in a text that breaks a rule.
  static func run(on text: CheckedText, log: DiagnosticLog) {
    for rule in all {
      for finding in rule.findings(in: text).sorted(by: { $0.place < $1.place }) {
        log.report(
          rule.rule, line: finding.place.line, column: finding.place.column, finding.message,
          fix: finding.fix)
      }
    }
  }
}
