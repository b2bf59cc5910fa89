import MonographModel

/// The structural rules that need a whole page.
struct PageCheck {
  let context: ReadingContext
  let sections: [Section]

  /// Checks citations, references, links within the page, and headings.
  func run(references: [FrontMatter.Located<Reference>]) {
    checkCitations(references)
    checkAnchors()
    for section in sections { checkContent(of: section) }
  }

  private func checkCitations(_ references: [FrontMatter.Located<Reference>]) {
    let keys = Set(references.map(\.value.key))
    for citation in context.citations where !keys.contains(citation.key) {
      context.log.report(
        .unresolvedCitation, line: citation.line,
        column: context.text.column(of: "@" + citation.key, line: citation.line, near: citation.byteColumn),
        "No reference has the key “\(citation.key)”.", fix: "add it to references:, or mend the key")
    }
    let cited = Set(context.citations.map(\.key))
    for reference in references {
      let key = reference.value.key
      if !cited.contains(key) {
        context.log.report(.unusedReference, line: reference.line, "Nothing cites the reference “\(key)”.")
      }
      if reference.value.authors.isEmpty {
        context.log.report(.unknownAuthor, line: reference.line, "The reference “\(key)” names no author.")
      }
    }
  }

  private func checkAnchors() {
    guard !context.anchorUses.isEmpty else { return }
    let anchors = Set(sections.flatMap(\.withDescendants).map(\.anchor))
    for use in context.anchorUses where !anchors.contains(use.anchor) {
      context.log.report(
        .danglingAnchor, line: use.line,
        column: context.text.column(of: "[", line: use.line, near: use.byteColumn),
        "The page has no section “\(use.anchor)”.", fix: "write the section's anchor: parent/heading")
    }
  }

  private func checkContent(of section: Section) {
    if section.blocks.isEmpty, section.subsections.isEmpty {
      context.log.report(
        .emptySection, line: section.lines?.first ?? 0, "Nothing stands under “\(section.title)”.",
        fix: "write what is known, or remove the heading")
    }
    for inner in section.subsections { checkContent(of: inner) }
  }

  /// The tables that the front matter names for the infobox, in its order.
  func infobox(_ anchors: [FrontMatter.Located<String>]) -> [InfoboxPart] {
    guard !anchors.isEmpty else { return [] }
    let all = sections.flatMap(\.withDescendants)
    return anchors.compactMap { anchor in
      guard let section = all.first(where: { $0.anchor == anchor.value }) else {
        context.log.report(
          .frontMatter, line: anchor.line,
          "“infobox” names “\(anchor.value)”, which is no section of the page.",
          fix: "write the section's anchor: parent/heading")
        return nil
      }
      for block in section.blocks {
        if case .table(let table) = block.content {
          return InfoboxPart(
            anchor: section.anchor, title: section.title, table: table, inference: block.inference)
        }
      }
      context.log.report(
        .frontMatter, line: anchor.line, "“infobox” names “\(anchor.value)”, a section without a table.")
      return nil
    }
  }
}
