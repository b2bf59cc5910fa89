/// A piece of running text.
public indirect enum Inline: Hashable, Sendable {
  /// Characters, with no line ends.
  case text(String)
  /// Emphasis, usually slanted.
  case emphasis([Inline])
  /// Strong emphasis, usually bold.
  case strong([Inline])
  /// Text the source strikes out.
  case struck([Inline])
  /// Text kept as it is.
  case code(String)
  /// A link.
  case link(Link)
  /// References by key: `[@bowery2010]`; one pair of brackets may name several.
  case citation([String])
  /// Raised text: the 2 of m².
  case superscript([Inline])
  /// Lowered text: the 2 of H₂O.
  case `subscript`([Inline])
  /// A picture, by its alternative text; shown as text.
  case image(alternative: String, source: String)
  /// A line end that the source demands.
  case lineBreak
}

/// A link and its text.
public struct Link: Hashable, Sendable {
  /// Where it leads.
  public var target: LinkTarget
  /// What it says.
  public var content: [Inline]

  /// Makes a link.
  public init(target: LinkTarget, content: [Inline]) {
    self.target = target
    self.content = content
  }
}

/// Where a link leads.
public enum LinkTarget: Hashable, Sendable {
  /// To another page, or to a section of it.
  case entity(EntityID, anchor: String?)
  /// To a section of the same page.
  case section(anchor: String)
  /// To an address outside the library.
  case external(String)
}

extension [Inline] {
  /// The words alone: markup and citations dropped, a line break as a space, what is raised or lowered apart
  /// from words and numbers beside it as ``RunningWords`` tells.
  public var plainText: String {
    if count == 1 {
      switch self[0] {
      case .text(let words), .code(let words): return words
      case .emphasis(let children), .strong(let children), .struck(let children): return children.plainText
      default: break
      }
    }
    var words = RunningWords()
    appendPlainText(to: &words)
    return words.text
  }

  private func appendPlainText(to text: inout RunningWords) {
    for inline in self {
      switch inline {
      case .text(let words), .code(let words): text.append(words)
      case .emphasis(let children), .strong(let children), .struck(let children):
        children.appendPlainText(to: &text)
      case .superscript(let children): text.append(children.plainText, isRaised: true)
      case .subscript(let children): text.append(children.plainText, isRaised: false)
      case .link(let link): link.content.appendPlainText(to: &text)
      case .citation: break
      case .image(let alternative, _): text.append(alternative)
      case .lineBreak: text.append(" ")
      }
    }
  }
}
