import MonographModel

/// Makes the sections of a document from those of a label: headings, levels, anchors, highlights and boxes.
struct SPLOutline {
  /// The anchor of each section of the source, by its number.
  private(set) var anchors: [Int: String] = [:]
  /// Sections of the document that hold links or pictures to resolve, by anchor.
  private(set) var unresolved: Set<String> = []
  private var paths = SectionAnchors()

  /// The sections, those of the product data left out. Sections without a class and a title become part of the
  /// section they stand in.
  mutating func sections(of label: SPLLabel) -> [Section] {
    label.sections.compactMap { source in
      guard source.code != SPLHeading.productData || !source.blocks.isEmpty || !source.sections.isEmpty
      else { return nil }
      return section(source, level: 1, parent: nil, isBoxed: false)
    }
  }

  /// An anchor that no section has yet.
  mutating func anchor(for heading: [Inline], within parent: String?) -> String {
    let slug = EntityID.slug(fromName: heading.plainText)
    return paths.unused(SectionAnchors.wanted(slug: slug, parent: parent ?? ""))
  }

  private mutating func section(
    _ source: SPLLabel.Section, level: Int, parent: Section?, isBoxed: Bool
  ) -> Section {
    let heading = heading(of: source, within: parent)
    let anchor = anchor(for: heading, within: parent?.anchor)
    anchors[source.number] = anchor
    var section = Section(
      heading: heading, level: level, anchor: anchor, sourceKey: source.code, effective: source.effective,
      lines: source.lines)
    fill(&section, from: source, isBoxed: isBoxed || source.code == SPLHeading.boxedWarning)
    return section
  }

  private func heading(of source: SPLLabel.Section, within parent: Section?) -> [Inline] {
    if !source.title.isEmpty { return source.title }
    if source.code == SPLHeading.unclassified || source.code.isEmpty, let parent {
      return [.text(parent.title + " (continued)")]
    }
    return [.text(SPLHeading.heading(code: source.code, displayName: source.displayName))]
  }

  /// Puts the highlights, the text and the sections of a source into a section.
  private mutating func fill(_ section: inout Section, from source: SPLLabel.Section, isBoxed: Bool) {
    if source.isUnresolved { unresolved.insert(section.anchor) }
    let isTwice = source.highlights.plainText(separator: " ") == source.blocks.plainText(separator: " ")
    if source.highlights.isEmpty || isTwice {
      section.blocks += isBoxed ? Self.boxed(source.blocks) : source.blocks
    } else if source.blocks.isEmpty, source.sections.isEmpty {
      section.blocks += isBoxed ? Self.boxed(source.highlights) : source.highlights
    } else {
      let highlights = Self.callout(.note, title: "Highlights", source.highlights)
      section.blocks += isBoxed ? Self.boxed(source.blocks) + [highlights] : [highlights] + source.blocks
    }
    for inner in source.sections {
      let isPart = inner.title.isEmpty && (inner.code == SPLHeading.unclassified || inner.code.isEmpty)
      if isPart, section.subsections.isEmpty {
        // The text of the section goes on; the date from which all of it holds is the later one.
        anchors[inner.number] = section.anchor
        if let date = inner.effective, date > section.effective ?? "" { section.effective = date }
        fill(&section, from: inner, isBoxed: isBoxed)
      } else {
        section.subsections.append(
          self.section(inner, level: section.level + 1, parent: section, isBoxed: isBoxed))
      }
    }
  }

  private static func boxed(_ blocks: [Block]) -> [Block] {
    blocks.isEmpty ? [] : [callout(.boxedWarning, title: "", blocks)]
  }

  private static func callout(_ severity: Callout.Severity, title: String, _ blocks: [Block]) -> Block {
    let lines = blocks.compactMap(\.lines)
    let first = lines.map(\.first).min()
    let last = lines.map(\.last).max()
    return Block(
      .callout(Callout(severity: severity, title: title.isEmpty ? [] : [.text(title)], blocks: blocks)),
      lines: first.flatMap { first in last.map { LineRange(first: first, last: $0) } })
  }
}
