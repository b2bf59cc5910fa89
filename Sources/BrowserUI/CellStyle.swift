/// How a cell of the screen looks, in terms that any terminal has.
public struct CellStyle: Hashable, Sendable {
  /// An index into the terminal's colours; nil is the terminal's own default.
  public var foreground: UInt8?
  /// An index into the terminal's colours; nil is the terminal's own default.
  public var background: UInt8?
  /// Bold, underline and the like.
  public var attributes: Attributes

  /// What a terminal can do to a character beside colouring it.
  public struct Attributes: OptionSet, Hashable, Sendable {
    /// The bits.
    public let rawValue: UInt8

    /// Makes a set from its bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Heavier.
    public static let bold = Attributes(rawValue: 1)
    /// Fainter.
    public static let dim = Attributes(rawValue: 2)
    /// Underlined.
    public static let underline = Attributes(rawValue: 4)
    /// Foreground and background exchanged.
    public static let reverse = Attributes(rawValue: 8)
    /// Slanted.
    public static let italic = Attributes(rawValue: 16)
  }

  /// Makes a style.
  public init(foreground: UInt8? = nil, background: UInt8? = nil, attributes: Attributes = []) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }

  /// The terminal's own look.
  public static let plain = CellStyle()
}
