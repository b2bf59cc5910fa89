import MonographModel

/// Gives the sections of a label their anchors.
struct LabelAnchors {
  private var anchors = SectionAnchors()

  /// A path of slugs that no section has yet.
  mutating func anchor(_ heading: String, parent: String) -> String {
    anchors.unused(SectionAnchors.wanted(slug: Self.slug(heading), parent: parent))
  }

  /// A heading without its section number, which changes from label to label: `5.1 Anaphylaxis` gives
  /// `Anaphylaxis`.
  func withoutNumber(_ heading: String) -> String {
    let bytes = Array(heading.utf8)
    var place = 0
    while place < bytes.count, bytes[place].isASCIIDigit || bytes[place] == .period || bytes[place] == .space
    {
      place += 1
    }
    return place < bytes.count && bytes.first?.isASCIIDigit == true ? bytes[place...].text : heading
  }

  /// As ``EntityID/slug(fromName:)``, which asks each character what it is; most headings are ASCII.
  private static func slug(_ heading: String) -> String {
    var slug: [UInt8] = []
    for byte in heading.utf8 {
      if byte >= 0x80 { return EntityID.slug(fromName: heading) }
      if byte.isASCIILetter || byte.isASCIIDigit {
        slug.append(byte.lowercased)
      } else if byte != .apostrophe, let last = slug.last, last != .hyphen {
        slug.append(.hyphen)
      }
    }
    while slug.last == .hyphen { slug.removeLast() }
    return slug.text
  }
}
