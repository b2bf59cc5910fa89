/// The colours of a base16 or base24 scheme by their slots.
public struct Palette: Hashable, Sendable {
  /// A place in a scheme. The first sixteen are base16's; the others are base24's.
  public enum Slot: UInt8, Hashable, Sendable, CaseIterable {
    /// The background, a lighter one for bars, one for selections, and a faint foreground.
    case base00, base01, base02, base03
    /// The foreground of bars, the foreground, and two lighter ones.
    case base04, base05, base06, base07
    /// Red, orange, yellow, green.
    case base08, base09, base0A, base0B
    /// Cyan, blue, magenta, brown.
    case base0C, base0D, base0E, base0F
    /// Two darker backgrounds, then bright red and yellow.
    case base10, base11, base12, base13
    /// Bright green, cyan, blue and magenta.
    case base14, base15, base16, base17

    /// The slot that stands in where a base16 scheme has no such slot.
    var substitute: Slot? {
      switch self {
      case .base10, .base11: .base00
      case .base12: .base08
      case .base13: .base0A
      case .base14: .base0B
      case .base15: .base0C
      case .base16: .base0D
      case .base17: .base0E
      default: nil
      }
    }
  }

  private var colors: [Color]

  /// Takes the colour of each slot; nil, and the first slot of base16 that has none, where one lacks.
  init(_ color: (Slot) -> Color?) throws(MissingSlot) {
    colors = []
    for slot in Slot.allCases {
      guard let color = color(slot) ?? slot.substitute.map({ colors[Int($0.rawValue)] }) else {
        throw MissingSlot(slot: slot)
      }
      colors.append(color)
    }
  }

  /// A base16 palette from `0xrrggbb` values: the first is base00, the others follow.
  init(
    _ base00: UInt32, _ base01: UInt32, _ base02: UInt32, _ base03: UInt32, _ base04: UInt32,
    _ base05: UInt32, _ base06: UInt32, _ base07: UInt32, _ base08: UInt32, _ base09: UInt32,
    _ base0A: UInt32, _ base0B: UInt32, _ base0C: UInt32, _ base0D: UInt32, _ base0E: UInt32,
    _ base0F: UInt32
  ) {
    colors = [
      base00, base01, base02, base03, base04, base05, base06, base07, base08, base09, base0A, base0B, base0C,
      base0D, base0E, base0F,
    ].map { Color($0) }
    for slot in Slot.allCases.dropFirst(16) { colors.append(colors[Int(slot.substitute?.rawValue ?? 0)]) }
  }

  /// A slot that a scheme lacks.
  struct MissingSlot: Error {
    var slot: Slot
  }

  /// The colour in a slot.
  public subscript(slot: Slot) -> Color { colors[Int(slot.rawValue)] }

  /// Whether it holds greys alone.
  public var isGray: Bool { colors.allSatisfy(\.isGray) }
}
