import MonographModel
internal import Yams

/// Takes values of the expected form out of YAML, and reports those of another form at their line.
struct YAMLValues {
  let log: DiagnosticLog
  /// What is added to Yams' lines to count in the whole file.
  let lineOffset: Int

  func line(of node: Node) -> Int { (node.mark?.line ?? 1) + lineOffset }

  func report(_ message: String, at node: Node, fix: String? = nil) {
    log.report(.frontMatter, line: line(of: node), column: node.mark?.column ?? 0, message, fix: fix)
  }

  /// The keys and values of a map, in order; keys that are no text are reported.
  func pairs(of mapping: Node.Mapping) -> [(key: String, keyNode: Node, value: Node)] {
    mapping.compactMap { keyNode, value in
      guard case .scalar(let key) = keyNode else {
        report("A key is not text.", at: keyNode)
        return nil
      }
      return (key.string, keyNode, value)
    }
  }

  /// A text; nil where it is empty or null, or is no text, which is reported.
  func string(_ node: Node, of key: String) -> String? {
    // A list of one text, as programs write it that know lists alone.
    if case .sequence(let sequence) = node, sequence.count == 1, case .scalar = sequence[0] {
      return string(sequence[0], of: key)
    }
    guard case .scalar(let scalar) = node else {
      report("“\(key)” is not a text.", at: node, fix: "give one value")
      return nil
    }
    return isNull(scalar) ? nil : scalar.string.replacingLineEnds
  }

  /// A text, or the texts of a list with commas between them.
  func joinedString(_ node: Node, of key: String) -> String? {
    guard case .sequence = node else { return string(node, of: key) }
    let texts = strings(node, of: key).map(\.value)
    return texts.isEmpty ? nil : texts.joined(separator: ", ")
  }

  /// Names in a list, or in one text with commas between them, as Obsidian has it.
  func names(_ node: Node, of key: String) -> [String] {
    guard case .scalar(let scalar) = node, scalar.style == .plain || scalar.style == .any else {
      return strings(node, of: key).map(\.value)
    }
    return strings(node, of: key).flatMap { $0.value.split(separator: ",").map(\.trimmed) }.filter {
      !$0.isEmpty
    }
  }

  /// Texts in a list; a single text counts as a list of one.
  func strings(_ node: Node, of key: String) -> [(value: String, node: Node)] {
    switch node {
    case .scalar(let scalar): return isNull(scalar) ? [] : [(scalar.string.replacingLineEnds, node)]
    case .sequence(let sequence):
      return sequence.compactMap { element in string(element, of: key).map { ($0, element) } }
    default:
      report("“\(key)” is not a list of texts.", at: node, fix: "write - value on a line for each")
      return []
    }
  }

  /// Maps in a list.
  func mappings(_ node: Node, of key: String) -> [(value: Node.Mapping, node: Node)] {
    if case .scalar(let scalar) = node, isNull(scalar) { return [] }
    guard case .sequence(let sequence) = node else {
      report("“\(key)” is not a list.", at: node, fix: "begin each entry with a hyphen")
      return []
    }
    return sequence.compactMap { element in
      guard case .mapping(let mapping) = element else {
        report("An entry of “\(key)” is not a map of keys and values.", at: element)
        return nil
      }
      return (mapping, element)
    }
  }

  /// A date as `YYYY-MM-DD`, `YYYY-MM` or `YYYY`.
  func date(_ node: Node, of key: String) -> String? {
    guard let text = string(node, of: key) else { return nil }
    guard Self.isDate(text) else {
      report("“\(text.prefix(40))” is not a date.", at: node, fix: "write YYYY-MM-DD")
      return nil
    }
    return text
  }

  func truth(_ node: Node, of key: String) -> Bool {
    switch string(node, of: key)?.lowercased() {
    case "true", "yes": return true
    case "false", "no", nil: return false
    default:
      report("“\(key)” is neither true nor false.", at: node)
      return false
    }
  }

  func entity(_ text: String, at node: Node) -> EntityID? {
    guard text.hasPrefix("/"), let id = EntityID(path: text) else {
      report("“\(text.prefix(80))” is not an entity id.", at: node, fix: "write /folder/name")
      return nil
    }
    return id
  }

  /// Whether a text is a date of the calendar, or a year or month of one.
  static func isDate(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count), text.utf8.allSatisfy({ $0.isASCIIDigit || $0 == .hyphen }),
      parts[0].count == 4, let year = Int(parts[0]), parts.dropFirst().allSatisfy({ $0.count == 2 })
    else { return false }
    guard parts.count > 1 else { return true }
    guard let month = Int(parts[1]), (1...12).contains(month) else { return false }
    guard parts.count > 2 else { return true }
    let isLeapYear = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
    let days = [31, isLeapYear ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard let day = Int(parts[2]) else { return false }
    return (1...days[month - 1]).contains(day)
  }

  private func isNull(_ scalar: Node.Scalar) -> Bool {
    guard scalar.style == .plain || scalar.style == .any else { return scalar.string.isEmpty }
    return ["", "~", "null", "Null", "NULL"].contains(scalar.string)
  }
}

extension String {
  /// With line ends, which a text of the document may not have, as spaces; none at the end.
  fileprivate var replacingLineEnds: String {
    guard utf8.contains(.lineFeed) || utf8.contains(.carriageReturn) else { return self }
    return utf8.map { $0 == .lineFeed || $0 == .carriageReturn ? .space : $0 }.text.trimmed
  }
}
