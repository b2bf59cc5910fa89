import MonographModel
import Testing

@testable import MonographSources

/// Which asterisks, underscores and tildes are emphasis, against cmark, which reads the pages.
@Suite struct EmphasisDelimitersTests {
  private func isText(_ text: String) throws -> String {
    try #require(read("# T\n\n\(text)\n").monograph?.sections.first).blocks.plainText()
  }

  /// The text as the checks read it.
  private func checked(_ text: String) -> String {
    RenderedText(
      text.unicodeScalars.enumerated().map { PlacedScalar(value: $1, line: 1, column: Int32($0 + 1)) }
    ).scalars.text
  }

  /// The text as the count of words reads it.
  private func counted(_ text: String) -> String {
    let marks = EmphasisMarks(of: text[...])
    return String(text.indices.filter { !marks.contains($0) }.map { text[$0] })
  }

  @Test(
    "are those of CommonMark",
    arguments: [
      ("*5**0* mg", "5**0 mg"), ("5**.0** mg", "5**.0** mg"), ("**5**.0 mg", "5.0 mg"), ("a_5_b", "a_5_b"),
      ("*a _b* c_", "a _b c_"), ("***5** mg*", "5 mg"), ("**5* mg", "*5 mg"), ("a*≥5*b", "a≥5b"),
    ])
  func examples(text: String, shown: String) throws {
    #expect(try isText(text) == shown)
    #expect(checked(text) == shown)
    #expect(counted(text) == shown)
  }

  @Test(
    "are those of GFM, which strikes out with one tilde or two",
    arguments: ["~5~ mg", "~~5~~mg", "~~~5~~~", "~5~~ a"])
  func tildes(text: String) throws {
    #expect(try isText("x " + text) == counted("x " + text))
  }

  @Test("are the same to whoever asks, in any text")
  func anyText() throws {
    let pieces = ["*", "**", "***", "_", "__", "a", "5", " ", ".", "(", "≥", "µ", "–"]
    var state: UInt64 = 7
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    for _ in 0..<3_000 {
      var text = "x"
      for _ in 0...random(12) {
        let piece = pieces[random(pieces.count)]
        text += text.hasSuffix(" ") && piece == " " ? "b" : piece
      }
      text += "z"
      let shown = try isText(text)
      #expect(checked(text) == shown, "\(text)")
      #expect(counted(text) == shown, "\(text)")
    }
  }
}
