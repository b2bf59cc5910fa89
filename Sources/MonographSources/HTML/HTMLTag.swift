/// The name of an HTML tag and whether it is an end tag.
struct HTMLTag {
  let source: String
  let name: String
  let isEnd: Bool

  init(source: String) {
    self.source = source
    var bytes = source.utf8.dropFirst()
    isEnd = bytes.first == .slash
    if isEnd { bytes = bytes.dropFirst() }
    name = bytes.prefix { $0.isASCIILetter || $0.isASCIIDigit }.map(\.lowercased).text
  }
}
