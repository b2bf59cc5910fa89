import MonographModel
import TextLayout

/// What is said of a page behind its name, in the room that is left there.
///
/// Where there is no room for all, that which tells two labels of one drug apart is kept longest: routes and forms;
/// then the kind; whose product it is, or who publishes it where that is not known; the class; the publisher. A fact is
/// whole or left out, but for several forms, of which the first are followed by the sign that there are more.
struct FactLine {
  private let facts: [PageFact]

  init(_ facts: [PageFact]) { self.facts = facts }

  /// The text, which begins with the space before it; empty where nothing fits.
  func text(columns: Int, glyphs: GlyphSet) -> String {
    var kept: [PageFact.Subject: String] = [:]
    var room = columns
    for subject in order {
      guard let fact = facts.first(where: { $0.subject == subject }) else { continue }
      // Each has a separator of two columns before it, whatever its place.
      let fitting = Self.versions(of: fact, glyphs: glyphs).first { DisplayText.width(of: $0) + 2 <= room }
      guard let fitting else { continue }
      kept[subject] = fitting
      room -= DisplayText.width(of: fitting) + 2
    }
    let said = facts.compactMap { kept[$0.subject] }
    return said.isEmpty ? "" : "  " + said.joined(separator: "; ")
  }

  /// The subjects, that which is kept longest first.
  private var order: [PageFact.Subject] {
    facts.contains { $0.subject == .labeler }
      ? [.form, .kind, .labeler, .entityClass, .publisher] : [.form, .kind, .publisher, .entityClass]
  }

  /// A fact whole, then what may stand for it.
  private static func versions(of fact: PageFact, glyphs: GlyphSet) -> [String] {
    let whole = DisplayText.visible(fact.text, glyphs: glyphs)
    guard fact.subject == .form else { return [whole] }
    let forms = whole.split(separator: Monograph.formSeparator)
    let sign = glyphs == .unicode ? "…" : "..."
    return [whole]
      + (1..<max(1, forms.count)).reversed().map { count in
        forms.prefix(count).joined(separator: Monograph.formSeparator) + Monograph.formSeparator + sign
      }
  }
}
