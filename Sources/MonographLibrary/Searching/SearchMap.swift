import GRDB
import MonographModel
import MonographSearch

/// What a search must know of every document and section: 1 byte for a section and 20 for a document, read once for
/// a connection.
struct SearchMap: Sendable {
  /// The key of the entity of each document; document keys count from 1.
  private(set) var entities: [Int32] = []
  /// The first section of each document, and behind them the key after the last section.
  private(set) var firstSections: [Int32] = []
  /// The sort of each section; keys count from 1.
  private(set) var sorts: [SectionSort] = []

  var documentCount: Int { entities.count }
  var sectionCount: Int { sorts.count }

  init(_ database: Database) throws {
    var next = 1
    try database.forEachRow(
      "SELECT entity, first_section, section_count, sorts FROM document ORDER BY id", []
    ) {
      row in
      entities.append(Int32(truncatingIfNeeded: try row.integer()))
      let first = try row.integer()
      let count = try row.integer()
      guard first == next, count >= 0, count < 1 << 24 else {
        throw DatabaseError(
          resultCode: .SQLITE_CORRUPT, message: "the sections of a document are not in their place")
      }
      firstSections.append(Int32(truncatingIfNeeded: first))
      try row.bytes { bytes in
        for offset in 0..<count {
          sorts.append(offset < bytes.count ? SectionSort(rawValue: bytes[offset]) ?? .other : .other)
        }
      }
      next += count
    }
    firstSections.append(Int32(truncatingIfNeeded: next))
  }

  /// The sections of a document.
  func sections(of document: Int) -> Range<Int> {
    Int(firstSections[document - 1])..<Int(firstSections[document])
  }

  /// The document of a section. Cost: the logarithm of the number of documents.
  func document(of section: Int) -> Int {
    var (low, high) = (0, documentCount)
    while low + 1 < high {
      let middle = (low + high) / 2
      if Int(firstSections[middle]) <= section { low = middle } else { high = middle }
    }
    return low + 1
  }
}
