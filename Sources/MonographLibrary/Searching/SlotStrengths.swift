import MonographSearch

/// How strongly the words of one slot of a question stand in each section, and in each document where it tells most of
/// what the document is about. One byte each: 255 is the most.
struct SlotStrengths {
  private(set) var sections: [UInt8]
  private(set) var documents: [UInt8]
  /// How many sections hold them.
  private(set) var count = 0

  init(_ map: SearchMap) {
    sections = Array(repeating: 0, count: map.sectionCount + 1)
    documents = Array(repeating: 0, count: map.documentCount + 1)
  }

  /// How strongly a posting of a certain weight speaks, 0…255: its text up to three quarters, its headings the rest.
  static func strength(text: Int, isOwnHeading: Bool, isOuterHeading: Bool) -> Int {
    text * 190 / 63 + (isOwnHeading ? 65 : isOuterHeading ? 30 : 0)
  }

  /// Notes that a section holds a word.
  mutating func note(_ section: Int, strength: Int, weight: Double) {
    guard sections.indices.contains(section) else { return }
    let value = UInt8(clamping: Int(Double(strength) * weight))
    if sections[section] == 0 { count += 1 }
    if value > sections[section] { sections[section] = max(1, value) }
  }

  /// Notes for each document the strongest of its sections.
  mutating func gatherDocuments(_ map: SearchMap) {
    guard count > 0 else { return }
    for document in 1...max(1, map.documentCount) where document <= map.documentCount {
      var best = 0.0
      for section in map.sections(of: document) where sections[section] > 0 {
        best = max(best, Double(sections[section]) * map.sorts[section - 1].aboutness)
      }
      documents[document] = UInt8(clamping: Int(best))
    }
  }
}
