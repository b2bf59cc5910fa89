import BrowserCore
import BrowserTesting
import BrowserUI
import MonographModel
import TextLayout
import Testing

@Suite("The screen drawn from the state")
struct BrowserViewTests {
  @Test("a page beside its contents, with the strip, the source and the keys")
  func page() {
    let browser = ScriptedBrowser(.ward, opening: "/drugs/alphadol", columns: 80, rows: 14)
    #expect(
      browser.screen == [
        "Alphadol  drug                                                  Overview 1/9 30%",
        "Contents                │ Overview",
        "> Overview              │   Alphadol is used in testitis and acts on",
        "  Dosing                │   gammas? [1].",
        "    Oral                │",
        "    Withdrawal         !│ Dosing",
        "  Special Populations   │  Oral",
        "    Renal Impairment    │   Starting dose  5 mg 3 times daily",
        "  Levels               #│   Maximum        80 mg per day",
        "  See Also              │",
        "  References            │  Withdrawal",
        "Related  4 Betadol  1 testitis  2 gammas?                               r opens",
        "test page, no version, no date, not reviewed",
        "s search  o open  h help  / find  Tab link  Enter follow  Backspace back",
      ])
  }

  @Test("the start page counts pages as the index lists them, and the documents they come from")
  func startPage() throws {
    let label = { (id: String) in "---\ntitle: Gammadol\nsource: {document: \(id)}\n---\n\n## Uses\n\nx\n" }
    let library = MemoryLibrary(markdown: [
      (document: "drugs/gammadol.md", text: label("a")), (document: "drugs/gammadol.md", text: label("b")),
    ])
    var browser = ScriptedBrowser(library, columns: 80, rows: 20)
    let start = browser.screen.joined(separator: "\n")
    #expect(start.contains("1 page from 2 documents: 1 drug."))
    #expect(start.contains("Not reviewed: 2 of 2"))
    browser.press("<Esc>i")
    #expect(browser.screen.contains { $0.contains("Index  1 page") })
    let alone = ScriptedBrowser(.ward, columns: 80, rows: 20).screen.joined(separator: "\n")
    #expect(alone.contains(" pages: ") && !alone.contains("documents"))
  }

  @Test("a warning that the window cuts says how many lines follow")
  func cutWarning() {
    var browser = ScriptedBrowser(.ward, opening: "/drugs/alphadol", columns: 60, rows: 11)
    browser.press(".w5k")
    #expect(
      browser.screen.contains { $0.contains("lines below") || $0.contains("lines of this warning below") })
  }

  @Test("a boxed warning is named in the header wherever the reader is")
  func boxedWarning() throws {
    let library = MemoryLibrary(markdown: [
      (
        document: "drugs/gammadol.md",
        text: "---\ntitle: Gammadol\n---\n\n## Boxed Warning\n\n> [!WARNING]\n> Can be fatal.\n\n"
          + (1...9).map { "## Section \($0)\n\nWords.\n\n" }.joined()
      )
    ])
    var browser = ScriptedBrowser(library, opening: "/drugs/gammadol", columns: 80, rows: 12)
    #expect(browser.screen[0].contains("BOXED WARNING"))
    browser.press("G")
    #expect(browser.screen[0].contains("BOXED WARNING"))
    #expect(!browser.screen.dropFirst().contains { $0.contains("Can be fatal") })
  }

  @Test("without UTF-8 nothing but ASCII is drawn")
  func ascii() {
    for keys in ["", "r", "l", "h", "=", "s", "/day<Enter>", "F", "]t"] {
      var browser = ScriptedBrowser(.ward, opening: "/drugs/alphadol", columns: 120, rows: 30, glyphs: .ascii)
      browser.press(keys)
      #expect(browser.screen.allSatisfy { $0.allSatisfy(\.isASCII) }, "after \(keys)")
    }
  }

  @Test("whatever is pressed at whatever size, the frame is whole, its cursor on it, and no control in it")
  func anything() {
    let keys =
      (0x21..<0x7F).map { $0 == 0x3C ? "<lt>" : String(UnicodeScalar($0)) }
      + [
        "<Space>", "<Tab>", "<S-Tab>", "<Enter>", "<Enter>", "<Esc>", "<BS>", "<Down>", "<Up>", "<Right>",
        "<Left>",
      ]
    var random = SystemRandomNumberGenerator.seeded(1)
    var browser = ScriptedBrowser(.ward, opening: "/drugs/alphadol")
    var faults: [String] = []
    for step in 0..<1_500 {
      browser.press(keys[Int(random.next() % UInt64(keys.count))])
      if step % 7 == 0 {
        browser.resize(columns: 1 + Int(random.next() % 200), rows: 1 + Int(random.next() % 60))
      }
      let frame = browser.frame
      let size = browser.state.size
      if frame.cells.count != size.columns * size.rows {
        faults.append("step \(step): a frame of another size")
      }
      if frame.cursor.row >= size.rows || frame.cursor.column >= size.columns {
        faults.append("step \(step): the cursor is off the screen")
      }
      if frame.cells.contains(where: {
        $0.scalar != 0 && ($0.scalar < 0x20 || (0x7F..<0xA0).contains($0.scalar))
      }) {
        faults.append("step \(step): a control character")
      }
    }
    #expect(faults == [])
  }
}

extension SystemRandomNumberGenerator {
  /// Numbers that are the same in every run (Steele, Lea and Flood's SplitMix64).
  static func seeded(_ seed: UInt64) -> Seeded { Seeded(state: seed) }

  struct Seeded {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var value = state
      value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
      value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
      return value ^ (value >> 31)
    }
  }
}
