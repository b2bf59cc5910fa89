import MonographModel

extension TextCollector {
  /// The references as a numbered list: the entry, its address as a link, what is known of it, and a link
  /// back to the places that cite it.
  mutating func collectBibliography() -> LayoutList {
    let items = page.references.map { reference in
      separate()
      return [LayoutBlock(content: .paragraph(passage { $0.add(reference) }))]
    }
    return LayoutList(start: 1, items: items)
  }

  private mutating func add(_ reference: Reference) {
    let style = Style(.body)
    add(reference.plainText, style)
    if let address = reference.url {
      add(space: 0x20, style)
      addLink(to: .external(address), address)
    }
    for identifier in reference.identifiers {
      add(space: 0x20, style)
      add(identifier.curie, Style(.secondary))
    }
    if let note = reference.note {
      add(space: 0x20, style)
      add("(" + note + ")", Style(.secondary))
    }
    guard page.citedKeys.contains(reference.key) else { return }
    let target = PageLink.Target.citations(key: reference.key)
    let index = openLink(target, words: "cited in")
    decorate(space: TextByte.bindingSpace, style)
    decorate(page.glyphs == .unicode ? "↑" : "^", Style(target.role), link: index)
  }
}
