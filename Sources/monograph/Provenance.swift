import BrowserCore
import MonographModel
import TextLayout

/// Where printed text comes from and how old it is: what every copy of it carries.
struct Provenance {
  private let title: String
  private let kind: String
  private let source: Source
  private let path: [String]
  private let effective: String?
  private let page: Page?

  /// How many other sources are named.
  private static let otherSourceLimit = 8

  /// The provenance of a page or a section of it.
  ///
  /// - Parameter page: The page as the library has it, where its other sources are to be named.
  init(_ selection: PageSelection, page: Page? = nil) {
    title = selection.monograph.title
    kind = selection.monograph.kind
    source = selection.monograph.source
    path = selection.path
    effective = selection.effective
    self.page = page
  }

  /// The lines before printed text: title and kind; source, version, dates, document, licence, note; the section;
  /// the other sources.
  var lines: [String] {
    var lines = ["\(title)  (\(kind))", "Source: \(facts)" + (source.note.map { ". \($0)" } ?? "")]
    if let section { lines.append("Section: \(section)") }
    if let others { lines.append(others) }
    for match in page?.related ?? [] {
      guard let words = match.relationWords else { continue }
      lines.append("Recorded under \(match.title): \(words); \(match.entity.path)")
    }
    return lines
  }

  /// The same in one line, for a comment of Markdown, which no two hyphens may stand in; nothing in it acts on a
  /// terminal.
  var comment: String {
    let words = [title, section, facts, source.note].compactMap(\.self).joined(separator: "; ")
    return DisplayText.visible(words, glyphs: .unicode)
      .split(separator: "--", omittingEmptySubsequences: false).joined(separator: "- -")
  }

  private var facts: String {
    var facts = [source.summary]
    if !source.document.isEmpty { facts.append(source.document) }
    if let licence = source.licence { facts.append("licence \(licence)") }
    return facts.joined(separator: "; ")
  }

  private var section: String? {
    guard !path.isEmpty else { return nil }
    return path.joined(separator: " > ") + (effective.map { ", dated \($0)" } ?? "")
  }

  private var others: String? {
    guard let page, page.documents.count > 1 else { return nil }
    let others = page.offeredDocuments.filter { $0.document != page.document }.map { entry in
      let facts = [entry.labeler ?? entry.publisher, entry.effective].compactMap(\.self)
      return entry.document + (facts.isEmpty ? "" : " (\(facts.joined(separator: ", ")))")
    }
    let shown = others.prefix(Self.otherSourceLimit).joined(separator: "; ")
    let more = others.count - min(others.count, Self.otherSourceLimit)
    let about = page.title == title ? "" : " about \(page.title)"
    return "One of \(page.documents.count) sources\(about); --source ID shows another: \(shown)"
      + (more > 0 ? "; and \(more) more" : "")
  }
}
