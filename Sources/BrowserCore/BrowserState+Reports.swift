import MonographModel
import TextLayout

/// Pages made from what the library records: paths, interactions, comparisons.
extension BrowserState {
  /// Asks for a report, which may take a while.
  mutating func ask(for report: ReportRequest, _ arrival: Arrival, _ sentence: String) -> [Effect] {
    generation += 1
    work = Work(sentence: sentence, generation: generation)
    return [.report(report, arrival, generation: generation)]
  }

  /// Whether keys are text that has nothing to do with what was asked for: what was made waits so long, so that the rest
  /// of a word is not taken for commands.
  var isTypingSomethingElse: Bool {
    if case .list(let overlay) = overlays.last, overlay.purpose == .path || overlay.purpose == .comparison {
      return prompt != nil
    }
    return isTyping
  }

  /// Leaves off what is being made; its answer will not be wanted.
  mutating func stopWork() -> [Effect] {
    say("stopped")
    work = nil
    generation += 1
    return [.stopWork]
  }

  /// Asks for the other end of a path.
  mutating func askForPath() {
    guard let page = page?.page else { return }
    guard page.report == nil else {
      complain(
        "this page is made from what the library records; open one of its things, then x leads on from it")
      return
    }
    ask(.path, title: "Path from \(page.title) to")
  }

  /// Opens an entity that was chosen from a list, or does with it what the list was opened for.
  mutating func choose(_ entity: EntityID, document: String?) -> [Effect] {
    guard case .list(let overlay) = overlays.last, let page = page?.page else {
      return [.open(entity, document: document, .top)]
    }
    switch overlay.purpose {
    case .path: return ask(for: .path(from: page.entity, to: entity), .top, "looking for paths")
    case .comparison: return compare(page, with: ReportRequest.Subject(entity: entity, document: document))
    default: return [.open(entity, document: document, .top)]
    }
  }

  // MARK: Marked drugs

  /// The most drugs that are looked at together.
  static let mostMarked = 8

  /// Marks the page's drug, or takes the mark away.
  mutating func toggleMark() {
    guard let page = page?.page else { return }
    guard page.report == nil else {
      complain("this page is made from what the library records; open one of its drugs, then M marks it")
      return
    }
    if let index = marked.firstIndex(where: { $0.entity == page.entity }) {
      marked.remove(at: index)
      say("\(page.title) is no longer marked; \(marked.count) marked")
      return
    }
    guard page.kind == "drug" else {
      complain("\(page.title) is no drug; only drugs are marked for :interactions")
      return
    }
    guard marked.count < Self.mostMarked else {
      complain("\(Self.mostMarked) drugs are marked, and no more are looked at together; M on one unmarks it")
      return
    }
    marked.append(MarkedDrug(entity: page.entity, name: page.title))
    let names = marked.map(\.name).joined(separator: ", ")
    say("marked: \(names)" + (marked.count > 1 ? "; :interactions" : "; mark another, then :interactions"))
  }

  mutating func showInteractions() -> [Effect] {
    guard marked.count > 1 else {
      say("mark at least two drugs with M first; \(marked.count) marked")
      return []
    }
    return ask(for: .interactions(marked.map(\.entity)), .top, "looking up interactions")
  }
}
