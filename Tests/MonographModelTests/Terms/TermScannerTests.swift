import MonographModel
import Testing

/// Texts beside their terms; joined terms stand in brackets.
@Suite struct TermScannerTests {
  private func written(_ text: String) -> String {
    TermScanner.terms(of: text).map { $0.isJoined ? "[\($0.text)]" : $0.text }.joined(separator: " ")
  }

  @Test(arguments: [
    // Case, accents, compatibility forms.
    ("Baclofen Intrathecal", "baclofen intrathecal"), ("MÉNIÈRE Sjögren Köln", "meniere sjogren koln"),
    ("Me\u{301}nie\u{300}re", "meniere"), ("œdema Ærø Straße Łódź", "oedema aero strasse lodz"),
    ("ﬁbrosis ＡＢＣ１２", "fibrosis abc12"), ("Хлор Ёж", "хлор еж"), ("日本語", "日本語"),
    // Apostrophes vanish.
    ("Alzheimer's Alzheimer’s patients' 'quoted'", "alzheimers alzheimers patients quoted"),
    ("5'-deoxy", "5 [5deoxy] deoxy"), ("5′-deoxy", "5 [5deoxy] deoxy"), ("soft\u{AD}ware", "software"),
    // Greek letters.
    ("TNFα", "tnf [tnfalpha] alpha"), ("TNF-α", "tnf [tnfalpha] alpha"),
    ("TNF-alpha", "tnf [tnfalpha] alpha"),
    ("β-blocker", "beta [betablocker] blocker"), ("βblocker", "beta [betablocker] blocker"),
    ("α2A α1-acid", "alpha2a alpha1 [alpha1acid] acid"), ("αβ T", "alpha [alphabeta] beta t"),
    ("5α-reductase", "5 [5alphareductase] [5alpha] alpha [alphareductase] reductase"),
    ("5-alpha-reductase", "5 [5alphareductase] [5alpha] alpha [alphareductase] reductase"),
    ("μ-opioid µ-opioid", "mu [muopioid] opioid mu [muopioid] opioid"), ("μελέτη ΟΔΟΣ", "μελετη οδοσ"),
    // Units of a millionth.
    ("µg μg ug mcg", "mcg mcg mcg mcg"), ("5µg 5 mcg", "5 [5mcg] mcg 5 mcg"), ("µL μl uL mcL", "ul ul ul ul"),
    ("µmol umol mcmol", "umol umol umol"), ("mg/µL", "mg [mgul] ul"), ("㎍ ㎎ ㎖", "mcg mg ml"),
    // Numbers.
    ("0.5 .5 (.5) 0·5", "0.5 0.5 0.5 0.5"), ("1,000 12,000.5 1,000,000", "1000 12000.5 1000000"),
    ("1,5 1,0000 1234,567 0,125", "1 5 1 0000 1234 567 0 125"), ("2,4,100", "2 4 100"), ("2.3.1", "2.3.1"),
    ("ends. 5. Next", "ends 5 next"), ("15-30 15–30", "15 30 15 30"), ("5%", "5"), ("-5 >=5", "5 5"),
    // Raised and lowered digits.
    ("10⁹ 10¹²/L", "10 9 10 12 [12l] l"), ("m² H₂O", "m2 h2o"), ("2½", "2 1 2"), ("37℃", "37 c"),
    // Compounds.
    ("GABA-B", "gaba [gabab] b"), ("half-life half life", "half [halflife] life half life"),
    ("5-HT3 5HT3", "5 [5ht3] ht3 5 [5ht3] ht3"), ("24h 5mg 0.5mg", "24 [24h] h 5 [5mg] mg 0.5 [0.5mg] mg"),
    ("CYP3A4 B12 q6h", "cyp3a4 b12 q6h"), ("COVID-19", "covid [covid19] 19"), ("and/or", "and [andor] or"),
    ("5–hydroxy x‑ray", "5 [5hydroxy] hydroxy x [xray] ray"), ("B12-5", "b12 5"),
    ("GABA-B-receptor", "gaba [gababreceptor] [gabab] b [breceptor] receptor"),
    ("120/80 5mg/10mL CYP3A4/CYP2D6", "120 80 5 [5mg] mg 10 [10ml] ml cyp3a4 cyp2d6"),
    ("mg/kg/day", "mg [mgkgday] [mgkg] kg [kgday] day"), ("5-10mg", "5 10 [10mg] mg"),
    ("a - b -c d- --e", "a b c d e"), ("a—b", "a b"),
    // What is none.
    ("", ""), (" \n\t", ""), ("™ ® © 😀 … - / ' .", ""), ("Lioresal™", "lioresal"), ("a_b", "a b"),
    ("a\u{0}b\u{200B}c", "a b c"), ("\u{301}\u{AD}'", ""),
  ])
  func aTextHasTerms(text: String, terms: String) { #expect(written(text) == terms) }

  @Test func aTermTellsWhereItStands() {
    let text = "Give 5µg/d of TNFα."
    let places = TermScanner.terms(of: text).map { term in
      let bytes = Array(text.utf8)[term.range]
      return "\(term.text)=\(String(decoding: bytes, as: UTF8.self))"
    }
    #expect(
      places == [
        "give=Give", "5=5", "5mcgd=5µg/d", "5mcg=5µg", "mcg=µg", "mcgd=µg/d", "d=d", "of=of", "tnf=TNF",
        "tnfalpha=TNFα", "alpha=α",
      ])
  }

  @Test func longTermsAreCutAndLongCompoundsAreNotJoined() {
    #expect(written(String(repeating: "a", count: 200)) == String(repeating: "a", count: 64))
    // Characters stay whole.
    #expect(written("a" + String(repeating: "語", count: 40)) == "a" + String(repeating: "語", count: 21))
    let half = String(repeating: "b", count: 40)
    #expect(written("\(half)-\(half)") == "\(half) \(half)")
    #expect(TermScanner.terms(of: String(repeating: "ab-", count: 100)).count { !$0.isJoined } == 100)
    #expect(TermScanner.terms(of: String(repeating: "α", count: 3) + "x").count == 8)
  }

  @Test func anyBytesAreScanned() {
    var random = SystemRandomNumberGenerator()
    let pieces: [[UInt8]] = [
      "µ", "g", "α", "⁹", "½", "-", "/", ".", ",", "'", "5", "1,000", "a", "é", "語", "\u{301}", " ", "–",
    ].map { Array($0.utf8) }
    for _ in 0..<3_000 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0...60, using: &random) {
        if Int.random(in: 0..<4, using: &random) == 0 {
          bytes.append(UInt8.random(in: 0...255, using: &random))
        } else {
          bytes += pieces[Int.random(in: 0..<pieces.count, using: &random)]
        }
      }
      bytes.withUnsafeBufferPointer { text in
        TermScanner.scan(text) { term in
          #expect((1...TermScanner.lengthLimit).contains(term.bytes.count), "\(bytes)")
          #expect(!term.range.isEmpty && term.range.upperBound <= bytes.count, "\(bytes)")
          #expect(String(validating: term.bytes, as: UTF8.self) != nil, "\(bytes)")
        }
      }
    }
  }

  /// What is searched for is cut as what is found: terms stay what they are when they are scanned again.
  @Test func termsAreTheirOwnTerms() {
    let text = "Ménière's TNFα 5µg 1,000 CYP3A4 half-life Straße 10⁹ ΟΔΟΣ"
    for term in TermScanner.terms(of: text) where !term.isJoined { #expect(written(term.text) == term.text) }
  }
}
