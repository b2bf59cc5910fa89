import GRDB
import MonographModel

/// What a compile knows so far besides the rows it has written, and the writing of a document's rows.
///
/// Rows name entities by ``EntityReference`` until all sources are read; then they are given keys.
struct LibraryContents {
  private struct DocumentKey: Hashable {
    var entity: EntityID
    var layer: Int
    var document: String
    /// Of documents whose ids are proposed, since one label may come from two publishers.
    var publisher: String?
    /// Of those too: one label in two versions is two documents.
    var version: String?
  }

  /// What the library calls itself.
  let title: String
  /// What tells whether its input has changed.
  let fingerprint: String
  var paths = PathTable()
  var identifiers = IdentifierTable()
  var claims: [EntityClaim] = []
  var phrases = PhraseTable()
  var edges = DiagramEdges()
  /// Relations, until their ends are known.
  let relations: StagingFile
  /// The phrases of their predicates.
  var predicates: Set<Int> = []
  /// Summaries of nodes, until their entities are known.
  let summaries: StagingFile
  /// The terms of sections.
  let terms: TermGatherer
  /// The terms of names.
  let nameTerms: TermGatherer
  /// Which identifiers edges name.
  var ends: Set<Int> = []
  /// Earlier ids, as keys of paths, with the claims that state them, in order.
  var redirects: [(path: Int, claim: Int)] = []
  /// The licences of its pages, by the keys of their phrases.
  var licences: Set<Int> = []
  /// The later of the two dates of each page; the earliest and the latest of these.
  var dates: (oldest: String, newest: String)?
  /// The source file that is being added, and the names of all so far.
  var file: OpenFile?
  var fileNames: Set<String> = []
  var documentCount = 0
  var graphPieceCount = 0
  var sectionCount = 0
  var linkCount = 0
  var relationCount = 0
  var notReviewedCount = 0
  private var documents: Set<DocumentKey> = []

  /// Begins a library; `path` is where it will stand.
  init(title: String, fingerprint: String, path: String) {
    self.title = title
    self.fingerprint = fingerprint
    relations = StagingFile(beside: path)
    summaries = StagingFile(beside: path)
    terms = TermGatherer(beside: path)
    nameTerms = TermGatherer(beside: path)
  }

  /// Whether a document may be added.
  mutating func admit(
    _ document: PreparedDocument, layer: Int, identity: EntityIdentity
  ) throws(LibraryError) {
    let source = document.head.source
    let key = DocumentKey(
      entity: document.entity, layer: layer, document: source.document,
      publisher: identity == .given ? nil : source.publisher,
      version: identity == .given ? nil : source.version)
    guard documents.insert(key).inserted else {
      // The library does not hold all that the file gave, so the next compile must read it again.
      file?.hash = ""
      throw .duplicateDocument(entity: document.entity, document: source.document)
    }
  }

  /// Writes the rows of a document that was admitted.
  mutating func insert(
    _ document: PreparedDocument, layer: Int, identity: EntityIdentity, with rows: RowStatements
  ) throws {
    let head = document.head
    documentCount += 1
    file?.documentsSince += 1
    let claim = EntityReference.claim(claims.count)
    note(head, layer: layer, identity: identity)
    let names =
      ([head.title] + head.aliases + [head.entityClass].compactMap { $0 } + head.identifiers.map(\.curie))
      .joined(separator: "\n")
    try rows.document.run(
      .integer(documentCount), .integer(claim.code), .integer(layer), .text(head.source.document),
      .text(head.title), .optional(phrases.key(of: head.source.publisher)),
      .optional(phrases.key(of: head.source.labeler)), .optional(phrases.key(of: head.source.licence)),
      .optional(head.source.version), .optional(head.source.effective), .optional(head.source.reviewed),
      .integer(sectionCount + 1), .integer(document.sections.count), .text(names),
      .integer(identity.rawValue), .bytes(document.sections.map(\.sort.rawValue)),
      .optional(phrases.key(of: document.form)))
    try rows.page.run(.integer(documentCount), .bytes(document.frame))
    try rows.sourceText.run(
      .integer(documentCount), .integer(document.source.size), .bytes(document.source.bytes))
    if !document.attachment.isEmpty {
      try rows.attachment.run(.integer(documentCount), .bytes(document.attachment))
    }
    for name in [head.title] + head.aliases { try insert(name: name, role: .alias, of: claim, with: rows) }
    for identifier in head.identifiers {
      try insert(name: identifier.curie, role: .identifier, of: claim, with: rows)
    }
    try terms.add(document.terms, base: sectionCount + 1)
    var linkOrdinal = 0
    for (ordinal, section) in document.sections.enumerated() {
      sectionCount += 1
      try rows.section.run(
        .integer(sectionCount), .integer(documentCount), .integer(ordinal), .integer(section.level),
        .text(section.anchor), .text(section.headingPath),
        .optional(phrases.key(of: section.sourceKey)), .bytes(section.body))
      try insert(section, ordinal: &linkOrdinal, head: head, with: rows)
    }
    for relation in head.relations { try stage(relation) }
    try insert(head.references, with: rows)
  }

  /// Notes what the front matter tells.
  private mutating func note(_ head: Monograph, layer: Int, identity: EntityIdentity) {
    for redirect in head.redirects { redirects.append((paths.key(of: redirect), claims.count)) }
    claims.append(
      EntityClaim(
        origin: .document(head.source.document, layer: layer), id: head.entity, identity: identity,
        title: head.title, kind: head.kind, entityClass: head.entityClass, aliases: head.aliases,
        identifiers: head.identifiers.map { identifiers.key(of: $0) },
        entry: DocumentEntry(of: head, layer: layer)))
    if let licence = phrases.key(of: head.source.licence) { licences.insert(licence) }
    if head.source.reviewed == nil { notReviewedCount += 1 }
    let stated = [head.source.effective, head.source.reviewed].compactMap { $0 }
    if let date = stated.filter({ $0.prefix(4).allSatisfy(\.isNumber) && $0.count >= 4 }).max() {
      dates = (min(dates?.oldest ?? date, date), max(dates?.newest ?? date, date))
    }
  }

  /// Writes a name until its entity is known; one without text is left out.
  func insert(name: String, role: NameRole, of entity: EntityReference, with rows: RowStatements) throws {
    guard !name.isEmpty else { return }
    try rows.stagedName.run(
      .integer(entity.code), .integer(role.rawValue), .text(name), .text(FoldedName.fold(name)))
  }

  private mutating func insert(
    _ section: PreparedDocument.PreparedSection, ordinal: inout Int, head: Monograph, with rows: RowStatements
  ) throws {
    for link in section.links {
      let target = paths.key(of: link.target)
      paths.note(name: link.name, of: target)
      linkCount += 1
      try insertLink(
        to: target, anchor: link.anchor, sentence: link.sentence, origin: .text, ordinal: &ordinal, with: rows
      )
    }
    for diagram in section.diagrams {
      edges.add(
        diagram, source: head.source.publisher ?? head.source.document, document: documentCount,
        section: sectionCount)
      for node in diagram.nodes {
        guard let id = node.entity else { continue }
        let target = paths.key(of: id)
        paths.note(name: node.label, of: target)
        try insertLink(
          to: target, anchor: nil, sentence: "", origin: .diagram, ordinal: &ordinal, with: rows)
      }
    }
  }

  private func insertLink(
    to target: Int, anchor: String?, sentence: String, origin: LinkOrigin, ordinal: inout Int,
    with rows: RowStatements
  ) throws {
    ordinal += 1
    try rows.link.run(
      .integer(documentCount), .integer(ordinal), .integer(sectionCount),
      .integer(EntityReference.path(target).code), .optional(anchor), .integer(origin.rawValue),
      .text(sentence))
  }

  private func insert(_ references: [Reference], with rows: RowStatements) throws {
    for (ordinal, reference) in references.enumerated() {
      let identifiers = reference.identifiers.map(\.curie).joined(separator: " ")
      try rows.reference.run(
        .integer(documentCount), .integer(ordinal), .text(reference.key), .text(reference.title),
        .optional(reference.year), .optional(reference.url), identifiers.isEmpty ? .null : .text(identifiers))
    }
  }
}

/// Where a link stands. The numbers are part of the file format.
enum LinkOrigin: Int {
  case text = 0
  case diagram = 1
}
