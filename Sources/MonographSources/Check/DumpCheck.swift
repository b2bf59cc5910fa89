import MonographModel

/// Checks the text of a wiki page as it is copied from a browser, each fault at its line and column.
struct DumpCheck {
  let limits: ReaderLimits

  /// What is wrong in a file. Costs time in proportion to its size.
  func check(_ file: SourceFile) -> [Diagnostic] {
    let log = DiagnosticLog(file: file.name, limitPerRule: limits.diagnosticsPerRule)
    guard file.bytes.count <= limits.fileSize else {
      log.report(
        .tooLarge, line: 0,
        "The file is \(file.bytes.count) bytes long; files up to \(limits.fileSize) are read.",
        fix: "split it")
      return log.finish()
    }
    let text = SourceText(decoding: file.bytes, log: log)
    CharacterCheck(text: text, log: log).run(longestLine: limits.lineLength)
    let (checked, findings) = DumpScan.checkedText(of: text)
    ContentRules.run(on: checked, log: log)
    report(findings, log: log)
    checkSections(checked, filled: findings.filledSections, log: log)
    checkReferences(findings.references, in: checked, log: log)
    return log.finish()
  }

  private func report(_ findings: DumpScan.Findings, log: DiagnosticLog) {
    for place in findings.diagrams {
      log.report(
        .residue, line: place.line, column: place.column, "The text of a Mermaid diagram begins here.",
        fix: "put it into a fence: ```mermaid")
    }
    for place in findings.cuts {
      log.report(
        .mermaid, line: place.line, column: place.column,
        "The diagram is cut off here; edges may be missing.", fix: "take it from the page's source")
    }
    for table in findings.tables {
      log.report(
        .residue, line: table.place.line, column: table.place.column,
        table.isWhole
          ? "The HTML of a table begins here." : "The HTML of a table begins here, and is cut off.",
        fix: "write it as a table in Markdown")
    }
    for control in findings.controls {
      log.report(
        .residue, line: control.place.line, column: control.place.column,
        "“\(control.words)” is left over from a web page's controls.", fix: "remove it")
    }
  }

  /// A section holds something where something stands under its own heading or that of a part of it.
  private func checkSections(_ text: CheckedText, filled: Set<Int>, log: DiagnosticLog) {
    var holding = filled
    for index in text.sections.indices.reversed() where holding.contains(index) {
      if let parent = text.sections[index].parent { holding.insert(parent) }
    }
    var names: Set<String> = []
    for (index, section) in text.sections.enumerated() where section.level > 0 {
      if !holding.contains(index) {
        log.report(
          .emptySection, line: section.place.line, column: section.place.column,
          "Nothing stands under “\(section.title)”.", fix: "write what is known, or remove the heading")
      }
      if section.level == 1, !names.insert(section.title.lowercased()).inserted {
        log.report(
          .duplicateAnchor, line: section.place.line, column: section.place.column,
          "The heading “\(section.title)” stands there twice.", fix: "join the two")
      }
    }
  }

  // MARK: - References

  private func checkReferences(_ references: [DumpScan.Reference], in text: CheckedText, log: DiagnosticLog) {
    for reference in references {
      let cell = CheckedCell(reference.scalars)
      for finding in DoubledYearRule.findings(in: cell.tokens) {
        log.report(
          .doubledYear, line: finding.place.line, column: finding.place.column, finding.message,
          fix: finding.fix)
      }
      if let first = cell.tokens.first, first.lowercased == "unknown" {
        log.report(
          .unknownAuthor, line: first.place.line, column: first.place.column,
          "The reference names no author.", fix: "find the author, or say that none is stated")
      }
    }
    tie(text.rows.flatMap(\.cells).flatMap(\.citations), to: references, log: log)
  }

  /// Ties citations to references that carry no keys: by order, with the year as a check. What is left over on
  /// either side is reported.
  private func tie(
    _ citations: [(key: String, place: SourcePlace)], to references: [DumpScan.Reference], log: DiagnosticLog
  ) {
    var left = references
    var known: Set<String> = []
    for citation in citations where known.insert(citation.key).inserted {
      let year = String(citation.key.reversed().prefix { $0.isNumber }.reversed())
      if let match = left.firstIndex(where: { year.count == 4 && $0.words.contains("(\(year))") }) {
        left.remove(at: match)
      } else {
        log.report(
          .unresolvedCitation, line: citation.place.line, column: citation.place.column,
          "No reference is of the year of the key “\(citation.key)”.",
          fix: "add the reference, or mend the key")
      }
    }
    for reference in left {
      log.report(
        .unusedReference, line: reference.place.line, column: reference.place.column,
        "Nothing cites this reference.")
    }
  }
}
