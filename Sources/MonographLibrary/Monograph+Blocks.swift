import MonographModel

extension Monograph {
  /// The document as one about the entity it was found to be about, its own relations too.
  func about(_ entity: EntityID) -> Monograph {
    guard entity != self.entity else { return self }
    var result = self
    for index in result.relations.indices {
      if result.relations[index].subject == self.entity { result.relations[index].subject = entity }
      if result.relations[index].object == self.entity { result.relations[index].object = entity }
    }
    result.entity = entity
    return result
  }

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
