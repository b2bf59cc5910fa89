import Foundation
import TerminalTesting
import Testing

@Suite("No command prints what acts on a terminal")
struct CommandOutputTests {
  /// A title for the terminal, a colour by C1, a text turned round, a bell, a deletion.
  private static let hostile = "\u{1B}]0;pwned\u{07}\u{9B}31m\u{202E}live\u{2069}\u{2028}\u{7F}\u{08}"

  private static let page = """
    # Head \(hostile)

    Text \(hostile) [rna](/entities/rna) [bad](java\(hostile)script:x) [c](<drugs/\(hostile)>) [@k\(hostile)].

    ## Dose \(hostile)

    - item `\(hostile)`

    ```mermaid
    graph TD
      a["\(hostile)"] -->|x\(hostile)| b
      ~~\(hostile) bad line
    ```

    | a\(hostile) | b |
    | - | - |
    | \(hostile) | <b>\(hostile)</b> |

    [x](#no\(hostile))
    """

  private static let files = [
    "Content/drugs/head.md": page,
    "Content/drugs/line\nfeed\(hostile.filter { $0 != "/" }).md": "# Odd\n\nx\n",
    "Content/drugs/yaml.md": "---\ntitle: \(hostile)\n---\n# Other \(hostile)\n\nx\n",
    "Content/drugs/sub\u{1B}[2J/x\u{1B}[2J.md": "x",
  ]

  /// What of some bytes a terminal would obey.
  private func controls(_ bytes: [UInt8]) -> [String] {
    String(decoding: bytes, as: UTF8.self).unicodeScalars.filter { scalar in
      switch scalar.value {
      case 0x00...0x08, 0x0B...0x1F, 0x7F...0x9F, 0x61C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069:
        true
      default: false
      }
    }.map { String($0.value, radix: 16) }
  }

  private func expectHarmless(_ run: CommandRun, status: Int32, location: SourceLocation = #_sourceLocation) {
    #expect(controls(run.output) == [], sourceLocation: location)
    #expect(controls(run.errors) == [], sourceLocation: location)
    #expect(run.status == status, sourceLocation: location)
  }

  @Test("whatever pages and file names hold", arguments: ["C.UTF-8", "C"])
  func commands(locale: String) throws {
    let folder = try CommandFolder(Self.files)
    let environment = ["LC_ALL": locale]
    let check = try folder.run("check", "Content", environment: environment)
    expectHarmless(check, status: 1)
    #expect(check.text.contains("[mermaid]"))
    #expect(
      check.text.split(separator: "\n").allSatisfy { $0.hasPrefix("Content/drugs/") && $0.hasSuffix("]") })
    expectHarmless(try folder.run("check", "Content", "--json", environment: environment), status: 1)
    let build = try folder.run("build", "Content", "-o", "\u{1B}[2Jx.library", environment: environment)
    expectHarmless(build, status: 0)
    #expect(build.errorText.contains("[control-character]"))
    // The first command on the folder compiles it, and says what is wrong.
    let compiled = try folder.run("search", "text", environment: environment)
    expectHarmless(compiled, status: 0)
    #expect(compiled.errorText.contains("[front-matter]"))
    for format in ["text", "json", "tree"] {
      let shown = try folder.run("show", "/drugs/head", "--format", format, environment: environment)
      expectHarmless(shown, status: 0)
      #expect(shown.text.contains("pwned"))
    }
    expectHarmless(try folder.run("search", "text", "--json", environment: environment), status: 0)
    expectHarmless(try folder.run("search", "nowhere\u{1B}]", environment: environment), status: 1)
    expectHarmless(try folder.run("show", "rna", environment: environment), status: 1)
    let near = try folder.run("show", "Hea", environment: environment)
    expectHarmless(near, status: 1)
    #expect(near.errorText.contains("did you mean Head "))
    #expect(near.errorText.count { $0 == "\n" } == 1)
    let section = try folder.run("show", "/drugs/head", "--section", "no", environment: environment)
    expectHarmless(section, status: 1)
    expectHarmless(try folder.run("show", "--\u{1B}[2J", environment: environment), status: 2)
    expectHarmless(try folder.run(environment: environment), status: 0)
  }

  @Test("JSON keeps the characters, as escapes")
  func json() throws {
    let folder = try CommandFolder(Self.files)
    let shown = try folder.run("show", "/drugs/head", "--format", "json")
    let object = try JSONSerialization.jsonObject(with: Data(shown.output)) as? [String: Any]
    #expect(object?["title"] as? String == "Head \(Self.hostile)")
    #expect(shown.text.contains("\\u009b31m\\u202elive\\u2069\\u2028\\u007f"))
  }

  @Test("A search tells kind, class, routes and forms, labeler and source, as text and as JSON")
  func factsOfHits() throws {
    let label = """
      {"meta": {"last_updated": "2026-01-01"}, "results": [{"set_id": "a", "version": "1",
       "effective_time": "20260102", "dosage_and_administration": ["Titrate slowly."],
       "openfda": {"generic_name": ["TESTAZOLE"], "manufacturer_name": ["Example Laboratories"],
        "route": ["ORAL"], "dosage_form": ["TABLET"], "pharm_class_epc": ["Test Agonist [EPC]"]}}]}
      """
    let folder = try CommandFolder(["labels.json": label])
    #expect(try folder.run("build", "labels.json", "-o", "x.library").status == 0)
    let search = ["search", "titrate", "--library", "x.library"]
    for explains in [[], ["--explain"]] {
      let text = try CommandRun(search + explains, in: folder.path).text
      #expect(
        text.hasPrefix(
          "Testazole  drug; Test Agonist; oral tablet; Example Laboratories; openFDA drug label\n"))
      let json = try CommandRun(search + ["--json"] + explains, in: folder.path)
      let object = try JSONSerialization.jsonObject(with: Data(json.output)) as? [String: Any]
      for key in ["hits", "groups"] {
        let hit = try #require((object?[key] as? [[String: Any]])?.first)
        #expect(hit["kind"] as? String == "drug")
        #expect(hit["class"] as? String == "Test Agonist")
        #expect(hit["form"] as? String == "oral tablet")
        #expect(hit["labeler"] as? String == "Example Laboratories")
        #expect(hit["publisher"] as? String == "openFDA drug label")
      }
    }
  }

  @Test("Markdown is exact in a file, and visible on a screen")
  func markdown() throws {
    let folder = try CommandFolder(Self.files)
    let source = Self.page.replacing("\n", with: "\r\n") + "\n\n## Other\n\ny\n"
    let bytes = Array(source.utf8) + [0xFF, 0x0A]
    try Data(bytes).write(to: URL(fileURLWithPath: folder.path + "/Content/drugs/head.md"))
    let file = try folder.run("show", "/drugs/head", "--format", "markdown")
    #expect(file.output == bytes)
    let section = try folder.run("show", "/drugs/head", "--format", "markdown", "--section", "Other")
    // What is copied out of a page says where it comes from.
    let comment = "; Other; source not stated, no version, no date, not reviewed; drugs/head.md -->\n"
    #expect(section.output.starts(with: Array("## Other\n\ny\n".utf8) + [0xFF, 0x0A]))
    #expect(section.text.hasSuffix(comment))

    let session = try TerminalSession(
      program: try #require(ProductPath.executable("monograph")),
      arguments: ["show", "/drugs/head", "--format", "markdown"],
      environment: Reader.environment(["XDG_CACHE_HOME": folder.path + "/cache"]), columns: 200,
      workingDirectory: folder.path)
    #expect(session.waitForExit() == .exited(0))
    // The terminal's own driver writes a carriage return before each line feed.
    #expect(controls(session.bytes).filter { $0 != "d" } == [])
    #expect(String(decoding: session.bytes, as: UTF8.self).contains("pwned␇<U+009B>31m<U+202E>live<U+2069>"))
    #expect(session.screen.contains { $0.hasPrefix("## Other") })
  }
}
