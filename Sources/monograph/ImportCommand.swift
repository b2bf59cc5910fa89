import ArgumentParser
import MonographModel
import MonographSources

/// `monograph import`: a flattened wiki page to a page in Markdown.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Turn a flattened wiki page into a page in Markdown for an editor to finish.",
    discussion: """
      Headings, lists, definitions, tables, citations and diagrams are told again by words and form. Whatever was \
      inferred, removed or found wrong is printed with its line and column in FILE; in the page, what an editor \
      must look at stands in comments. The page is written to DIR/<kind>s/<name>.md, and its path is printed.

      Exit status 0 where the page was written, 1 where it was written and an error was found, 2 where no page \
      was written.
      """)

  @Argument(help: "The text of a wiki page, as copied from a browser.")
  var file: String

  @Option(name: [.short, .long], help: "The folder of pages to write to.")
  var output = "Content"

  @Option(
    name: .long, help: "What the page is about: drug, disease, gene, entity. Told from the page if not given."
  )
  var kind: String?

  @Flag(name: .long, help: "Write over a page that is there already.")
  var force = false

  func validate() throws {
    try Usage.requireText(file, for: "The file", "the path of a wiki page's text")
    try Usage.requireText(output, for: "--output", "the path of a folder of pages")
    if let kind { try Usage.requireText(kind, for: "--kind", "a word such as drug") }
  }

  func run() throws {
    if let kind { _ = try KindArgument.folder(of: kind) }
    let source: SourceFile
    do {
      source = try ContentFolder.read(try ContentFolder.file(at: file))
    } catch {
      throw Failure.input(error.diagnostic.description)
    }
    let result = WikiDumpImporter().read(source, kind: kind)
    for diagnostic in result.diagnostics { StandardError.write(diagnostic.printedLine) }
    guard let page = result.page else { throw ExitCode(2) }
    let path = "\(output)\(output.hasSuffix("/") ? "" : "/")\(page.entity.folder)/\(page.entity.slug).md"
    try NewFile.write(page.markdown, to: path, replacing: force)
    StandardOutput.write(PrintedText.line(path))
    if result.diagnostics.contains(where: { $0.severity == .error }) { throw ExitCode(1) }
  }
}
