import BrowserCore
import TextLayout

/// The first line: title and kind at the left; boxed warning, section, place and percent at the right.
enum HeaderView {
  static func draw(_ state: BrowserState, in rectangle: Rectangle, _ painter: inout Painter) {
    painter.fill(rectangle, style: Style(.header))
    guard let page = state.page else {
      painter.draw(
        state.library.title, row: rectangle.row, column: 0, columns: rectangle.columns,
        style: Style(.headerTitle))
      return
    }
    let view = page.view
    let sections = view.layout.sections
    // A document may be about a product of the entity: what is read is named first.
    let title = page.page.monograph?.title ?? page.page.title
    // The name is what must not be cut: what stands beside it takes its shorter form before that.
    var badges = [""]
    if sections.contains(where: \.hasBoxedWarning) {
      badges = rectangle.columns < 60 ? ["BOXED", "!"] : ["BOXED WARNING", "BOXED", "!"]
    }
    let percent = "\(view.percent)%"
    let places = (view.currentSection.map { ["\($0 + 1)/\(sections.count) \(percent)"] } ?? []) + [percent]
    let forms = badges.flatMap { badge in places.map { (badge, $0) } }
    let wanted = rectangle.columns - DisplayText.width(of: title)
    let (badge, place) =
      forms.first { badge, place in place.count + 1 + (badge.isEmpty ? 0 : badge.count + 1) <= wanted }
      ?? forms[forms.count - 1]
    var end = drawAtEnd(place, before: rectangle.endColumn, rectangle, Style(.header), &painter)
    if !badge.isEmpty { end = drawAtEnd(badge, before: end - 1, rectangle, Style(.badge), &painter) }
    var column = rectangle.column
    let room = end - 1
    column += painter.draw(
      title, row: rectangle.row, column: column, columns: room - column, style: Style(.headerTitle))
    let path = view.currentSection.map { sections[$0].sectionPath.filter { !$0.isEmpty } } ?? []
    let kind = page.page.kind + (page.page.monograph == nil ? " ?" : "")
    let kinds = title == page.page.title ? [kind] : ["\(page.page.title), \(kind)", page.page.title, kind]
    // Where there is no room for both, the section says more than the kind.
    let beside = room - column - 2
    let isPathShown = fit(path, columns: beside, glyphs: painter.glyphs) != nil
    let form = kinds.first { form in
      let width = DisplayText.width(of: form) + 2
      guard width < room - column else { return false }
      return page.page.monograph == nil || !isPathShown
        || fit(path, columns: beside - width, glyphs: painter.glyphs) != nil
    }
    if let form {
      column += painter.draw(
        "  \(form)", row: rectangle.row, column: column, columns: room - column, style: Style(.header))
    }
    let available = room - column - 2
    guard let text = fit(path, columns: available, glyphs: painter.glyphs) else { return }
    painter.draw(
      text, row: rectangle.row, column: room - DisplayText.width(of: text), columns: available,
      style: Style(.header))
  }

  /// Draws text that ends before a column; gives the column it begins at.
  private static func drawAtEnd(
    _ text: String, before end: Int, _ rectangle: Rectangle, _ style: Style, _ painter: inout Painter
  ) -> Int {
    let width = DisplayText.width(of: text)
    let start = end - width
    guard start >= rectangle.column else { return end }
    painter.draw(text, row: rectangle.row, column: start, columns: width, style: style)
    return start
  }

  /// As many of the last parts of a section path as fit; the beginning of the last where not even that does; nil where
  /// there is room for no more than a word of it.
  private static func fit(_ path: [String], columns: Int, glyphs: GlyphSet) -> String? {
    for start in path.indices {
      let text = path[start...].joined(separator: " > ")
      if DisplayText.width(of: text) <= columns { return text }
    }
    guard let last = path.last, columns >= 16 else { return nil }
    return DisplayText.truncate(last, width: columns, glyphs: glyphs)
  }
}
