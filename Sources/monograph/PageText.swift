import MonographLibrary
import MonographModel
import TextLayout

/// A page as lines of plain text.
enum PageText {
  /// The widest that text is set where nobody asks for a width.
  static let defaultMeasure = 84

  /// The page that a name means; one without a document where others only speak of it.
  ///
  /// - Parameter document: Which of the documents about it; nil: the one that the library offers first.
  static func page(_ name: String, document: String? = nil, from library: Library) throws -> Page {
    let (id, named) = try EntityChooser.choose(name, in: library)
    if let page = try library.page(id, document: document ?? named) { return page }
    guard let document, let page = try library.page(id) else {
      throw Failure.notFound("this library has no page about \(name)")
    }
    let known = page.offeredDocuments.map(\.document).joined(separator: ", ")
    throw Failure.notFound("this library has no source \(document) about \(page.title); it has \(known)")
  }

  /// As many columns as the terminal has, up to ``defaultMeasure``.
  static var usualColumns: Int {
    min(defaultMeasure, StandardOutput.isTerminal ? StandardOutput.columns : 80)
  }

  /// The title, where the page comes from and how old it is, then the page, in so many columns; nil: as many as
  /// the terminal has, up to ``defaultMeasure``.
  static func text(of selection: PageSelection, page: Page, columns: Int?) -> String {
    let columns = columns ?? usualColumns
    let glyphs = Surroundings.glyphs
    var lines = Provenance(selection, page: page).lines.flatMap {
      DisplayText.wrap(DisplayText.visible($0, glyphs: glyphs), width: columns)
    }
    lines.append("")
    let options = DocumentLayout.Options(
      width: columns, glyphs: glyphs, showsLinkNumbers: false,
      allowsColumns: columns >= DocumentLayout.Options.leastForColumns)
    var layout = DocumentLayout(selection.monograph, missing: page.missing, options: options)
    for item in layout.items.indices {
      for line in layout.lines(of: item) {
        var text = Substring(line.text)
        while text.last == " " { text = text.dropLast() }
        lines.append(String(text))
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
