/// The registries of codes that a label's product data use, by their OIDs.
enum SPLCode {
  /// National Drug Code.
  static let ndc = "2.16.840.1.113883.6.69"
  /// Unique Ingredient Identifier.
  static let unii = "2.16.840.1.113883.4.9"
  /// D-U-N-S number of a company.
  static let duns = "1.3.6.1.4.1.519.1"
  /// Numbers of applications for marketing, and of parts of the Code of Federal Regulations.
  static let applications = ["2.16.840.1.113883.3.149", "2.16.840.1.113883.3.150"]
  /// LOINC, which names sections.
  static let loinc = "2.16.840.1.113883.6.1"
}

/// Dates as HL7 writes them: `YYYYMMDD`, with less or more digits.
enum SPLDate {
  /// `YYYY-MM-DD`, or as much of it as is there; nil where it is no date.
  static func iso(_ value: String) -> String? {
    let digits = Array(value.utf8.prefix { $0.isASCIIDigit })
    guard digits.count >= 4 else { return nil }
    var date = digits[0..<4].text
    if digits.count >= 6 { date += "-" + digits[4..<6].text }
    if digits.count >= 8 { date += "-" + digits[6..<8].text }
    return date
  }
}
