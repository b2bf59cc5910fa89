import MonographModel

extension Monograph {
  /// Puts blocks under the headings, a list for each section in the order of the page. False where there
  /// are not as many lists as sections.
  mutating func fill(blocks: [[Block]]) -> Bool {
    var rest = blocks[...]
    func fill(_ sections: inout [Section]) -> Bool {
      for index in sections.indices {
        guard let blocks = rest.popFirst() else { return false }
        sections[index].blocks = blocks
        guard fill(&sections[index].subsections) else { return false }
      }
      return true
    }
    return fill(&sections) && rest.isEmpty
  }
}
