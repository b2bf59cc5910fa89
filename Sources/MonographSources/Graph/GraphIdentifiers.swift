import MonographModel

/// Reads CURIEs, their prefixes spelled as everywhere in a library.
struct GraphIdentifiers {
  /// Prefixes that were met, with their spellings: a table has few, and folding one costs more than finding it.
  private var spellings: [String: String] = [:]

  /// The identifier that a text spells; nil where it is no CURIE: without a colon, with white space, or an
  /// address.
  mutating func identifier(_ text: String) -> Identifier? {
    let bytes = text.utf8
    guard let colon = bytes.firstIndex(of: .colon), colon != bytes.startIndex else { return nil }
    let start = bytes.index(after: colon)
    guard start != bytes.endIndex, !bytes[start...].starts(with: "//".utf8),
      !bytes.contains(where: \.isASCIIWhitespace)
    else { return nil }
    let prefix = String(text[..<colon])
    let local = String(text[start...])
    if let spelling = spellings[prefix], !local.utf8.contains(.colon) {
      return Identifier(prefix: spelling, local: local)
    }
    spellings[prefix] = Identifier.spelling(ofPrefix: prefix)
    return Identifier(prefix: prefix, local: local).normalised
  }
}
