import MonographModel
import TextLayout

/// Several sources of one entity: going from one to another, choosing one from a list.
extension BrowserState {
  /// Opens the next source about what the page is about, going round.
  mutating func openOtherSource() -> [Effect] {
    guard let page = severalSources() else { return [] }
    let offered = page.page.offeredDocuments
    let current = offered.firstIndex { $0.document == page.page.document } ?? 0
    return [open(offered[(current + 1) % offered.count])]
  }

  /// Lists the sources about what the page is about.
  mutating func showSources() {
    guard let page = severalSources() else { return }
    let offered = page.page.offeredDocuments
    let entries = offered.enumerated().map { index, entry in
      let isShown = entry.document == page.page.document
      return ListEntry(
        target: .document(entry.document), number: index + 1, title: entry.title,
        detail: isShown ? "being read" : "",
        note: entry.facts)
    }
    var overlay = ListOverlay(
      purpose: .sources, title: "Sources", entries: entries, note: "\(entries.count) about \(page.page.title)"
    )
    let current = offered.firstIndex { $0.document == page.page.document } ?? 0
    overlay.list.list.select(current, count: entries.count)
    overlays.append(.list(overlay))
  }

  /// The effect that opens another source of the page, at the section in view.
  func open(_ document: String) -> Effect? {
    page?.page.documents.first { $0.document == document }.map(open)
  }

  private func open(_ entry: DocumentEntry) -> Effect {
    guard let page else { return .redraw }
    return .open(page.page.entity, document: entry.document, .counterpart(of: page.sectionMark))
  }

  private mutating func severalSources() -> PageState? {
    guard let page else { return nil }
    guard page.page.report == nil else {
      say("the program made this page; what stands on it names its source")
      return nil
    }
    guard page.page.documents.count > 1 else {
      say(
        page.page.documents.isEmpty
          ? "no source: this library has no page about \(page.page.title)"
          : "this is the only source about \(page.page.title) in this library")
      return nil
    }
    return page
  }

  // MARK: Arriving

  /// Goes to the section that answers to one of another source; where the same page was left at that section, to
  /// the line it was left at.
  mutating func arrive(atCounterpartOf mark: SectionMark) {
    guard let page, !mark.steps.isEmpty else { return }
    let sections = page.view.layout.sections
    guard let section = mark.counterpart(in: sections) else {
      say("this source has no section like “\(mark.steps[0].title)”; this is its top")
      return
    }
    if let left = recent.last(where: {
      $0.page.entity == page.page.entity && $0.page.document == page.page.document
    }),
      left.view.currentSection == section
    {
      self.page?.view.scroll(to: left.view.topPassage)
      self.page?.view.focus = left.view.focus
      return
    }
    goToSection(section)
  }
}

extension PageState {
  /// The section in view; the top where the page stands at its top.
  var sectionMark: SectionMark {
    guard !(view.isAtStart && view.focus == .none), let section = view.currentSection else { return .top }
    return SectionMark(of: section, in: view.layout.sections)
  }

  /// Which of the sources of the entity is read, from 1, and how many there are; nil where there is one.
  public var sourcePosition: (number: Int, count: Int)? {
    let offered = page.offeredDocuments
    guard offered.count > 1, let index = offered.firstIndex(where: { $0.document == page.document }) else {
      return nil
    }
    return (index + 1, offered.count)
  }
}

extension DocumentEntry {
  /// What tells it from others of the same title, the date first.
  var facts: String {
    let parts = [
      effective ?? "no date", version.map { "version \($0)" }, labeler, publisher,
      layer > 0 ? "layer \(layer)" : nil,
    ]
    return parts.compactMap(\.self).joined(separator: ", ")
  }
}
