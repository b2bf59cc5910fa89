import MonographModel
import TextLayout

/// Blocks drawn as a page of one section without a heading.
func drawing(
  _ blocks: Block..., width: Int, glyphs: GlyphSet = .unicode, references: [Reference] = [],
  missing: Set<EntityID> = [], showsLinkNumbers: Bool = false
) -> String {
  let page = monograph(
    [Section(heading: [], level: 0, anchor: "", blocks: blocks)], references: references)
  return drawing(
    page, DocumentLayout.Options(width: width, glyphs: glyphs, showsLinkNumbers: showsLinkNumbers),
    missing: missing)
}

/// A page drawn from top to bottom.
func drawing(
  _ page: Monograph, _ options: DocumentLayout.Options, missing: Set<EntityID> = []
) -> String {
  lines(page, options, missing: missing).map(\.text).joined(separator: "\n")
}

/// The lines of a page.
func lines(_ page: Monograph, _ options: DocumentLayout.Options, missing: Set<EntityID> = []) -> [TextLine] {
  var layout = DocumentLayout(page, missing: missing, options: options)
  return layout.items.indices.flatMap { layout.lines(of: $0) }
}

/// A page of sections.
func monograph(
  _ sections: [Section], references: [Reference] = [], infobox: [InfoboxPart] = []
) -> Monograph {
  Monograph(
    entity: entity("/drugs/example"), title: "Example", source: Source(document: "drugs/example.md"),
    references: references, infobox: infobox, sections: sections)
}

/// The id with a path that is known to be one.
func entity(_ path: String) -> EntityID {
  EntityID(path: path) ?? EntityID(folder: "entities", slug: "unreadable-path")!
}

func paragraph(_ text: String) -> Block { Block(.paragraph([.text(text)])) }

func paragraph(_ inlines: Inline...) -> Block { Block(.paragraph(inlines)) }

func bullets(_ items: String...) -> Block { Block(.list(List(items: items.map { [paragraph($0)] }))) }

/// A definition list of `Term : definition` lines.
func definitions(_ entries: (String, String)...) -> Block {
  Block(
    .definitionList(
      entries.map { Definition(term: [.text($0)], definitions: [[paragraph($1)]]) }))
}

func link(_ target: LinkTarget, _ text: String) -> Inline {
  .link(Link(target: target, content: [.text(text)]))
}

func cells(_ texts: [String], isHeader: Bool = false) -> [Table.Cell] {
  texts.map { Table.Cell($0.isEmpty ? [] : [.text($0)], isHeader: isHeader) }
}

/// A table from lines of cells between bars; the first line is the header.
func table(_ header: String, _ rows: String...) -> Table {
  func row(_ line: String) -> [String] {
    line.split(separator: "|", omittingEmptySubsequences: false).map { part in
      String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
  }
  return Table(
    header: header.isEmpty ? [] : [cells(row(header), isHeader: true)], body: rows.map { cells(row($0)) })
}
