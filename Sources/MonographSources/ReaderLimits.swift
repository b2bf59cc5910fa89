/// How much a reader takes before it refuses, so that no file can exhaust memory, stack or patience.
public struct ReaderLimits: Hashable, Sendable {
  /// The largest file that is read, in bytes.
  public var fileSize: Int
  /// The longest line that passes without a diagnostic, in bytes.
  public var lineLength: Int
  /// The longest heading, in bytes; what is longer is a paragraph. Each section within names it in its anchor.
  public var headingLength: Int
  /// The largest front matter that is read, in bytes.
  public var frontMatterSize: Int
  /// The deepest nesting of quotes, lists and table cells that keeps its structure; what is deeper keeps
  /// its words only.
  public var depth: Int
  /// The most cells that one table, or all tables of a file together, may have.
  public var tableCells: Int
  /// The most columns that a pipe table may have; further bars of a line are text.
  public var tableColumns: Int
  /// The most that the links of one paragraph may cost: for each, the emphasis marks before it. Further
  /// brackets are text.
  public var linkCost: Int
  /// The most columns and rows that one table cell may span.
  public var tableSpan: Int
  /// The most edges that one diagram may have.
  public var diagramEdges: Int
  /// The most diagnostics that are listed for one rule in one file; further ones are counted.
  public var diagnosticsPerRule: Int

  /// Makes limits; what is not given is as in ``default``.
  public init(
    fileSize: Int = 32 << 20, lineLength: Int = 1 << 20, headingLength: Int = 1_000,
    frontMatterSize: Int = 1 << 20, depth: Int = 60,
    tableCells: Int = 1_000_000, tableColumns: Int = 1_000, linkCost: Int = 1_000_000, tableSpan: Int = 1_000,
    diagramEdges: Int = 10_000, diagnosticsPerRule: Int = 200
  ) {
    self.fileSize = fileSize
    self.lineLength = lineLength
    self.headingLength = headingLength
    self.frontMatterSize = frontMatterSize
    self.depth = depth
    self.tableCells = tableCells
    self.tableColumns = tableColumns
    self.linkCost = linkCost
    self.tableSpan = tableSpan
    self.diagramEdges = diagramEdges
    self.diagnosticsPerRule = diagnosticsPerRule
  }

  /// 32 MiB files, lines of 1 MiB, 60 levels.
  public static let `default` = ReaderLimits()
}
