/// Cuts text into terms, of which two texts are compared: those of a library and those of a question.
///
/// - A term is a run of letters and digits in lower case, without accents, compatibility forms made plain.
///   Apostrophes vanish: `Alzheimer's` is `alzheimers`. Raised digits after a digit are a term of their own:
///   10⁹ is not 109.
/// - Decimal numbers stay whole (`0.5`, also written `.5` or `0·5`), and so do thousands (`1,000` is `1000`).
/// - Greek letters are spelt out and parted from letters beside them: `TNFα` is `tnf alpha`. A micro sign
///   or mu before a unit is the unit: `µg`, `ug` and `mcg` are `mcg`, `µL` and `mcL` are `ul`. Runs of four Greek
///   letters and more are words of Greek.
/// - A *compound* is parts joined by hyphens, slashes, or a number and letters that touch: `GABA-B`, `half-life`,
///   `5-HT3`, `24h`. It gives its parts and, right after the first, what joins all of them and then after each part what
///   joins it with the next: `gababreceptor`, `gabab`, `breceptor`. Digits are never joined with digits
///   (`15-30`, `B12-5`), nor by a slash two sides that both have digits (`5mg/10mL`).
///
/// A term is at most 64 bytes, longer ones are cut; joined ones that would be longer are left out.
public enum TermScanner {
  /// The most bytes a term has.
  public static let lengthLimit = 64

  /// Calls a closure with each term of a text, in order. ASCII allocates nothing; about 5 ns for a byte.
  public static func scan(_ text: UnsafeBufferPointer<UInt8>, _ body: (ScannedTerm) -> Void) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: TermScan.scratchSize) { scratch in
      withUnsafeTemporaryAllocation(of: TermScan.Part.self, capacity: TermScan.partLimit) { parts in
        guard let scratch = scratch.baseAddress, let parts = parts.baseAddress else { return }
        var scan = TermScan(text: text, scratch: scratch, parts: parts)
        scan.run(body)
      }
    }
  }

  /// Calls a closure with each term of a text, in order.
  public static func scan(_ text: String, _ body: (ScannedTerm) -> Void) {
    var text = text
    text.withUTF8 { scan($0, body) }
  }

  /// The terms of a text, in order.
  public static func terms(of text: String) -> [Term] {
    var terms: [Term] = []
    scan(text) { terms.append($0.term) }
    return terms
  }
}
