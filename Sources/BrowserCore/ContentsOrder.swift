import MonographModel
import TextLayout

/// The order of the sections in the contents panel. The page itself keeps the source's, so that section numbers,
/// `J` and `K`, and the percent of the header stay true to it.
public enum ContentsOrder: String, Hashable, Sendable, CaseIterable {
  /// As the source has them.
  case source
  /// As a clinician looks for them (``MonographModel/ClinicalOrder``): sections of the first level change places,
  /// each with the sections within it; those that no rule knows follow.
  case clinical

  /// The indices of the sections in this order.
  func sequence(of sections: [SectionEntry]) -> [Int] {
    guard self == .clinical else { return Array(sections.indices) }
    let starts = sections.indices.filter { sections[$0].parent == nil }
    let ends = starts.dropFirst() + [sections.count]
    let groups = zip(starts, ends).enumerated().map { position, range in
      let first = sections[range.0]
      return (
        rank: ClinicalOrder.rank(heading: first.title, sourceKey: first.sourceKey) ?? Int.max,
        position: position, range: range.0..<range.1
      )
    }
    return groups.sorted { ($0.rank, $0.position) < ($1.rank, $1.position) }.flatMap(\.range)
  }
}
