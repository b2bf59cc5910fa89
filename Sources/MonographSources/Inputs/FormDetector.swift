/// Tells the form of a file by its name and its first bytes.
enum FormDetector {
  /// How many of the first bytes are looked at.
  static let headSize = 1 << 16

  /// The form; nil where it is not known.
  static func form(name: String, head: [UInt8]) -> SourceForm? {
    let name = name.split(separator: "/").last.map { $0.lowercased() } ?? ""
    if name.hasSuffix(".md") || name.hasSuffix(".markdown") { return .markdownPage }
    // Text has no NUL.
    guard !head.contains(0) else { return nil }
    let start = head.starts(with: [0xEF, 0xBB, 0xBF]) ? head.dropFirst(3) : head[...]
    let text = start.drop(while: \.isASCIIWhitespace)
    guard let first = text.first else { return nil }
    if first == .lessThan { return isSPL(text) ? .spl : nil }
    if first == .leftBrace { return objectForm(name: name, text: text) }
    if name.hasSuffix(".yaml") || name.hasSuffix(".yml") { return isDrugMechDB(text) ? .drugMechDB : nil }
    if let form = tableForm(name: name, line: start.prefix { $0 != .lineFeed }) { return form }
    return name.hasSuffix(".txt") && isWikiDump(text) ? .wikiDump : nil
  }

  /// An XML document whose names are those of HL7 version 3, and whose root is a document.
  private static func isSPL(_ text: ArraySlice<UInt8>) -> Bool {
    text.holds("urn:hl7-org:v3") && (text.holds("<document") || text.holds(":document"))
  }

  private static func objectForm(name: String, text: ArraySlice<UInt8>) -> SourceForm? {
    let line = text.prefix { $0 != .lineFeed }
    if isKGXGraph(text) { return .kgxGraph }
    if line.holds("\"subject\""), line.holds("\"object\"") { return .kgxEdges(.objects) }
    if text.holds("\"results\""), text.holds("\"meta\"") || text.holds("\"openfda\"") { return .openFDA }
    let isLines = [".jsonl", ".ndjson"].contains(where: name.hasSuffix)
    return isLines && line.holds("\"id\"") ? .kgxNodes(.objects) : nil
  }

  /// An object whose list `nodes` or `edges` begins with what KGX has in it, or is empty beside the other.
  private static func isKGXGraph(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.holds("\"nodes\"") || text.holds("\"edges\"") else { return false }
    struct Found: Error { var isKGX: Bool }
    // The head may end anywhere; a whole record of it tells, or the start of one.
    var slicer = RecordSlicer(name: "", lists: ["nodes", "edges"])
    do {
      try slicer.feed(Array(text)) { record in
        let bytes = record.bytes[...]
        throw Found(
          isKGX: record.list == "nodes"
            ? bytes.holds("\"id\"") && (bytes.holds("\"category\"") || bytes.holds("\"name\""))
            : bytes.holds("\"subject\"") && bytes.holds("\"object\""))
      }
    } catch let found as Found {
      return found.isKGX
    } catch {
      return false
    }
    return false
  }

  private static func isDrugMechDB(_ text: ArraySlice<UInt8>) -> Bool {
    (text.holds("links:") && text.holds("directed:")) || text.holds("drug_mesh:")
  }

  private static func tableForm(name: String, line: ArraySlice<UInt8>) -> SourceForm? {
    guard line.contains(.tab) else {
      if name.hasSuffix("nodes.tsv"), line.trimmingWhitespace.elementsEqual("id".utf8) {
        return .kgxNodes(.table)
      }
      return kgxForm(name: name, columns: columns(of: line, dividedBy: .comma), .commas)
    }
    let columns = columns(of: line, dividedBy: .tab)
    if columns.isSuperset(of: ["metaedge", "abbreviation"]) { return .hetionetEdgeKinds }
    if columns.isSuperset(of: ["metanode", "abbreviation"]) { return .hetionetNodeKinds }
    if columns.isSuperset(of: ["source", "metaedge", "target"]) { return .hetionetEdges }
    if columns == ["id", "name", "kind"] { return .hetionetNodes }
    return kgxForm(name: name, columns: columns, .table)
  }

  private static func columns(of line: ArraySlice<UInt8>, dividedBy divider: UInt8) -> Set<String> {
    Set(line.split(separator: divider).map { GraphText.unquoted($0.text.trimmed) })
  }

  private static func kgxForm(
    name: String, columns: Set<String>, _ form: SourceForm.TableForm
  ) -> SourceForm? {
    if columns.isSuperset(of: ["subject", "object"]), !columns.isDisjoint(with: KGXColumn.predicate.names) {
      return .kgxEdges(form)
    }
    if columns.contains("id"), columns.contains("category") || (form == .table && name.contains("nodes")) {
      return .kgxNodes(form)
    }
    return nil
  }

  /// A page as a wiki's reader mode flattens it: its title, then the heading of its first section; or the words
  /// of the wiki's controls.
  private static func isWikiDump(_ text: ArraySlice<UInt8>) -> Bool {
    let lines = text.split(separator: .lineFeed).prefix(2).map { $0.trimmingWhitespace }
    return (lines.count == 2 && lines[1].elementsEqual("Overview".utf8)) || text.holds("(expand to render)")
      || text.holds("class=\"infobox")
  }

  /// Files that belong to others and are passed over without a word: pictures, libraries, and what tells people
  /// about a folder.
  static func isBeside(_ name: String) -> Bool {
    let name = name.split(separator: "/").last.map { $0.lowercased() } ?? ""
    let stem = name.split(separator: ".").first.map(String.init) ?? name
    if ["license", "licence", "copying", "notice", "readme", "changelog"].contains(stem) { return true }
    return [".library", ".jpg", ".jpeg", ".png", ".gif", ".bmp", ".tif", ".tiff", ".svg", ".webp", ".pdf"]
      .contains(where: name.hasSuffix)
  }
}

extension ArraySlice<UInt8> {
  /// Whether an ASCII text stands somewhere in it.
  fileprivate func holds(_ text: StaticString) -> Bool {
    text.withUTF8Buffer { wanted in
      withUnsafeBufferPointer { bytes in
        guard let first = wanted.first, bytes.count >= wanted.count else { return false }
        for start in 0...(bytes.count - wanted.count) where bytes[start] == first {
          if bytes[start..<(start + wanted.count)].elementsEqual(wanted) { return true }
        }
        return false
      }
    }
  }
}
