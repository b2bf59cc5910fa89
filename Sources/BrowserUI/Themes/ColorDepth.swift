/// How many colours a terminal shows.
public enum ColorDepth: Hashable, Sendable, CaseIterable {
  /// None; attributes alone.
  case monochrome
  /// The eight of ECMA-48.
  case colors8
  /// The eight and their bright versions.
  case colors16
  /// The sixteen, a cube of 216, and 24 greys.
  case colors256

  /// The depth of a terminal that says it has so many colours.
  public init(colors: Int) {
    switch colors {
    case ..<8: self = .monochrome
    case ..<16: self = .colors8
    case ..<256: self = .colors16
    default: self = .colors256
    }
  }
}
