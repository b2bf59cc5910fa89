import MonographModel

/// An entity whose sources are searched for others, and by what the sources of others are searched for it.
struct InteractionSubject {
  /// A document about it.
  struct Document {
    var entry: DocumentEntry
    var names: [String]
    var classes: [String]
    var sections: [InteractionSections.Entry]

    init(entry: DocumentEntry, monograph: Monograph) {
      self.entry = entry
      names = [monograph.title] + monograph.aliases
      classes = [monograph.entityClass].compactMap(\.self)
      sections = InteractionSections(monograph).entries
    }
  }

  let key: Int
  let entity: EntityID
  let name: String
  let names: SpokenNames
  private let documents: [Document]
  private let classesStatedOf: [String]

  /// The most sentences that are kept of one entity's sources on another.
  static let mentionLimit = 500

  init(
    key: Int, entity: EntityID, name: String, bases: [String], documents: [Document], classes: [String],
    classesStatedOf: [String]
  ) {
    self.key = key
    self.entity = entity
    self.name = name
    self.documents = documents
    self.classesStatedOf = classesStatedOf
    names = SpokenNames(
      names: [name] + documents.flatMap(\.names) + bases, classes: documents.flatMap(\.classes) + classes)
  }

  /// What was searched, and how.
  var summary: InteractionRecords.Subject {
    var summary = InteractionRecords.Subject(
      entity: entity, name: name, hasPage: !documents.isEmpty, names: names.own, classes: names.classes,
      documents: documents.count, sections: documents.reduce(0) { $0 + $1.sections.count })
    summary.classesStatedOf = classesStatedOf
    return summary
  }

  /// A sentence that was found, by which name, and in which documents it stands.
  private struct Found {
    var mention: PairRecords.Mention
    var name: Int
    var documents: Set<String>
  }

  /// The sentences of its sources that name another, those with names of its own first, then those with a class, then
  /// those with a wider class; and how many there are beyond the most that are kept. What several documents say in the
  /// same words is told once.
  func mentions(
    of other: InteractionSubject, isCancelled: () -> Bool
  ) throws -> (mentions: [PairRecords.Mention], unlisted: Int) {
    let spoken = other.names.spoken(in: names)
    let finder = TermFinder(spoken.flatMap(\.forms))
    var found: [Found] = []
    var told: [String: Int] = [:]
    for (index, document) in documents.enumerated() {
      if isCancelled() { throw LibraryError.interrupted }
      for section in document.sections {
        for hit in section.passages.sentences(holding: spoken, finder: finder) {
          if let known = told[hit.sentence] {
            found[known].documents.insert(document.entry.document)
            continue
          }
          told[hit.sentence] = found.count
          found.append(
            Found(
              mention: PairRecords.Mention(
                speaker: entity, named: other.entity, name: spoken[hit.name].name, sentence: hit.sentence,
                document: document.entry, isInFirstDocument: index == 0, anchor: section.anchor,
                sectionPath: section.path),
              name: hit.name, documents: [document.entry.document]))
        }
      }
    }
    let sorted = found.enumerated().sorted { ($0.element.name, $0.offset) < ($1.element.name, $1.offset) }
    let mentions = sorted.prefix(Self.mentionLimit).map { _, found in
      var mention = found.mention
      mention.otherDocuments = found.documents.count - 1
      return mention
    }
    return (mentions, found.count - mentions.count)
  }

  /// What both are called: see ``PairRecords/sharedNames``.
  func sharedNames(with other: InteractionSubject) -> [String] {
    var shared: [String] = []
    for name in names.spoken(in: other.names) + other.names.spoken(in: names) where name.place == .behindOther
    {
      for form in name.forms.prefix(1) where !shared.contains(where: { $0.lowercased() == form.lowercased() })
      {
        shared.append(form)
      }
    }
    return shared
  }
}
