import MonographModel

/// Which sections of several monographs speak of the same.
///
/// Sections of the first level are joined by what they speak of (``SectionSubject``), else by their headings. A section
/// within another is set apart from it where another monograph has its subject elsewhere: a label's `8.4 Pediatric
/// Use` and a page's `Children` stand in one row, wherever their sources have them. What a label says under a heading
/// without a code (`Hepatic Insufficiency` in its pharmacokinetics) is so set apart where it has nothing surer. Sections within joined sections
/// are joined likewise; those that are on no known subject and have no counterpart stay where they are.
struct SectionAlignment {
  /// Sections that speak of the same, and those within them that do.
  struct Row {
    /// Its heading: that of the first of its sections, without a number.
    var title: String
    /// The source's name of the section, by which clinical jumps know it.
    var sourceKey: String
    /// Its anchor in the comparison.
    var anchor: String
    /// Its sections, for each monograph in the order of the source; empty where one has none.
    var cells: [[ComparedSection]]
    /// The rows within it.
    var rows: [Row]

    /// Whether it or a row within it has a section of a monograph.
    func holds(_ column: Int) -> Bool { !cells[column].isEmpty || rows.contains { $0.holds(column) } }
  }

  /// The rows, in clinical order, then in that of the first monograph.
  private(set) var rows: [Row] = []
  /// For each monograph the sections that may speak, without headings of their own for it, of what others part.
  private(set) var covering: [[SectionSubject: Section]]
  /// For each monograph the text before its first heading.
  private(set) var introductions: [[Section]]
  /// For each monograph the anchor of the row in which each of its anchors stands.
  private(set) var anchors: [[String: String]]

  private let count: Int
  private var taken: Set<String> = []

  /// Aligns monographs. Costs time in proportion to the number of their sections.
  init(_ monographs: [Monograph]) {
    count = monographs.count
    introductions = monographs.map { $0.sections.filter(\.heading.isEmpty) }
    anchors = monographs.map { _ in [:] }
    covering = monographs.map { _ in [:] }
    var tops: [[ComparedSection]] = monographs.enumerated().map { column, monograph in
      monograph.sections.filter { !$0.heading.isEmpty }.map { Self.top($0, column: column) }
    }
    let sure = monographs.indices.map { Self.sureSubjects(of: tops[$0]) }
    let apart = Self.subjectsApart(in: tops, sure: sure)
    for top in tops.joined() where !top.subjects.contains(where: \.standsBesideParts) {
      for subject in top.subjects.flatMap(\.narrower) { covering[top.column][subject] = top.section }
    }
    for column in tops.indices {
      var all: [ComparedSection] = []
      for section in tops[column] {
        var lifted: [ComparedSection] = []
        var kept = section
        kept.section = Self.parted(section, apart, sure: sure[column], &lifted)
        all.append(kept)
        all += lifted
      }
      tops[column] = all
    }
    let groups = Self.groups(tops.flatMap(\.self), isJoined: { _ in true })
    rows = groups.joined.map { row($0, within: nil) }.enumerated().sorted {
      (Self.rank(of: $0.element), $0.offset) < (Self.rank(of: $1.element), $1.offset)
    }.map(\.element)
    for column in introductions.indices {
      for section in introductions[column].flatMap(\.withDescendants) { anchors[column][section.anchor] = "" }
    }
  }

  private static func top(_ section: Section, column: Int) -> ComparedSection {
    let subjects = SectionSubject.all(heading: section.title, sourceKey: section.sourceKey, isExact: false)
    let isParted = section.subsections.flatMap(\.withDescendants).contains {
      !self.subjects(within: $0).isEmpty
    }
    let joined = isParted ? [] : subjects.filter(\.standsBesideParts)
    return ComparedSection(
      column: column, section: section, subjects: subjects,
      covered: joined.reduce(into: Set<SectionSubject>()) { $0.formUnion($1.narrower) })
  }

  private static func subjects(within section: Section) -> Set<SectionSubject> {
    SectionSubject.all(heading: section.title, sourceKey: section.sourceKey, isExact: true)
  }

  private static func rank(of row: Row) -> Int {
    let ranks = row.cells.joined().compactMap {
      ClinicalOrder.rank(heading: $0.section.title, sourceKey: $0.section.sourceKey)
    }
    return ranks.min() ?? Int.max
  }

  // MARK: Setting apart

  /// The subjects that a monograph surely has sections on: by their codes, or by headings of sections of their own.
  private static func sureSubjects(of tops: [ComparedSection]) -> Set<SectionSubject> {
    var sure: Set<SectionSubject> = []
    for top in tops {
      sure.formUnion(top.subjects)
      forEachPart(of: top, sure: nil) { sure.formUnion($0.subjects) }
    }
    return sure
  }

  /// The subjects that monographs have in different places.
  private static func subjectsApart(
    in tops: [[ComparedSection]], sure: [Set<SectionSubject>]
  ) -> Set<SectionSubject> {
    var homes: [SectionSubject: [Int: Set<String>]] = [:]
    for (column, sections) in tops.enumerated() {
      for top in sections {
        for subject in top.subjects { homes[subject, default: [:]][column, default: []].insert("") }
        let home = "/" + top.home.joined(separator: ", ")
        for subject in top.covered { homes[subject, default: [:]][column, default: []].insert(home) }
        forEachPart(of: top, sure: sure[column]) { part in
          for subject in part.subjects {
            homes[subject, default: [:]][column, default: []].insert(part.home)
          }
        }
      }
    }
    return Set(
      homes.filter { _, places in
        places.count > 1 && places.values.reduce(into: Set<String>()) { $0.formUnion($1) }.count > 1
      }.keys)
  }

  /// A section within another that is on another subject.
  private struct Part {
    var section: Section
    var subjects: Set<SectionSubject>
    /// The headings above it.
    var above: [String]
    /// What those above it are aligned by.
    var home: String
  }

  /// Calls a closure with each section within another that is on another subject.
  ///
  /// - Parameter sure: The subjects that only such sections count for as are known by a code or have a heading of
  ///   their own; nil for all.
  private static func forEachPart(
    of top: ComparedSection, sure: Set<SectionSubject>?, _ body: (Part) -> Void
  ) {
    func visit(_ section: Section, _ keys: [String], _ parent: Part, readsHeadings: Bool) {
      let isLeaflet = LabelSection(sourceKey: section.sourceKey)?.isLeaflet == true
      let home = parent.home + "/" + keys.joined(separator: ", ")
      let above = parent.above + [section.title]
      for part in section.subsections {
        let isNamed = LabelSection(sourceKey: part.sourceKey) != nil
        let own = self.subjects(within: part)
        var subjects = own.subtracting(parent.subjects)
        if !isNamed, !readsHeadings {
          subjects = isLeaflet ? [] : sure.map(subjects.subtracting) ?? []
        }
        if !subjects.isEmpty {
          body(Part(section: part, subjects: subjects, above: above, home: home))
        }
        visit(
          part, ComparedSection(column: top.column, section: part, subjects: own).home,
          Part(section: part, subjects: parent.subjects.union(subjects), above: above, home: home),
          readsHeadings: readsHeadings && !isNamed)
      }
    }
    visit(
      top.section, top.home,
      Part(section: top.section, subjects: top.subjects, above: top.above, home: ""),
      readsHeadings: readsHeadings(of: top.section))
  }

  /// Whether the headings within a section tell sections of their own. A label names these by a code; its other
  /// headings are parts of what they stand in: renal impairment in `Pharmacokinetics`. Labels of the older form (21 CFR
  /// 201.80) have such sections among their warnings and precautions, and not all of them with a code.
  private static func readsHeadings(of section: Section) -> Bool {
    guard let name = LabelSection(sourceKey: section.sourceKey)?.name else { return true }
    return [
      "warnings", "precautions", "general_precautions", "warnings_and_cautions",
      "use_in_specific_populations",
    ].contains(name)
  }

  /// A section without those within it that are set apart; in the place of each a line that leads to it.
  private static func parted(
    _ top: ComparedSection, _ apart: Set<SectionSubject>, sure: Set<SectionSubject>,
    _ lifted: inout [ComparedSection]
  ) -> Section {
    var found: [String: ComparedSection] = [:]
    forEachPart(of: top, sure: sure) { part in
      guard !part.subjects.isDisjoint(with: apart) else { return }
      found[part.section.anchor] = ComparedSection(
        column: top.column, section: part.section, above: part.above, subjects: part.subjects)
    }
    guard !found.isEmpty else { return top.section }
    func without(_ section: Section) -> Section {
      var result = section
      result.subsections = []
      for part in section.subsections {
        let rest = without(part)
        guard var apart = found[part.anchor] else {
          result.subsections.append(rest)
          continue
        }
        apart.section = rest
        lifted.append(apart)
        result.blocks.append(ComparedSection.pointer(to: part))
      }
      return result
    }
    return without(top.section)
  }

  // MARK: Joining

  /// Sections joined by their keys, each group in the order in which its first section stands; and those of groups
  /// that are not joined.
  private static func groups(
    _ sections: [ComparedSection], isJoined: ([ComparedSection]) -> Bool
  ) -> (joined: [[ComparedSection]], rest: [ComparedSection]) {
    var groupOf: [String: Int] = [:]
    var groups: [[Int]] = []
    for (index, section) in sections.enumerated() {
      let known = Set(section.keys.compactMap { groupOf[$0] }).sorted()
      let group = known.first ?? groups.count
      if known.isEmpty { groups.append([]) }
      groups[group].append(index)
      for other in known.dropFirst() {
        groups[group] += groups[other]
        groups[other] = []
        for (key, number) in groupOf where number == other { groupOf[key] = group }
      }
      for key in section.keys { groupOf[key] = group }
    }
    var joined: [[ComparedSection]] = []
    var rest: [Int] = []
    for group in groups where !group.isEmpty {
      let members = group.sorted().map { sections[$0] }
      if isJoined(members) { joined.append(members) } else { rest += group }
    }
    return (joined, rest.sorted().map { sections[$0] })
  }

  private mutating func row(_ members: [ComparedSection], within parent: String?) -> Row {
    let title = members.first.map { SectionNumber.removed(from: $0.section.title) } ?? ""
    let key = members.first { SectionSubject.isNamed($0.section.sourceKey, as: $0.subjects) }?.section
      .sourceKey
    let anchor = newAnchor(title, within: parent)
    let parts = members.flatMap { member in
      member.section.subsections.map { part in
        ComparedSection(column: member.column, section: part, subjects: Self.subjects(within: part))
      }
    }
    // What one source alone has on a subject of its own is told apart too, so that a jump to the subject finds it.
    let known = members.reduce(into: Set<SectionSubject>()) { $0.formUnion($1.subjects) }
    let groups = Self.groups(parts) { group in
      Set(group.map(\.column)).count > 1 || group.contains { !$0.subjects.isSubset(of: known) }
    }
    let kept = Dictionary(grouping: groups.rest, by: \.column).mapValues { Set($0.map(\.section.anchor)) }
    var cells: [[ComparedSection]] = Array(repeating: [], count: count)
    for member in members {
      var member = member
      member.section.subsections.removeAll { kept[member.column]?.contains($0.anchor) != true }
      for section in member.section.withDescendants { anchors[member.column][section.anchor] = anchor }
      cells[member.column].append(member)
    }
    let rows = groups.joined.map { row($0, within: anchor) }
    return Row(title: title, sourceKey: key ?? title, anchor: anchor, cells: cells, rows: rows)
  }

  private mutating func newAnchor(_ title: String, within parent: String?) -> String {
    let slug = EntityID.slug(fromName: title)
    let wanted = (parent.map { $0 + "/" } ?? "") + (slug.isEmpty ? "section" : slug)
    var anchor = wanted
    var number = 2
    while !taken.insert(anchor).inserted {
      anchor = "\(wanted)-\(number)"
      number += 1
    }
    return anchor
  }
}
