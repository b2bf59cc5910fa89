import MonographModel

/// Reads references that a page gives in its text rather than in its front matter: items `[@key]: entry` of
/// a list under “References”, and link definitions `[@key]: address`.
struct ReferenceListReader {
  let context: ReadingContext

  /// Takes the references out of a page's sections. A list all of whose items are references gives its place
  /// to the bibliography.
  func takeReferences(
    from sections: inout [Section], known: [FrontMatter.Located<Reference>]
  ) -> [FrontMatter.Located<Reference>] {
    var keys = Set(known.map(\.value.key))
    var found: [FrontMatter.Located<Reference>] = []
    if let index = sections.firstIndex(where: \.isReferences) {
      for position in sections[index].blocks.indices {
        guard case .list(let list) = sections[index].blocks[position].content,
          let references = references(in: list)
        else { continue }
        found += references.filter { keys.insert($0.value.key).inserted }
        let isFirst = !sections[index].blocks.contains { $0.content == .bibliography }
        if isFirst { sections[index].blocks[position].content = .bibliography }
        removeOwnCitations(of: references)
      }
    }
    for definition in context.keyDefinitions where keys.insert(definition.key).inserted {
      let reference = Reference(key: definition.key, title: definition.address, url: definition.address)
      found.append(.init(value: reference, line: definition.line))
    }
    return found
  }

  private func references(in list: List) -> [FrontMatter.Located<Reference>]? {
    let references = list.items.compactMap(reference)
    return references.isEmpty || references.count != list.items.count ? nil : references
  }

  /// The reference of an item `[@key]: entry`.
  private func reference(_ blocks: [Block]) -> FrontMatter.Located<Reference>? {
    guard blocks.count == 1, case .paragraph(let content) = blocks[0].content, content.count >= 2,
      case .citation(let keys) = content[0], keys.count == 1, case .text(let mark) = content[1],
      mark.hasPrefix(":")
    else { return nil }
    let entry = ([.text(String(mark.dropFirst()))] + content.dropFirst(2)).map { $0 }
    let words = entry.plainText.trimmed
    guard !words.isEmpty else { return nil }
    var reference = Self.reference(key: keys[0], entry: words)
    for case .link(let link) in entry {
      if case .external(let address) = link.target { reference.url = reference.url ?? address }
    }
    return .init(value: reference, line: blocks[0].lines?.first ?? 0)
  }

  /// Reads `Bowery NG et al., Title (2010)`: the authors are what stands before the first comma where it ends
  /// in “et al.” or is “Unknown”; the year is the number in brackets at the end.
  static func reference(key: String, entry: String) -> Reference {
    var title = entry
    var authors: [String] = []
    if let comma = entry.firstRange(of: ", ") {
      let names = String(entry[..<comma.lowerBound])
      if names.hasSuffix("et al.") || names == "Unknown" {
        authors = names == "Unknown" ? [] : [names]
        title = String(entry[comma.upperBound...])
      }
    }
    var year: String?
    let end = Array(title.utf8.suffix(7))
    if end.count == 7, end[0] == .space, end[1] == .leftParenthesis, end[6] == .rightParenthesis,
      end[2..<6].allSatisfy(\.isASCIIDigit)
    {
      year = end[2..<6].text
      title = String(title.dropLast(7))
    }
    return Reference(key: key, authors: authors, title: title, year: year)
  }

  /// The key that names an entry does not cite it.
  private func removeOwnCitations(of references: [FrontMatter.Located<Reference>]) {
    let places = Set(references.map { "\($0.value.key) \($0.line)" })
    context.citations.removeAll { places.contains("\($0.key) \($0.line)") }
  }
}
