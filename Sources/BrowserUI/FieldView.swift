import BrowserCore
import TextLayout

/// A line being typed, with its prompt before it and a note at its end; the cursor rests at the caret.
///
/// Of a text longer than its room the part round the caret is shown while it is edited, else its beginning, with a sign
/// at each end where something is out of sight. A note for which that leaves no room is not drawn.
enum FieldView {
  /// Draws the line; whether the note is on it.
  @discardableResult
  static func draw(
    _ sign: String, _ field: TextField, note: String, isEdited: Bool = true, in rectangle: Rectangle,
    _ painter: inout Painter
  ) -> Bool {
    painter.fill(rectangle, style: Style(.field))
    // A prompt leaves most of a narrow window to what is typed.
    let signRoom = min(rectangle.columns, max(1, rectangle.columns / 2))
    let signWidth = DisplayText.width(of: sign)
    var start = rectangle.column
    if signWidth <= signRoom {
      start += painter.draw(
        sign, row: rectangle.row, column: start, columns: signWidth, style: Style(.prompt))
    }
    let noteWidth = DisplayText.width(of: note)
    var room = max(1, rectangle.endColumn - start - 1)
    let beside = room - noteWidth - 2
    let textWidth = DisplayText.width(of: DisplayText.visible(field.text, glyphs: painter.glyphs))
    // What is being typed is more than the note.
    let hasNote = noteWidth > 0 && beside > 10 && (beside >= min(textWidth, 20) || !isEdited)
    if hasNote { room = beside }
    let window = Window(field, room: room, isEdited: isEdited, glyphs: painter.glyphs)
    painter.draw(
      window.text, row: rectangle.row, column: start, columns: room + 1, style: Style(.field))
    painter.cursor = Frame.Position(row: rectangle.row, column: start + window.caret)
    if hasNote {
      painter.draw(
        note, row: rectangle.row, column: rectangle.endColumn - noteWidth, columns: noteWidth,
        style: Style(.secondary))
    }
    return hasNote
  }

  /// The part of a text that is shown, and the column of the caret in it.
  struct Window {
    var text = ""
    var caret = 0

    /// So many columns, and one more for a caret behind the last character.
    init(_ field: TextField, room: Int, isEdited: Bool, glyphs: GlyphSet) {
      let pieces = field.characters.map { DisplayText.visible(String($0), glyphs: glyphs) }
      let widths = pieces.map { DisplayText.width(of: $0) }
      guard widths.reduce(0, +) > room else {
        text = pieces.joined()
        caret = widths[..<field.caret].reduce(0, +)
        return
      }
      let isUnicode = glyphs == .unicode
      let (left, right) = room < 4 ? ("", "") : isUnicode ? ("…", "…") : ("<", ">")
      let beginning = Self.count(widths[...], columns: room - right.count)
      let ending = pieces.count - Self.count(widths.reversed()[...], columns: room - left.count)
      var shown = 0..<beginning
      if isEdited, field.caret >= ending {
        shown = ending..<pieces.count
      } else if isEdited, field.caret > beginning {
        let inner = room - left.count - right.count
        let before = Self.count(widths[..<field.caret].reversed()[...], columns: inner / 2)
        let used = widths[(field.caret - before)..<field.caret].reduce(0, +)
        let after = Self.count(widths[field.caret...], columns: inner - used)
        shown = (field.caret - before)..<(field.caret + after)
      }
      let lead = shown.lowerBound > 0 ? left : ""
      text = lead + pieces[shown].joined() + (shown.upperBound < pieces.count ? right : "")
      caret =
        lead.count
        + widths[shown.lowerBound..<max(shown.lowerBound, field.caret)].prefix(shown.count).reduce(0, +)
    }

    /// How many of the first pieces take no more than so many columns.
    private static func count(_ widths: ArraySlice<Int>, columns: Int) -> Int {
      var used = 0
      return widths.prefix { width in
        used += width
        return used <= columns
      }.count
    }
  }
}
