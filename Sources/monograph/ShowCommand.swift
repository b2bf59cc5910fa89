import ArgumentParser
import MonographLibrary
import MonographModel
import TextLayout

/// `monograph show`: a page, or a section of it, as text.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Print a page or one of its sections.",
    discussion: "Exit status 1 where there is no such page or section.")

  /// The forms a page is printed in.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, markdown, json, tree
  }

  @OptionGroup var options: LibraryOptions

  @Argument(help: "A page: its title, another name of it, or its id such as /drugs/baclofen.")
  var entity: String

  @Option(name: .long, help: "Only this section: its heading or anchor, or infobox.")
  var section: String?

  @Option(name: .long, help: "The form to print.")
  var format = Format.text

  @Option(name: .long, help: "The columns to set text in.")
  var width: Int?

  func validate() throws {
    try Usage.requireText(entity, for: "The page", "its title, another name of it, or its id")
    if let width, !(20...1_000).contains(width) {
      throw ValidationError("--width takes a number of columns from 20 to 1000")
    }
  }

  func run() throws {
    let library = try options.open()
    do {
      try show(library)
    } catch let error as LibraryError {
      throw Failure.input(error.description)
    }
  }

  private func show(_ library: Library) throws {
    let page = try PageText.page(entity, from: library)
    guard let monograph = page.monograph else {
      if format == .text {
        StandardOutput.write(try MissingPageText.text(of: page, in: library, columns: width))
      }
      throw MissingPageText.failure(page)
    }
    let shown = try PageSelection.select(section, of: monograph)
    switch format {
    case .text: StandardOutput.write(PageText.text(of: shown, missing: page.missing, columns: width))
    case .markdown:
      let source = try markdown(of: shown, whole: monograph, library)
      // A file gets the source as it is; on a screen nothing of it may act.
      if StandardOutput.isTerminal {
        StandardOutput.write(String(decoding: source, as: UTF8.self))
      } else {
        StandardOutput.write(exactly: source)
      }
    case .json: StandardOutput.write(JSONValue(shown))
    case .tree: StandardOutput.write(shown.treeDump + "\n")
    }
  }

  /// The bytes of the page's source, or of the lines of the section.
  private func markdown(of shown: Monograph, whole: Monograph, _ library: Library) throws -> [UInt8] {
    guard let bytes = try library.sourceText(entity: whole.entity, document: whole.source.document) else {
      throw Failure.notFound("this library keeps no source text of \(entity)")
    }
    guard section != nil else { return bytes }
    guard let lines = shown.sections.first?.lines else {
      throw Failure.input("that section has no lines of its own in the source; use --format text")
    }
    let last = shown.sections.flatMap(\.withDescendants).compactMap(\.lines?.last).max() ?? lines.last
    let part = SourceLines.bytes(of: bytes, from: lines.first, through: last)
    return part.last == 0x0A || part.last == 0x0D ? part : part + [0x0A]
  }
}

/// What a person typed to an entity.
enum EntityChooser {
  /// The one entity that a name means. Fails where there is none, naming the nearest, or several, naming them.
  static func choose(_ name: String, in library: Library) throws -> EntityID {
    let matches = try library.resolve(name)
    let withPages = matches.filter(\.hasPage)
    switch withPages.count {
    case 1: return withPages[0].entity
    case 0:
      if let missing = matches.first { return missing.entity }
      let near = try library.names(matching: name, limit: 3).map(\.title)
      let advice = near.isEmpty ? "" : "; did you mean \(near.joined(separator: ", "))?"
      throw Failure.notFound("this library has no page called \(name)\(advice)")
    default:
      let paths = withPages.map(\.entity.path).joined(separator: ", ")
      throw Failure.input("\(name) is the name of several pages: \(paths); use one of these")
    }
  }
}

/// A section of a page as a page of its own.
enum PageSelection {
  /// The page with only the section asked for: by anchor, by heading, or `infobox`. Nil is the whole page.
  static func select(_ name: String?, of monograph: Monograph) throws -> Monograph {
    guard let name else { return monograph }
    var shown = monograph
    shown.infobox = []
    if name.lowercased() == "infobox", !monograph.infobox.isEmpty {
      shown.sections = DocumentLayout.infobox(of: monograph).sections
      return shown
    }
    let slug = EntityID.slug(fromName: name)
    let sections = monograph.allSections
    let section =
      sections.first { $0.anchor == name }
      ?? sections.first { $0.title.lowercased() == name.lowercased() }
      ?? sections.first { $0.anchor.split(separator: "/").last.map(String.init) == slug }
      ?? sections.first { $0.title.lowercased().hasPrefix(name.lowercased()) }
    guard let section else {
      let titles = sections.map(\.title).filter { !$0.isEmpty }.joined(separator: ", ")
      throw Failure.notFound(
        "\(monograph.title) has no section \(name): not stated in this source. It has: \(titles)")
    }
    shown.sections = [section]
    return shown
  }
}

/// A page as lines of plain text.
enum PageText {
  /// The widest that text is set where nobody asks for a width.
  static let defaultMeasure = 84

  /// The page that a name means; one without a document where others only speak of it.
  static func page(_ name: String, from library: Library) throws -> Page {
    let id = try EntityChooser.choose(name, in: library)
    guard let page = try library.page(id) else {
      throw Failure.notFound("this library has no page about \(name)")
    }
    return page
  }

  /// As many columns as the terminal has, up to ``defaultMeasure``.
  static var usualColumns: Int {
    min(defaultMeasure, StandardOutput.isTerminal ? StandardOutput.columns : 80)
  }

  /// The title, where the page comes from and how old it is, then the page, in so many columns; nil: as many as
  /// the terminal has, up to ``defaultMeasure``.
  static func text(of monograph: Monograph, missing: Set<EntityID>, columns: Int?) -> String {
    let columns = columns ?? usualColumns
    let glyphs = Surroundings.glyphs
    var lines = DisplayText.wrap(
      DisplayText.visible("\(monograph.title)  (\(monograph.kind))", glyphs: glyphs), width: columns)
    var source = "Source: \(monograph.source.summary)"
    if !monograph.source.document.isEmpty { source += "; \(monograph.source.document)" }
    if let note = monograph.source.note { source += ". \(note)" }
    lines += DisplayText.wrap(DisplayText.visible(source, glyphs: glyphs), width: columns)
    lines.append("")
    let options = DocumentLayout.Options(width: columns, glyphs: glyphs, showsLinkNumbers: false)
    var layout = DocumentLayout(monograph, missing: missing, options: options)
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
