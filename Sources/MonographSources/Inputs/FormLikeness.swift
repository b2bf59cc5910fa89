/// What a file of no known form looks like, and what its owner can do.
struct FormLikeness {
  /// A sentence that says what it looks like.
  let words: String
  /// What to do.
  let fix: String?

  /// How much of a name or a header is shown.
  private static let shown = 60

  /// Looks at the first bytes of a file.
  init(name: String, head: [UInt8]) {
    let start = head.starts(with: [0xEF, 0xBB, 0xBF]) ? head.dropFirst(3) : head[...]
    let text = start.drop(while: \.isASCIIWhitespace)
    let line = text.prefix { $0 != .lineFeed && $0 != .carriageReturn }
    if ArchiveKind(head: head) != nil {
      (words, fix) = ("It looks like an archive that holds nothing of a known form.", "name what lies in it")
    } else if head.contains(0) {
      (words, fix) = ("It looks like no text.", "build from XML, JSON, tables or Markdown")
    } else if text.isEmpty {
      (words, fix) = ("It is empty.", nil)
    } else if text.first == .lessThan {
      words = "It looks like \(Self.root(of: text).map { "XML whose root is <\($0)>" } ?? "XML")."
      fix = "a label in SPL is <document xmlns=\"urn:hl7-org:v3\">"
    } else if text.first == .leftBrace {
      words = "It looks like JSON."
      fix =
        "openFDA labels stand in “results” beside “meta”, a KGX graph in “nodes” and “edges”; KGX tables in JSON are "
        + "one object a line in a file named .jsonl"
    } else if text.first == .leftBracket {
      words = "It looks like a list in JSON."
      fix = "write an object a line, in a file named .jsonl, or one object with “nodes” and “edges”"
    } else if line.contains(.tab) || (line.contains(.comma) && name.lowercased().hasSuffix(".csv")) {
      words = "It looks like a table that begins “\(Self.shown(line))”."
      fix = "name its columns as KGX does: id and category for nodes; subject, predicate and object for edges"
    } else if name.lowercased().hasSuffix(".yaml") || name.lowercased().hasSuffix(".yml") {
      (words, fix) = (
        "It looks like YAML.", "a path of DrugMechDB has graph:, nodes: and links: with directed:"
      )
    } else {
      words = "It looks like text that begins “\(Self.shown(line))”."
      fix = "a page is a file named .md; a wiki page goes through monograph import FILE -o DIR"
    }
  }

  private static func shown(_ line: ArraySlice<UInt8>) -> String {
    let text = GraphText.shown(String(decoding: line.prefix(Self.shown * 4), as: UTF8.self))
    return text.count > shown ? text.prefix(shown) + "…" : text
  }

  /// The name of the first element, after declarations and comments.
  private static func root(of text: ArraySlice<UInt8>) -> String? {
    var rest = text
    while let start = rest.firstIndex(of: .lessThan) {
      rest = rest[(start + 1)...]
      guard let first = rest.first else { return nil }
      if rest.starts(with: "!--".utf8) {
        guard let end = rest.firstRange(of: Array("-->".utf8)) else { return nil }
        rest = rest[end.upperBound...]
      } else if first != UInt8(ascii: "?"), first != UInt8(ascii: "!") {
        let name = rest.prefix { !$0.isASCIIWhitespace && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") }
        return name.isEmpty ? nil : shown(name)
      }
    }
    return nil
  }
}
