/// The colours of a terminal by their numbers, with the values that xterm gives them.
enum TerminalColor {
  /// The value of a number. Terminals differ in the first sixteen, and agree in the others.
  static func color(_ number: UInt8) -> Color {
    switch number {
    case ..<16: return named[Int(number)]
    case ..<232:
      let place = number - 16
      func channel(_ step: UInt8) -> UInt8 { step == 0 ? 0 : 55 + 40 * step }
      return Color(red: channel(place / 36), green: channel(place / 6 % 6), blue: channel(place % 6))
    default:
      let gray = 8 + 10 * (number - 232)
      return Color(red: gray, green: gray, blue: gray)
    }
  }

  private static let named: [Color] = [
    0x000000, 0xcd0000, 0x00cd00, 0xcdcd00, 0x0000ee, 0xcd00cd, 0x00cdcd, 0xe5e5e5, 0x7f7f7f, 0xff0000,
    0x00ff00, 0xffff00, 0x5c5cff, 0xff00ff, 0x00ffff, 0xffffff,
  ].map { Color($0) }

  /// The numbers that a theme may use at a depth. The first sixteen are left out where there are others,
  /// since their values are the terminal's; bright black is left out always, since some terminals make it
  /// their background.
  static func numbers(at depth: ColorDepth) -> [UInt8] {
    switch depth {
    case .monochrome: []
    case .colors8: Array(0...7)
    case .colors16: Array(0...7) + Array(9...15)
    case .colors256: Array(16...255)
    }
  }
}
