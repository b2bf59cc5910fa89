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
}
