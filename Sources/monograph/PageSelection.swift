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

  /// A whole page.
  init(whole monograph: Monograph) { self.monograph = monograph }

  /// The page with only the section asked for: by anchor, by heading, by its name in the source, by a clinical
  /// topic (`dose`, `renal`), or `infobox`. No name is the whole page. Nil where there is no such section.
  ///
  /// The name of a topic means the section that the reader's jump to it leads to, and no other that begins with
  /// the word.
  init?(_ name: String?, of monograph: Monograph) {
    self.monograph = monograph
    guard let name else { return }
    self.monograph.infobox = []
    if name.lowercased() == "infobox", !monograph.infobox.isEmpty {
      self.monograph.sections = DocumentLayout.infobox(of: monograph).sections
      path = ["Infobox"]
      return
    }
    guard let found = Self.find(name, in: monograph.sections) else { return nil }
    self.monograph.sections = [found.section]
    path = found.path
    effective = found.effective
  }

  /// The topic that a name means, its first words too: `boxed`; nil for other names.
  static func topic(named name: String) -> ClinicalTopic? {
    let words = words(of: name)
    return ClinicalTopic.allCases.first { $0.name == words || $0.rawValue.lowercased() == words }
      ?? ClinicalTopic.allCases.first {
        $0.headingWords.contains(words) || $0.headingWords.contains(name.lowercased())
      }
      ?? ClinicalTopic.allCases.first { $0.name.hasPrefix(words + " ") }
  }

  /// A name in lower case, with spaces for the signs that join words where spaces are unwelcome:
  /// `boxed-warning`.
  private static func words(of name: String) -> String {
    String(name.lowercased().map { $0 == "-" || $0 == "_" ? " " : $0 })
  }

  private struct Candidate {
    var section: Section
    var path: [String]
    var effective: String?
    /// The index of the section it stands within.
    var parent: Int?
    /// The heading without the number that labels put before it, in lower case.
    var heading: String
  }

  /// The sections, parents before their children.
  private static func candidates(_ sections: [Section]) -> [Candidate] {
    var all: [Candidate] = []
    func add(_ section: Section, within parent: Int?) {
      let above = parent.map { all[$0] }
      let title = section.title
      all.append(
        Candidate(
          section: section, path: (above?.path ?? []) + (title.isEmpty ? [] : [title]),
          effective: section.effective ?? above?.effective, parent: parent,
          heading: SectionNumber.removed(from: title).lowercased()))
      let index = all.count - 1
      for subsection in section.subsections { add(subsection, within: index) }
    }
    for section in sections { add(section, within: nil) }
    return all
  }

  private static func find(_ name: String, in sections: [Section]) -> Candidate? {
    let all = candidates(sections)
    let slug = EntityID.slug(fromName: name)
    let words = name.lowercased()
    let bare = SectionNumber.removed(from: words)
    let label = LabelSection(sourceKey: name)
    let exact: [(Candidate) -> Bool] = [
      { $0.section.anchor == name }, { $0.section.title.lowercased() == words }, { $0.heading == bare },
      { $0.section.anchor.split(separator: "/").last.map(String.init) == slug },
      { label != nil && LabelSection(sourceKey: $0.section.sourceKey) == label },
    ]
    func first(_ tests: [(Candidate) -> Bool]) -> Candidate? {
      for test in tests {
        if let found = all.first(where: test) { return found }
      }
      return nil
    }
    guard let topic = topic(named: name) else {
      let begins: (Candidate) -> Bool = {
        $0.section.title.lowercased().hasPrefix(words) || $0.heading.hasPrefix(bare)
      }
      return first(exact + [begins])
    }
    // A phrase of a heading means that heading where there is one; the word for a topic means the topic.
    let isName =
      topic.rawValue.lowercased() == words || topic.name == Self.words(of: name)
      || topic.name.hasPrefix(Self.words(of: name) + " ")
    return isName ? answer(to: topic, in: all) ?? first(exact) : first(exact) ?? answer(to: topic, in: all)
  }

  /// The section that answers a clinical question best; for a boxed warning also one that holds it in a box.
  private static func answer(to topic: ClinicalTopic, in all: [Candidate]) -> Candidate? {
    let headings = all.map {
      ClinicalHeading(title: $0.section.title, sourceKey: $0.section.sourceKey, parent: $0.parent)
    }
    if let best = topic.answers(among: headings).first { return all[best] }
    guard topic == .boxedWarning else { return nil }
    return all.first { candidate in
      candidate.section.blocks.contains {
        if case .callout(let callout) = $0.content { callout.severity == .boxedWarning } else { false }
      }
    }
  }
}
