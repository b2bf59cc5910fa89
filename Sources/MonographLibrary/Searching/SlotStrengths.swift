import MonographSearch

/// How strongly the words of one slot of a question stand in each section. One byte each: 255 is the most.
struct SlotStrengths {
  private(set) var sections: [UInt8]
  /// How many sections hold them.
  private(set) var count = 0

  init(_ map: SearchMap) {
    sections = Array(repeating: 0, count: map.sectionCount + 1)
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
}
