import MonographModel
import TextLayout

/// Text over the panels: help, where am I, references, the infobox, source text.
extension BrowserState {
  mutating func show(_ monograph: Monograph, title: String) {
    let arrangement = OverlayArrangement(size: size)
    let options = DocumentLayout.Options(
      width: arrangement.measure, glyphs: glyphs, showsLinkNumbers: false)
    let layout = DocumentLayout(monograph, missing: page?.page.missing ?? [], options: options)
    let view = DocumentView(layout: layout, rows: arrangement.documentRows)
    overlays.append(.document(DocumentOverlay(title: title, view: view)))
  }

  mutating func showHelp() {
    show(HelpPage.monograph(for: context), title: "Help")
  }

  mutating func showFacts() {
    show(FactsPage.monograph(page: page, library: library), title: "Where am I")
  }

  mutating func showReference(_ key: String) {
    guard let monograph = page?.monograph, let reference = monograph.reference(key: key) else {
      complain("this page has no reference \(key)")
      return
    }
    show(ReferencePage.monograph(reference, of: monograph), title: "Reference")
  }

  mutating func showAddress(_ address: String, text: String) {
    show(ReferencePage.monograph(address: address, text: text), title: "Outside this library")
  }

  mutating func showInfobox() {
    guard let monograph = page?.monograph, !monograph.infobox.isEmpty else { return }
    show(DocumentLayout.infobox(of: monograph), title: "Infobox: \(monograph.title)")
  }

  mutating func showSourceText(_ text: String, lines: LineRange?) {
    guard let page else { return }
    var shown = text
    var title = "Source: \(page.page.document ?? page.page.title)"
    if let lines {
      let all = text.split(separator: "\n", omittingEmptySubsequences: false)
      let first = min(max(1, lines.first), all.count)
      let last = min(max(first, lines.last), all.count)
      if first <= all.count { shown = all[(first - 1)..<last].joined(separator: "\n") }
      title += first == last ? ", line \(first)" : ", lines \(first) to \(last)"
    }
    let monograph = Monograph(
      entity: page.page.entity, title: title, source: page.monograph.source,
      sections: [
        Section(heading: [], level: 0, anchor: "", blocks: [Block(.code(CodeBlock(text: shown)))])
      ])
    show(monograph, title: title)
  }

  // MARK: Reading it

  mutating func performInDocument(_ command: Command, count: Int?) -> [Effect] {
    guard case .document(var overlay) = overlays.last else { return [] }
    switch command {
    case .follow:
      guard case .link(let link) = overlay.view.focus, overlay.view.layout.links.indices.contains(link) else {
        overlays.removeLast()
        return []
      }
      return follow(overlay.view.layout.links[link])
    case .nextLink, .previousLink:
      let direction: Direction = command == .nextLink ? .forward : .backward
      if !overlay.view.focusNextLink(direction) { say("no further link here") }
    case .findForward, .findBackward, .findNext, .findPrevious, .hints:
      say("q closes this; then / finds on the page")
    default: _ = overlay.view.perform(command, count: count)
    }
    overlays[overlays.count - 1] = .document(overlay)
    return []
  }
}
