import MonographModel

/// The hits of a library search in the order of their list, and the one being read.
public struct HitTrail: Hashable, Sendable {
  /// The hits that `n` goes through.
  public var hits: [SearchHit]
  /// The index of the one being read.
  public var index: Int
  /// How many places the search found in all.
  public var total: Int
  /// The question of the list that they stand in: ``ListOverlay/generation``.
  public var list: Int

  /// The hit being read.
  public var hit: SearchHit { hits[index] }

  /// The trail at the next or the previous hit; nil at its ends.
  public func stepped(_ direction: Direction) -> HitTrail? {
    var trail = self
    trail.index += direction == .forward ? 1 : -1
    return hits.indices.contains(trail.index) ? trail : nil
  }

  /// What the status line says: `hit 3 of 10: Gabapentin: Dosage`.
  public var sentence: String {
    let place = [hit.title, hit.sectionPath.last].compactMap { $0 }.joined(separator: ": ")
    return "hit \(index + 1) of \(total): \(place)"
  }
}
