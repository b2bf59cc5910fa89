import Testing

@testable import BrowserUI

@Suite("Reading base16 and base24 schemes")
struct ThemeReadingTests {
  private static let slots = (0..<16).map { "base0" + String($0, radix: 16, uppercase: true) }

  /// A scheme whose colours are `1000xx`, each line made by `line`.
  private func colors(indent: String = "", _ line: (String, String) -> String) -> String {
    Self.slots.enumerated().map { index, slot in
      indent + line(slot, "1000" + (index < 4 ? "0" : "f") + String(index, radix: 16))
    }.joined(separator: "\n")
  }

  @Test("the form with a palette")
  func paletteForm() throws {
    let yaml = """
      system: "base16"
      name: "Example"
      author: "Somebody"
      variant: "dark"
      palette:
      \(colors(indent: "  ") { "\($0): \"#\($1)\"" })
      """
    let theme = try Theme(yaml: yaml)
    #expect(theme.name == "Example")
    #expect(theme.variant == .dark)
    #expect(theme.background == .painted)
    #expect(theme.minimumContrast == 4.5)
    #expect(theme.palette[.base00] == Color(0x100000))
    #expect(theme.palette[.base0F] == Color(0x1000ff))
  }

  @Test(
    "the older flat form, quoted or not",
    arguments: [
      { "\($0): \"\($1)\"" }, { "\($0): '\($1)'" }, { "\($0): \($1)" }, { "\($0): \"#\($1)\" # note" },
    ]
      as [@Sendable (String, String) -> String])
  func flatForm(line: @Sendable (String, String) -> String) throws {
    let theme = try Theme(yaml: "scheme: \"Old\"\nauthor: Somebody\n" + colors(line))
    #expect(theme.name == "Old")
    #expect(theme.palette[.base01] == Color(0x100001))
    #expect(theme.palette[.base0A] == Color(0x1000fa))
  }

  @Test("colours that look like numbers are colours")
  func numbers() throws {
    let zeros = colors { slot, _ in "\(slot): 000000" }
    #expect(try Theme(yaml: zeros).palette[.base07] == Color(0x000000))
    let exponents = colors { slot, _ in "\(slot): 1234e5" }
    #expect(try Theme(yaml: exponents).palette[.base07] == Color(0x1234e5))
  }

  @Test("base24 has its own bright colours, base16 has them from its own")
  func base24() throws {
    let base16 = colors { "\($0): \"\($1)\"" }
    #expect(try Theme(yaml: base16).palette[.base12] == Color(0x1000f8))
    #expect(try Theme(yaml: base16 + "\nbase12: \"abcdef\"").palette[.base12] == Color(0xabcdef))
  }

  @Test("a scheme that does not tell its variant has the one its colours show")
  func variantFromColors() throws {
    let light = Self.slots.enumerated().map { "\($1): \"\($0 == 0 ? "ffffff" : "202020")\"" }
    #expect(try Theme(yaml: light.joined(separator: "\n")).variant == .light)
    #expect(try Theme(yaml: colors { "\($0): \"\($1)\"" }).variant == .dark)
  }

  @Test("this program's own keys")
  func ownKeys() throws {
    let theme = try Theme(
      yaml: "background: terminal\nminimum-contrast: 7\n" + colors { "\($0): \"\($1)\"" })
    #expect(theme.background == .terminal)
    #expect(theme.minimumContrast == 7)
  }

  @Test("what is wrong is told with its place")
  func errors() throws {
    let good = colors { "\($0): \"\($1)\"" }
    let cases: [(String, ThemeError)] = [
      ("", .notAScheme),
      ("- one\n- two", .notAScheme),
      ("name: Nothing", .notAScheme),
      ("base00: \"000000\"", .missingColor(slot: "base01")),
      ("name: x\nbase00: \"blue\"", .notAColor(slot: "base00", value: "blue", line: 2)),
      ("name: x\nbase00: #102030", .notAColor(slot: "base00", value: "", line: 2)),
      ("base00: \"+12345\"", .notAColor(slot: "base00", value: "+12345", line: 1)),
      ("base00: \"١٢٣٤٥٦\"", .notAColor(slot: "base00", value: "١٢٣٤٥٦", line: 1)),
      (
        good + "\nvariant: dim",
        .unknownValue(key: "variant", value: "dim", allowed: "dark or light", line: 17)
      ),
      (
        good + "\nminimum-contrast: 21",
        .unknownValue(key: "minimum-contrast", value: "21", allowed: "a number from 4.5 to 7", line: 17)
      ),
      (String(repeating: "[\n", count: 1000), .tooLarge),
      (String(repeating: "- ", count: 1000), .tooLarge),
      (String(repeating: "# much\n", count: 10_000), .tooLarge),
    ]
    for (yaml, expected) in cases {
      #expect(throws: expected) { try Theme(yaml: yaml) }
    }
    #expect(throws: ThemeError.self) { try Theme(yaml: "a: [\nb: \"") }
    #expect(throws: ThemeError.self) { try Theme(yaml: good + "\n" + good) }
  }

  @Test("sentences say what is wrong, where, and what to do")
  func sentences() {
    #expect(
      ThemeError.notAColor(slot: "base08", value: "red", line: 12).description
        == "line 12: base08 is red, which is no colour; write six hexadecimal digits, as in \"1a2b3c\"")
    #expect(
      ThemeError.missingColor(slot: "base0F").description
        == "the theme has no colour base0F; add `base0F: \"rrggbb\"`")
  }

  @Test("the themes that ship: dark, light, high contrast, monochrome")
  func shippedThemes() throws {
    let variants = try ThemeFiles.themes().mapValues(\.variant)
    #expect(
      variants == [
        "built in": .dark, "dark": .dark, "light": .light, "high-contrast": .dark, "monochrome": .dark,
      ])
  }
}
