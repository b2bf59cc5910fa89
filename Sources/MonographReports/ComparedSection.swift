import MonographModel

/// A section of one of the monographs that are compared, where it stands among the rows of the comparison.
struct ComparedSection {
  /// Which monograph it is of.
  var column: Int
  /// The section, without what is set apart from it.
  var section: Section
  /// The headings that it stands under in its source.
  var above: [String] = []
  /// What it speaks of.
  var subjects: Set<SectionSubject>
  /// What it speaks of besides, having no sections within it that part it.
  var covered: Set<SectionSubject> = []

  /// What it is aligned by: its subjects, else its heading.
  var keys: [String] { home + covered.map { "subject " + $0.name } }

  /// The same without what it speaks of besides: where sections within it stand.
  var home: [String] {
    guard subjects.isEmpty else { return subjects.map { "subject " + $0.name }.sorted() }
    return ["heading " + SectionSubject.folded(section.title)]
  }

  /// What stands in the place of a section that is set apart.
  static func pointer(to part: Section) -> Block {
    Block(
      .paragraph([
        .link(Link(target: .section(anchor: part.anchor), content: part.heading)),
        .emphasis([pointerWords]),
      ]))
  }

  private static let pointerWords = Inline.text(" stands apart, beside what the others say of it.")

  /// Whether it has text besides what leads to sections that are set apart.
  var hasOwnText: Bool {
    section.withDescendants.contains { section in
      section.blocks.contains { block in
        guard case .paragraph(let inlines) = block.content else { return true }
        return inlines.last != .emphasis([Self.pointerWords])
      }
    }
  }

  /// Its heading with those above it, as it stands over its text where that is not the row's own.
  var place: String { (above + [section.title]).joined(separator: " > ") }
}

extension Section {
  /// Whether a boxed warning stands in it or below it.
  var holdsBoxedWarning: Bool {
    ClinicalTopic.boxedWarning.labelSections.contains { LabelSection(sourceKey: sourceKey) == $0 }
      || ClinicalTopic.boxedWarning.score(heading: title) > 0
      || blocks.contains(where: \.holdsBoxedWarning) || subsections.contains(where: \.holdsBoxedWarning)
  }
}

extension Block {
  /// Whether it is a boxed warning, or one stands within it.
  fileprivate var holdsBoxedWarning: Bool {
    switch content {
    case .callout(let callout):
      callout.severity == .boxedWarning || callout.blocks.contains(where: \.holdsBoxedWarning)
    case .quote(let blocks): blocks.contains(where: \.holdsBoxedWarning)
    case .list(let list): list.items.joined().contains(where: \.holdsBoxedWarning)
    case .definitionList(let definitions):
      definitions.contains { $0.definitions.joined().contains(where: \.holdsBoxedWarning) }
    case .table(let table):
      (table.header + table.body + table.footer).joined().contains {
        $0.blocks.contains(where: \.holdsBoxedWarning)
      }
    case .columns(let columns): columns.contains { $0.blocks.contains(where: \.holdsBoxedWarning) }
    case .paragraph, .diagram, .code, .thematicBreak, .bibliography: false
    }
  }
}
