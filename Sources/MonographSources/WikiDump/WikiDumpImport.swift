import MonographModel

/// What an import made of a dump: a page in Markdown for an editor to finish.
public struct WikiDumpImport: Hashable, Sendable {
  /// The id that the page's place gives it: `/drugs/baclofen`.
  public var entity: EntityID
  /// What sort of thing the page is about, in the singular.
  public var kind: String
  /// The name of the page.
  public var title: String
  /// The page: YAML front matter, then Markdown.
  public var markdown: String
  /// For each line of ``markdown``, the line of the dump it was made from; 0 where there is none. What is wrong
  /// in the page can be told at its place in the dump by it.
  public var sourceLines: [Int]
  /// The words of the dump that the page does not have, and why.
  public var setAside: [SourceWording.SetAside]
}
