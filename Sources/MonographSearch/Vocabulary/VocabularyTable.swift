internal import Yams

/// A table of the vocabulary as its file has it: sections of groups, each group with its values and its rows. The
/// rows stand in one block of text (`rows: |`), one a line, so that a table of a thousand rows is a handful of
/// YAML values and is read in a few milliseconds. In that block a line that begins with `#` is a comment.
struct VocabularyTable {
  /// A row, untouched but for the blanks round it.
  struct Row: Hashable {
    /// The line in the file, from 1.
    var line: Int
    var text: Substring
  }

  /// Rows that share what is said at their head.
  struct Group {
    /// The line in the file, from 1.
    var line: Int
    /// What the group says besides its rows, by key.
    var values: [String: String]
    var rows: [Row]

    /// A value the group must have.
    func value(_ key: String, in file: String) throws(VocabularyError) -> String {
      guard let value = values[key] else {
        throw VocabularyError(
          file: file, line: line, problem: "the group has no '\(key)'", fix: "add '\(key):' to it")
      }
      return value
    }

    /// Whether the group says yes to something (`true`); no where it does not state it.
    func flag(_ key: String, in file: String) throws(VocabularyError) -> Bool {
      switch values[key] {
      case nil, "false": return false
      case "true": return true
      case let other?:
        throw VocabularyError(
          file: file, line: line, problem: "'\(key)' is '\(other)'", fix: "write true or false")
      }
    }

    /// The group's weight, `standard` where it states none.
    func weight(in file: String, standard: Double) throws(VocabularyError) -> Double {
      guard let text = values["weight"] else { return standard }
      return try VocabularyTable.weight(text, file: file, line: line)
    }
  }

  /// The name of the file, for errors.
  var file: String
  private var sections: [String: [Group]] = [:]

  /// Reads a table. Cost: linear in its length.
  init(yaml: String, file: String) throws(VocabularyError) {
    self.file = file
    let root: Node?
    do {
      root = try Yams.compose(yaml: yaml, .basic)
    } catch let error as YamlError {
      throw VocabularyError(
        file: file, line: Self.line(of: error), problem: "this is not YAML (\(error))",
        fix: "mind the indentation")
    } catch {
      throw VocabularyError(file: file, line: 1, problem: "this is not YAML", fix: "mind the indentation")
    }
    guard let mapping = root?.mapping else {
      throw VocabularyError(file: file, line: 1, problem: "the table is empty", fix: "give it sections")
    }
    for (key, value) in mapping {
      let name = key.string ?? ""
      guard let groups = value.sequence else {
        throw VocabularyError(
          file: file, line: Self.line(of: key), problem: "'\(name)' is not a list of groups",
          fix: "begin each group with '- name:'")
      }
      var read: [Group] = []
      for group in groups { read.append(try Self.group(group, file: file)) }
      sections[name] = read
    }
  }

  /// The groups of a section; none where the table lacks it.
  func groups(_ section: String) -> [Group] { sections[section] ?? [] }

  /// The names of the sections.
  var names: [String] { sections.keys.sorted() }

  /// A weight: more than 0 and at most 1.
  static func weight(
    _ text: some StringProtocol, file: String, line: Int
  ) throws(VocabularyError) -> Double {
    guard let weight = Double(text), weight > 0, weight <= 1 else {
      throw VocabularyError(
        file: file, line: line, problem: "'\(text)' is not a weight",
        fix: "write a number above 0, at most 1")
    }
    return weight
  }

  private static func group(_ node: Node, file: String) throws(VocabularyError) -> Group {
    guard let mapping = node.mapping else {
      throw VocabularyError(
        file: file, line: line(of: node), problem: "this is not a group", fix: "begin it with '- name:'")
    }
    var group = Group(line: line(of: node), values: [:], rows: [])
    for (key, value) in mapping {
      guard let name = key.string, let scalar = value.scalar else {
        throw VocabularyError(
          file: file, line: line(of: key), problem: "this is not a word or a block of rows",
          fix: "write the rows as lines under 'rows: |'")
      }
      if name == "rows" {
        group.rows = rows(scalar.string, after: line(of: value))
      } else {
        group.values[name] = scalar.string
      }
    }
    return group
  }

  private static func rows(_ block: String, after head: Int) -> [Row] {
    var rows: [Row] = []
    var line = head
    for text in block.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      line += 1
      let row = TermShape.trimmed(Substring(text))
      if row.isEmpty || row.utf8.first == UInt8(ascii: "#") { continue }
      rows.append(Row(line: line, text: row))
    }
    return rows
  }

  private static func line(of node: Node) -> Int { node.mark?.line ?? 1 }

  private static func line(of error: YamlError) -> Int {
    switch error {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): mark.line
    default: 1
    }
  }
}
