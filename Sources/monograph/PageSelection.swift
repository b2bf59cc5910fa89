import MonographModel
import TextLayout

/// A page, or one section of it as a page of its own.
struct PageSelection {
  /// The page, with only the section where one was asked for.
  var monograph: Monograph
  /// The headings down to the section; empty for a whole page.
  var path: [String] = []
  /// The date from which the section holds: its own, else that of the section it stands within.
  var effective: String?

  /// The page with only the section asked for: by anchor, by heading, by its name in the source, by a clinical
  /// topic (`dose`, `renal`), or `infobox`. Nil is the whole page.
  init(_ name: String?, of monograph: Monograph) throws {
    self.monograph = monograph
    guard let name else { return }
    self.monograph.infobox = []
    if name.lowercased() == "infobox", !monograph.infobox.isEmpty {
      self.monograph.sections = DocumentLayout.infobox(of: monograph).sections
      path = ["Infobox"]
      return
    }
    guard let found = Self.find(name, in: monograph.sections) else {
      let titles = monograph.allSections.map(\.title).filter { !$0.isEmpty }.joined(separator: ", ")
      throw Failure.notFound(
        "\(monograph.title) has no section \(name): not stated in this source. It has: \(titles)")
    }
    self.monograph.sections = [found.section]
    path = found.path
    effective = found.effective
  }

  private struct Candidate {
    var section: Section
    var path: [String]
    var effective: String?
    /// The heading without the number that labels put before it, in lower case.
    var heading: String
  }

  private static func candidates(
    _ sections: [Section], under path: [String] = [], effective: String? = nil
  ) -> [Candidate] {
    sections.flatMap { section -> [Candidate] in
      let title = section.title
      let path = title.isEmpty ? path : path + [title]
      let date = section.effective ?? effective
      let candidate = Candidate(
        section: section, path: path, effective: date,
        heading: SectionNumber.removed(from: title).lowercased())
      return [candidate] + candidates(section.subsections, under: path, effective: date)
    }
  }

  private static func find(_ name: String, in sections: [Section]) -> Candidate? {
    let all = candidates(sections)
    let slug = EntityID.slug(fromName: name)
    let words = name.lowercased()
    let bare = SectionNumber.removed(from: words)
    let label = LabelSection(sourceKey: name)
    let tests: [(Candidate) -> Bool] = [
      { $0.section.anchor == name }, { $0.section.title.lowercased() == words }, { $0.heading == bare },
      { $0.section.anchor.split(separator: "/").last.map(String.init) == slug },
      { label != nil && LabelSection(sourceKey: $0.section.sourceKey) == label },
      { $0.section.title.lowercased().hasPrefix(words) || $0.heading.hasPrefix(bare) },
    ]
    for test in tests {
      if let found = all.first(where: test) { return found }
    }
    return topic(named: words).flatMap { best($0, in: all) }
  }

  private static func topic(named words: String) -> ClinicalTopic? {
    ClinicalTopic.allCases.first {
      $0.name == words || $0.rawValue == words || $0.headingWords.contains(words)
    }
  }

  /// The section that answers a clinical question best, the first of those that answer alike.
  private static func best(_ topic: ClinicalTopic, in all: [Candidate]) -> Candidate? {
    var best: (candidate: Candidate, score: Int)?
    for candidate in all {
      let score = topic.score(heading: candidate.section.title, sourceKey: candidate.section.sourceKey)
      if score > best?.score ?? 0 { best = (candidate, score) }
    }
    return best?.candidate
  }
}
