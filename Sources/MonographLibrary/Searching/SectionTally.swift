import MonographSearch

/// What one pass over all sections tells of a question: how many hold its words, and how much each document is about
/// those that are not its name.
///
/// Eight sections are passed over at once where none of them holds anything.
struct SectionTally {
  /// How many sections hold every word, or stand on a page that is called by it.
  private(set) var holdingAll = 0
  /// How many hold any, likewise.
  private(set) var holdingAny = 0
  /// By document key: what the section tells that tells most. That words stand there together says more than how often.
  private(set) var aboutness: [Double]

  /// How many documents are looked at between two looks at whether the search goes on.
  private static let stride = 4_096

  /// - Parameters:
  ///   - isCounted: By document key, whether its sections are counted; nil for all.
  ///   - mask: By section key, whether it may be a hit; nil for all.
  init(
    _ question: Question, strengths: [SlotStrengths], names: [Int: [Double]], map: SearchMap,
    isCounted: ((Int) -> Bool)?, mask: [Bool]?, checkCancellation: () throws -> Void
  ) throws {
    aboutness = Array(repeating: 0, count: map.documentCount + 1)
    let slots = question.slots.indices.filter { !question.slots[$0].isIgnored }
    guard !slots.isEmpty else { return }
    let weights = question.slots.map { $0.rarity * (1 - 0.8 * $0.topicShare) }
    var values: [Double] = []
    for slot in slots {
      // What is nowhere, and what tells nothing, adds nothing.
      let weight = strengths[slot].count > 0 ? max(0, weights[slot]) : 0
      values += (0...255).map { Self.value(UInt8($0), weight: weight) }
    }
    let sortAboutness = (UInt8.min...UInt8.max).map { (SectionSort(rawValue: $0) ?? .other).aboutness }
    var pass = Pass(slotCount: slots.count, mask: mask)
    try Self.withPointers(to: slots.map { strengths[$0].sections }) { sections in
      try sections.withUnsafeBufferPointer { sections in
        try values.withUnsafeBufferPointer { values in
          try Self.withPointers(to: map.sorts, sortAboutness) { sorts, sortAboutness in
            for document in 1..<map.documentCount + 1 {
              if document % Self.stride == 0 { try checkCancellation() }
              let named = names[document]
              pass.hasNames = named != nil
              if let named { pass.isNamed = slots.map { named[$0] > 0 } }
              pass.isCounted = isCounted?(document) ?? true
              aboutness[document] = pass.best(
                map.sections(of: document), sections: sections, values: values, sorts: sorts,
                sortAboutness: sortAboutness)
            }
          }
        }
      }
    }
    (holdingAll, holdingAny) = (pass.holdingAll, pass.holdingAny)
  }

  /// What a word adds that stands somewhere so strongly.
  private static func value(_ strength: UInt8, weight: Double) -> Double {
    strength == 0 ? 0 : weight * (0.55 + 0.45 * Double(strength) / 255)
  }

  private static func withPointers(
    to sorts: [UInt8], _ aboutness: [Double],
    _ body: (UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<Double>) throws -> Void
  ) rethrows {
    try sorts.withUnsafeBufferPointer { sorts in
      try aboutness.withUnsafeBufferPointer { try body(sorts, $0) }
    }
  }

  private static func withPointers(
    to arrays: [[UInt8]], _ pointers: [UnsafeRawBufferPointer] = [],
    _ body: ([UnsafeRawBufferPointer]) throws -> Void
  ) rethrows {
    guard let first = arrays.first else { return try body(pointers) }
    try first.withUnsafeBytes { try withPointers(to: Array(arrays.dropFirst()), pointers + [$0], body) }
  }

  private struct Pass {
    let slotCount: Int
    let mask: [Bool]?
    /// Whether the document that is looked at is called by each word; looked at only where it is by any.
    var isNamed: [Bool] = []
    var hasNames = false
    var isCounted = true
    var holdingAll = 0
    var holdingAny = 0

    /// What the section tells that tells most. `values` has 256 for each word, `sortAboutness` one for each sort.
    mutating func best(
      _ range: Range<Int>, sections: UnsafeBufferPointer<UnsafeRawBufferPointer>,
      values: UnsafeBufferPointer<Double>, sorts: UnsafeBufferPointer<UInt8>,
      sortAboutness: UnsafeBufferPointer<Double>
    ) -> Double {
      var best = 0.0
      var (all, any) = (0, 0)
      let isPlain = !hasNames && mask == nil
      var section = range.lowerBound
      while section < range.upperBound {
        if !hasNames, section &+ 8 <= range.upperBound {
          var bits: UInt64 = 0
          for bytes in sections { bits |= bytes.loadUnaligned(fromByteOffset: section, as: UInt64.self) }
          if bits == 0 {
            section &+= 8
            continue
          }
        }
        if isPlain || mask?[section] ?? true {
          var sum = 0.0
          var held = 0
          for slot in 0..<slotCount {
            if hasNames, isNamed[slot] {
              held &+= 1
            } else {
              let strength = sections[slot][section]
              // Nothing is added for what does not stand there.
              sum += values[slot &<< 8 | Int(strength)]
              held &+= strength > 0 ? 1 : 0
            }
          }
          best = max(best, sum * sortAboutness[Int(sorts[section &- 1])])
          any &+= held > 0 ? 1 : 0
          all &+= held == slotCount ? 1 : 0
        }
        section &+= 1
      }
      if isCounted {
        holdingAny &+= any
        holdingAll &+= all
      }
      return best
    }
  }
}
