/// Which ways lines leave a cell.
struct LineArms: OptionSet, Hashable, Sendable {
  let rawValue: UInt8

  init(rawValue: UInt8) { self.rawValue = rawValue }

  static let up = LineArms(rawValue: 1)
  static let down = LineArms(rawValue: 2)
  static let left = LineArms(rawValue: 4)
  static let right = LineArms(rawValue: 8)

  private static let unicode = Array(" │││─┘┐┤─└┌├─┴┬┼")
  private static let ascii = Array(" |||-+++-+++-+++")

  /// The character that has these arms; one arm alone is drawn as a whole line.
  func character(_ glyphs: GlyphSet) -> Character {
    let index = Int(rawValue & 15)
    return glyphs == .unicode ? Self.unicode[index] : Self.ascii[index]
  }
}
