import MonographModel

/// What a record says about the label and the drug it is of.
struct LabelIdentity {
  var title: String
  var aliases: [String] = []
  var entityClass: String?
  var identifiers: [Identifier] = []
  var source: Source
  /// Whether the title had to be taken from elsewhere than the names.
  var isTitleMissing = false

  /// What every label is marked with. The second sentence is the sense of openFDA's disclaimer
  /// (https://open.fda.gov/terms/).
  static let note =
    "The text of this label as openFDA gives it, which may differ from the currently approved label. openFDA does not"
    + " validate it: do not rely on it to make decisions regarding medical care. Paragraphs and headings"
    + " were found again in flattened text; what could mislead is marked where it stands."

  init(_ record: LabelRecord) {
    let generics = record.all("openfda.generic_name")
    let brands = record.all("openfda.brand_name")
    let substances = record.all("openfda.substance_name")
    let set = record.first("set_id") ?? record.first("openfda.spl_set_id") ?? record.first("id") ?? ""
    let readable = generics.map(LabelName.readable)
    if !readable.isEmpty {
      // Two names are two products in one label; neither stands for the whole.
      title = ([readable[0]] + readable.dropFirst().map(Self.withSmallFirst)).joined(separator: "; ")
    } else if let brand = brands.first {
      title = brand
    } else if let substance = substances.first, substances.count == 1 {
      title = LabelName.readable(substance)
    } else if let words = record.first("spl_product_data_elements"), let name = Self.firstName(words) {
      title = name
      isTitleMissing = true
    } else {
      title = set.isEmpty ? "Label without a name" : set
      isTitleMissing = true
    }
    // The substance of a product of one is another of its names; those of a combination are not.
    let others = brands + (substances.count == 1 ? substances.map(LabelName.readable) : [])
    var known: Set<String> = [title.lowercased()]
    aliases = others.filter { known.insert($0.lowercased()).inserted }
    entityClass = Self.classes(record.all("openfda.pharm_class_epc"))
    let uniis = record.all("openfda.unii")
    if uniis.count == 1, substances.count < 2 { identifiers = [Identifier(prefix: "UNII", local: uniis[0])] }
    source = Source(
      document: set, publisher: "openFDA drug label",
      labeler: record.first("openfda.manufacturer_name"), licence: "CC0-1.0",
      version: record.first("version"),
      effective: record.first("effective_time").flatMap(Self.date), note: Self.note,
      lineCount: record.lineCount)
  }

  /// `20240131` as `2024-01-31`; nil for anything else.
  static func date(_ text: String) -> String? {
    let digits = Array(text.utf8)
    guard digits.count == 8, digits.allSatisfy(\.isASCIIDigit) else { return nil }
    let date = "\(digits[0..<4].text)-\(digits[4..<6].text)-\(digits[6...].text)"
    return YAMLValues.isDate(date) ? date : nil
  }

  /// `Kinase Inhibitor [EPC]` without what kind of class it is; several with commas between.
  private static func classes(_ values: [String]) -> String? {
    let names = values.map { $0.hasSuffix(" [EPC]") ? String($0.dropLast(6)) : $0 }
    return names.isEmpty ? nil : names.joined(separator: ", ")
  }

  private static func withSmallFirst(_ name: String) -> String {
    guard let second = name.dropFirst().first, second.isLowercase else { return name }
    return name.prefix(1).lowercased() + String(name.dropFirst())
  }

  /// The first words of the product data, up to where they begin again or change to capitals: the brand name.
  private static func firstName(_ words: String) -> String? {
    let words = words.split(separator: " ").prefix(12).map(String.init)
    guard let first = words.first else { return nil }
    for index in words.indices.dropFirst() where words[index].lowercased() == first.lowercased() {
      return words[..<index].joined(separator: " ")
    }
    return first
  }
}
