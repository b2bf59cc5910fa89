import MonographModel
import TextLayout

/// A page beside another: asking which, and putting one more beside those that stand there.
extension BrowserState {
  /// The most pages that stand side by side.
  static let mostCompared = 4

  /// Asks what is to stand beside the page.
  mutating func askForComparison() {
    guard let page = page?.page else { return }
    switch page.report {
    case .path, .interactions:
      complain("the program made this page; open a page of the library, and c puts another beside it")
    case .comparison(let subjects) where subjects.count >= Self.mostCompared:
      complain("\(Self.mostCompared) pages stand side by side, and no more do")
    case .comparison: ask(.comparison, title: "Compare these with")
    case nil:
      guard page.monograph != nil else {
        complain("this library has no page about \(page.title); there is nothing to compare")
        return
      }
      ask(.comparison, title: "Compare \(page.title) with")
      offerSources()
    }
  }

  /// Puts the other sources about the page's subject into the list before anything is typed.
  private mutating func offerSources() {
    guard case .list(var overlay) = overlays.last else { return }
    overlay.entries = comparableSources
    overlay.list.list.select(0, count: overlay.entries.count)
    overlays[overlays.count - 1] = .list(overlay)
  }

  /// The other sources about what the page is about.
  var comparableSources: [ListEntry] {
    guard let page = page?.page, page.report == nil else { return [] }
    return page.offeredDocuments.filter { $0.document != page.document }.map { entry in
      ListEntry(
        target: .entity(page.entity, document: entry.document), title: entry.title, detail: "another source",
        note: entry.facts)
    }
  }

  /// Asks for the page, or those side by side, with one more.
  mutating func compare(_ page: Page, with subject: ReportRequest.Subject) -> [Effect] {
    let subjects = compared(with: page)
    guard !subjects.contains(subject), !isShownFirst(subject, of: page) else {
      complain("\(name(of: subject, on: page)) stands here; choose another page")
      return []
    }
    return ask(for: .comparison(subjects + [subject]), .top, "putting them side by side")
  }

  /// What stands side by side already; a page of its own where it is one.
  private func compared(with page: Page) -> [ReportRequest.Subject] {
    if case .comparison(let subjects) = page.report { return subjects }
    return [ReportRequest.Subject(entity: page.entity, document: page.document)]
  }

  /// Whether a subject without a document means the source that is read, since that is the one offered first.
  private func isShownFirst(_ subject: ReportRequest.Subject, of page: Page) -> Bool {
    page.report == nil && subject.entity == page.entity && subject.document == nil
      && page.document == page.offeredDocuments.first?.document
  }

  private func name(of subject: ReportRequest.Subject, on page: Page) -> String {
    subject.entity == page.entity ? page.title : subject.entity.nameFromSlug
  }
}
