/// What a flattened web page brings with it that is no part of its text.
enum DumpResidue {
  /// Words of controls, in lower case.
  private static let controls = [
    "show full description", "show less", "show more", "read more", "expand all", "collapse all",
    "[edit]", "edit this page", "view source", "back to top", "copy to clipboard",
  ]

  /// Whether a line stands where a web page draws a diagram: `Mermaid diagram (expand to render)`.
  static func isPlaceholder(_ text: String) -> Bool { text.lowercased().hasSuffix("(expand to render)") }

  /// Whether a line is a control and nothing else.
  static func isControl(_ text: String) -> Bool {
    text.utf8.count < 40 && controls.contains(text.lowercased())
  }

  /// Whether a line says that something was cut off.
  static func isCutMark(_ text: String) -> Bool { text == "..." || text == "…" || text == "[...]" }

  /// The control at the end of a line with other words before it.
  static func trailingControl(of text: String) -> Substring? {
    let end = String(text.suffix(40)).lowercased()
    guard let control = controls.first(where: { end.hasSuffix(" " + $0) || end.hasSuffix("." + $0) }) else {
      return nil
    }
    return text.suffix(control.count)
  }
}
