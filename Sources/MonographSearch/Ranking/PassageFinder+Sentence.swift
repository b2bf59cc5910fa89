extension PassageFinder {
  /// A sentence, as far as it was read.
  struct Sentence {
    /// What makes a number before it a quantity, and what one that is given.
    private static let doseUnits: Set<String> = [
      "mg", "mcg", "g", "gram", "grams", "units", "unit", "iu", "meq", "mmol", "ppm", "tablet", "tablets",
      "capsule",
      "capsules", "drop", "drops", "puff", "puffs", "spray", "sprays", "vial", "vials", "patch", "patches",
    ]
    private static let units: Set<String> = [
      "mg", "mcg", "g", "gram", "grams", "kg", "ng", "ml", "l", "dl", "ul", "units", "unit", "iu", "meq",
      "mmol", "mol", "mci",
      "ppm", "mm", "cm", "m2", "m", "percent", "hour", "hours", "h", "hr", "minute", "minutes", "min",
      "second",
      "seconds", "day",
      "days", "week", "weeks", "month", "months", "year", "years", "times", "tablet", "tablets", "capsule",
      "capsules", "drop",
      "drops", "dose", "doses", "puff", "puffs", "spray", "sprays", "vial", "vials", "patch", "patches",
      "injections", "calories",
    ]

    var range: Range<Int>
    var slots: [Double]
    /// Which slots' words stand in it, and not only above it.
    var said: [Bool]
    var topics: [Double]
    var matches: [Range<Int>] = []
    /// Whether a slot's word stands at most three words behind that of the slot before.
    var isClose: [Bool]
    /// Whether it tells what to do, and of whom it tells.
    var advises = false
    var audience: SentenceAudience = []
    /// Whether it stands in a boxed warning, which is short as it is.
    var isInBox = false
    /// Whether a number with its unit stands in it.
    private(set) var hasQuantity = false
    /// Whether that is something given, and no clearance.
    var hasDose: Bool { doses > 0 }
    private var doses = 0
    private var lastDose = -10
    private static let volumes: Set<String> = ["dl", "ml", "l"]

    private var lastNumber = -10
    private var lastPlaces: [Int]

    init(from start: Int, slots: Int, topics: Int) {
      range = start..<start
      self.slots = Array(repeating: 0, count: slots)
      said = Array(repeating: false, count: slots)
      self.topics = Array(repeating: 0, count: topics)
      isClose = Array(repeating: false, count: slots)
      lastPlaces = Array(repeating: -10, count: slots)
    }

    /// Whether it ends with the number of a section and refers to none otherwise: `reduce the dose by half. (2.3)`.
    /// The Highlights of a label sum up its sections in such lines (21 CFR 201.57(a)).
    var isSummary: Bool { (endsWithNumber || isInSummary) && !refers && !isInBox }
    /// Whether a sentence behind it in the same line ends so.
    var isInSummary = false
    private var endsWithNumber = false
    private var refers = false

    /// Where it begins to refer to another place: that makes it no longer to read.
    private(set) var reference: Int?

    mutating func noteReference(_ term: String, at place: Int) {
      if term == "see" {
        refers = true
        reference = reference ?? place
      }
      let parts = term.split(separator: ".", omittingEmptySubsequences: false)
      endsWithNumber =
        parts.count == 2 && parts.allSatisfy { !$0.isEmpty && $0.count <= 2 && $0.allSatisfy(\.isNumber) }
    }

    mutating func noteQuantity(_ term: String, at place: Int) {
      guard let first = term.utf8.first else { return }
      if (0x30...0x39).contains(first) {
        lastNumber = place
      } else if place - lastNumber <= 2, Self.units.contains(term) {
        hasQuantity = true
        if Self.doseUnits.contains(term) {
          lastDose = place
          doses += 1
        }
      }
      // What is measured in a volume is no dose: 1.5 mg/dL.
      if place - lastDose <= 2, place > lastDose, Self.volumes.contains(term) {
        doses -= 1
        lastDose = -10
      }
    }

    mutating func note(_ slot: Int, after before: Int?, weight: Double, at place: Int) {
      slots[slot] = max(slots[slot], weight)
      said[slot] = true
      lastPlaces[slot] = place
      guard let before else { return }
      let distance = place - lastPlaces[before]
      if distance > 0, distance <= 3 { isClose[slot] = true }
    }

    func joined(with next: Sentence) -> Sentence {
      var both = self
      both.range = range.lowerBound..<next.range.upperBound
      both.slots = zip(slots, next.slots).map(max)
      both.said = zip(said, next.said).map { $0 || $1 }
      both.topics = zip(topics, next.topics).map(max)
      both.isClose = zip(isClose, next.isClose).map { $0 || $1 }
      both.matches += next.matches
      both.endsWithNumber = next.endsWithNumber
      both.isInSummary = next.isInSummary
      both.refers = refers || next.refers
      both.reference = next.reference
      both.advises = advises && next.advises
      both.audience = audience.union(next.audience)
      both.doses = doses + next.doses
      both.hasQuantity = hasQuantity || next.hasQuantity
      return both
    }
  }
}
