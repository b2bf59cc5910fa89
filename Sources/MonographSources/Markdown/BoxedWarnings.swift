import MonographModel

/// The boxed warnings of a page: warnings in a section about them, such as `## Boxed Warning`. A label's box is
/// its strongest warning, and stays named in the header of every place on its page.
enum BoxedWarnings {
  /// Makes the warnings that stand directly in such a section boxed ones.
  static func mark(in section: inout Section) {
    if ClinicalTopic.boxedWarning.score(heading: section.title) > 0 {
      for index in section.blocks.indices {
        guard case .callout(var callout) = section.blocks[index].content, callout.severity.isWarning else {
          continue
        }
        callout.severity = .boxedWarning
        section.blocks[index].content = .callout(callout)
      }
    }
    for index in section.subsections.indices { mark(in: &section.subsections[index]) }
  }
}
