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

  @Argument(
    help:
      "A page: its title, another name of it, or its id such as /drugs/baclofen; or the id of one document, such as a label's set id."
  )
  var entity: String

  @Option(
    name: .long,
    help: "Only this section: its heading, anchor or name in the source, a topic such as dose, or infobox.")
  var section: String?

  @Option(name: .long, help: "Another source of the page, by its document id; text output lists them.")
  var source: String?

  @Option(name: .long, help: "The form to print.")
  var format = Format.text

  @Option(name: .long, help: "The columns to set text in.")
  var width: Int?

  func validate() throws {
    try Usage.requireText(entity, for: "The page", "its title, another name of it, or its id")
    if let source { try Usage.requireText(source, for: "--source", "the id of a document about the page") }
    try Usage.requireColumns(width)
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
    let page = try PageText.page(entity, document: source, from: library)
    guard let monograph = page.monograph else {
      if format == .text {
        StandardOutput.write(try MissingPageText.text(of: page, in: library, columns: width))
      }
      throw MissingPageText.failure(page)
    }
    guard let shown = PageSelection(section, of: monograph) else {
      let absence = AbsentSection(section ?? "", of: monograph, page: page, columns: width)
      if format == .text { StandardOutput.write(absence.text) }
      throw absence.failure
    }
    switch format {
    case .text: StandardOutput.write(PageText.text(of: shown, page: page, columns: width))
    case .markdown: write(try markdown(of: shown, whole: monograph, library))
    case .json: StandardOutput.write(JSONValue(shown, page: page))
    case .tree: StandardOutput.write(shown.monograph.treeDump + "\n")
    }
  }

  /// A file gets the source as it is; on a screen nothing of it may act.
  private func write(_ source: [UInt8]) {
    if StandardOutput.isTerminal {
      StandardOutput.write(String(decoding: source, as: UTF8.self))
    } else {
      StandardOutput.write(exactly: source)
    }
  }

  /// The bytes of the page's source; or of the lines of the section, with a comment after them that says where
  /// they come from, which the front matter says of a whole page.
  private func markdown(of shown: PageSelection, whole: Monograph, _ library: Library) throws -> [UInt8] {
    guard whole.source.document.hasSuffix(".md") else {
      throw Failure.input(
        "the source of \(whole.title), \(whole.source.document), is not Markdown; use --format text, json or tree"
      )
    }
    guard let bytes = try library.sourceText(entity: whole.entity, document: whole.source.document) else {
      throw Failure.notFound("this library keeps no source text of \(entity)")
    }
    guard section != nil else { return bytes }
    guard let lines = shown.monograph.sections.first?.lines else {
      throw Failure.input("that section has no lines of its own in the source; use --format text")
    }
    let sections = shown.monograph.sections.flatMap(\.withDescendants)
    let last = sections.compactMap(\.lines?.last).max() ?? lines.last
    var part = SourceLines.bytes(of: bytes, from: lines.first, through: last)
    if part.last != 0x0A, part.last != 0x0D { part.append(0x0A) }
    return part + Array("\n<!-- \(Provenance(shown).comment) -->\n".utf8)
  }
}
