import TextLayout

/// A theme on a terminal: the cell style of every text style, worked out beforehand.
public struct ResolvedTheme: Hashable, Sendable {
  /// The theme.
  public let theme: Theme
  /// The terminal's colours.
  public let depth: ColorDepth
  private let table: [CellStyle]

  private static let traitCount = 64

  /// Works out every style.
  public init(_ theme: Theme, depth: ColorDepth) {
    self.theme = theme
    self.depth = depth
    let resolver = Resolver(theme: theme, depth: depth)
    var table: [CellStyle] = []
    table.reserveCapacity(Role.allCases.count * Self.traitCount)
    for role in Role.allCases {
      for traits in 0..<Self.traitCount {
        table.append(resolver.style(Style(role, Style.Traits(rawValue: UInt8(traits)))))
      }
    }
    self.table = table
  }

  /// How a style looks on this terminal. Constant time.
  public func style(_ style: Style) -> CellStyle {
    table[Int(style.role.rawValue) * Self.traitCount + Int(style.traits.rawValue) % Self.traitCount]
  }

  /// The look of an empty page.
  public var page: CellStyle { style(Style(.body)) }
}

/// Turns slots into the terminal's colours.
private struct Resolver {
  private let usesMonochromeAttributes: Bool
  private let leavesPageAlone: Bool
  /// Whether bold text may come in the bright version of its colour, as of the first eight it often does.
  private let boldIsBright: Bool
  private var pairs: [Wanted: ColorReduction.Pair] = [:]

  private struct Wanted: Hashable {
    var foreground: Palette.Slot
    var background: Palette.Slot
    var isBold: Bool
  }

  init(theme: Theme, depth: ColorDepth) {
    usesMonochromeAttributes = depth == .monochrome || theme.palette.isGray
    leavesPageAlone = theme.background == .terminal
    boldIsBright = depth == .colors8 || depth == .colors16
    let reduction = ColorReduction(
      depth: depth, minimumContrast: theme.minimumContrast, ofGraysAlone: theme.palette.isGray)
    let palette = theme.palette
    guard let page = reduction.pair(palette[.base05], on: palette[.base00], isBold: false)?.background else {
      return
    }
    for wanted in wanted {
      if wanted.background == .base00 {
        guard !leavesPageAlone else { continue }
        guard
          let text = reduction.foreground(palette[wanted.foreground], on: page, isBold: wanted.isBold)
        else { continue }
        pairs[wanted] = ColorReduction.Pair(foreground: text, background: page)
      } else {
        pairs[wanted] = reduction.pair(
          palette[wanted.foreground], on: palette[wanted.background], isBold: wanted.isBold, avoiding: page)
      }
    }
  }

  private var wanted: Set<Wanted> {
    var wanted: Set<Wanted> = []
    for isBold in boldIsBright ? [false, true] : [false] {
      for look in Role.allCases.map(\.look) {
        wanted.insert(Wanted(foreground: look.foreground, background: look.background, isBold: isBold))
      }
      for traits in [Style.Traits.match, .currentMatch] {
        guard let slot = traits.foreground else { continue }
        wanted.insert(Wanted(foreground: slot, background: .base00, isBold: isBold))
      }
    }
    return wanted
  }

  func style(_ style: Style) -> CellStyle {
    let look = style.role.look
    let mark = style.traits.foreground
    let background = mark == nil ? look.background : .base00
    let isPlain = leavesPageAlone && background == .base00

    var attributes = usesMonochromeAttributes || isPlain ? look.monochrome : look.attributes
    if !style.traits.isDisjoint(with: .marks) { attributes = style.traits.markAttributes }
    attributes.formUnion(style.traits.addedAttributes)
    guard !isPlain else { return CellStyle(attributes: attributes) }

    var wanted = Wanted(
      foreground: mark ?? look.foreground, background: background,
      isBold: boldIsBright && attributes.contains(.bold))
    if pairs[wanted] == nil, wanted.isBold {
      wanted.isBold = false
      if pairs[wanted] != nil { attributes.remove(.bold) }
    }
    let colors = pairs[wanted]
    return CellStyle(foreground: colors?.foreground, background: colors?.background, attributes: attributes)
  }
}
