import ArgumentParser
import MonographModel
import MonographSources

/// `monograph check`: what is wrong with source files.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Report what is wrong in pages: file, line, column, rule and fix.",
    discussion: """
      A file whose name ends in .txt is read as the text of a wiki page, any other as a page in Markdown. A \
      comment before a block allows what a rule finds in it: <!-- check: allow RULE: reason -->, in front \
      matter # check: allow RULE: reason; allow RULE throughout covers the file.

      Exit status 1 where an error is found, 2 where a file cannot be read.
      """)

  @Argument(help: "Pages, or folders of them.")
  var files: [String] = []

  @Flag(name: .long, help: "Print JSON.")
  var json = false

  @Option(
    name: .long, parsing: .singleValue,
    help: ArgumentHelp("Print only what this rule finds; may be given again.", valueName: "name"))
  var rule: [String] = []

  @Flag(name: .long, help: "List the rules.")
  var rules = false

  @Option(
    name: .long, help: ArgumentHelp("Tell what a rule finds and where it comes from.", valueName: "rule"))
  var explain: String?

  func validate() throws {
    for file in files {
      try Usage.requireText(file, for: "A page", "the path of a page, or of a folder of pages")
    }
    for name in rule + (explain.map { [$0] } ?? []) where Rule(rawValue: name) == nil {
      throw ValidationError("No rule has the name “\(name)”; check --rules lists the rules.")
    }
    guard !files.isEmpty || rules || explain != nil else {
      throw ValidationError("Nothing to check; name a page, or a folder of pages.")
    }
  }

  func run() throws {
    if let explained = explain.flatMap(Rule.init) { return print([explained], isLong: true) }
    if rules { return print(Rule.allCases, isLong: false) }
    var check = SourceCheck()
    var isUnreadable = false
    let (listed, diagnostics) = try list()
    check.add(diagnostics)
    for file in listed {
      do {
        check.add(try ContentFolder.read(file))
      } catch {
        check.add([error.diagnostic])
        isUnreadable = true
      }
    }
    let found = check.finish().filter { rule.isEmpty || rule.contains($0.rule) }
    if json {
      StandardOutput.write(JSONValue.array(found.map(JSONValue.init)))
    } else {
      for diagnostic in found { StandardOutput.write(diagnostic.printedLine) }
    }
    if isUnreadable { throw ExitCode(2) }
    if found.contains(where: { $0.severity == .error }) { throw ExitCode(1) }
  }

  /// The files named, and those of the folders named.
  private func list() throws -> (files: [ContentFile], diagnostics: [Diagnostic]) {
    var listed: [ContentFile] = []
    var diagnostics: [Diagnostic] = []
    for path in files {
      guard Surroundings.exists(path) else {
        throw Failure.input("\(path): no such file")
      }
      if Surroundings.isFolder(path) {
        let listing = ContentFolder(path).list()
        listed += listing.files
        diagnostics += listing.diagnostics
      } else {
        do {
          listed.append(try ContentFolder.file(at: path))
        } catch {
          throw Failure.input(error.diagnostic.description)
        }
      }
    }
    return (listed, diagnostics)
  }

  // MARK: - The rules

  private func print(_ rules: [Rule], isLong: Bool) {
    if json {
      return StandardOutput.write(isLong ? JSONValue(rules[0]) : JSONValue.array(rules.map(JSONValue.init)))
    }
    for rule in rules {
      StandardOutput.write(isLong ? rule.explanation : rule.listing)
    }
  }
}

extension Rule {
  /// One line: name, severity, what it finds.
  fileprivate var listing: String {
    let name = name + String(repeating: " ", count: max(1, 24 - name.count))
    let severity = severity.rawValue + String(repeating: " ", count: max(1, 9 - severity.rawValue.count))
    return "\(name)\(severity)\(finds)\n"
  }

  /// A few lines: also where it comes from, what to write, and how to allow it.
  fileprivate var explanation: String {
    var lines = ["\(name)  \(severity.rawValue)", "Finds: \(finds).", "Source: \(guidance.source)."]
    if let fix = guidance.fix { lines.append("Fix: \(fix).") }
    if self != .allowance {
      lines.append("To allow it, with the reason: <!-- check: allow \(name): reason --> before the block.")
    }
    return lines.map { $0 + "\n" }.joined()
  }
}

extension JSONValue {
  fileprivate init(_ rule: Rule) {
    self = .object([
      ("name", .string(rule.name)), ("severity", .string(rule.severity.rawValue)),
      ("finds", .string(rule.finds)),
      ("source", .string(rule.guidance.source)), ("fix", .optional(rule.guidance.fix)),
    ])
  }
}
