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

  /// Its heading with those above it, as it stands over its text where that is not the row's own.
  var place: String { (above + [section.title]).joined(separator: " > ") }
}

extension Section {
  /// Whether a boxed warning stands in it or below it.
  var holdsBoxedWarning: Bool {
    LabelSection(sourceKey: sourceKey)?.name == "boxed_warning"
      || blocks.contains {
        if case .callout(let callout) = $0.content { callout.severity == .boxedWarning } else { false }
      } || subsections.contains(where: \.holdsBoxedWarning)
  }
}
