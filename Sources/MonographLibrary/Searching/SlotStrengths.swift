import MonographSearch

/// How strongly the words of one slot of a question stand in each section. One byte each: 255 is the most.
struct SlotStrengths {
  private(set) var sections: [UInt8]
  /// How many sections hold them.
  private(set) var count = 0

  init(_ map: SearchMap) {
    sections = Array(repeating: 0, count: map.sectionCount + 1)
  }

  /// How strongly a posting of some weight speaks, 0…255: its text up to three quarters, its headings the rest.
  static func strength(of posting: PostingWeight) -> Int {
    let heading =
      switch posting.field {
      case .heading: 65
      case .outerHeading: 30
      case .text: 0
      }
    return posting.text * 190 / 63 + heading
  }

  /// Notes that a section holds a word.
  mutating func note(_ section: Int, strength: Int, weight: Double) {
    guard sections.indices.contains(section) else { return }
    let value = UInt8(clamping: Int(Double(strength) * weight))
    if sections[section] == 0 { count += 1 }
    if value > sections[section] { sections[section] = value }
  }

  /// Notes all sections that hold a term. Common words stand in a million: what a posting is worth is looked up, and
  /// nothing is done for each but that and a comparison.
  mutating func note(_ entry: TermEntry, in index: TermIndex, values: PostingValues) throws {
    var added = 0
    try sections.withUnsafeMutableBufferPointer { sections in
      try values.bytes.withUnsafeBufferPointer { values in
        try index.withPostings(of: entry) { list in
          // The index gives no place beyond the last section, and a posting is a byte, of which the table has all.
          try index.forEachPosting(in: list, count: entry.sections) { section, posting in
            let (standing, value) = (sections[section], values[Int(posting)])
            added &+= standing == 0 ? 1 : 0
            if value > standing { sections[section] = value }
          }
        }
      }
    }
    count += added
  }
}

/// What each posting of a term is worth to a slot that the term stands for with some weight.
struct PostingValues {
  /// For each byte of a posting; see ``PostingWeight``.
  let bytes: [UInt8]

  init(weight: Double) {
    bytes = (UInt8.min...UInt8.max).map { byte in
      let strength = SlotStrengths.strength(of: PostingWeight(rawValue: byte))
      return UInt8(clamping: Int(Double(strength) * weight))
    }
  }
}
