import MonographModel

/// Makes a heading for a section that has no title, from the name of its LOINC code.
enum SPLHeading {
  /// The code of a section that LOINC has no name for.
  static let unclassified = "42229-5"
  /// The code of a boxed warning.
  static let boxedWarning = "34066-1"
  /// The code of the product data.
  static let productData = "48780-1"

  /// `RECENT MAJOR CHANGES SECTION` gives `Recent major changes`.
  static func heading(code: String, displayName: String) -> String {
    switch code {
    case boxedWarning: return "Boxed warning"
    case "42230-3": return "Patient package insert"
    case "42231-1": return "Medication guide"
    case "51945-4": return "Package label, principal display panel"
    default: break
    }
    var name = displayName.trimmed
    for prefix in ["OTC - ", "SPL "] where name.hasPrefix(prefix) { name.removeFirst(prefix.count) }
    if name.lowercased().hasSuffix(" section"), code != unclassified { name.removeLast(8) }
    return name.isEmpty ? code.isEmpty ? "Section" : "Section \(code)" : SPLNaming.readable(name)
  }
}
