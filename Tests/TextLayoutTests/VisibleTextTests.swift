import TextLayout
import Testing

@Suite struct VisibleTextTests {
  @Test(arguments: [
    ("plain", "plain"), ("50-1200 μg/day", "50-1200 μg/day"), ("\u{1B}[2J", "␛[2J"), ("a\u{7}b", "a␇b"),
    ("a\u{7F}", "a␡"), ("a\u{85}b", "a<U+0085>b"), ("5\u{202E}gm", "5<U+202E>gm"),
    ("a\u{200B}b", "a<U+200B>b"), ("a\u{2028}b", "a<U+2028>b"), ("a\u{AD}b", "a<U+00AD>b"),
    ("a\u{E0041}b", "a<U+E0041>b"), ("a\u{378}b", "a<U+0378>b"), ("a\tb\nc", "a b c"),
    ("e\u{301}", "e\u{301}"), ("\u{301}e", "<U+0301>e"), ("⚠\u{FE0F} stop", "⚠ stop"),
    ("e\u{301}\u{302}\u{303}\u{304}\u{305}", "e\u{301}\u{302}\u{303}\u{304}<U+0305>"),
    ("a\u{A0}b", "a\u{A0}b"), ("漢字", "漢字"),
  ])
  func inUnicode(_ text: String, _ visible: String) {
    #expect(DisplayText.visible(text, glyphs: .unicode) == visible)
  }

  @Test(arguments: [
    ("50-1200 μg/day", "50-1200 mcg/day"), ("5 µg", "5 mcg"), ("5 μL", "5 microL"), ("8 μmol", "8 micromol"),
    ("μ-opioid", "mu-opioid"), ("≥18, ≤ 30", ">=18, <= 30"), ("5±1", "5+/-1"), ("2×500 mg", "2x500 mg"),
    ("mg×kg", "mg x kg"), ("5–10 — x", "5-10 - x"), ("37 °C", "37 deg C"), ("25°C", "25 deg C"),
    ("45°", "45 deg"), ("1½ tablets", "1 1/2 tablets"), ("½ tablet", "1/2 tablet"), ("m²", "m^2"),
    ("10⁻³", "10^-3"), ("H₂O", "H_2O"), ("“so”, it’s", "\"so\", it's"), ("TNF-α", "TNF-alpha"),
    ("5·2", "5.2"), ("mg·kg", "mg*kg"), ("Sjögren", "Sjogren"), ("Sjo\u{308}gren", "Sjogren"),
    ("Œuvre, Straße", "OEuvre, Strasse"), ("a\u{A0}b", "a b"), ("\u{1B}[2J", "^[[2J"), ("\u{7F}", "^?"),
    ("5\u{202E}gm", "5<U+202E>gm"), ("漢", "<U+6F22>"), ("→", "->"), ("㎍", "mcg"), ("\u{2126}", "ohm"),
    ("Ω", "Omega"), ("ＡＢ", "AB"), ("…", "..."), ("€5", "EUR 5"), ("�", "<U+FFFD>"),
  ])
  func inASCII(_ text: String, _ visible: String) {
    #expect(DisplayText.visible(text, glyphs: .ascii) == visible)
  }

  @Test func noCharacterActsOnTheTerminal() {
    let hidden: Set<Unicode.GeneralCategory> = [
      .control, .format, .unassigned, .lineSeparator, .paragraphSeparator, .surrogate,
    ]
    for value in Array(0...0x1_FFFF as ClosedRange<UInt32>) + Array(0xE_0000...0xE_0FFF) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let ascii = DisplayText.visible("x\(Character(scalar))", glyphs: .ascii)
      let unicode = DisplayText.visible("x\(Character(scalar))", glyphs: .unicode)
      let isASCII = ascii.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
      let isSeen = !unicode.unicodeScalars.contains { hidden.contains($0.properties.generalCategory) }
      if !isASCII || !isSeen {
        Issue.record("U+\(String(value, radix: 16)) is shown as \(unicode), \(ascii)")
      }
    }
  }
}
