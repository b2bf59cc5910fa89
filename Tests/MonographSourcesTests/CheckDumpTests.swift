import Foundation
import MonographModel
import Testing

/// The text of a wiki page, as copied from a browser.
@Suite("The text of a wiki page") struct CheckDumpTests {
  private func places(_ diagnostics: [Diagnostic]) -> [String] {
    diagnostics.map { "\($0.line):\($0.column) \($0.rule)" }
  }

  @Test("is checked line by line, glued headings and diagrams and all")
  func fixture() throws {
    let data = try Data(contentsOf: CheckRuleTests.folder.appending(path: "dump.txt"))
    let found = checked(String(decoding: data, as: UTF8.self), named: "dump.txt")
    #expect(
      places(found) == [
        "3:1 residue", "6:1 mermaid", "7:18 residue", "13:1 empty-section", "16:8 uncited-dose",
        "16:11 thousands", "16:16 microgram-symbol", "16:16 slash-in-dose", "17:24 buried-warning",
        "19:13 symbol-in-dose", "27:1 pregnancy-letter", "29:15 doubled-year", "30:2 unknown-author",
        "31:1 unused-reference", "32:1 residue", "32:35 maximum-is-a-range", "32:35 uncited-dose",
        "33:1 residue",
      ])
  }

  @Test("has its citations tied to references without keys by their years")
  func references() {
    let found = checked(
      "T\nOverview\nA[@x2001], B[@y2001], C[@z2002].\nReferences\n[X (2001)](a)\n[Z (2002)](b)\n[V (2003)](c)\n",
      named: "t.txt")
    #expect(places(found) == ["3:14 unresolved-citation", "7:1 unused-reference"])
  }

  @Test("may be empty, or hold nothing but ends of lines")
  func empty() {
    for text in ["", "\n", "\n\n\n", "T", "flowchart TD", "<table", "..."] {
      #expect(checked(text, named: "t.txt").allSatisfy { $0.severity != .error })
    }
  }

  /// The page that the project began with.
  static let seed = URL(
    filePath: ProcessInfo.processInfo.environment["MONOGRAPH_CORPORA"]
      ?? FixtureTests.folder.appending(path: "../../../../shared/corpora").standardized.path()
  ).appending(path: "../seeds/baclofen.txt").standardized

  @Test(
    "about baclofen has the faults that a reader finds in it",
    .enabled(if: FileManager.default.fileExists(atPath: seed.path()), "no seeds"))
  func baclofen() throws {
    let text = String(decoding: try Data(contentsOf: Self.seed), as: UTF8.self)
    let found = checked(text, named: "baclofen.txt")
    #expect(
      places(found) == [
        "3:1 residue", "19:1 mermaid", "21:1 duplicate-anchor", "22:18 residue", "23:1 residue",
        "23:754 dose-without-route", "23:754 uncited-dose", "23:838 per-dose-or-per-day",
        "23:910 maximum-is-a-range", "23:917 slash-in-dose", "41:1 empty-section", "50:8 dose-without-route",
        "50:8 uncited-dose", "50:14 slash-in-dose", "59:1 empty-section", "63:8 uncited-dose",
        "63:11 thousands",
        "63:16 microgram-symbol", "63:16 slash-in-dose", "65:24 buried-warning", "71:20 symbol-in-dose",
        "72:1 empty-section", "91:1 contradiction", "91:31 vague-renal-advice", "93:1 empty-section",
        "94:1 empty-section", "97:1 vague-renal-advice", "105:1 pregnancy-letter", "115:43 doubled-year",
        "116:55 doubled-year", "117:49 doubled-year", "118:32 doubled-year", "119:2 unknown-author",
        "119:40 doubled-year", "120:2 unknown-author", "120:43 doubled-year", "121:2 unknown-author",
        "121:40 doubled-year", "123:18 residue", "124:1 residue",
      ])
    // Each place is where the words of the fault begin.
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { Array($0.unicodeScalars) }
    let words: [String: [String]] = [
      "dose-without-route": ["5 mg", "30-80"], "uncited-dose": ["5 mg", "30-80", "50-1200"],
      "per-dose-or-per-day": ["5-15 mg"], "maximum-is-a-range": ["80-100"],
      "slash-in-dose": ["mg/day", "mg/day", "μg/day"], "thousands": ["1200"], "microgram-symbol": ["μg"],
      "buried-warning": ["Abrupt withdrawal"], "symbol-in-dose": ["+ weeks"],
      "contradiction": ["Severe renal"], "vague-renal-advice": ["reduction", "Reduce dose"],
      "pregnancy-letter": ["Category C"], "doubled-year": Array(repeating: "(20", count: 7),
      "unknown-author": ["Unknown", "Unknown", "Unknown"],
      "empty-section": [
        "Primary Indications", "Oral Baclofen", "Pharmacokinetics", "Drug Interactions",
        "Comparison to Other",
      ],
    ]
    for (rule, expected) in words {
      let begin = found.filter { $0.rule == rule }.map { diagnostic in
        String(String.UnicodeScalarView(lines[diagnostic.line - 1][(diagnostic.column - 1)...]))
      }
      #expect(begin.count == expected.count)
      #expect(zip(begin, expected).allSatisfy { $0.hasPrefix($1) }, "\(rule)")
    }
  }
}
