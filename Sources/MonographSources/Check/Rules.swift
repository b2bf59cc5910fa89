import MonographModel

/// The rules that reading enforces, by the names that diagnostics carry.
///
/// This is the one list: the command's help and the documentation are made from it.
public enum Rule: String, Hashable, Sendable, CaseIterable {
  case bidirectionalControl = "bidi-control"
  case controlCharacter = "control-character"
  case damaged
  case cutOff = "cut-off"
  case danglingAnchor = "dangling-anchor"
  case danglingLink = "dangling-link"
  case doubledYear = "doubled-year"
  case duplicateAnchor = "duplicate-anchor"
  case duplicateEntity = "duplicate-entity"
  case emptySection = "empty-section"
  case encoding
  case entity
  case fileName = "file-name"
  case frontMatter = "front-matter"
  case graphRow = "graph-row"
  case graphTerm = "graph-term"
  case markup
  case inferred
  case mermaid
  case missingTitle = "missing-title"
  case referenceYear = "reference-year"
  case repeatedText = "repeated-text"
  case residue
  case tableCells = "table-cells"
  case tooDeep = "too-deep"
  case tooLarge = "too-large"
  case unknownAuthor = "unknown-author"
  case unknownForm = "unknown-form"
  case unknownKey = "unknown-key"
  case unreadable
  case unresolvedCitation = "unresolved-citation"
  case unusedReference = "unused-reference"

  /// The name that diagnostics carry.
  public var name: String { rawValue }

  /// How bad a breach is, unless the place says otherwise.
  public var severity: Diagnostic.Severity {
    switch self {
    case .damaged, .duplicateEntity, .encoding, .entity, .frontMatter, .graphRow, .tooDeep, .tooLarge,
      .unreadable,
      .unresolvedCitation:
      .error
    case .bidirectionalControl, .controlCharacter, .cutOff, .danglingAnchor, .duplicateAnchor, .emptySection, .fileName, .markup, .mermaid, .missingTitle, .referenceYear, .residue, .tableCells, .unusedReference:
      .warning
    case .danglingLink, .doubledYear, .graphTerm, .inferred, .repeatedText, .unknownAuthor, .unknownForm, .unknownKey:
      .note
    }
  }

  /// What the rule finds, in one line.
  public var finds: String {
    switch self {
    case .bidirectionalControl: "characters that change the direction of text, and so its meaning"
    case .controlCharacter: "terminal escapes and other control characters"
    case .damaged: "an archive, or a member of one, that is cut off, damaged or encrypted"
    case .cutOff: "a place where a copied page, or a diagram of it, was cut off"
    case .danglingAnchor: "a link to a section that its page does not have"
    case .danglingLink: "a link or relation to an entity that has no page, or a target that is no address"
    case .doubledYear: "a reference that gives its year twice: (2011) (2011)"
    case .duplicateAnchor: "two sections whose headings give the same anchor"
    case .duplicateEntity: "two files about one entity"
    case .emptySection: "a heading with nothing under it"
    case .encoding: "bytes that are not UTF-8"
    case .entity: "XML that declares or uses entities, which could reach other files or exhaust memory"
    case .fileName: "a file whose path is not folder/name.md"
    case .frontMatter: "front matter that is not YAML, or a value of the wrong form"
    case .graphRow: "a row of a graph's table that makes no node or edge"
    case .graphTerm: "a code or value of a graph that is not known, or has no place in a relation"
    case .markup: "XML that is not well formed, or not of the form it should be"
    case .inferred: "structure that the source does not state and that was told by words and form"
    case .mermaid: "a line of a diagram that is not understood, or a diagram that is no flowchart"
    case .missingTitle: "a page without a title"
    case .referenceYear: "a reference whose year does not agree with the citation it was tied to"
    case .repeatedText: "text that a copied page holds twice and that is used once"
    case .residue: "raw HTML or Mermaid, and words of a web page's controls such as “expand to render”"
    case .tableCells: "a table row with more cells than the table has columns"
    case .tooDeep: "quotes, lists or tables nested too deeply to keep their structure"
    case .tooLarge: "a file, line, table or diagram beyond the limits"
    case .unknownAuthor: "a reference without an author"
    case .unknownForm: "a file that is of no form that is read"
    case .unknownKey: "a key of the front matter that has no meaning here"
    case .unreadable: "a file or folder that cannot be read"
    case .unresolvedCitation: "a citation whose key is in no reference"
    case .unusedReference: "a reference that nothing cites"
    }
  }
}
