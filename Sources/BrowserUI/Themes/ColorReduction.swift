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
  private let depth: ColorDepth

  /// Of greys alone, a scheme of greys stays one.
  init(depth: ColorDepth, minimumContrast: Double, ofGraysAlone: Bool) {
    candidates = TerminalColor.numbers(at: depth).compactMap {
      let color = TerminalColor.color($0)
      guard color.isGray || !ofGraysAlone else { return nil }
      let luminance = color.luminance
      return Candidate(
        number: $0, luminance: luminance,
        boldLuminance: $0 < 8 ? TerminalColor.color($0 + 8).luminance : luminance,
        place: Self.place(of: color, at: depth))
    }
    self.minimumContrast = minimumContrast
    self.depth = depth
  }

  /// Where a colour stands among others: in Oklab where there are many. Where there are few, what counts is
  /// the hue, or to have none: a pale red is nearer to red than to white, which it would not be in Oklab.
  private static func place(of color: Color, at depth: ColorDepth) -> SIMD3<Double> {
    let place = color.oklab
    guard depth != .colors256 else { return place }
    let chroma = (place.y * place.y + place.z * place.z).squareRoot()
    let grayLimit = 0.03
    guard chroma > grayLimit else { return SIMD3(0.3 * place.x, 0, 0) }
    let hue = 0.4 * min(1, (chroma - grayLimit) / grayLimit) / chroma
    return SIMD3(0.3 * place.x, hue * place.y, hue * place.z)
  }

  /// The nearest readable pair of all, backgrounds counting double since they cover more; nil where the
  /// terminal has no such pair. A background to be avoided is that of the page, which a bar must differ from.
  /// At most the square of the number of colours in time, and mostly a few times that number.
  func pair(_ foreground: Color, on background: Color, isBold: Bool, avoiding avoided: UInt8? = nil) -> Pair?
  {
    let wantedText = Self.place(of: foreground, at: depth)
    let wantedGround = Self.place(of: background, at: depth)
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
    let wanted = Self.place(of: color, at: depth)
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
