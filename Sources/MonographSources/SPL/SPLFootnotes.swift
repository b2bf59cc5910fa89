import MonographModel

/// The footnotes of a table, or of a section's text outside tables, in the order of their marks.
///
/// The marks are those of printed tables, not numbers or letters: those, raised beside a dose or a word, could be
/// read as part of it.
struct SPLFootnotes {
  private var notes: [(id: String?, content: [Inline]?)] = []
  private var indices: [String: Int] = [:]
  /// Notes that stood under earlier tables, which later marks may name.
  private var known: [String: [Inline]] = [:]

  /// The mark of a footnote, from 0: `*`, `†`, `‡`, `§`, `¶`, `#`, then each doubled, and so on.
  static func mark(_ index: Int) -> String {
    let marks = ["*", "†", "‡", "§", "¶", "#"]
    return String(repeating: marks[index % marks.count], count: index / marks.count + 1)
  }

  /// Begins a collection of its own; gives the one to go back to.
  mutating func open() -> SPLFootnotes {
    let outer = self
    self = SPLFootnotes()
    known = outer.known
    return outer
  }

  /// Ends a collection: its notes, each after its mark, and the ids that no footnote has.
  mutating func close(restoring outer: SPLFootnotes) -> (notes: [[Inline]], missing: [String]) {
    var missing: [String] = []
    var finished: [[Inline]] = []
    for (index, note) in notes.enumerated() {
      let mark = Inline.superscript([.text(Self.mark(index))])
      let content = note.content ?? note.id.flatMap { known[$0] }
      if let content {
        finished.append(([mark, .text(" ")] + content).joiningTexts())
        if let id = note.id { known[id] = content }
      } else if let id = note.id {
        missing.append(id)
      }
    }
    let all = known
    self = outer
    known = all
    return (finished, missing)
  }

  /// Begins a footnote; its index.
  mutating func begin(id: String?) -> Int {
    if let id, let index = indices[id], notes[index].content == nil { return index }
    notes.append((id, nil))
    if let id { indices[id] = notes.count - 1 }
    return notes.count - 1
  }

  /// Ends a footnote with what it says.
  mutating func end(_ index: Int, content: [Inline]) {
    guard notes.indices.contains(index) else { return }
    notes[index].content = content
  }

  /// The index of the footnote with an id, which may be yet to come.
  mutating func reference(to id: String) -> Int {
    if let index = indices[id] { return index }
    notes.append((id, nil))
    indices[id] = notes.count - 1
    return notes.count - 1
  }
}
