import GRDB
import MonographModel
import MonographSearch

/// The classes that entities belong to, with the documents about the members of each. Who types `benzodiazepine` means
/// pages of benzodiazepines before pages that mention them.
///
/// Stored packed, as ``SearchMap`` is: a library has a thousand classes at most, and a document for each of its pages.
struct ClassNames: Sendable {
  private struct Entry {
    /// The words of the class in their plain form, each once, in alphabetical order.
    var terms: [String]
    /// The keys of the documents, in order.
    var documents: [Int]
  }

  private var entries: [Entry] = []

  /// No classes.
  init() {}

  /// Reads what ``bytes(_:)`` made, for a library of so many documents.
  init(_ bytes: UnsafeRawBufferPointer, documents limit: Int) throws {
    var reader = TermReader(bytes)
    while !reader.isAtEnd {
      let text = String(decoding: try reader.bytes(reader.number()), as: UTF8.self)
      let count = try reader.number()
      var documents: [Int] = []
      var last = 0
      while documents.count < count {
        last += try reader.number()
        guard last >= 1, last <= limit else { throw TermReader.damage }
        documents.append(last)
      }
      let terms = text.split(separator: " ").map(String.init)
      guard !terms.isEmpty else { throw TermReader.damage }
      entries.append(Entry(terms: terms, documents: documents))
    }
  }

  /// The classes of a library that is being completed: for each its words and their length, the number of its
  /// documents, and the steps from one key to the next, in variable-length numbers. Several classes of an entity are
  /// parted by commas.
  static func bytes(_ database: Database) throws -> [UInt8] {
    var documents: [String: [Int]] = [:]
    var known: [String: Set<String>] = [:]
    try database.forEachRow(
      """
      SELECT document.id, entity.class FROM document CROSS JOIN entity ON entity.id = document.entity
      WHERE entity.class IS NOT NULL ORDER BY document.id
      """
    ) { row in
      let document = try row.integer()
      let text = try row.text()
      let classes =
        known[text]
        ?? Set(
          text.split(separator: ",").map { name in
            Set(TermForm.plainTerms(String(name))).sorted().joined(separator: " ")
          })
      known[text] = classes
      for name in classes where !name.isEmpty { documents[name, default: []].append(document) }
    }
    var bytes: [UInt8] = []
    for (name, keys) in documents.sorted(by: { $0.key < $1.key }) {
      bytes.append(variable: name.utf8.count)
      bytes += name.utf8
      bytes.append(variable: keys.count)
      var last = 0
      for key in keys {
        bytes.append(variable: key - last)
        last = key
      }
    }
    return bytes
  }

  /// The documents about members of each class whose every word is asked for, with the slots that ask: by the word
  /// itself, or by what it surely stands for. A word that asks for a topic alone asks for no class.
  func documents(askedFor question: Question) -> [Int: Set<Int>] {
    var slots: [String: Set<Int>] = [:]
    for (index, slot) in question.slots.enumerated() where !slot.isIgnored {
      let alternatives = slot.alternatives.filter { $0.weight >= Self.leastWeight }.flatMap(\.terms)
      for term in [slot.term] + alternatives { slots[TermForm.plain(term), default: []].insert(index) }
    }
    var found: [Int: Set<Int>] = [:]
    for entry in entries where entry.terms.allSatisfy({ slots[$0] != nil }) {
      let asking = entry.terms.reduce(into: Set<Int>()) { $0.formUnion(slots[$1] ?? []) }
      guard asking.contains(where: { !question.slots[$0].isTopic }) else { continue }
      for document in entry.documents { found[document, default: []].formUnion(asking) }
    }
    return found
  }

  /// How surely other words must stand for those of a class.
  private static let leastWeight = 0.85
}
