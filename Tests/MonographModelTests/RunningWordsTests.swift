import MonographModel
import Testing

@Suite("Footnote marks touch no word")
struct RunningWordsTests {
  @Test(
    "Raised words",
    arguments: [
      ("Fatigue", "g", "", "Fatigue g"), ("Fatigue", "g", ", severe", "Fatigue g, severe"),
      ("Rash", "a,b", "", "Rash a,b"), ("52", "a, b", " %", "52 a, b %"), ("", "a", "Patients", "a Patients"),
      ("m", "2", "", "m2"), ("kg/m", "2", " daily", "kg/m2 daily"), ("10", "9", "/L", "109/L"),
      ("1", "st", " dose", "1st dose"), ("Na", "+", "", "Na+"), ("", "99m", "Tc", "99mTc"),
      ("Rash ", "a", "", "Rash a"), ("Rash", "k ", "", "Rash k "), ("Rash", "*", "", "Rash*"),
    ])
  func raised(before: String, raised: String, after: String, words: String) {
    let content: [Inline] = [.strong([.text(before)]), .superscript([.text(raised)]), .text(after)]
    #expect(content.plainText == words)
  }

  @Test("Lowered words stay, but for lists of marks")
  func lowered() {
    func words(_ before: String, _ lowered: String) -> String {
      [Inline.text(before), .subscript([.text(lowered)]), .text(" rose")].plainText
    }
    #expect(words("C", "max") == "Cmax rose")
    #expect(words("H", "2") == "H2 rose")
    #expect(words("AUC", "0-24h") == "AUC0-24h rose")
    #expect(words("Rash", "a,b") == "Rash a,b rose")
  }
}
