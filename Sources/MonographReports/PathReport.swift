import MonographModel

/// The ways from one entity to another as a page: mechanisms that a source states whole, then the shortest paths, those
/// of one pattern of kinds and relations together.
///
/// Each hop stands as it was stated, with an arrow that tells which way, and with its source and evidence. What the
/// page says of itself follows the clinical rules: a path is not evidence of effect, and that none is recorded is not
/// that there is none.
public struct PathReport: Sendable {
  private let answer: PathAnswer

  private let remarks: [String]
  private let request: ReportRequest

  /// Makes the report of an answer.
  ///
  /// - Parameters:
  ///   - remarks: What is to be said of the two ends, a sentence each.
  ///   - request: What was asked for, where that is not the two ends of the answer.
  public init(_ answer: PathAnswer, remarks: [String] = [], for request: ReportRequest? = nil) {
    self.answer = answer
    self.remarks = remarks
    self.request = request ?? .path(from: answer.from.entity, to: answer.to.entity)
  }

  /// The sentence without which no path is shown.
  public static let caution = "A path is not evidence of effect."

  /// The page.
  public var page: Page {
    var sections = [summary]
    if !answer.mechanisms.isEmpty { sections.append(mechanisms) }
    sections += patterns.enumerated().map { section(of: $1, number: $0 + 1) }
    let nodes = answer.paths.flatMap(\.nodes) + answer.mechanisms.flatMap(\.nodes) + [answer.from, answer.to]
    return ReportPage.page(
      for: request,
      title: "Paths from \(answer.from.name) to \(answer.to.name)", kind: "paths", sections: sections,
      missing: Set(nodes.lazy.filter { !$0.hasPage }.map(\.entity)))
  }

  // MARK: What was found

  private var summary: Section {
    var blocks = [
      Block(.paragraph([ReportPage.link(to: answer.from), .text(" to "), ReportPage.link(to: answer.to)])),
      Block(
        .callout(
          Callout(
            severity: .important, title: [.text(Self.caution)],
            blocks: [
              ReportPage.paragraph(
                "It tells what is recorded, one step after another, and nothing of what follows.")
            ]))),
      ReportPage.paragraph(finding),
    ]
    blocks.insert(contentsOf: remarks.map(ReportPage.paragraph), at: 1)
    if !answer.unreadMechanisms.isEmpty {
      let sources = answer.unreadMechanisms.joined(separator: ", ")
      blocks.append(
        ReportPage.paragraph(
          "Too long to be drawn, and not looked through: \(sources). They hold both; whether one leads to the other in them is not known."
        ))
    }
    if let weakest = weakestEvidence { blocks.append(ReportPage.paragraph(weakest)) }
    return Section(heading: [.text("What was found")], level: 1, anchor: "what-was-found", blocks: blocks)
  }

  /// How many paths there are and how long they are, or how far nothing was found.
  private var finding: String {
    let mechanisms = answer.mechanisms.count
    let stated =
      mechanisms == 0
      ? ""
      : "\(counted(mechanisms, "mechanism")) with a directed way between them \(mechanisms == 1 ? "is" : "are") stated whole. "
    guard answer.from.entity != answer.to.entity else { return "They are one and the same." }
    guard let length = answer.paths.first?.hops.count else {
      return stated
        + "No path of at most \(counted(answer.reach, "hop")) between them is recorded in this library; "
        + "\(counted(answer.seen, "entity", "entities")) were looked through. "
        + "That none is recorded does not say that there is none."
    }
    let all = counted(answer.count, "shortest path")
    let shown =
      answer.paths.count < answer.count
      ? "\(all) of \(counted(length, "hop")); shown: \(answer.paths.count), through the least connected things"
      : "\(all) of \(counted(length, "hop"))"
    let patterns = patterns.count
    return stated + shown + (patterns > 1 ? ", in \(patterns) patterns." : ".")
      + (length > 1 ? " Paths through things that are related to much come last." : "")
  }

  private var weakestEvidence: String? {
    let hops = answer.paths.flatMap(\.hops)
    guard !hops.isEmpty else { return nil }
    return "Weakest evidence on them, the best of each step counted: \(Self.weakest(of: hops))."
  }

  /// The weakest among the best evidence of each hop, in the source's words. What is said not to hold is none for it.
  private static func weakest(of hops: [[Neighbours.Edge]]) -> String {
    let best = hops.map { hop in
      hop.map(\.relation).filter { !$0.isNegated }.map(\.evidence).min {
        EvidenceLevel($0) < EvidenceLevel($1)
      } ?? nil
    }
    let weakest = best.max { EvidenceLevel($0) < EvidenceLevel($1) } ?? nil
    return weakest ?? "not stated"
  }

  // MARK: Mechanisms

  private var mechanisms: Section {
    Section(
      heading: [.text("Mechanisms as stated")], level: 1, anchor: "mechanisms",
      blocks: [
        ReportPage.paragraph("Each is stated by its source as a whole, and goes the way of its arrows.")
      ],
      subsections: answer.mechanisms.enumerated().map { index, mechanism in
        Section(
          heading: [.text(mechanism.source)], level: 2, anchor: "mechanisms/\(index + 1)",
          blocks: blocks(of: mechanism))
      })
  }

  private func blocks(of mechanism: MechanismGraph) -> [Block] {
    var blocks = [Block(.diagram(diagram(of: mechanism)))]
    let evidence = mechanism.relations.filter { $0.evidence != nil }
    if !evidence.isEmpty {
      let items = evidence.map { relation in
        [
          ReportPage.paragraph(
            "\(relation.subjectName) \(relation.predicate) \(relation.objectName): evidence \(relation.evidence ?? "")"
          )
        ]
      }
      blocks.append(Block(.list(List(items: items))))
    }
    let notes = mechanism.relations.compactMap(\.note)
    var seen: Set<String> = []
    for note in notes where seen.insert(note).inserted {
      blocks.append(ReportPage.paragraph("Note: \(note)"))
    }
    blocks.append(
      ReportPage.paragraph(
        mechanism.publications.isEmpty
          ? "References: not stated" : "References: \(mechanism.publications.joined(separator: ", "))"))
    return blocks
  }

  private func diagram(of mechanism: MechanismGraph) -> Diagram {
    let indices = Dictionary(
      mechanism.nodes.enumerated().map { ($1.entity, $0) }, uniquingKeysWith: { first, _ in first })
    return Diagram(
      direction: .topDown, statement: "Source: \(mechanism.source)",
      nodes: mechanism.nodes.map { Diagram.Node(name: $0.entity.path, label: $0.name, entity: $0.entity) },
      edges: mechanism.relations.compactMap { relation in
        guard let from = indices[relation.subject], let to = indices[relation.object] else { return nil }
        return Diagram.Edge(
          from: from, to: to, label: (relation.isNegated ? "NOT " : "") + relation.predicate)
      })
  }

  // MARK: Patterns

  private struct Pattern {
    var words: String
    var paths: [EntityPath]
  }

  /// The paths by their patterns, in the order of the best path of each.
  private var patterns: [Pattern] {
    var patterns: [Pattern] = []
    var places: [String: Int] = [:]
    for path in answer.paths where !path.hops.isEmpty {
      let words = Self.pattern(of: path)
      if let place = places[words] {
        patterns[place].paths.append(path)
      } else {
        places[words] = patterns.count
        patterns.append(Pattern(words: words, paths: [path]))
      }
    }
    return patterns
  }

  /// `drug → binds → gene ← associates ← disease`; of several relations between two things `→ binds, inhibits →`.
  private static func pattern(of path: EntityPath) -> String {
    var words = path.nodes.first?.kind ?? ""
    for (hop, node) in zip(path.hops, path.nodes.dropFirst()) {
      let ways = [(arrow: "→", isOutgoing: true), (arrow: "←", isOutgoing: false)].compactMap {
        arrow, isOutgoing in
        var predicates: [String] = []
        for edge in hop where edge.isOutgoing == isOutgoing {
          let predicate = (edge.relation.isNegated ? "NOT " : "") + edge.relation.predicate
          if !predicates.contains(predicate) { predicates.append(predicate) }
        }
        return predicates.isEmpty ? nil : "\(arrow) \(predicates.joined(separator: ", ")) \(arrow)"
      }
      words += " \(ways.joined(separator: " and ")) \(node.kind)"
    }
    return words
  }

  private func section(of pattern: Pattern, number: Int) -> Section {
    Section(
      heading: [.text(pattern.words)], level: 1, anchor: "pattern-\(number)",
      blocks: [
        ReportPage.paragraph(counted(pattern.paths.count, "path")),
        Block(.list(List(start: 1, items: pattern.paths.map(item)))),
      ])
  }

  /// A path: where it begins, then a line for each relation of each hop; a hop of several relations has several.
  private func item(_ path: EntityPath) -> [Block] {
    var hops: [[Block]] = []
    for (place, (hop, node)) in zip(path.hops, path.nodes.dropFirst()).enumerated() {
      for (index, edge) in hop.enumerated() {
        let also = index > 0 ? "also " : ""
        hops.append([
          Block(
            .paragraph([
              .text("\(edge.isOutgoing ? "→" : "←") \(also)\(edge.statedReading) "),
              ReportPage.link(to: node),
              .text(" (\(statement(of: edge.relation)))"),
            ]))
        ])
      }
      let more = path.hopCounts[place] - hop.count
      if more > 0 {
        hops.append([
          ReportPage.paragraph(
            "and \(counted(more, "more relation")) between the two; the panel of either page lists them")
        ])
      }
    }
    var blocks = [
      Block(.paragraph([path.nodes.first.map { ReportPage.link(to: $0) } ?? .text("")])),
      Block(.list(List(items: hops))),
    ]
    if path.hops.count > 1 {
      let inner = path.nodes.dropFirst().dropLast().map { "\($0.name) \(Neighbours.grouped($0.degree))" }
      blocks.append(
        ReportPage.paragraph(
          "Weakest evidence: \(Self.weakest(of: path.hops)). Related to how many things: \(inner.joined(separator: ", "))."
        ))
    }
    return blocks
  }

  /// Source and evidence. What a curator remarks on a mechanism that stands on the page stands there.
  private func statement(of relation: Relation) -> String {
    var relation = relation
    if answer.mechanisms.contains(where: { $0.source == relation.source }) { relation.note = nil }
    return relation.fullStatement
  }

  private func counted(_ number: Int, _ word: String, _ plural: String? = nil) -> String {
    ReportPage.counted(number, word, plural)
  }
}
