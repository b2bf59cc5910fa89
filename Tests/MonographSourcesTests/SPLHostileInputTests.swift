import MonographModel
import MonographSources
import Testing

/// Labels that are broken, too large, or made to do harm.
@Suite struct SPLHostileInputTests {
  private func read(_ text: String, limits: ReaderLimits = .default) -> (
    document: SourceDocument?, diagnostics: [Diagnostic]
  ) {
    let (document, diagnostics) = SPLReader(limits: limits).read(
      SourceFile(name: "label.xml", document: "label.xml", bytes: Array(text.utf8)))
    // The small labels here name no product.
    return (document, diagnostics.filter { $0.rule != "missing-title" })
  }

  /// A label with one section that holds some markup in its text, which begins on line 4.
  private func label(_ markup: String, before: String = "") -> String {
    before + """
      <document xmlns="urn:hl7-org:v3"><setId root="a"/>
      <component><structuredBody><component><section>
      <code code="34067-9" displayName="INDICATIONS SECTION"/><text>
      \(markup)
      </text></section></component></structuredBody></component></document>
      """
  }

  private func words(_ document: SourceDocument?) -> String? {
    document?.monograph.section(anchor: "indications")?.blocks.plainText(separator: " ")
  }

  @Test("An entity bomb is refused at the line of its declaration")
  func entityBomb() {
    var bomb = "<?xml version=\"1.0\"?>\n<!DOCTYPE document [\n<!ENTITY a0 \"boom\">\n"
    for level in 1...12 {
      bomb +=
        "<!ENTITY a\(level) \"\(String(repeating: "&a\(level - 1);", count: 10))\">\n"
    }
    let (document, diagnostics) = read(label("<paragraph>&a12;</paragraph>", before: bomb + "]>\n"))
    #expect(document == nil)
    #expect(diagnostics.contains { $0.rule == "entity" })
    #expect(diagnostics.allSatisfy { $0.severity == .error && $0.line > 0 })
  }

  @Test(
    "Entities outside the file are refused, and nothing is read or fetched",
    arguments: [
      "<!DOCTYPE document [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>\n",
      "<!DOCTYPE document SYSTEM \"http://127.0.0.1:9/evil.dtd\">\n",
      "<!DOCTYPE document [<!ENTITY % x SYSTEM \"http://127.0.0.1:9/evil.dtd\"> %x;]>\n",
    ])
  func externalEntity(declaration: String) {
    let (document, diagnostics) = read(label("<paragraph>&x;</paragraph>", before: declaration))
    #expect(document == nil)
    #expect(diagnostics.contains { $0.rule == "entity" && $0.severity == .error })
    #expect(diagnostics.allSatisfy { $0.line > 0 })
  }

  @Test("An entity that nobody declares is told with its line; its character stands where HTML knows it")
  func undeclaredEntity() {
    let (document, diagnostics) = read(label("<paragraph>5&nbsp;mg &bogus; daily</paragraph>"))
    #expect(words(document) == "5\u{A0}mg &bogus; daily")
    #expect(diagnostics.map(\.line) == [4, 4, 4])
    #expect(Set(diagnostics.map(\.rule)) == ["markup", "entity"])
  }

  /// What a label that is not whole says on its page, since what is missing would else pass for not stated.
  private static let warning =
    "The file of this label is cut off or damaged: parts of it may be missing or out of place."

  @Test("A label that is cut off keeps what was read, and says so on its page and where it ends")
  func truncated() throws {
    let whole = label("<paragraph>first</paragraph>\n<paragraph>second</paragraph>")
    let cut = String(whole.prefix(upTo: try #require(whole.range(of: "ond</paragraph>")).lowerBound))
    let (document, diagnostics) = read(cut)
    #expect(words(document) == "\(Self.warning) first sec")
    #expect(document?.monograph.source.note?.hasPrefix(Self.warning) == true)
    #expect(diagnostics.map(\.line) == [5])
    #expect(diagnostics.map(\.severity) == [.error])
  }

  @Test("Tags that do not match are mended and told")
  func mismatchedTags() {
    let (document, diagnostics) = read(
      label("<paragraph>one <content>two</paragraph>\n<paragraph>three</paragraph>"))
    #expect(words(document) == "\(Self.warning) one two three")
    #expect(diagnostics.map(\.line) == [4])
  }

  @Test(
    "What is no label is refused",
    arguments: [
      ("<document xmlns=\"urn:other\"/>", "markup"), ("<html/>", "markup"), ("", "unreadable"),
      ("not XML at all", "markup"), ("<document xmlns=\"urn:hl7-org:v2\"/>", "markup"),
    ])
  func noLabel(text: String, rule: String) {
    let (document, diagnostics) = read(text)
    #expect(document == nil)
    #expect(diagnostics.contains { $0.rule == rule && $0.severity == .error })
  }

  @Test("A label with nothing in it is a page that says so")
  func emptyLabel() {
    let (document, diagnostics) = read("<document xmlns=\"urn:hl7-org:v3\"/>")
    #expect(document?.monograph.title == "label.xml")
    #expect(diagnostics.map(\.rule) == ["markup"])
  }

  @Test("A file beyond the limit is refused")
  func fileSize() {
    let (document, diagnostics) = read(label("<paragraph/>"), limits: ReaderLimits(fileSize: 100))
    #expect(document == nil)
    #expect(diagnostics.map(\.rule) == ["too-large"])
  }

  @Test("Sections nested too deeply keep their words")
  func deepSections() {
    let opening = String(repeating: "<component><section><title>T</title><text>w</text>", count: 90)
    let closing = String(repeating: "</section></component>", count: 90)
    let text =
      "<document xmlns=\"urn:hl7-org:v3\"><setId root=\"a\"/><component><structuredBody>\(opening)\(closing)</structuredBody></component></document>"
    let (document, diagnostics) = read(text, limits: ReaderLimits(depth: 10))
    let page = document?.monograph
    #expect(page?.allSections.map(\.level).max() == 10)
    #expect(page.map { WordCounts(of: $0).counts["w"] } == 90)
    #expect(page.map { WordCounts(of: $0).counts["T"] } == 90)
    #expect(diagnostics.contains { $0.rule == "too-deep" })
  }

  @Test("Nesting beyond what the parser follows ends with a diagnostic")
  func absurdNesting() {
    let markup =
      String(repeating: "<list><item>", count: 50_000) + "deep"
      + String(repeating: "</item></list>", count: 50_000)
    let (_, diagnostics) = read(label("<paragraph>before</paragraph>" + markup))
    #expect(diagnostics.contains { $0.severity == .error && $0.line == 4 })
  }

  @Test("Bytes that are not UTF-8 are told with line and column, and the rest is read")
  func encoding() {
    var bytes = Array(label("<paragraph>5 !g</paragraph>").utf8)
    bytes = bytes.map { $0 == UInt8(ascii: "!") ? 0xB5 : $0 }
    let (document, diagnostics) = SPLReader().read(
      SourceFile(name: "label.xml", document: "label.xml", bytes: bytes))
    #expect(words(document) == "5 \u{FFFD}g")
    #expect(diagnostics.first { $0.rule == "encoding" }?.line == 4)
  }

  @Test("A label in another encoding is read as it says")
  func latin1() {
    let text = label(
      "<paragraph>5 !g</paragraph>", before: "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n")
    let bytes = text.utf8.map { $0 == UInt8(ascii: "!") ? 0xB5 : $0 }
    let (document, diagnostics) = SPLReader().read(
      SourceFile(name: "label.xml", document: "label.xml", bytes: bytes))
    #expect(words(document) == "5 µg")
    #expect(!diagnostics.contains { $0.severity == .error })
  }

  @Test("A heading beyond the limit is a paragraph of its section")
  func longHeading() throws {
    let heading = (0..<2_000).map { "w\($0)" }.joined(separator: " ")
    let inner = (0..<50).map { "<component><section><title>Part \($0)</title></section></component>" }
      .joined()
    let text = """
      <document xmlns="urn:hl7-org:v3"><setId root="a"/>
      <component><structuredBody><component><section>
      <code code="34067-9" displayName="INDICATIONS SECTION"/>
      <title>\(heading)</title><text>After.</text>\(inner)</section></component></structuredBody></component></document>
      """
    let (document, diagnostics) = read(text)
    #expect(diagnostics.map { "\($0.line) \($0.rule)" } == ["4 too-large"])
    #expect(words(document) == heading + " After.")
    let sections = try #require(document?.monograph.allSections)
    #expect(sections.count == 51)
    #expect(sections.allSatisfy { $0.anchor.utf8.count < 30 })
  }

  @Test(
    "A list that begins beyond reason is counted from the nearest number",
    arguments: [
      ("9223372036854775807", 999_999), ("-9223372036854775808", 0), ("1000000", 999_999), ("7", 7), ("x", 1),
      ("99999999999999999999", 1),
    ])
  func listStart(stated: String, start: Int) {
    for style in ["", " styleCode=\"LittleAlpha\"", " styleCode=\"BigRoman\""] {
      let items = "<item>a</item><item>b</item>"
      let (document, diagnostics) = read(
        label("<list listType=\"ordered\" start=\"\(stated)\"\(style)>\(items)</list>"))
      let isChanged = Int(stated).map { $0 != start } ?? false
      #expect(diagnostics.map { "\($0.line) \($0.rule)" } == (isChanged ? ["4 markup"] : []))
      guard case .list(let list)? = document?.monograph.section(anchor: "indications")?.blocks.first?.content
      else {
        Issue.record("a list")
        continue
      }
      #expect(list.items.count == 2)
      #expect(list.start == (style.isEmpty ? start : nil))
    }
  }

  @Test("The headers of a table take time in proportion to its cells", .timeLimit(.minutes(2)))
  func manyRows() {
    let row = "<tr><td><content styleCode=\"bold\">a</content></td><td>b</td></tr>"
    let rows = String(repeating: row, count: 30_000)
    let (document, _) = read(label("<table><tbody>\(rows)</tbody></table>"))
    guard case .table(let table)? = document?.monograph.section(anchor: "indications")?.blocks.first?.content
    else {
      Issue.record("a table")
      return
    }
    #expect(table.body.count == 30_000)
    #expect(table.body.allSatisfy { $0[0].isHeader && !$0[1].isHeader })
  }

  @Test("Damage anywhere in a label neither crashes nor hangs")
  func mutations() throws {
    let source = Array(
      label(
        """
        <table><caption>c<footnote ID="f">n</footnote></caption><col align="center"/><thead><tr><th colspan="2">a</th></tr>
        </thead><tbody><tr><td>1<list listType="ordered"><item>x</item></list></td><td><footnoteRef IDREF="f"/></td></tr>
        </tbody></table><paragraph>m<sup>2</sup> <linkHtml href="#x">y</linkHtml></paragraph>
        """
      ).utf8)
    var state: UInt64 = 42
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    for _ in 0..<2_000 {
      var bytes = source
      for _ in 0...random(4) {
        let place = random(bytes.count)
        switch random(3) {
        case 0: bytes[place] = UInt8(random(256))
        case 1: bytes.remove(at: place)
        default:
          bytes.insert(
            contentsOf: bytes[place..<min(bytes.count, place + random(30))], at: random(bytes.count))
        }
      }
      let (document, diagnostics) = SPLReader(gathersWording: true).read(
        SourceFile(name: "label.xml", document: "label.xml", bytes: bytes))
      #expect(document != nil || !diagnostics.isEmpty)
    }
  }
}
