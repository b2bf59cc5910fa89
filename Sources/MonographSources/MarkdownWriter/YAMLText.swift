internal import Yams

/// Front matter as it is written, key by key.
enum YAMLText {
  /// `key: value` on one line, the value between quotes where YAML would read it as anything but this text.
  static func field(_ key: String, _ value: String) -> String {
    let isPlain = !["", "~", "null", "Null", "NULL", "true", "false", "yes", "no"].contains(value)
    let node = Node(value, Tag(.str), isPlain ? .any : .doubleQuoted)
    let written = try? Yams.serialize(
      node: Node.mapping(Node.Mapping([(Node(key), node)])), width: -1, allowUnicode: true)
    return written?.trimmed ?? "\(key): \"\""
  }

  /// A text of several sentences as a folded block, its lines up to 100 columns. Runs of blanks become one, and
  /// control characters are left out.
  static func folded(_ key: String, _ value: String, indent: Int) -> [String] {
    let margin = String(repeating: " ", count: indent)
    var lines = ["\(margin)\(key): >-"]
    var line = ""
    for word in value.split(whereSeparator: \.isWhitespace) {
      let word = String(
        String.UnicodeScalarView(word.unicodeScalars.filter { $0.properties.generalCategory != .control }))
      if !line.isEmpty, margin.count + 2 + line.count + 1 + word.count > 100 {
        lines.append("\(margin)  \(line)")
        line = ""
      }
      line += line.isEmpty ? word : " " + word
    }
    lines.append("\(margin)  \(line)")
    return lines
  }
}
