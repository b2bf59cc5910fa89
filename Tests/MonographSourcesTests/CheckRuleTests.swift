import Foundation
import MonographModel
import MonographSources
import Testing

/// Pages on which the places that a rule finds are marked: `Fixtures/Check/RULE.md`, where ▸ stands before each.
/// What is not marked the rule must not find.
@Suite("The rules about content") struct CheckRuleTests {
  static let folder = FixtureTests.folder.appending(path: "Check")

  /// The rules about content, one page each.
  static let rules: [Rule] = [
    .trailingZero, .nakedDecimal, .thousands, .unitSpacing, .microgramSymbol, .errorProneAbbreviation,
    .slashInDose, .symbolInDose, .maximumIsARange, .doseWithoutRoute, .perDoseOrPerDay, .pregnancyLetter,
    .vagueRenalAdvice, .contradiction, .buriedWarning, .uncitedDose, .doubledYear,
  ]

  @Test("find what is marked on their page and nothing else", arguments: rules)
  func finds(rule: Rule) throws {
    let marked = String(
      decoding: try Data(contentsOf: Self.folder.appending(path: "\(rule.name).md")), as: UTF8.self)
    let page = MarkedText(marked)
    let found = checked(page.text, named: "\(rule.name).md").filter { $0.rule == rule.name }
    #expect(found.map { "\($0.line):\($0.column)" } == page.places)
    #expect(!page.places.isEmpty)
    #expect(found.allSatisfy { $0.severity == rule.severity && $0.message.hasSuffix(".") })
    #expect(found.allSatisfy { $0.fix?.isEmpty == false })
  }

  @Test("have a page each")
  func everyRuleHasAPage() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path())
    #expect(files.sorted() == (Self.rules.map { "\($0.name).md" } + ["dump.txt"]).sorted())
  }

  @Test("say where they come from", arguments: Rule.allCases)
  func guidance(rule: Rule) {
    #expect(rule.guidance.source.count > 10)
    #expect(!rule.guidance.source.hasSuffix("."))
    if Self.rules.contains(rule), rule != .uncitedDose, rule != .doubledYear {
      #expect(rule.guidance.fix != nil)
    }
  }

  @Test("tell what to write")
  func fixes() {
    let found = checked(
      """
      # T

      Dose
      : 5.0 mg, 0.50 mg, .5 mg, 1200000 units, 5mg, 50 μg/day, 10 U by mouth [@a]
      """, named: "t.md")
    #expect(
      found.compactMap(\.fix).filter { $0.hasPrefix("write ") } == [
        "write 5 mg", "write 0.5 mg", "write 0.5 mg", "write 1,200,000", "write 5 mg",
        "write mcg or microgram", "write mcg per day", "write units",
      ])
  }

  @Test("count characters, not bytes, in columns, and lines of the file, not of the body")
  func places() {
    let text = "---\ntitle: T\n---\n\nñ€😀é 5.0 mg\r\n> - µ **5.0 mg**\r\n"
    let found = checked(text, named: "t.md").filter { $0.rule == "trailing-zero" }
    #expect(found.map { "\($0.line):\($0.column)" } == ["5:6", "6:9"])
  }

  @Test("read bytes of any sort", .timeLimit(.minutes(1)))
  func anyBytes() {
    let pieces = [
      "<!--", "-->", "<table", "</table>", "<td>", "|", "```", "> [!NOTE]", ": ", "- ", "5.0 mg", "[@a",
      "&lt;", "\n",
      "\n\n", "---", "# ", "check: allow", "\u{1B}", "µ", "(2011) (2011)", "1200 mg/", "per", "Maximum", "*",
      "_a_",
    ]
    var state: UInt64 = 7
    for _ in 0..<300 {
      var text = ""
      for _ in 0..<60 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += pieces[Int(state >> 33) % pieces.count] + (state >> 40 & 1 == 0 ? " " : "")
      }
      for name in ["t.md", "t.txt"] {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(\.unicodeScalars.count)
        for diagnostic in checked(text, named: name) where diagnostic.line > 0 {
          #expect(diagnostic.line <= lines.count)
          #expect(diagnostic.column <= lines[diagnostic.line - 1] + 1, "\(diagnostic) in \(text)")
        }
      }
    }
  }

  @Test(
    "take time in proportion to the file", .timeLimit(.minutes(2)),
    arguments: [
      "<!-- ", "<table ", "< ", "`` ` ``` ", "[@a ", "5 mg QD ", "# check: allow x: y\n",
      "<!-- check: allow x: y -->\ntext\n", "<table>\n", "| a ", "- [ ", "(2011) ",
      "reduce the dose renal failure ",
      "*a_b ", "**a*_", "5**.0** mg ", "stop a ", "<b>5</b>", "> ", "&lt; 5 mg ", "1200 mg/day/", "a.b.c.",
      ",000", "[@k2001] ", "flowchart TD\n", "T : v\n",
    ])
  func hostileText(piece: String) {
    let body = String(repeating: piece, count: 100_000 / piece.utf8.count)
    for text in ["# T\n\n" + body, "---\n" + body + "\n---\nx\n"] {
      #expect(checked(text, named: "t.md").count < 5_000)
    }
    #expect(checked("T\nReferences\n" + body, named: "t.txt").count < 5_000)
  }
}

/// Checks a text as the file of a name.
func checked(_ text: String, named name: String) -> [Diagnostic] {
  var check = SourceCheck()
  check.add(SourceFile(name: name, document: "drugs/\(name)", bytes: Array(text.utf8)))
  return check.finish()
}

/// A text with marks taken out of it, and where they stood.
struct MarkedText {
  /// The text without its marks.
  var text = ""
  /// The places after the marks, as `line:column`.
  var places: [String] = []

  init(_ marked: String) {
    var (line, column) = (1, 1)
    var scalars = String.UnicodeScalarView()
    for scalar in marked.unicodeScalars {
      if scalar == "▸" {
        places.append("\(line):\(column)")
        continue
      }
      scalars.append(scalar)
      (line, column) = scalar == "\n" ? (line + 1, 1) : (line, column + 1)
    }
    text = String(scalars)
  }
}
