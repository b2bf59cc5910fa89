import MonographModel
internal import Yams

/// Reads a bibliography in CSL-YAML, the form that Pandoc uses.
struct CSLReader {
  let values: YAMLValues

  /// The references, in order, each with its line. One without an id, or with an id that was there before,
  /// is reported and left out.
  func references(_ node: Node) -> [FrontMatter.Located<Reference>] {
    var keys: Set<String> = []
    return values.mappings(node, of: "references").compactMap { mapping, element in
      guard let reference = reference(mapping, element) else { return nil }
      guard keys.insert(reference.key).inserted else {
        values.report("The reference “\(reference.key)” is there twice.", at: element, fix: "remove one")
        return nil
      }
      return .init(value: reference, line: values.line(of: element))
    }
  }

  private func reference(_ mapping: Node.Mapping, _ node: Node) -> Reference? {
    var reference = Reference(key: "", title: "")
    for (key, keyNode, value) in values.pairs(of: mapping) {
      switch key {
      case "id": reference.key = values.string(value, of: key) ?? ""
      case "author": reference.authors = authors(value)
      case "title": reference.title = values.string(value, of: key) ?? ""
      case "container-title": reference.container = values.string(value, of: key)
      case "issued": reference.year = date(value)
      case "URL", "url": reference.url = values.string(value, of: key)
      case "DOI", "PMID", "PMCID":
        if let local = values.string(value, of: key) {
          reference.identifiers.append(Identifier(prefix: key, local: local))
        }
      case "note": reference.note = values.string(value, of: key)
      case "type": break
      default:
        values.log.report(
          .unknownKey, line: values.line(of: keyNode), column: keyNode.mark?.column ?? 0,
          "The key “references: \(key.prefix(80))” has no meaning here.")
      }
    }
    guard !reference.key.isEmpty else {
      values.report("A reference has no id.", at: node, fix: "give it the key that citations use")
      return nil
    }
    if reference.title.isEmpty {
      values.report("The reference “\(reference.key)” has no title.", at: node, fix: "give it one")
      reference.title = reference.key
    }
    return reference
  }

  /// Names as `Family Given`; a name given whole stays as it is, and `Unknown` is no name.
  private func authors(_ node: Node) -> [String] {
    let entries: [Node]
    switch node {
    case .sequence(let sequence): entries = Array(sequence)
    default: entries = [node]
    }
    return entries.compactMap { entry in
      let name: String?
      if case .mapping(let mapping) = entry {
        var parts: [String: String] = [:]
        for (key, _, value) in values.pairs(of: mapping) { parts[key] = values.string(value, of: key) }
        let family = [parts["non-dropping-particle"], parts["family"], parts["given"]].compactMap { $0 }
        name = parts["literal"] ?? (family.isEmpty ? nil : family.joined(separator: " "))
      } else {
        name = values.string(entry, of: "author")
      }
      return name?.lowercased() == "unknown" ? nil : name
    }
  }

  /// A date as far as it is given: `2010-05` for `date-parts: [[2010, 5]]`; a plain year, date or text as it is.
  private func date(_ node: Node) -> String? {
    switch node {
    case .scalar: return values.string(node, of: "issued")
    case .mapping(let mapping):
      for (key, _, value) in values.pairs(of: mapping) {
        switch key {
        case "date-parts":
          if case .sequence(let dates) = value, case .sequence(let parts)? = dates.first,
            !parts.isEmpty
          {
            return parts.compactMap { values.string($0, of: "issued") }.map(Self.padded)
              .joined(separator: "-")
          }
          values.report("“date-parts” is not a list of dates.", at: value, fix: "write [[2010]]")
        case "raw", "literal": return values.string(value, of: key)
        default: break
        }
      }
      return nil
    default:
      values.report("“issued” is not a date.", at: node, fix: "write date-parts: [[2010]]")
      return nil
    }
  }

  /// A part of a date with two digits at least.
  static func padded(_ part: String) -> String { part.count == 1 ? "0\(part)" : part }
}
