import MonographModel
import MonographSearch

/// A document made ready for a library: encoded, its words and links gathered, its source text packed. What takes
/// time and needs no library, so that any thread can do it; see ``LibraryWriter/prepare(_:source:attachment:)``.
public struct PreparedDocument: Sendable {
  /// The most bytes that the headings above a section keep together: each section repeats them.
  static let pathLength = 1_000

  /// A section as its rows need it.
  struct PreparedSection: Sendable {
    var level: Int
    var anchor: String
    /// The headings down to it; of a path that is too long, the nearest.
    var headingPath: String
    /// The source's own name of it, where that is not its heading.
    var sourceKey: String?
    /// What sort of section it is, for ranking.
    var sort: SectionSort
    /// The encoded blocks.
    var body: [UInt8]
    var links: [SectionLinks.Link]
    var diagrams: [Diagram]
  }

  /// The document without its sections and infobox.
  let head: Monograph
  /// Its routes and forms, where stated.
  let form: String?
  /// The encoded page without the blocks of its sections.
  let frame: [UInt8]
  /// The sections, in the order of the page.
  let sections: [PreparedSection]
  /// The terms of the sections' texts and headings, numbered from 0 in that order.
  let terms: TermRun
  /// The text it was read from.
  let source: PackedText
  /// Bytes of the caller's own.
  let attachment: [UInt8]

  /// The entity it is about, as its reader gives or proposes it.
  public var entity: EntityID { head.entity }
  /// Its source's id of it.
  public var document: String { head.source.document }

  init(_ monograph: Monograph, source: [UInt8], attachment: [UInt8]) throws(PageCodecError) {
    // First, since it refuses sections too deep to be walked.
    frame = try PageCodec.encode(monograph, withoutBlocks: true)
    var sections: [PreparedSection] = []
    var terms = DocumentTerms()
    for (section, headings, chapter) in monograph.allSectionsWithHeadings {
      // Before anything walks them, since it refuses blocks too deep for that.
      let body = try PageCodec.encode(blocks: section.blocks)
      let links = SectionLinks(section)
      terms.add(
        text: section.blocks.plainTextBytes(), headings: headings, hasHeading: !section.title.isEmpty)
      sections.append(
        PreparedSection(
          level: section.level, anchor: section.anchor,
          headingPath: headings.joined(separator: String(Schema.headingSeparator)),
          sourceKey: section.sourceKey == headings.last ?? "" ? nil : section.sourceKey,
          sort: SectionSort(chapter: chapter, headings: headings), body: body, links: links.links,
          diagrams: links.diagrams))
    }
    self.sections = sections
    self.terms = terms.run()
    form = monograph.form
    var head = monograph
    head.sections = []
    head.infobox = []
    self.head = head
    self.source = PackedText(source, beside: sections.flatMap(\.body))
    self.attachment = attachment
  }
}

extension Monograph {
  /// Every section in the order of the page, with the nearest headings down to it and the label section it stands in.
  fileprivate var allSectionsWithHeadings: [(section: Section, headings: [String], chapter: LabelSection?)] {
    var result: [(Section, [String], LabelSection?)] = []
    func visit(_ sections: [Section], under headings: [String], in chapter: LabelSection?) {
      let headings = headings.nearest(bytes: PreparedDocument.pathLength)
      for section in sections {
        let path = section.title.isEmpty ? headings : headings + [section.title]
        let chapter = LabelSection(sourceKey: section.sourceKey) ?? chapter
        result.append((section, path, chapter))
        visit(section.subsections, under: path, in: chapter)
      }
    }
    visit(sections, under: [], in: nil)
    return result
  }
}

extension [String] {
  /// The last of them that have so many bytes together; the first of these is cut to that.
  fileprivate func nearest(bytes limit: Int) -> [String] {
    var room = limit
    var kept: [String] = []
    for heading in reversed() where room > 0 {
      let heading = heading.cut(toBytes: room)
      kept.append(heading)
      room -= heading.utf8.count
    }
    return kept.reversed()
  }
}
