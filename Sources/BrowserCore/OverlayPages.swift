import MonographModel
import TextLayout

/// The help: every key that works where it was asked for, from the command table.
public enum HelpPage {
  /// Builds the help for a context.
  public static func monograph(for context: Context) -> Monograph {
    let sections = CommandEntry.Group.allCases.compactMap { group -> Section? in
      let entries = CommandTable.entries.filter { $0.group == group && $0.contexts.contains(context) }
      guard !entries.isEmpty else { return nil }
      let definitions = entries.map { entry in
        Definition(
          term: [.text(entry.keyNames.joined(separator: " "))],
          definitions: [[Block(.paragraph([.text(entry.summary)]))]])
      }
      return Section(
        heading: [.text(group.rawValue)], level: 1, anchor: EntityID.slug(fromName: group.rawValue),
        blocks: [Block(.definitionList(definitions))])
    }
    return .overlay(title: "Help", sections: sections)
  }
}

/// How keys are written for people: `Space`, `Ctrl-E`, `]t`.
public enum KeyName {
  /// The name of a string of keys in the notation of ``Key/sequence(_:)``.
  public static func name(of text: String) -> String {
    guard let keys = Key.sequence(text) else { return text }
    return keys.map { key in
      switch key {
      case .control(let letter): "Ctrl-\(letter.uppercased())"
      case .tab: "Tab"
      case .backTab: "Shift-Tab"
      case .backspace: "Backspace"
      case .pageDown: "PgDn"
      case .pageUp: "PgUp"
      case .escape: "Esc"
      default: key.description.filter { $0 != "<" && $0 != ">" }
      }
    }.joined()
  }
}

/// What `=` shows: where the page comes from, how old it is, what in it was inferred.
enum FactsPage {
  static func monograph(page: PageState?, library: LibrarySummary) -> Monograph {
    var sections: [Section] = []
    if let page { sections += self.sections(for: page) }
    sections.append(section("Library", self.facts(of: library)))
    return .overlay(title: "Where am I", sections: sections)
  }

  private static func sections(for page: PageState) -> [Section] {
    let source = page.monograph.source
    var here: [(String, String)] = [("Page", page.page.title), ("Kind", page.page.kind)]
    if let current = page.view.currentSection {
      let section = page.view.layout.sections[current]
      here.append(("Section", section.sectionPath.joined(separator: " > ")))
      if let date = section.effective { here.append(("Date of the section", date)) }
      if section.sourceKey != section.title, !section.sourceKey.isEmpty {
        let name = LabelSection(sourceKey: section.sourceKey)?.name
        let known = name.map { $0 == section.sourceKey ? "" : " (\($0))" } ?? ""
        here.append(("Named in the source", section.sourceKey + known))
      }
    }
    var names = [("Entity", page.page.entity.path)]
    if !page.monograph.aliases.isEmpty {
      names.append(("Other names", page.monograph.aliases.joined(separator: ", ")))
    }
    if !page.monograph.identifiers.isEmpty {
      names.append(("Identifiers", page.monograph.identifiers.map(\.curie).joined(separator: ", ")))
    }
    guard page.page.monograph != nil else { return [section("Here", here), section("Names", names)] }
    if let report = page.page.report {
      let about = report.entities.map { ("Page", $0.path) }
      return [section("Here", here), section("Made from", [("Source", source.summary)] + about)]
    }
    let notStated = "not stated"
    var facts: [(String, String)] = [
      ("Source", source.publisher ?? notStated), ("Version", source.version ?? notStated),
      ("Date", source.effective ?? notStated), ("Reviewed", source.reviewed ?? "not reviewed"),
    ]
    var more = [
      ("Document", source.document), ("Address", source.url ?? notStated),
      ("Licence", source.licence ?? notStated), ("Lines", String(source.lineCount)),
    ]
    // Labels alone have one.
    if let labeler = source.labeler { facts.insert(("Labeler", labeler), at: 1) }
    if let position = page.sourcePosition {
      more.append(
        ("Sources", "this is \(position.number) of \(position.count); w goes to the next, W lists them"))
    }
    // What the source says of itself stands where it is seen first, before addresses.
    var sections = [section("Here", here), section("Source", facts)]
    if let note = source.note {
      sections[1].blocks.append(
        Block(.callout(Callout(severity: .note, blocks: [Block(.paragraph([.text(note)]))]))))
    }
    sections[1].blocks += section("", more).blocks
    sections.append(section("Names", names))
    let inferred = page.view.layout.items.enumerated().compactMap { index, item -> (String, String)? in
      guard let why = item.inference else { return nil }
      let section = page.view.layout.section(ofItem: index)
      let title = section.map { page.view.layout.sections[$0].title } ?? ""
      return (title.isEmpty ? page.page.title : title, why)
    }
    if !inferred.isEmpty { sections.append(section("Inferred on this page", inferred)) }
    return sections
  }

  private static func facts(of library: LibrarySummary) -> [(String, String)] {
    var facts: [(String, String)] = [
      ("Library", library.title), ("File", library.path), ("Size", "\(max(1, library.bytes / 1024)) KiB"),
      ("Pages", String(library.pages)), ("Documents", String(library.documents)),
      ("Sections", String(library.sections)),
      ("Relations", String(library.relations)), ("Compiled", library.compiled ?? "not stated"),
    ]
    if let oldest = library.oldest, let newest = library.newest {
      facts.append(("Dates of pages", oldest == newest ? oldest : "\(oldest) to \(newest)"))
    }
    facts.append(("Not reviewed", "\(library.notReviewed) of \(library.documents) documents"))
    if !library.licences.isEmpty { facts.append(("Licences", library.licences.joined(separator: "; "))) }
    return facts
  }

  private static func section(_ title: String, _ facts: [(String, String)]) -> Section {
    Section(
      heading: [.text(title)], level: 1, anchor: EntityID.slug(fromName: title),
      blocks: [
        Block(
          .definitionList(
            facts.map { term, value in
              Definition(term: [.text(term)], definitions: [[Block(.paragraph([.text(value)]))]])
            }))
      ])
  }
}

/// A reference or an outside address, opened in place.
enum ReferencePage {
  static func monograph(_ reference: Reference, of monograph: Monograph) -> Monograph {
    var blocks = [Block(.paragraph([.text(reference.plainText)]))]
    if let url = reference.url {
      blocks.append(Block(.paragraph([.link(Link(target: .external(url), content: [.text(url)]))])))
    }
    if !reference.identifiers.isEmpty {
      blocks.append(Block(.paragraph([.text(reference.identifiers.map(\.curie).joined(separator: ", "))])))
    }
    if let note = reference.note {
      blocks.append(Block(.callout(Callout(severity: .note, blocks: [Block(.paragraph([.text(note)]))]))))
    }
    let place = reference.number ?? (monograph.references.firstIndex { $0.key == reference.key } ?? 0) + 1
    return .overlay(
      title: "Reference",
      sections: [
        Section(heading: [.text("Reference \(place)")], level: 1, anchor: "reference", blocks: blocks)
      ])
  }

  static func monograph(address: String, text: String) -> Monograph {
    .overlay(
      title: text,
      sections: [
        Section(
          heading: [.text(text)], level: 1, anchor: "address",
          blocks: [
            Block(.paragraph([.text(address)])),
            Block(
              .paragraph([
                .text("This address is outside the library, which works without a network. ")
              ])),
          ])
      ])
  }
}

extension Monograph {
  /// A document of the program's own, shown over the panels.
  static func overlay(title: String, sections: [Section]) -> Monograph {
    Monograph(entity: .overlay, title: title, source: Source(document: ""), sections: sections)
  }
}

extension EntityID {
  /// The id of documents that are not in any library.
  fileprivate static let overlay: EntityID = {
    guard let id = EntityID(folder: "overlay", slug: "page") else { preconditionFailure("a valid id") }
    return id
  }()
}
