/// Which fields of a record are facts of the product, and which are text.
enum ProductFields {
  /// The names and strengths of the product and all its ingredients in one run of words.
  static let elements = "spl_product_data_elements"

  static let names: Set<String> = ["openfda.brand_name", "openfda.generic_name", "openfda.substance_name"]
  private static let facts: Set<String> = ["id", "set_id", "version", "effective_time"]

  static func isFact(_ field: LabelRecord.Field) -> Bool {
    facts.contains(field.name) || field.name.hasPrefix("openfda.")
  }
}
