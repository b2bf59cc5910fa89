/// Finds the terminal's colours that are nearest to a scheme's and can be read on each other.
struct ColorReduction {
  /// Two of the terminal's colours.
  struct Pair: Hashable {
    var foreground: UInt8
    var background: UInt8
  }

  private struct Candidate {
    var number: UInt8
    var luminance: Double
    /// The luminance of bold text, which many terminals show in the bright version of its colour.
    var boldLuminance: Double
    var place: SIMD3<Double>
  }

  private let candidates: [Candidate]
  private let minimumContrast: Double

  init(depth: ColorDepth, minimumContrast: Double) {
    candidates = TerminalColor.numbers(at: depth).map {
      let color = TerminalColor.color($0)
      let luminance = color.luminance
      return Candidate(
        number: $0, luminance: luminance,
        boldLuminance: $0 < 8 ? TerminalColor.color($0 + 8).luminance : luminance, place: color.oklab)
    }
    self.minimumContrast = minimumContrast
  }

  /// The nearest readable pair of all, backgrounds counting double since they cover more; nil where the
  /// terminal has no such pair. A background to be avoided is that of the page, which a bar must differ from.
  /// At most the square of the number of colours in time, and mostly a few times that number.
  func pair(_ foreground: Color, on background: Color, isBold: Bool, avoiding avoided: UInt8? = nil) -> Pair?
  {
    let (wantedText, wantedGround) = (foreground.oklab, background.oklab)
    var best: Pair?
    var bestCost = Double.infinity
    for ground in candidates where ground.number != avoided {
      let groundCost = 2 * Self.distance(ground.place, wantedGround)
      guard groundCost < bestCost else { continue }
      for text in candidates where isReadable(text, on: ground, isBold) {
        let cost = groundCost + Self.distance(text.place, wantedText)
        if cost < bestCost {
          bestCost = cost
          best = Pair(foreground: text.number, background: ground.number)
        }
      }
    }
    return best
  }

  /// The nearest colour that can be read on one of the terminal's colours, or nil.
  func foreground(_ color: Color, on number: UInt8, isBold: Bool) -> UInt8? {
    guard let ground = candidates.first(where: { $0.number == number }) else { return nil }
    let wanted = color.oklab
    return candidates.filter { isReadable($0, on: ground, isBold) }
      .min { Self.distance($0.place, wanted) < Self.distance($1.place, wanted) }?.number
  }

  private func isReadable(_ text: Candidate, on ground: Candidate, _ isBold: Bool) -> Bool {
    isReadable(text.luminance, ground.luminance)
      && (!isBold || isReadable(text.boldLuminance, ground.luminance))
  }

  private func isReadable(_ one: Double, _ two: Double) -> Bool {
    max(one, two) + 0.05 >= minimumContrast * (min(one, two) + 0.05)
  }

  /// The square of the distance, which orders as the distance does.
  private static func distance(_ one: SIMD3<Double>, _ two: SIMD3<Double>) -> Double {
    let difference = one - two
    return (difference * difference).sum()
  }
}
