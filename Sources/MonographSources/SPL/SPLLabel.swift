import MonographModel

/// A label as it was read, before its sections have headings and anchors and its links lead anywhere.
struct SPLLabel {
  /// A section of the source.
  struct Section {
    /// Its place in the order of the source, from 0.
    var number: Int
    var code = ""
    var displayName = ""
    var title: [Inline] = []
    /// What its `text` holds.
    var blocks: [Block] = []
    /// What the highlights say of it.
    var highlights: [Block] = []
    var effective: String?
    var sections: [Section] = []
    var lines: LineRange
    /// Whether links or pictures in it have to be resolved.
    var isUnresolved = false
  }

  /// A picture: what it shows, and its file.
  struct Picture {
    var alternative = ""
    var file = ""
    /// The section it is kept in: its number.
    var section: Int?
  }

  var type = ""
  var title: [Inline] = []
  var titleLines: LineRange?
  var setID: String?
  var version: String?
  var effective: String?
  var organizations: [SPLOrganization] = []
  var products: [SPLProduct] = []
  /// The lines of the product data, and their date.
  var productLines: LineRange?
  var productDate: String?
  /// The heading of the section that holds the product data, where it has one.
  var productTitle: [Inline] = []
  /// Text that stands in the document outside its body.
  var further: [String] = []
  var sections: [Section] = []
  var pictures: [String: Picture] = [:]
  /// For each id, the section that holds it: its number.
  var ids: [String: Int] = [:]
  /// For each id that a link leads to: the line of the first such link.
  var linkLines: [String: Int] = [:]
  /// For each section that was put into another: that other's number.
  var holders: [Int: Int] = [:]
}
