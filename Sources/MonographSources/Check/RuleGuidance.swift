/// Where a rule comes from, and what to do about what it finds.
public struct RuleGuidance: Hashable, Sendable {
  /// The guidance that asks for it; ours where it is of this project alone.
  public var source: String
  /// What to write instead, where that can be said in general.
  public var fix: String?
}

extension RuleGuidance {
  /// ISMP, 2021: what is misread, and what to write.
  private static let ismp =
    "ISMP, List of Error-Prone Abbreviations, Symbols, and Dose Designations (2021)"
  /// NHS Common User Interface, guidance on the medication line: numbered points.
  private static let nhs = "NHS Common User Interface, Medication Line"
  private static let jointCommission = "The Joint Commission, Do Not Use list (IM.02.02.01)"
  private static let format =
    "this project's page format: what a reader cannot resolve, it must not show as sound"

  /// The guidance of the rules about content; the rules of reading are the page format's own.
  fileprivate static func of(_ rule: Rule) -> RuleGuidance {
    switch rule {
    case .trailingZero:
      RuleGuidance(
        source: "\(ismp); \(jointCommission); \(nhs), MEDi-015 and MEDi-042", fix: "write 5 mg, not 5.0 mg")
    case .nakedDecimal:
      RuleGuidance(
        source: "\(ismp); \(jointCommission); \(nhs), MEDi-016 and MEDi-043", fix: "write 0.5 mg, not .5 mg")
    case .thousands:
      RuleGuidance(source: "\(ismp); \(nhs), MEDi-017 and MEDi-044", fix: "write 1,200 mg, not 1200 mg")
    case .unitSpacing:
      RuleGuidance(source: "\(ismp); \(nhs), MEDi-041", fix: "write 5 mg, not 5mg")
    case .microgramSymbol:
      RuleGuidance(source: ismp, fix: "write mcg or microgram")
    case .errorProneAbbreviation:
      RuleGuidance(source: "\(ismp); \(jointCommission)", fix: "write the words")
    case .slashInDose:
      RuleGuidance(source: "\(ismp); \(nhs), MEDi-026", fix: "write mg per day, not mg/day")
    case .symbolInDose:
      RuleGuidance(
        source: "\(ismp); \(nhs), MEDi-026 and MEDi-027", fix: "write less than, more than, at, and")
    case .maximumIsARange:
      RuleGuidance(
        source:
          "FDA, Frequently Asked Questions about Labeling for Prescription Medicines: section 2 gives the "
          + "dosage range and the maximum recommended dosage apart (21 CFR 201.57(c)(3))",
        fix: "give one number, or say for whom each holds")
    case .doseWithoutRoute:
      RuleGuidance(
        source:
          "\(nhs), MEDi-051: the route is an attribute of the line; FDA, Frequently Asked Questions about "
          + "Labeling for Prescription Medicines: section 2 gives the routes (21 CFR 201.57(c)(3))",
        fix: "say by mouth, intravenous, intrathecal or another")
    case .perDoseOrPerDay:
      RuleGuidance(
        source:
          "FDA, Frequently Asked Questions about Labeling for Prescription Medicines: the recommended dosage is "
          + "the dose and the dosing frequency (21 CFR 201.57(c)(3))",
        fix: "write per dose, or per day")
    case .pregnancyLetter:
      RuleGuidance(
        source:
          "FDA, Pregnancy and Lactation Labeling Rule, 79 FR 72064 (4 December 2014): the categories A, B, C, "
          + "D and X are removed from labeling",
        fix: "say what is known of the risk, in words")
    case .vagueRenalAdvice:
      RuleGuidance(
        source:
          "FDA, Pharmacokinetics in Patients with Impaired Renal Function: Study Design, Data Analysis, and "
          + "Impact on Dosing (March 2024); Frequently Asked Questions about Labeling: section 2 gives the "
          + "recommended dosage in renal impairment",
        fix: "give the dose or its fraction, and the clearance from which it holds")
    case .contradiction:
      RuleGuidance(
        source:
          "FDA, Frequently Asked Questions about Labeling for Prescription Medicines: under a contraindication "
          + "the medicine must not be used, whatever its dose (21 CFR 201.57(c)(5))",
        fix: "say which of the two holds, and from which degree")
    case .buriedWarning:
      RuleGuidance(
        source:
          "FDA, Frequently Asked Questions about Labeling for Prescription Medicines: warnings of death or "
          + "serious injury are placed prominently, in a box (21 CFR 201.57(c)(1))",
        fix: "put it into a callout: > [!WARNING]")
    case .uncitedDose, .unresolvedCitation, .unusedReference, .unknownAuthor, .doubledYear:
      RuleGuidance(source: "this project's clinical rules: every fact shows where it comes from")
    case .controlCharacter, .bidirectionalControl:
      RuleGuidance(
        source:
          "Unicode Technical Standard #55, Unicode Source Code Handling; this project's rules for untrusted "
          + "text: no byte of content acts on a terminal",
        fix: "remove the character")
    case .allowance:
      RuleGuidance(
        source: "this project's page format: an exception is written down with its reason",
        fix: "write <!-- check: allow RULE: reason --> before the block")
    default: RuleGuidance(source: format)
    }
  }
}

extension Rule {
  /// Where the rule comes from, and what to do about what it finds.
  public var guidance: RuleGuidance { .of(self) }
}
