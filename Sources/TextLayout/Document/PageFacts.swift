import MonographModel

/// What laying out an item needs to know of the page around it.
struct PageFacts: Sendable {
  /// The entities without a page.
  var missing: Set<EntityID>
  /// The bibliography.
  var references: [Reference]
  /// The number of each reference, from 1.
  var referenceNumbers: [String: Int]
  /// The references that the page cites.
  var citedKeys: Set<String> = []
  /// The tables of the infobox, by title.
  var infoboxTitles: [String]
  /// The characters to use.
  var glyphs: GlyphSet
  /// Whether links bear their numbers.
  var showsLinkNumbers: Bool
}

extension PageFacts {
  /// What a monograph says of the page as a whole.
  init(_ monograph: Monograph, missing: Set<EntityID>, options: DocumentLayout.Options) {
    self.missing = missing
    references = monograph.references
    referenceNumbers = Dictionary(
      monograph.references.enumerated().map { ($1.key, $1.number ?? $0 + 1) },
      uniquingKeysWith: { first, _ in first })
    infoboxTitles = monograph.infobox.map(\.title)
    glyphs = options.glyphs
    showsLinkNumbers = options.showsLinkNumbers
  }
}
