import MonographModel

/// Finds references of the front matter whose title repeats the year that `issued` gives.
struct ReferenceYearCheck {
  let text: SourceText
  let log: DiagnosticLog

  /// Checks references, in the order of the front matter.
  func run(_ references: [Reference]) {
    var line = FrontMatter.place(in: text).yaml.lowerBound
    let end = FrontMatter.place(in: text).yaml.upperBound
    for reference in references {
      guard let year = reference.year, reference.title.trimmed.hasSuffix("(\(year))") else { continue }
      let wanted = Array("(\(year))".utf8)
      while line < end {
        defer { line += 1 }
        guard
          text.line(line).trimmingWhitespace.startsIgnoringCase(with: "title:")
            || text.line(line).trimmingWhitespace.startsIgnoringCase(with: "- title:"),
          let found = text.line(line).firstRange(of: wanted)
        else { continue }
        log.report(
          .doubledYear, line: line, column: text.column(at: found.lowerBound, line: line),
          "The title gives the year \(year), and issued does too.", fix: "remove it from the title")
        line += 1
        break
      }
    }
  }
}
