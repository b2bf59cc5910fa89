/// The number that drug labels put before a heading: `8.6 Renal Impairment`, `2 DOSAGE AND ADMINISTRATION`.
public enum SectionNumber {
  /// The heading without its number, or as it is where it has none. A number is one or more whole numbers of at
  /// most two digits with dots between them, perhaps a dot after them, and then a blank.
  public static func removed(from heading: String) -> String {
    var rest = Substring(heading)
    var digits = 0
    while let first = rest.first, first.isASCII, first.isNumber || first == "." {
      digits = first == "." ? 0 : digits + 1
      if digits > 2 { return heading }
      rest = rest.dropFirst()
    }
    guard rest.count < heading.count, heading.first != ".", rest.first == " " else { return heading }
    rest = rest.drop { $0 == " " }
    return rest.isEmpty ? heading : String(rest)
  }

  /// The first of the numbers before a heading, which is the chapter of a label by 21 CFR 201.56(d): 8 of
  /// `8.6 Renal Impairment`; nil where there is none.
  public static func chapter(of heading: String) -> Int? {
    guard removed(from: heading) != heading else { return nil }
    return Int(heading.prefix { $0.isASCII && $0.isNumber })
  }
}
