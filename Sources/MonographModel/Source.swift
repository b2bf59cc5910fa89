/// Where a page comes from and how old it is. What is not stated is nil, and is shown as not stated.
public struct Source: Hashable, Sendable {
  /// The source document's own id: a content file's path within its folder, a label's set id.
  public var document: String
  /// Who publishes it, or what it is: `wiki page`, `DailyMed`.
  public var publisher: String?
  /// Who answers for what it says, where that is not the publisher: the company of a drug label.
  public var labeler: String?
  /// Its address.
  public var url: String?
  /// The licence of the text.
  public var licence: String?
  /// The version, in the source's words.
  public var version: String?
  /// The date it took effect or was published, `YYYY-MM-DD` or less of it.
  public var effective: String?
  /// The date somebody reviewed it, `YYYY-MM-DD` or less of it; nil: not reviewed.
  public var reviewed: String?
  /// A sentence about it that a reader must see, such as that its facts were not checked.
  public var note: String?
  /// How many lines the source text has.
  public var lineCount: Int

  /// Makes a source.
  public init(
    document: String, publisher: String? = nil, labeler: String? = nil, url: String? = nil,
    licence: String? = nil, version: String? = nil, effective: String? = nil, reviewed: String? = nil,
    note: String? = nil, lineCount: Int = 0
  ) {
    self.document = document
    self.publisher = publisher
    self.labeler = labeler
    self.url = url
    self.licence = licence
    self.version = version
    self.effective = effective
    self.reviewed = reviewed
    self.note = note
    self.lineCount = lineCount
  }

  /// One line for the status row: `wiki page, no version, no date, not reviewed`.
  public var summary: String { summaries[0] }

  /// The summary at full length and then ever shorter, for narrow screens. The review stays to the last, then
  /// the date, then who answers for it: the labeler where there is one.
  public var summaries: [String] {
    let publisher = self.publisher ?? (labeler == nil ? "source not stated" : nil)
    let version = self.version.map { "version \($0)" } ?? "no version"
    let date = effective.map { "dated \($0)" } ?? "no date"
    let review = reviewed.map { "reviewed \($0)" } ?? "not reviewed"
    var summaries: [String] = []
    for parts in [
      [publisher, labeler, version, date, review], [publisher, labeler, date, review],
      [labeler ?? publisher, date, review], [date, review], [review],
    ] {
      let summary = parts.compactMap(\.self).joined(separator: ", ")
      if summaries.last != summary { summaries.append(summary) }
    }
    return summaries
  }
}
