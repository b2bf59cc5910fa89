import MonographModel

/// Puts a page together from its front matter and its body, and checks what only the whole page can tell.
struct PageReader {
  let context: ReadingContext
  /// The path of the file, which is the source's id unless the front matter gives one.
  let document: String

  /// The page.
  func monograph() -> Monograph {
    let text = context.text
    let place = FrontMatter.place(in: text)
    if place.isUnended {
      context.log.report(
        .frontMatter, line: 1, "The front matter that begins here never ends; it is shown as text.",
        fix: "end it with a line ---")
    }
    var matter = FrontMatter()
    if !place.yaml.isEmpty {
      let yaml = text.bytes[
        text.offset(ofLine: place.yaml.lowerBound)..<text.offset(ofLine: place.yaml.upperBound)]
      matter = FrontMatterReader(context: context, firstLine: place.yaml.lowerBound).frontMatter(yaml)
    }

    var items = bodyItems(from: place.bodyLine).map(boundingHeading)
    let title = takeTitle(matter.title?.value, from: &items)
    var outline = OutlineBuilder(log: context.log)
    var sections = outline.sections(of: items)
    let listed = ReferenceListReader(context: context).takeReferences(
      from: &sections, known: matter.references)
    let references = matter.references + listed
    for index in sections.indices { BoxedWarnings.mark(in: &sections[index]) }
    addNotes(to: &sections)
    addBibliography(to: &sections, isNeeded: !references.isEmpty)

    let check = PageCheck(context: context, sections: sections)
    check.run(references: references)
    return Monograph(
      entity: context.entity, title: title, kind: matter.kind, aliases: matter.aliases,
      entityClass: matter.entityClass, source: source(matter), identifiers: matter.identifiers,
      relations: relations(matter, title: title), references: references.map(\.value),
      redirects: matter.redirects, infobox: check.infobox(matter.infobox), sections: sections)
  }

  // MARK: - The body

  private func bodyItems(from firstLine: Int) -> [OutlineItem] {
    let text = context.text
    let isVault = context.tree?.isVault ?? false
    let shown = isVault ? ObsidianMarks(text: text, log: context.log).removed(from: firstLine) : text
    let preparation = MarkdownPreparation(text: shown, firstLine: firstLine, limits: context.limits)
    if let (line, message) = preparation.obstacle {
      context.log.report(.tooLarge, line: line, message + " The page is read without its markup.")
      return PlainReader(text: text).items(from: firstLine)
    }
    for excess in preparation.bounds.excesses {
      context.log.report(.tooLarge, line: excess.line, excess.message, fix: "split it")
    }
    ResidueCheck(context: context).run(from: firstLine)
    context.keyDefinitions = preparation.keyDefinitions
    return markedItems(of: preparation, from: firstLine) ?? PlainReader(text: text).items(from: firstLine)
  }

  /// A heading that is too long becomes a paragraph.
  private func boundingHeading(_ item: OutlineItem) -> OutlineItem {
    guard case .heading(_, let content, let line) = item else { return item }
    let length = content.plainText.utf8.count
    guard length > context.limits.headingLength else { return item }
    context.log.report(tooLongHeading: length, limits: context.limits, line: line)
    return .block(Block(.paragraph(content), lines: LineRange(first: line, last: line)))
  }

  /// The headings and blocks as cmark reads them.
  ///
  /// cmark drops a footnote that nothing refers to. So a paragraph that refers to every footnote is put after
  /// the body while it is parsed; those that only it refers to are reported.
  private func markedItems(of preparation: MarkdownPreparation, from firstLine: Int) -> [OutlineItem]? {
    let reader = BlockReader(context: context, lineOffset: firstLine - 1)
    guard !preparation.footnoteLabels.isEmpty else {
      return MarkdownTree.withTree(preparation.bytes) { reader.items(of: $0) }
    }
    let references = preparation.footnoteLabels.map { "[^\($0)]" }.joined()
    let bytes = preparation.bytes + Array("\n\n\(references)\n".utf8)
    let items = MarkdownTree.withTree(bytes) { document -> [OutlineItem]? in
      let lastLine = context.text.lineCount - firstLine + 1
      // Where the body ends in open code or an open comment, the paragraph became part of that.
      guard let added = document.children.first(where: { $0.startLine > lastLine }), added.kind == .paragraph
      else { return nil }
      return reader.items(of: document, leavingOut: added)
    }
    guard let items, let items else {
      return MarkdownTree.withTree(preparation.bytes) { reader.items(of: $0) }
    }
    for (index, footnote) in context.footnotes.enumerated()
    where !context.footnoteNumbers.contains("\(index + 1)") {
      context.log.report(
        .unusedReference, line: footnote.line, "Nothing refers to the footnote that is defined here.",
        fix: "refer to it, or remove it")
    }
    return items
  }

  /// The title: that of the front matter, else the first heading of the first level, else the slug. The
  /// heading is taken away where it says the same.
  private func takeTitle(_ stated: String?, from items: inout [OutlineItem]) -> String {
    let first = items.firstIndex { if case .heading(1, _, _) = $0 { true } else { false } }
    if let first, case .heading(_, let content, _) = items[first] {
      let heading = content.plainText.trimmed
      if !heading.isEmpty, stated == nil || stated?.lowercased() == heading.lowercased() {
        items.remove(at: first)
        return stated ?? heading
      }
    }
    if let stated { return stated }
    if context.tree != nil, DocumentPath(document).plainEntity == nil {
      // Where files have names for people, a page without a title has its file's.
      let name = DocumentPath(document).name.trimmed
      if !name.isEmpty { return name }
    }
    context.log.report(
      .missingTitle, line: 1,
      "The page has no title; “\(context.entity.nameFromSlug)” is made from its name.",
      fix: "write title: in the front matter")
    return context.entity.nameFromSlug
  }

  // MARK: - What is added to the sections

  private func addNotes(to sections: inout [Section]) {
    guard let first = context.footnotes.first else { return }
    let list = Block(.list(List(start: 1, items: context.footnotes.map(\.blocks))))
    sections.append(
      Section(
        heading: [.text("Notes")], level: 1, anchor: unusedAnchor("notes", in: sections), blocks: [list],
        lines: LineRange(first: first.line, last: first.line)))
  }

  private func addBibliography(to sections: inout [Section], isNeeded: Bool) {
    let bibliography = Block(.bibliography)
    if let index = sections.firstIndex(where: \.isReferences) {
      let blocks = sections[index].blocks
      if blocks.isEmpty || (isNeeded && !blocks.contains { $0.content == .bibliography }) {
        sections[index].blocks.append(bibliography)
      }
    } else if isNeeded {
      sections.append(
        Section(
          heading: [.text("References")], level: 1, anchor: unusedAnchor("references", in: sections),
          blocks: [bibliography]))
    }
  }

  private func unusedAnchor(_ wanted: String, in sections: [Section]) -> String {
    let anchors = Set(sections.flatMap(\.withDescendants).map(\.anchor))
    var anchor = wanted
    var number = 2
    while anchors.contains(anchor) {
      anchor = "\(wanted)-\(number)"
      number += 1
    }
    return anchor
  }

  // MARK: - The front matter

  private func source(_ matter: FrontMatter) -> Source {
    Source(
      document: matter.document ?? document, publisher: matter.publisher, url: matter.url,
      licence: matter.licence, version: matter.version,
      effective: matter.effective ?? DocumentPath(document).date,
      reviewed: matter.reviewed, note: matter.note, lineCount: context.text.lineCount)
  }

  /// The relations, those about the page itself with its title; each a place that leads to its object.
  private func relations(_ matter: FrontMatter, title: String) -> [Relation] {
    matter.relations.map { located in
      var relation = located.value
      if relation.subject == context.entity { relation.subjectName = title }
      if relation.object != context.entity {
        context.links.append(LinkUse(target: relation.object, line: located.line))
      }
      return relation
    }
  }
}

extension Section {
  /// Whether it is the section where the bibliography stands.
  var isReferences: Bool { level == 1 && anchor == "references" }
}
