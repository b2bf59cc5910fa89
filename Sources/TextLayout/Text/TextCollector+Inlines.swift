import MonographModel

extension TextCollector {
  /// How deep markup may be nested before its words alone are kept.
  private static let deepest = 100

  /// Adds running text.
  mutating func add(_ inlines: [Inline], _ style: Style, link: Int? = nil) {
    add(inlines, style, link: link, script: nil, depth: 0)
  }

  private mutating func add(
    _ inlines: [Inline], _ style: Style, link: Int?, script: ScriptCharacters.Position?, depth: Int
  ) {
    guard depth < Self.deepest else { return add(inlines.plainText, style, link: link) }
    for (position, inline) in inlines.enumerated() {
      switch inline {
      case .text(let words):
        guard let script, let sign = ScriptCharacters.mapped(words, script) else {
          add(words, style, link: link)
          continue
        }
        add(words, shownAs: sign, style, link: link)
      case .emphasis(let children):
        add(children, style.with(.emphasis), link: link, script: script, depth: depth + 1)
      case .strong(let children):
        add(children, style.with(.strong), link: link, script: script, depth: depth + 1)
      case .struck(let children):
        add(children, style.with(.struck), link: link, script: script, depth: depth + 1)
      case .code(let words): add(words, Style(.code, style.traits), link: link)
      case .link(let target): add(target, style, depth: depth)
      case .citation(let keys): addCitation(keys, style)
      case .superscript(let children):
        let isClosed = Self.needsClosing(children, before: inlines[(position + 1)...])
        add(children, at: .raised, sign: "^", isClosed: isClosed, style, link: link, depth: depth)
      case .subscript(let children):
        let isClosed = Self.needsClosing(children, before: inlines[(position + 1)...])
        add(children, at: .lowered, sign: "_", isClosed: isClosed, style, link: link, depth: depth)
      case .image(let alternative, let source):
        decorate("[image: ", style, link: link)
        add(alternative.isEmpty ? source : alternative, style, link: link)
        decorate("]", style, link: link)
      case .lineBreak: add(space: TextByte.lineBreak, style, link: link)
      }
    }
  }

  /// Whether a digit follows that would be read as a part of raised or lowered digits: the dose after the number of
  /// its note.
  private static func needsClosing(_ children: [Inline], before following: ArraySlice<Inline>) -> Bool {
    guard children.plainText.utf8.last.map({ $0 >= 0x30 && $0 <= 0x39 }) ?? false else { return false }
    for inline in following {
      if case .lineBreak = inline { return false }
      if let next = [inline].plainText.utf8.first { return next >= 0x30 && next <= 0x39 }
    }
    return false
  }

  /// Raised or lowered text: by Unicode's own characters where all have one, else `^2` or `^(text)`.
  private mutating func add(
    _ children: [Inline], at position: ScriptCharacters.Position, sign: String, isClosed: Bool,
    _ style: Style,
    link: Int?, depth: Int
  ) {
    let words = children.plainText
    guard !words.isEmpty else { return }
    // Footnote signs stand apart by themselves, and a citation has brackets of its own.
    let standsApart =
      words.utf8.first == 0x5B
      || words.unicodeScalars.allSatisfy { "*†‡§¶®™℠©°,; \u{A0}".unicodeScalars.contains($0) }
    let hasCharacters = page.glyphs == .unicode && ScriptCharacters.mapped(words, position) != nil
    if standsApart || hasCharacters {
      let script = hasCharacters ? position : nil
      return add(children, style, link: link, script: script, depth: depth + 1)
    }
    let isPlain = words.utf8.count == 1 || words.utf8.allSatisfy { $0 >= 0x2B && $0 <= 0x39 }
    let isShort = isPlain && !isClosed
    decorate(isShort ? sign : sign + "(", style, link: link)
    add(children, style, link: link, script: nil, depth: depth + 1)
    if !isShort { decorate(")", style, link: link) }
  }

  private mutating func add(_ link: Link, _ style: Style, depth: Int) {
    let target = page.target(of: link.target)
    let linked = Style(target.role, style.traits)
    let index = openLink(target, words: link.content.plainText)
    decorateNumber(of: index)
    let length = sourceLength
    add(link.content, linked, link: index, script: nil, depth: depth + 1)
    if sourceLength == length { decorate(target.name, linked, link: index) }
    if let mark = target.mark(page.glyphs) { decorate(mark, linked, link: index) }
  }

  /// Adds a link whose words are given.
  mutating func addLink(to target: PageLink.Target, _ words: String, _ traits: Style.Traits = []) {
    let linked = Style(target.role, traits)
    let index = openLink(target, words: words)
    decorateNumber(of: index)
    add(words, linked, link: index)
    if let mark = target.mark(page.glyphs) { decorate(mark, linked, link: index) }
  }

  /// Shows a link that was added before once more.
  mutating func decorateLink(to target: PageLink.Target, link: Int, _ words: String) {
    let linked = Style(target.role)
    decorateNumber(of: link)
    decorate(words + (target.mark(page.glyphs) ?? ""), linked, link: link)
  }

  /// Puts a link's number before it, where numbers are shown.
  private mutating func decorateNumber(of index: Int) {
    if page.showsLinkNumbers { decorate("[\(index + 1)]", Style(.linkNumber), link: index) }
  }

  /// `[1]`, or `[1,2]` with a link for each; a key without a reference stands as it is written.
  private mutating func addCitation(_ keys: [String], _ style: Style) {
    let style = Style(.citation, style.traits)
    for (position, key) in keys.enumerated() {
      cite(key)
      let opening = position == 0 ? "[" : ""
      let closing = position == keys.count - 1 ? "]" : ""
      guard let number = page.referenceNumbers[key] else {
        add(opening + "@" + key + "?" + closing, Style(.missingLink, style.traits))
        if closing.isEmpty { add(",", style) }
        continue
      }
      let index = openLink(.reference(key: key), words: "[\(number)]")
      decorateNumber(of: index)
      add(opening + String(number) + closing, style, link: index)
      if closing.isEmpty { add(",", style) }
    }
  }
}

extension Style {
  /// The style with more that is true of it.
  func with(_ traits: Traits) -> Style { Style(role, self.traits.union(traits)) }
}

extension PageFacts {
  /// Where a link leads, told apart by what the library has.
  func target(of target: LinkTarget) -> PageLink.Target {
    switch target {
    case .entity(let entity, let anchor):
      return missing.contains(entity) ? .missing(entity) : .entity(entity, anchor: anchor)
    case .section(let anchor): return .section(anchor: anchor)
    case .external(let address): return .external(address)
    }
  }
}

extension PageLink.Target {
  /// What a link to it looks like.
  var role: Role {
    switch self {
    case .entity, .section, .infobox: return .link
    case .missing: return .missingLink
    case .external: return .externalLink
    case .reference, .citations: return .citation
    }
  }

  /// The sign that tells a link to it from others without colour.
  func mark(_ glyphs: GlyphSet) -> String? {
    switch self {
    case .missing: return "?"
    case .external: return glyphs == .unicode ? "↗" : "^"
    case .entity, .section, .reference, .citations, .infobox: return nil
    }
  }

  /// What to call it where the source gives a link no words.
  var name: String {
    switch self {
    case .entity(let entity, _), .missing(let entity): return entity.nameFromSlug
    case .section(let anchor): return anchor
    case .external(let address): return address
    case .reference(let key), .citations(let key): return key
    case .infobox: return "Infobox"
    }
  }
}
