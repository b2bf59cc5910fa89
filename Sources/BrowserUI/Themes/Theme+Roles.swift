import TextLayout

/// What a role looks like: two slots of the palette and attributes.
struct RoleLook: Hashable, Sendable {
  /// The slot of the text.
  var foreground: Palette.Slot
  /// The slot of what it stands on; base00 is the page.
  var background: Palette.Slot
  /// What is true of the text beside its colours.
  var attributes: CellStyle.Attributes
  /// What is true of it where there are no colours.
  var monochrome: CellStyle.Attributes

  init(
    _ foreground: Palette.Slot, on background: Palette.Slot = .base00,
    _ attributes: CellStyle.Attributes = [],
    monochrome: CellStyle.Attributes? = nil
  ) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
    self.monochrome = monochrome ?? attributes
  }

  /// Whether it brings a background of its own.
  var isPainted: Bool { background != .base00 }
}

extension Role {
  /// The one mapping from palette to roles.
  ///
  /// Bold, underline and reverse, which every terminal has, tell apart without colour what must be told apart:
  /// headings, links, warnings, selections, focus, matches. Nothing is faint, since a faint text has less
  /// contrast than its colours promise.
  var look: RoleLook {
    switch self {
    case .body, .panelText: RoleLook(.base05)
    case .heading1, .heading2: RoleLook(.base0B, .bold)
    case .heading3: RoleLook(.base0C, .bold)
    case .label: RoleLook(.base05, .bold)
    case .code: RoleLook(.base09)
    case .quote: RoleLook(.base04, .italic)
    case .rule, .panelRule, .marker, .secondary, .linkNumber, .hint: RoleLook(.base04)
    case .warningTitle: RoleLook(.base00, on: .base08, .bold, monochrome: [.bold, .underline])
    case .warning: RoleLook(.base08, .bold, monochrome: [.bold, .italic])
    case .warningMark: RoleLook(.base00, on: .base08, .bold, monochrome: [.bold, .reverse])
    case .note: RoleLook(.base0C)
    case .inference: RoleLook(.base0E, .italic)
    case .link: RoleLook(.base0D, .underline)
    case .missingLink: RoleLook(.base0F, [.underline, .italic])
    case .externalLink: RoleLook(.base0C, .italic)
    case .citation: RoleLook(.base0E)
    case .header, .status: RoleLook(.base05, on: .base01, monochrome: .reverse)
    case .headerTitle: RoleLook(.base05, on: .base01, .bold, monochrome: [.bold, .reverse])
    case .badge: RoleLook(.base00, on: .base08, .bold, monochrome: [.bold, .underline, .reverse])
    case .hintKey, .prompt: RoleLook(.base0D, .bold)
    case .message: RoleLook(.base0B)
    case .error: RoleLook(.base12, .bold)
    case .panelTitle: RoleLook(.base0D, .bold)
    case .selection: RoleLook(.base05, on: .base02, .bold, monochrome: .reverse)
    case .field: RoleLook(.base05, on: .base01, .underline)
    }
  }
}

extension Style.Traits {
  /// The traits that change the whole look of a text: where the person is, and what the search found. They are
  /// always reversed, so that they show without colour.
  static let marks: Style.Traits = [.focused, .match, .currentMatch]

  /// The attributes that take the place of the role's own.
  var markAttributes: CellStyle.Attributes {
    var attributes: CellStyle.Attributes = []
    if contains(.focused) { attributes.formUnion([.underline, .reverse]) }
    if contains(.match) { attributes.formUnion([.bold, .reverse]) }
    if contains(.currentMatch) { attributes.formUnion([.bold, .underline, .reverse]) }
    return attributes
  }

  /// The attributes that are added to the role's own.
  var addedAttributes: CellStyle.Attributes {
    var attributes: CellStyle.Attributes = []
    if contains(.strong) { attributes.insert(.bold) }
    if contains(.emphasis) { attributes.insert(.italic) }
    // No terminal of old strikes text out; the page says in words or marks what this only hints at.
    if contains(.struck) { attributes.insert(.italic) }
    return attributes
  }

  /// The slot of the text that takes the place of the role's own; matches stand on the page.
  var foreground: Palette.Slot? {
    if contains(.currentMatch) { return .base09 }
    if contains(.match) { return .base0A }
    return nil
  }
}
