import MonographModel

/// A page to begin with: front matter with its keys explained, the usual sections of the kind, and “Not stated.”
/// wherever something is not known yet, so that the page is true from its first line on.
public struct PageTemplate: Sendable {
  /// What sort of thing the page is about, in the singular.
  public let kind: String
  /// The name of the page.
  public let title: String
  /// The id that the page's place gives it.
  public let entity: EntityID

  /// Makes a template; nil where the kind or the name has no letter or digit to make an id of. Runs of blanks in
  /// the name become one space.
  public init?(kind: String, name: String) {
    let title = name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let folder = EntityID.slug(fromName: EntityID.plural(ofKind: kind))
    guard !EntityID.slug(fromName: kind).isEmpty,
      let entity = EntityID(folder: folder, slug: EntityID.slug(fromName: title))
    else { return nil }
    self.kind = kind
    self.title = title
    self.entity = entity
  }

  /// The path of the page's file within a content folder: `drugs/baclofen.md`.
  public var document: String { "\(entity.folder)/\(entity.slug).md" }

  /// The page in Markdown.
  public var markdown: String {
    var lines = MarkdownLines()
    for line in frontMatter { lines.add(line) }
    // The front matter has the title; a heading with marks in it would not say the same.
    if MarkdownText.isPlain(title) {
      lines.addGap()
      lines.add("# \(title)")
    }
    for section in TemplateSection.usual(forKind: kind) {
      lines.addGap()
      lines.add(String(repeating: "#", count: section.level + 1) + " " + section.heading)
      lines.addGap()
      if let hint = section.hint {
        lines.add("<!-- \(hint) -->")
        lines.addGap()
      }
      lines.add("Not stated.")
    }
    return lines.text
  }

  private var frontMatter: [String] {
    [
      "---",
      YAMLText.field("title", title),
      YAMLText.field("kind", kind),
      "# class: not stated                  shown beside the name in search results",
      "# aliases: not stated                other names, as a list: [one, another]",
      "source:",
      "  note: No source was checked. Not reviewed.",
      "  # publisher: not stated            who publishes the source, or what it is",
      "  # url: not stated",
      "  # licence: not stated              the licence of the text, such as CC0-1.0",
      "# version: not stated",
      "# effective: not stated              the date of the source, YYYY-MM-DD",
      "# reviewed: not stated               the date somebody reviewed the page, YYYY-MM-DD",
      "# identifiers: not stated            CURIEs, as a list: [UNII:H789N3FKE8]",
      "# relations: not stated              as a list; each with predicate, object (/diseases/stroke), name, source",
      "# references: not stated             CSL-YAML, as a list; each with id (the key of [@key]), author, title, issued, URL",
      "# infobox: not stated                anchors of the sections whose tables make it up, as a list: [pharmacokinetics]",
      "---",
    ]
  }
}
