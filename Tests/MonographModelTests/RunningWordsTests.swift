import MonographModel
import Testing

@Suite("Raised and lowered words touch no word or number")
struct RunningWordsTests {
  @Test(
    "Raised words",
    arguments: [
      ("Fatigue", "g", "", "Fatigue g"), ("Fatigue", "g", ", severe", "Fatigue g, severe"),
      ("Rash", "a,b", "", "Rash a,b"), ("52", "a, b", " %", "52 a, b %"), ("", "a", "Patients", "a Patients"),
      ("52", "1,2", "5", "52 1,2 5"), ("", "a", "5 mg", "a 5 mg"),
      ("m", "2", "", "m2"), ("kg/m", "2", " daily", "kg/m2 daily"), ("m", "2", "30", "m²30"),
      ("1", "st", " dose", "1st dose"), ("Na", "+", "", "Na+"), ("", "99m", "Tc", "99mTc"),
      ("Rash ", "a", "", "Rash a"), ("Rash", "k ", "", "Rash k "), ("Rash", "*", "", "Rash*"),
    ])
  func raised(before: String, raised: String, after: String, words: String) {
    let content: [Inline] = [.strong([.text(before)]), .superscript([.text(raised)]), .text(after)]
    #expect(content.plainText == words)
  }

  @Test(
    "What is raised at a number stays above the line",
    arguments: [
      ("10", "9", "/L", "10⁹/L"), ("10", "-3", " mmol", "10⁻³ mmol"), ("10", "−3", "", "10⁻³"),
      ("10", "–3", "", "10⁻³"), ("10 ", "9", "/L", "10 ⁹/L"), ("10", " 9", "/L", "10 ⁹/L"),
      ("10", "6 ", "/kg", "10⁶ /kg"), ("5.2", "1", " %", "5.2¹ %"), ("10", "n·2", "", "10^(n·2)"),
      ("9", "g", " events", "9ᵍ events"), ("4", "S1", "", "4^(S1)"), ("", "1", "5 mg", "¹5 mg"),
      ("", "14", "C", "14C"), ("5", "*", "", "5*"), ("5", "§", "", "5§"), ("m²", "3", "", "m²³"),
    ])
  func atNumbers(before: String, raised: String, after: String, words: String) {
    let content: [Inline] = [.strong([.text(before)]), .superscript([.text(raised)]), .text(after)]
    #expect(content.plainText == words)
  }

  @Test("No digits of the line and digits above or below it run together")
  func digitsNeverJoin() {
    var random = SplitMix(state: 7)
    func pick(_ choices: [String]) -> String { choices[Int(random.next() % UInt64(choices.count))] }
    for _ in 0..<20_000 {
      let before = pick(["", "m", "10", "2.5", "x 10", " ", "CD4"]) + pick(["", "0", "12", " ", "1 "])
      let raised = pick(["", "-", "–", " ", "1,"]) + pick(["1", "23", "9"]) + pick(["", " ", "a", "9"])
      let after = pick(["", "5 mg", "7", "/L", "g", " 5"])
      let script: [Inline] = [.strong([.text(raised)])]
      let isRaised = random.next() % 2 == 0
      let content: [Inline] = [
        .text(before), isRaised ? .superscript(script) : .subscript(script), .emphasis([.text(after)]),
      ]
      let runs = Self.runsOfDigits(before) + Self.runsOfDigits(raised) + Self.runsOfDigits(after)
      let found = Self.runsOfDigits(content.plainText)
      // The digits above or below the line may have left the runs of plain digits, but none has grown.
      #expect(found.allSatisfy(runs.contains), "\(before)|\(raised)|\(after): \(content.plainText)")
      let isNegative = raised.hasPrefix("-") || raised.hasPrefix("–")
      if isRaised, isNegative, before.last?.isNumber == true {
        #expect(!content.plainText.hasPrefix(before + raised), "\(content.plainText)")
      }
    }
  }

  private static func runsOfDigits(_ text: String) -> [String] {
    text.split { !("0"..."9").contains($0) }.map(String.init)
  }

  private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var word = state
      word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
      word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
      return word ^ (word >> 31)
    }
  }

  @Test("Lowered words stay, but for lists of marks and where digits would touch")
  func lowered() {
    func words(_ before: String, _ lowered: String, _ after: String = " rose") -> String {
      [Inline.text(before), .subscript([.text(lowered)]), .text(after)].plainText
    }
    #expect(words("C", "max") == "Cmax rose")
    #expect(words("H", "2") == "H2 rose")
    #expect(words("H", "2", "0") == "H₂0")
    #expect(words("AUC", "0-24h") == "AUC0-24h rose")
    #expect(words("Rash", "a,b") == "Rash a,b rose")
    #expect(words("PGF1", "2") == "PGF1₂ rose")
    #expect(words("log10", "2.5") == "log10_(2.5) rose")
  }

  @Test("What is raised within raised words is put apart there")
  func nested() {
    let content: [Inline] = [.text("10"), .superscript([.text("2"), .superscript([.text("3")])])]
    #expect(content.plainText == "10^(2³)")
  }
}
