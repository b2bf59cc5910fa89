/// Numbers from 0 in sets that can be joined; each set is named by its smallest member.
///
/// A union-find with path halving: R. E. Tarjan and J. van Leeuwen, "Worst-case analysis of set union
/// algorithms", Journal of the ACM 31, 1984.
struct DisjointSets {
  private var parents: [Int32]

  /// Each number alone.
  init(count: Int) { parents = Array(0..<Int32(count)) }

  /// The smallest member of the set that a number is in.
  mutating func root(of member: Int) -> Int {
    var current = member
    while Int(parents[current]) != current {
      parents[current] = parents[Int(parents[current])]
      current = Int(parents[current])
    }
    return current
  }

  /// Joins the sets of two numbers. False where they were one.
  @discardableResult
  mutating func join(_ first: Int, _ second: Int) -> Bool {
    let (one, other) = (root(of: first), root(of: second))
    parents[max(one, other)] = Int32(min(one, other))
    return one != other
  }
}
