import MonographModel

/// What the readers of one page's parts share: its identity, its text, its log, and what they found on the
/// way that only the whole page can judge.
final class ReadingContext {
  /// A citation and where it stands.
  struct Citation {
    var key: String
    var line: Int
    var byteColumn: Int
  }

  /// A link to a section of the page itself, and where it stands.
  struct AnchorUse {
    var anchor: String
    var line: Int
    var byteColumn: Int
  }

  let entity: EntityID
  let text: SourceText
  let log: DiagnosticLog
  let limits: ReaderLimits
  /// The path of the page's file within its folder.
  let document: String
  /// The pages among which the page stands, where it does.
  let tree: PageTree?

  /// Every citation, in the order of the page.
  var citations: [Citation] = []
  /// Every link within the page.
  var anchorUses: [AnchorUse] = []
  /// Every link to another page.
  var links: [LinkUse] = []
  /// The footnotes, in the order they are referred to.
  var footnotes: [Footnote] = []
  /// The numbers of the footnotes that the page refers to.
  var footnoteNumbers: Set<String> = []
  /// The references that link definitions give.
  var keyDefinitions: [MarkdownPreparation.KeyDefinition] = []
  /// How many pieces of text within text are being read.
  var fragmentDepth = 0
  /// How many cells stood in rows with too many of them.
  var surplusCellCount = 0
  /// How many cells of HTML tables were read.
  var tableCellCount = 0
  /// A footnote's blocks.
  struct Footnote {
    var blocks: [Block]
    var line: Int
  }

  init(
    entity: EntityID, text: SourceText, log: DiagnosticLog, limits: ReaderLimits, document: String = "",
    tree: PageTree? = nil
  ) {
    self.entity = entity
    self.text = text
    self.log = log
    self.limits = limits
    self.document = document
    self.tree = tree
  }

  /// What tells where the links of the page lead.
  var linkResolver: LinkResolver { LinkResolver(entity: entity, document: document, tree: tree) }

  /// Where a link target leads; where it leads to a page or section, that is noted.
  func resolve(_ destination: String, line: Int, byteColumn: Int) -> LinkTarget {
    let target = linkResolver.target(of: destination)
    switch target {
    case .entity(let id, let anchor):
      let column = text.column(of: "[", line: line, near: byteColumn)
      links.append(LinkUse(target: id, anchor: anchor, line: line, column: column))
    case .section(let anchor):
      anchorUses.append(AnchorUse(anchor: anchor, line: line, byteColumn: byteColumn))
    case .external(let address):
      guard !LinkResolver.hasScheme(address) else { break }
      log.report(
        .danglingLink, line: line, column: text.column(of: "[", line: line, near: byteColumn),
        severity: .warning, "“\(address)” is neither an entity id nor an address.",
        fix: "write /folder/name, or an address with its scheme")
    }
    return target
  }

  /// Where a link between double brackets leads, which is noted; nil where it leads nowhere.
  func resolve(wikilink link: String, line: Int, byteColumn: Int) -> LinkTarget? {
    guard let target = linkResolver.target(ofWikilink: link) else { return nil }
    switch target {
    case .entity(let id, let anchor):
      let column = text.column(of: "[[", line: line, near: byteColumn)
      links.append(LinkUse(target: id, anchor: anchor, line: line, column: column))
    case .section(let anchor):
      anchorUses.append(AnchorUse(anchor: anchor, line: line, byteColumn: byteColumn))
    case .external: break
    }
    return target
  }
}
