/// What a term is to a section, in one byte: the highest place where it stands, and how much of the text it is.
struct PostingWeight: Hashable {
  /// The highest place where a term stands. The numbers are part of the file format.
  enum Field: UInt8, Sendable {
    /// In the text alone.
    case text = 0
    /// In a heading above the section's own.
    case outerHeading = 1
    /// In the section's own heading.
    case heading = 2
  }

  /// The largest weight of a text.
  static let largestText = 63

  /// How slowly further occurrences count less, how much a long text counts less, and what is long: k1, b and a mean
  /// length of BM25 (S. E. Robertson and H. Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond",
  /// 2009). The mean is fixed, so that the weight of a section does not depend on the others.
  private static let (saturation, lengthShare, meanLength) = (1.2, 0.75, 150.0)

  /// Bits 7 and 6 the field, 5 to 0 the weight in the text.
  let rawValue: UInt8

  init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The weight of a term that occurs `count` times in a text of `length` terms.
  init(field: Field, count: Int, length: Int) {
    var text = 0
    if count > 0 {
      let slowness =
        Self.saturation * (1 - Self.lengthShare + Self.lengthShare * Double(length) / Self.meanLength)
      text = max(1, Int(Double(Self.largestText) * Double(count) / (Double(count) + slowness)))
    }
    rawValue = field.rawValue << 6 | UInt8(text)
  }

  /// The highest place where the term stands.
  var field: Field { Field(rawValue: rawValue >> 6) ?? .heading }

  /// How much the term counts in the text, 1 to 63; 0 where only headings hold it.
  var text: Int { Int(rawValue & 0x3F) }
}
