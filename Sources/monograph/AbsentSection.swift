import BrowserCore
import MonographModel
import TextLayout

/// What `show` says where a page has no section that was asked for: never that something is not stated while its
/// word stands on the page.
struct AbsentSection {
  private let name: String
  private let monograph: Monograph
  private let page: Page
  private let columns: Int
  private let layout: DocumentLayout
  private let absence: SectionAbsence

  /// The most blocks that are printed.
  private static let limit = 10

  /// Looks for the words of a section that a page has not.
  init(_ name: String, of monograph: Monograph, page: Page, columns: Int?) {
    self.name = name
    self.monograph = monograph
    self.page = page
    self.columns = columns ?? PageText.usualColumns
    let layout = DocumentLayout(
      monograph, missing: page.missing,
      options: DocumentLayout.Options(
        width: self.columns, glyphs: Surroundings.glyphs, showsLinkNumbers: false))
    self.layout = layout
    absence =
      PageSelection.topic(named: name).map { SectionAbsence(of: $0, in: layout) }
      ?? SectionAbsence(ofAny: [name], in: layout)
  }

  /// The blocks in which the word stands, each under the headings down to it; empty where there is none.
  var text: String {
    guard absence.count > 0 else { return "" }
    var lines = Provenance(PageSelection(whole: monograph), page: page).lines.flatMap(wrap)
    var layout = layout
    var section: Int?
    for item in absence.items.prefix(Self.limit) {
      if let now = layout.section(ofItem: item), now != section {
        section = now
        lines += [""] + wrap("Section: \(layout.sections[now].sectionPath.joined(separator: " > "))")
      }
      lines.append("")
      lines += layout.lines(of: item).map { line in
        String(line.text.reversed().drop { $0 == " " }.reversed())
      }
    }
    let more = absence.items.count - Self.limit
    if more > 0 { lines += ["", "It stands in \(more) more places; monograph show prints the whole page."] }
    return lines.joined(separator: "\n") + "\n"
  }

  /// That there is no such section, whether its word stands on the page, and what sections there are.
  var failure: Failure {
    let titles = monograph.allSections.map(\.title).filter { !$0.isEmpty }.joined(separator: ", ")
    let why =
      absence.word.map {
        "but “\($0)” stands \(absence.count == 1 ? "once" : "\(absence.count) times") on the page"
      } ?? "not stated in this source"
    return .notFound("\(monograph.title) has no section \(name), \(why). It has: \(titles)")
  }

  private func wrap(_ line: String) -> [String] {
    DisplayText.wrap(DisplayText.visible(line, glyphs: Surroundings.glyphs), width: columns)
  }
}
