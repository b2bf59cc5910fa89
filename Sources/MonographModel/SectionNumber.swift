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
}
