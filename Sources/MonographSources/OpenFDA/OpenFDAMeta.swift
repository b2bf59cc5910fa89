/// What openFDA says about a file of its own: the `meta` beside `results`.
public struct OpenFDAMeta: Hashable, Sendable {
  /// What openFDA asks its readers to keep in mind.
  public var disclaimer: String?
  /// Where the licence stands.
  public var license: String?
  /// Where the terms of use stand.
  public var terms: String?
  /// The day the data were last brought up to date, `YYYY-MM-DD`.
  public var lastUpdated: String?

  /// Reads the object; what is not there, or not JSON, stays nil.
  init(json: [UInt8]) {
    guard let fields = try? LabelRecord(json: json).fields else { return }
    func value(_ name: String) -> String? { fields.first { $0.name == name }?.values.first?.text }
    disclaimer = value("disclaimer")
    license = value("license")
    terms = value("terms")
    lastUpdated = value("last_updated")
  }
}
