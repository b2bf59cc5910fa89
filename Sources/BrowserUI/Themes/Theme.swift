/// A colour scheme: base16 or base24 colours and what goes with them. What a role looks like in it is in
/// `Theme+Roles.swift`; what a terminal makes of it is a ``ResolvedTheme``.
public struct Theme: Hashable, Sendable {
  /// Whether text is lighter or darker than what it stands on.
  public enum Variant: String, Hashable, Sendable {
    /// Light text on dark.
    case dark
    /// Dark text on light.
    case light
  }

  /// What the page stands on.
  public enum Background: String, Hashable, Sendable {
    /// The scheme's own background, painted in every cell.
    case painted
    /// The terminal's own colours. Since the program cannot know them, no colour of the scheme is put on
    /// them: text of the page is told apart by attributes, and only bars and marks that bring their own
    /// background have colour. It is readable on every terminal and costs the fewest bytes.
    case terminal
  }

  /// The name that a person chooses it by.
  public var name: String
  /// Light on dark or dark on light.
  public var variant: Variant
  /// The colours.
  public var palette: Palette
  /// What the page stands on.
  public var background: Background
  /// The contrast that every text has at least (WCAG 2), from 4.5 to 7.
  public var minimumContrast: Double

  /// Makes a theme.
  public init(
    name: String, variant: Variant, palette: Palette, background: Background = .painted,
    minimumContrast: Double = 4.5
  ) {
    self.name = name
    self.variant = variant
    self.palette = palette
    self.background = background
    self.minimumContrast = minimumContrast
  }

  /// The theme that needs no file.
  public static let standard = Theme(
    name: "standard", variant: .dark,
    palette: Palette(
      0x14181f, 0x2a3442, 0x34475e, 0x5b6675, 0xb4bdca, 0xe2e7ed, 0xebeef3, 0xf7f9fb, 0xf28b82, 0xf0a45d,
      0xe8c95a, 0x8ccf7e, 0x6fcfc9, 0x82b4f5, 0xc79bf0, 0xd9a58b),
    background: .terminal)
}
