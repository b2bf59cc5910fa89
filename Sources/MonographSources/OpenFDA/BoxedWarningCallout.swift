import MonographModel

/// The box of a boxed warning: its title is the words in capitals that it begins with.
struct BoxedWarningCallout {
  private let title: String

  init(_ text: LabelText, _ part: LabelPart) {
    title = part.heading.isEmpty ? "" : text.string(text.trimmed(part.heading))
  }

  /// The box around blocks.
  func block(_ blocks: [Block]) -> Block {
    Block(
      .callout(Callout(severity: .boxedWarning, blocks: blocks)), lines: blocks.first?.lines,
      inference: nil)
  }
}
