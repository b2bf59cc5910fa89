/// The words of a record by a plain scan, to tell whether any was lost.
///
/// Tables are scanned without their tags; the marks of footnotes are parted from the words they touch.
struct LabelWording {
  private(set) var wording = SourceWording()

  /// - Parameter repeated: The tables that are shown elsewhere already, by their place among all tables.
  init(of record: LabelRecord, repeated: Set<Int>) {
    var table = 0
    for field in record.fields {
      for value in field.values {
        if field.name.hasSuffix("_table") {
          if repeated.contains(table) {
            let text = Self.withoutTags(value.bytes)
            wording.texts.append(text)
            setAside(text, because: "shown once")
          } else {
            scan(value.bytes)
          }
          table += 1
        } else {
          wording.texts.append(value.text)
        }
      }
    }
  }

  /// The text of markup without its tags.
  static func withoutTags(_ markup: [UInt8]) -> String {
    var wording = LabelWording()
    wording.scan(markup)
    return wording.wording.texts.joined()
  }

  private init() {}

  /// Tags that stand within words; all others part them.
  private static let running: WordCodes = ["sub", "sup", "content", "linkhtml"]

  private mutating func scan(_ markup: [UInt8]) {
    var text: [UInt8] = []
    var marks = ScannedMarks()
    markup.withUnsafeBufferPointer { bytes in
      var index = 0
      while index < bytes.count {
        switch bytes[index] {
        case .lessThan:
          let isEnd = index + 1 < bytes.count && bytes[index + 1] == .slash
          let name = isEnd ? index + 2 : index + 1
          var end = name
          while end < bytes.count, bytes[end].isASCIILetter { end += 1 }
          let code = WordCode(bytes, name..<end)
          if code == "sup" || code == "sub" {
            if isEnd {
              marks.end(at: text.count, isRaised: code == "sup")
            } else {
              marks.begin(at: text.count)
            }
          }
          if code.map(Self.running.contains) != true { text.append(.space) }
          index = LabelTable.afterTag(bytes, from: index)
        case .ampersand:
          let (scalar, end) = LabelTable.character(bytes, at: index)
          text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
          index = end
        case let byte:
          text.append(byte)
          index += 1
        }
      }
    }
    marks.part(&text)
    wording.texts.append(text.text)
  }

  private mutating func setAside(_ text: String, because reason: String) {
    wording.setAside.append(SourceWording.SetAside(text, because: reason))
  }
}
