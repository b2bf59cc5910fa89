import ArgumentParser
import MonographModel
import MonographSources

/// `monograph new`: a page to begin with.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Start a page: front matter, the usual sections, and “Not stated.” in each.",
    discussion: """
      The page is written to DIR/<kind>s/<name>.md, and its path is printed. A page that is there already is left \
      as it is, which is exit status 2.
      """)

  @Argument(help: "What the page is about: drug, disease, gene, entity, or another kind in the singular.")
  var kind: String

  @Argument(help: "The name of the page; its words may be given one by one.")
  var name: [String]

  @Option(name: [.short, .long], help: "The folder of pages to write to.")
  var output = "Content"

  func validate() throws {
    try Usage.requireText(kind, for: "The kind", "a word such as drug")
    try Usage.requireText(name.joined(), for: "The name", "the name of the page, such as Baclofen")
    try Usage.requireText(output, for: "--output", "the path of a folder of pages")
  }

  func run() throws {
    _ = try KindArgument.folder(of: kind)
    let name = name.joined(separator: " ")
    guard !name.unicodeScalars.contains(where: \.isControl), let page = PageTemplate(kind: kind, name: name)
    else {
      throw Failure.input(
        "“\(name)” cannot be a page's name: it needs a letter or digit, and no control characters")
    }
    let path = "\(output)\(output.hasSuffix("/") ? "" : "/")\(page.document)"
    try NewFile.write(page.markdown, to: path, replacing: false)
    StandardOutput.write(PrintedText.line(path))
  }
}

extension Unicode.Scalar {
  /// Whether it is a control character, or one that changes the direction of text.
  fileprivate var isControl: Bool {
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}
