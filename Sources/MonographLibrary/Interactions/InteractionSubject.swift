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

  let entity: EntityID
  let name: String
  private let documents: [Document]
  private let names: SpokenNames

  init(entity: EntityID, name: String, documents: [Document], classes: [String]) {
    self.entity = entity
    self.name = name
    self.documents = documents
    names = SpokenNames(
      names: [name] + documents.flatMap(\.names), classes: documents.flatMap(\.classes) + classes)
  }

  /// What was searched, and how.
  var summary: InteractionRecords.Subject {
    InteractionRecords.Subject(
      entity: entity, name: name, hasPage: !documents.isEmpty, names: names.own, classes: names.classes,
      documents: documents.count, sections: documents.reduce(0) { $0 + $1.sections.count })
  }

  /// The sentences of its sources that name another: first those with a name of its own, then those with a class.
  /// What several documents say in the same words is told once.
  func mentions(of other: InteractionSubject) -> [PairRecords.Mention] {
    var found: [PairRecords.Mention] = []
    for name in other.names.own(apartFrom: names) {
      add(TermFinder([name]), .own(name), of: other, to: &found)
    }
    for name in other.names.classes(apartFrom: names) {
      add(TermFinder(SpokenNames.numbers(of: name)), .ofClass(name), of: other, to: &found)
    }
    return found
  }

  private func add(
    _ finder: TermFinder, _ name: PairRecords.Mention.Name, of other: InteractionSubject,
    to found: inout [PairRecords.Mention]
  ) {
    var told = Dictionary(uniqueKeysWithValues: found.enumerated().map { ($1.sentence, $0) })
    let begun = found.count
    for (index, document) in documents.enumerated() {
      for section in document.sections {
        for sentence in section.passages.sentences(holding: finder) {
          if let known = told[sentence] {
            if known >= begun, found[known].document.document != document.entry.document {
              found[known].otherDocuments += 1
            }
            continue
          }
          told[sentence] = found.count
          found.append(
            PairRecords.Mention(
              speaker: entity, named: other.entity, name: name, sentence: sentence, document: document.entry,
              isInFirstDocument: index == 0, anchor: section.anchor, sectionPath: section.path))
        }
      }
    }
  }
}
