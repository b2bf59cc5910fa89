/// A section as a clinical question looks at it: what it is called, and where it stands.
public struct ClinicalHeading: Hashable, Sendable {
  /// The heading.
  public var title: String
  /// The section's name in its source.
  public var sourceKey: String
  /// The index of the section it stands within; nil at the top.
  public var parent: Int?

  /// Makes a heading.
  public init(title: String, sourceKey: String, parent: Int?) {
    self.title = title
    self.sourceKey = sourceKey
    self.parent = parent
  }
}

extension ClinicalTopic {
  /// The sections that answer, by index, the best first; of those that answer alike the outer, then the earlier.
  /// What stands in a leaflet comes after all else, whatever its heading. Parents stand before their children.
  public func answers(among sections: [ClinicalHeading]) -> [Int] {
    var depths: [Int] = []
    var isLeaflet: [Bool] = []
    for section in sections {
      let parent = section.parent.flatMap { depths.indices.contains($0) ? $0 : nil }
      depths.append(parent.map { depths[$0] + 1 } ?? 0)
      isLeaflet.append(
        LabelSection(sourceKey: section.sourceKey)?.isLeaflet == true || parent.map { isLeaflet[$0] } == true)
    }
    return sections.indices.map { index in
      let section = sections[index]
      guard isLeaflet[index] else {
        return (index: index, score: score(heading: section.title, sourceKey: section.sourceKey))
      }
      return (index, Self.leafletScore(score(heading: section.title)))
    }
    .filter { $0.score > 0 }
    .sorted { ($1.score, depths[$0.index], $0.index) < ($0.score, depths[$1.index], $1.index) }
    .map(\.index)
  }
}
