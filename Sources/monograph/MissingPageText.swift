import BrowserCore
import MonographLibrary
import MonographModel
import TextLayout

/// What a library knows about an entity that has no page in it, as lines of plain text.
enum MissingPageText {
  /// That there is no page, for the person.
  static func failure(_ page: Page) -> Failure {
    .notFound("this library has no page about \(page.title) (\(page.entity.path))")
  }

  /// The name, the pages and sections that link to it, and its relations, in so many columns. Reads each
  /// page that links to it for the headings.
  static func text(of page: Page, in library: Library, columns: Int? = nil) throws(LibraryError) -> String {
    var lines = ["\(page.title)  (\(page.kind))", "No page in this library."]
    if !page.related.isEmpty { lines += ["", "Pages whose name begins with \(page.title):"] }
    lines += page.related.map { "- \($0.title)  \($0.entity.path)" }
    if let summary = page.summary {
      lines += ["", summary.text + (summary.source.map { " (\($0))" } ?? "")]
    }
    let backlinks = page.neighbours.backlinks
    if !backlinks.isEmpty { lines += ["", "Linked from"] }
    if let notice = page.neighbours.backlinkNotice { lines.append(notice) }
    var headings = SectionHeadings(library: library)
    for mention in backlinks {
      let heading = try headings.heading(of: mention)
      lines.append("- \(mention.name)\(heading.isEmpty ? "" : ": \(heading)")  \(mention.entity.path)")
    }
    if !page.neighbours.edges.isEmpty { lines += ["", "Relations"] }
    if let notice = page.neighbours.relationNotice { lines.append(notice) }
    for edge in page.neighbours.edges { lines.append("- \(sentence(of: edge))") }
    return lines.map { line in
      let visible = DisplayText.visible(line, glyphs: Surroundings.glyphs)
      return DisplayText.wrap(visible, width: columns ?? PageText.usualColumns).joined(separator: "\n") + "\n"
    }.joined()
  }

  private static func sentence(of edge: Neighbours.Edge) -> String {
    "\(edge.statedReading) \(edge.otherName)  \(edge.other.path) (\(edge.relation.statement))"
  }
}

/// The headings that anchors stand for, each page read once.
private struct SectionHeadings {
  let library: Library
  private var titles: [EntityID: [String: String]] = [:]

  init(library: Library) { self.library = library }

  mutating func heading(of mention: Neighbours.Mention) throws(LibraryError) -> String {
    if titles[mention.entity] == nil {
      let sections = try library.page(mention.entity)?.monograph?.allSections ?? []
      titles[mention.entity] = Dictionary(sections.map { ($0.anchor, $0.title) }) { first, _ in first }
    }
    return titles[mention.entity]?[mention.anchor] ?? mention.anchor
  }
}
