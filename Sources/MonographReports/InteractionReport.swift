import MonographModel

/// What a library records between each two of some drugs: a matrix, then each pair with every record, where it stands
/// and how old that is. It states no verdict and no severity of its own.
public enum InteractionReport {
  /// What stands where nothing is recorded.
  static let absence = "none recorded in this library"

  /// The page that shows some records.
  ///
  /// - Parameter request: What was asked for, which the page is known by.
  public static func page(of records: InteractionRecords, for request: ReportRequest) -> Page {
    let names = Dictionary(
      records.subjects.map { ($0.entity, $0.name) }, uniquingKeysWith: { first, _ in first })
    let anchors = anchors(of: records)
    let title =
      records.subjects.count > 3
      ? "Interactions of \(records.subjects.count) drugs"
      : "Interactions: " + records.subjects.map(\.name).joined(separator: ", ")
    let sections =
      [matrix(of: records, anchors)]
      + zip(records.pairs, anchors).map { pair, anchor in section(pair, anchor: anchor, names: names) }
      + [search(of: records, names: names)]
    return ReportPage.page(
      for: request, title: title, kind: "interactions", sections: sections,
      missing: Set(records.subjects.filter { !$0.hasPage }.map(\.entity)))
  }

  private static func anchors(of records: InteractionRecords) -> [String] {
    records.pairs.map { "\($0.first.folder)-\($0.first.slug)+\($0.second.folder)-\($0.second.slug)" }
  }

  // MARK: The matrix

  /// Every drug's row has all the others, so that one row, or its card on a narrow screen, tells all of one drug.
  private static func matrix(of records: InteractionRecords, _ anchors: [String]) -> Section {
    let subjects = records.subjects
    let header =
      [Table.Cell([.text("Drug")], isHeader: true)]
      + subjects.map { Table.Cell([.text($0.name)], isHeader: true) }
    let rows = subjects.map { subject -> [Table.Cell] in
      let name = Table.Cell([ReportPage.link(to: subject.entity, subject.name)], isHeader: true)
      return [name]
        + subjects.map { other in
          let pair = records.pairs.firstIndex {
            [$0.first, $0.second] == [subject.entity, other.entity]
              || [$0.second, $0.first] == [subject.entity, other.entity]
          }
          guard let pair else { return Table.Cell([.text("–")]) }
          return Table.Cell([
            .link(
              Link(
                target: .section(anchor: anchors[pair]),
                content: [.text(words(for: records.pairs[pair].count))]))
          ])
        }
    }
    return Section(
      heading: [.text("Recorded between each two")], level: 1, anchor: "matrix",
      blocks: [
        ReportPage.paragraph(
          "What the sources in this library say of each two, word for word. A number counts sentences and relations; "
            + "it says nothing of how much they matter, and none recorded is no statement that there is none."
        ),
        Block(.table(Table(header: [header], body: rows))),
      ])
  }

  private static func words(for count: Int) -> String {
    switch count {
    case 0: absence
    case 1: "1 record"
    default: "\(count) records"
    }
  }

  // MARK: A pair

  private static func section(
    _ pair: PairRecords, anchor: String, names: [EntityID: String]
  ) -> Section {
    let first = names[pair.first] ?? pair.first.nameFromSlug
    let second = names[pair.second] ?? pair.second.nameFromSlug
    var blocks: [Block] = []
    if pair.count == 0 {
      blocks.append(
        ReportPage.paragraph(
          "None recorded in this library between \(first) and \(second) by these names and classes; other classes of "
            + "theirs may be. That is no statement that there is none."))
    }
    if !pair.mentions.isEmpty {
      blocks.append(Block(.list(List(items: pair.mentions.map { item($0, names: names) }))))
    }
    if pair.unlisted > 0 {
      blocks.append(
        ReportPage.paragraph(
          "\(Neighbours.grouped(pair.unlisted)) more sentences are not listed; the sections on interactions have them."
        ))
    }
    if !pair.relations.isEmpty {
      blocks.append(ReportPage.paragraph("Relations:"))
      blocks.append(Block(.list(List(items: pair.relations.map { [relation($0)] }))))
    }
    return Section(
      heading: [.text("\(first) and \(second)")], level: 1, anchor: anchor, blocks: blocks)
  }

  /// The sentence, then what of it names the other, where it stands, in which source, and how old that is.
  private static func item(_ mention: PairRecords.Mention, names: [EntityID: String]) -> [Block] {
    let named = names[mention.named] ?? mention.named.nameFromSlug
    let speaker = names[mention.speaker] ?? mention.speaker.nameFromSlug
    var words: [Inline]
    switch mention.name {
    case .own(let name):
      words = [
        .text(name.lowercased() == named.lowercased() ? "names \(named); " : "names \(named): \(name); ")
      ]
    case .ofClass(let name):
      words = [.emphasis([.text("names a class of \(named): \(name)")]), .text("; ")]
    case .ofWiderClass(let name, let known):
      words = [
        .emphasis([.text("names \(name), a wider class than \(known), a class of \(named)")]), .text("; "),
      ]
    }
    let place = ([speaker] + mention.sectionPath).joined(separator: " > ")
    words.append(
      ReportPage.link(
        to: mention.speaker, anchor: mention.isInFirstDocument ? mention.anchor : nil, place))
    let entry = mention.document
    let source = [
      entry.title.lowercased() == speaker.lowercased() ? nil : entry.title, entry.labeler,
      entry.publisher ?? (entry.labeler == nil ? "source not stated" : nil),
      entry.version.map { "version \($0)" }, entry.effective.map { "dated \($0)" } ?? "no date",
    ]
    words.append(.text("; " + source.compactMap(\.self).joined(separator: ", ")))
    if !mention.isInFirstDocument {
      words.append(.text("; document \(entry.document), which W lists on that page"))
    }
    if mention.otherDocuments > 0 {
      words.append(
        .text(
          "; the same words in \(mention.otherDocuments) more source\(mention.otherDocuments == 1 ? "" : "s")"
        ))
    }
    return [
      Block(.quote([ReportPage.paragraph(mention.sentence)])), Block(.paragraph(words)),
    ]
  }

  private static func relation(_ relation: Relation) -> Block {
    Block(
      .paragraph([
        ReportPage.link(to: relation.subject, relation.subjectName),
        .text(" "),
        relation.isNegated
          ? .strong([.text("NOT \(relation.predicate)")]) : .text(relation.predicate), .text(" "),
        ReportPage.link(to: relation.object, relation.objectName), .text("; " + relation.statement),
      ]))
  }

  // MARK: What was looked through

  /// How far the search went, without which an absence says nothing.
  private static func search(
    of records: InteractionRecords, names: [EntityID: String]
  ) -> Section {
    let definitions = records.subjects.map { subject in
      Definition(
        term: [.text(subject.name)],
        definitions: [
          [
            ReportPage.paragraph(
              [
                searched(subject), "Looked for as: " + subject.names.joined(separator: ", ") + ".",
                subject.classes.isEmpty
                  ? "This library states no class of it."
                  : "Of the class: " + subject.classes.joined(separator: "; ")
                    + (subject.classesStatedOf.isEmpty
                      ? "." : ", as stated of \(subject.classesStatedOf.joined(separator: ", "))."),
              ].joined(separator: " "))
          ]
        ])
    }
    return Section(
      heading: [.text("What was looked through")], level: 1, anchor: "looked-through",
      blocks: [
        ReportPage.paragraph(
          "Sections on interactions, contraindications and warnings (boxed warnings, precautions; in labels without "
            + "a prescription, what to ask a doctor, when using and when to stop) in every source about each drug: "
            + "their headings, text and tables; and the relations between the two. Not the other sections, such as "
            + "those on pharmacology, and not what is written for patients (section 17)."),
        Block(.definitionList(definitions)),
      ] + records.pairs.compactMap { shared($0, names: names) })
  }

  private static func shared(_ pair: PairRecords, names: [EntityID: String]) -> Block? {
    guard !pair.sharedNames.isEmpty else { return nil }
    let both = [pair.first, pair.second].map { names[$0] ?? $0.nameFromSlug }.joined(separator: " and ")
    return ReportPage.paragraph(
      "Between \(both), not looked for, since it may mean either: " + pair.sharedNames.joined(separator: ", ")
        + "; except right behind “other”, “another”, “additional” or “concomitant”.")
  }

  private static func searched(_ subject: InteractionRecords.Subject) -> String {
    guard subject.hasPage else {
      return "This library has no page about it, and so no text that could name others."
    }
    let documents = "\(subject.documents) source\(subject.documents == 1 ? "" : "s")"
    guard subject.sections > 0 else { return "\(documents), without such a section." }
    return "\(subject.sections) section\(subject.sections == 1 ? "" : "s") of \(documents)."
  }
}
