import MonographModel

/// What a record says of the product in fields of its own, as a table: names, substances, classes, codes.
enum ProductTable {
  /// The anchor and heading of its section.
  static let anchor = "product"
  static let heading = "Product"

  /// The rows in the order in which they are shown: what a clinician asks for first. Other fields follow by
  /// name.
  private static let rows: [(key: String, name: String)] = [
    ("openfda.brand_name", "Brand name"), ("openfda.generic_name", "Generic name"),
    ("openfda.substance_name", "Substance"), ("openfda.route", "Route"),
    ("openfda.pharm_class_epc", "Class"), ("openfda.pharm_class_moa", "Mechanism of action"),
    ("openfda.pharm_class_pe", "Physiologic effect"), ("openfda.pharm_class_cs", "Chemical structure"),
    ("openfda.manufacturer_name", "Manufacturer"), ("openfda.product_type", "Product type"),
    ("openfda.application_number", "Application number"), ("openfda.unii", "UNII"),
    ("openfda.rxcui", "RxCUI"),
    ("openfda.nui", "NUI"), ("openfda.product_ndc", "Product NDC"), ("openfda.package_ndc", "Package NDC"),
    ("openfda.original_packager_product_ndc", "Original packager product NDC"),
    ("openfda.is_original_packager", "Original packager"), ("openfda.upc", "UPC"),
    ("set_id", "Set id"), ("id", "Document id"), ("version", "Version"),
  ]

  /// Fields that other rows repeat: the label's ids once more, and the date that the source states as a date.
  private static let repeated = ["openfda.spl_set_id": "set_id", "openfda.spl_id": "id"]

  /// The table, and the texts that are left out of it.
  static func table(of fields: [LabelRecord.Field]) -> (table: Table, setAside: [SourceWording.SetAside]) {
    var values: [String: [LabelRecord.Value]] = [:]
    var names: [String] = []
    for field in fields {
      if values[field.name] == nil { names.append(field.name) }
      values[field.name, default: []] += field.values
    }
    var setAside: [SourceWording.SetAside] = []
    func isRepeated(_ name: String) -> Bool {
      guard let other = repeated[name], let first = values[other]?.map(\.text) else { return false }
      return values[name]?.map(\.text) == first
    }
    var table = Table(body: [])
    func add(_ key: String, _ name: String) {
      guard let texts = values[key]?.map(\.text).filter({ !$0.isEmpty }), !texts.isEmpty else { return }
      if isRepeated(key) {
        setAside += texts.map { SourceWording.SetAside($0, because: "shown once") }
        return
      }
      if key == "effective_time", texts.count == 1, LabelIdentity.date(texts[0]) != nil {
        setAside.append(SourceWording.SetAside(texts[0], because: "the date of the source"))
        return
      }
      table.body.append([
        Table.Cell([.text(name)], isHeader: true), Table.Cell([.text(texts.joined(separator: "; "))]),
      ])
    }
    for row in rows { add(row.key, row.name) }
    let known = Set(rows.map(\.key))
    for key in names where !known.contains(key) {
      add(key, LabelKey.madeHeading(key.hasPrefix("openfda.") ? String(key.dropFirst(8)) : key))
    }
    return (table, setAside)
  }
}
