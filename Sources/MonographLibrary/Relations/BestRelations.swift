import MonographModel

/// The relations of the best evidence among many that are added, then those of most publications, then the first added.
/// Keeps no more than some multiple of its limit.
struct BestRelations {
  private struct Candidate {
    var edge: Neighbours.Edge
    var level: EvidenceLevel
    var place: Int

    static func stands(_ left: Candidate, before right: Candidate) -> Bool {
      if left.level != right.level { return left.level < right.level }
      let (more, fewer) = (left.edge.relation.publications.count, right.edge.relation.publications.count)
      return more != fewer ? more > fewer : left.place < right.place
    }
  }

  /// The most that are given.
  let limit: Int
  /// How many were added.
  private(set) var count = 0
  private var stated: [Candidate] = []
  private var negated: [Candidate] = []

  init(limit: Int) { self.limit = limit }

  /// Whether one that is not negated was added.
  var holdsStated: Bool { !stated.isEmpty }

  mutating func add(_ edge: Neighbours.Edge) {
    let candidate = Candidate(edge: edge, level: EvidenceLevel(edge.relation.evidence), place: count)
    count += 1
    if edge.relation.isNegated {
      Self.add(candidate, to: &negated, limit: limit)
    } else {
      Self.add(candidate, to: &stated, limit: limit)
    }
  }

  private static func add(_ candidate: Candidate, to kept: inout [Candidate], limit: Int) {
    kept.append(candidate)
    guard kept.count >= 4 * limit else { return }
    kept.sort(by: Candidate.stands)
    kept.removeLast(kept.count - limit)
  }

  /// The best, in order. Where negated ones and others were added, at least one of each is among them: what is said
  /// not to hold is never hidden by what is said to hold, nor the other way.
  var edges: [Neighbours.Edge] {
    let (stated, negated) = (
      stated.sorted(by: Candidate.stands), negated.sorted(by: Candidate.stands)
    )
    var best = (stated + negated).sorted(by: Candidate.stands)
    guard best.count > limit else { return best.map(\.edge) }
    best.removeLast(best.count - limit)
    for (isNegated, first) in [(true, negated.first), (false, stated.first)] {
      guard let first, !best.contains(where: { $0.edge.relation.isNegated == isNegated }) else { continue }
      best[best.count - 1] = first
    }
    return best.map(\.edge)
  }
}
