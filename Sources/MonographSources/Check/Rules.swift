import MonographModel

/// The rules that reading and `monograph check` enforce, by the names that diagnostics carry.
///
/// This is the one list: the command's help and the documentation are made from it. Where a rule comes from
/// stands in ``guidance``.
public enum Rule: String, Hashable, Sendable, CaseIterable {
  case allowance
  case bidirectionalControl = "bidi-control"
  case buriedWarning = "buried-warning"
  case contradiction
  case controlCharacter = "control-character"
  case cutOff = "cut-off"
  case damaged
  case danglingAnchor = "dangling-anchor"
  case danglingLink = "dangling-link"
  case doseWithoutRoute = "dose-without-route"
  case doubledYear = "doubled-year"
  case duplicateAnchor = "duplicate-anchor"
  case duplicateEntity = "duplicate-entity"
  case emptySection = "empty-section"
  case encoding
  case entity
  case errorProneAbbreviation = "error-prone-abbreviation"
  case fileName = "file-name"
  case frontMatter = "front-matter"
  case graphRow = "graph-row"
  case graphTerm = "graph-term"
  case inferred
  case markup
  case maximumIsARange = "maximum-is-a-range"
  case mermaid
  case microgramSymbol = "microgram-symbol"
  case missingTitle = "missing-title"
  case nakedDecimal = "naked-decimal"
  case perDoseOrPerDay = "per-dose-or-per-day"
  case pregnancyLetter = "pregnancy-letter"
  case referenceYear = "reference-year"
  case repeatedText = "repeated-text"
  case residue
  case slashInDose = "slash-in-dose"
  case symbolInDose = "symbol-in-dose"
  case tableCells = "table-cells"
  case thousands
  case tooDeep = "too-deep"
  case tooLarge = "too-large"
  case trailingZero = "trailing-zero"
  case uncitedDose = "uncited-dose"
  case unitSpacing = "unit-spacing"
  case unknownAuthor = "unknown-author"
  case unknownForm = "unknown-form"
  case unknownKey = "unknown-key"
  case unreadable
  case unresolvedCitation = "unresolved-citation"
  case unusedReference = "unused-reference"
  case vagueRenalAdvice = "vague-renal-advice"

  /// The name that diagnostics carry.
  public var name: String { rawValue }

  /// How bad a breach is, unless the place says otherwise.
  public var severity: Diagnostic.Severity {
    switch self {
    case .contradiction, .damaged, .duplicateEntity, .encoding, .entity, .errorProneAbbreviation,
      .frontMatter, .graphRow, .nakedDecimal, .tooDeep, .tooLarge, .trailingZero, .unreadable,
      .unresolvedCitation:
      .error
    case .allowance, .bidirectionalControl, .buriedWarning, .controlCharacter, .cutOff, .danglingAnchor,
      .doseWithoutRoute, .duplicateAnchor, .emptySection, .fileName, .markup, .maximumIsARange, .mermaid,
      .microgramSymbol, .missingTitle, .perDoseOrPerDay, .pregnancyLetter, .referenceYear, .residue,
      .slashInDose, .symbolInDose, .tableCells, .thousands, .uncitedDose, .unitSpacing, .unusedReference,
      .vagueRenalAdvice:
      .warning
    case .danglingLink, .doubledYear, .graphTerm, .inferred, .repeatedText, .unknownAuthor, .unknownForm,
      .unknownKey:
      .note
    }
  }

  /// What the rule finds, in one line.
  public var finds: String {
    switch self {
    case .allowance: "a comment check: allow that gives no reason, names no rule or allows nothing"
    case .bidirectionalControl: "characters that change the direction of text, and so its meaning"
    case .buriedWarning: "abrupt withdrawal, fatal outcomes or boxed warnings told outside a callout"
    case .contradiction: "one condition under contraindications and as a reason to adjust the dose"
    case .controlCharacter: "terminal escapes and other control characters"
    case .cutOff: "a place where a copied page, or a diagram of it, was cut off"
    case .damaged: "an archive, or a member of one, that is cut off, damaged or encrypted"
    case .danglingAnchor: "a link to a section that its page does not have"
    case .danglingLink: "a link or relation to an entity that has no page, or a target that is no address"
    case .doseWithoutRoute: "a row of doses with no route in the row, its table or its section"
    case .doubledYear: "a reference that gives its year twice: (2011) (2011)"
    case .duplicateAnchor: "two sections whose headings give the same anchor"
    case .duplicateEntity: "two files about one entity"
    case .emptySection: "a heading with nothing under it"
    case .encoding: "bytes that are not UTF-8"
    case .entity: "XML that declares or uses entities, which could reach other files or exhaust memory"
    case .errorProneAbbreviation: "U, IU, QD, QOD, HS, SC, cc, TIW, MS, MSO4, D/C and the like by a dose"
    case .fileName: "a file whose path is not folder/name.md"
    case .frontMatter: "front matter that is not YAML, or a value of the wrong form"
    case .graphRow: "a row of a graph's table that makes no node or edge"
    case .graphTerm: "a code or value of a graph that is not known, or has no place in a relation"
    case .inferred: "structure that the source does not state and that was told by words and form"
    case .markup: "XML that is not well formed, or not of the form it should be"
    case .maximumIsARange: "a maximum that is two numbers"
    case .mermaid: "a line of a diagram that is not understood, or a diagram that is no flowchart"
    case .microgramSymbol: "μg or µg, with either of the two signs"
    case .missingTitle: "a page without a title"
    case .nakedDecimal: "a dose that begins with a point: .5 mg"
    case .perDoseOrPerDay: "a change of dose that does not say per dose or per day: increase by 5 mg"
    case .pregnancyLetter: "a pregnancy category A, B, C, D or X"
    case .referenceYear: "a reference whose year does not agree with the citation it was tied to"
    case .repeatedText: "text that a copied page holds twice and that is used once"
    case .residue: "raw HTML or Mermaid, and words of a web page's controls such as “expand to render”"
    case .slashInDose: "a slash where per is meant: mg/day"
    case .symbolInDose: "<, >, @, & or + in a line about doses"
    case .tableCells: "a table row with more cells than the table has columns"
    case .thousands: "four or more digits without a comma before a unit: 1200 mg"
    case .tooDeep: "quotes, lists or tables nested too deeply to keep their structure"
    case .tooLarge: "a file, line, table or diagram beyond the limits"
    case .trailingZero: "a dose that ends in a zero after its point: 5.0 mg"
    case .uncitedDose: "a dose that no citation stands by"
    case .unitSpacing: "a number and its unit without a space: 5mg"
    case .unknownAuthor: "a reference without an author"
    case .unknownForm: "a file that is of no form that is read"
    case .unknownKey: "a key of the front matter that has no meaning here"
    case .unreadable: "a file or folder that cannot be read"
    case .unresolvedCitation: "a citation whose key is in no reference"
    case .unusedReference: "a reference that nothing cites"
    case .vagueRenalAdvice: "advice to reduce or adjust the dose in renal impairment without a number"
    }
  }
}
