import ArgumentParser
import MonographLibrary
import MonographModel
import MonographReports
import TextLayout

/// `monograph compare`: two to four pages side by side, as text.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare", abstract: "Print two to four pages side by side, aligned by section.",
    discussion: """
      Side by side from \(DocumentLayout.Options.leastForColumns) columns on, else one under the other. Two \
      sources of one page are compared by the ids of their documents, such as the set ids of labels. Exit status 1 \
      where there is no such page or section.
      """)

  @OptionGroup var options: LibraryOptions

  @Argument(help: "Pages: titles, other names of them, ids such as /drugs/baclofen, or ids of documents.")
  var entities: [String]

  @Option(name: .long, help: "Only this section: a heading, an anchor, or a topic such as dose.")
  var section: String?

  @Option(name: .long, help: "The columns to set text in.")
  var width: Int?

  func validate() throws {
    guard (2...ComparisonReport.most).contains(entities.count) else {
      throw ValidationError(
        "compare takes two to four pages; \(entities.count == 1 ? "1 is" : "\(entities.count) are") named")
    }
    for entity in entities {
      try Usage.requireText(entity, for: "A page", "its title, another name of it, or its id")
    }
    if let width, !(20...1_000).contains(width) {
      throw ValidationError("--width takes a number of columns from 20 to 1000")
    }
  }

  func run() throws {
    let library = try options.open()
    do {
      try compare(library)
    } catch let error as LibraryError {
      throw Failure.input(error.description)
    }
  }

  private func compare(_ library: Library) throws {
    var subjects: [ReportRequest.Subject] = []
    for name in entities {
      let (entity, document) = try EntityChooser.choose(name, in: library)
      // Which document is offered first is asked here, so that a page is not compared with itself by another name.
      guard let page = try library.page(entity, document: document) else {
        throw Failure.notFound("this library has no page about \(name)")
      }
      let subject = ReportRequest.Subject(entity: entity, document: page.document)
      guard !subjects.contains(subject) else {
        throw Failure.input("\(name) is named twice; compare it with another page or document")
      }
      subjects.append(subject)
    }
    let page = try ReportMaker(library: library).page(for: .comparison(subjects))
    guard let monograph = page.monograph else { return }
    guard let shown = PageSelection(section, of: monograph) else {
      let absence = AbsentSection(section ?? "", of: monograph, page: page, columns: width)
      StandardOutput.write(absence.text)
      throw absence.failure
    }
    let columns = width ?? (StandardOutput.isTerminal ? StandardOutput.columns : 80)
    StandardOutput.write(PageText.text(of: shown, page: page, columns: columns))
  }
}
