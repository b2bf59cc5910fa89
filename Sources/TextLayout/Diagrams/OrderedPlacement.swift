/// Places intervals in a row as near as can be to where they want to be, in their order and apart.
///
/// With the gaps taken out this is isotonic regression, by pooling adjacent violators (Ayer, Brunk, Ewing,
/// Reid, Silverman: An Empirical Distribution Function for Sampling with Incomplete Information, Ann. Math.
/// Statist. 26(4), 1955). Costs the number of intervals.
enum OrderedPlacement {
  /// An interval to place.
  struct Interval {
    /// Where it wants to begin.
    var wish: Double
    /// How much the wish counts; more than 0.
    var weight: Double
    /// The cells it takes, with the gap behind it.
    var extent: Int
  }

  /// The beginnings of the intervals, none less than 0, the last interval ending at the limit at most, where
  /// it can.
  static func starts(of intervals: [Interval], limit: Int) -> [Int] {
    struct Pool {
      var sum: Double
      var weight: Double
      var count: Int
      var mean: Double { sum / weight }
    }
    var offsets: [Int] = []
    var offset = 0
    var pools: [Pool] = []
    for interval in intervals {
      offsets.append(offset)
      var pool = Pool(
        sum: (interval.wish - Double(offset)) * interval.weight, weight: interval.weight, count: 1)
      while let last = pools.last, last.mean >= pool.mean {
        pool = Pool(
          sum: last.sum + pool.sum, weight: last.weight + pool.weight, count: last.count + pool.count)
        pools.removeLast()
      }
      pools.append(pool)
      offset += interval.extent
    }
    let slack = Double(max(0, limit - offset))
    let shifts = pools.flatMap { pool in
      repeatElement(Int(min(max(0, pool.mean), slack).rounded()), count: pool.count)
    }
    return zip(offsets, shifts).map { $0 + $1 }
  }
}
