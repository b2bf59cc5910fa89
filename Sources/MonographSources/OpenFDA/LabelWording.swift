/// The words of a record by a plain scan, to tell whether any was lost.
///
/// Tables are scanned without their tags. Set aside are the words that a footnote stands right behind or
/// before: in the document its mark is part of them (`Fatigue` with a raised `a`).
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
  private static let running: Set<WordCode> = ["sub", "sup", "content", "linkhtml"]

  private mutating func scan(_ markup: [UInt8]) {
    var text: [UInt8] = []
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
          if code == "footnote" || code == "footnoteref" {
            if isEnd { setAsideFirstWord(of: bytes, after: LabelTable.afterTag(bytes, from: index)) }
            if !isEnd { setAsideLastWord(of: text) }
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
    wording.texts.append(text.text)
  }

  private mutating func setAsideLastWord(of text: [UInt8]) {
    let end = text.count
    var start = end
    while start > 0, text[start - 1] >= 0x80 || text[start - 1].isASCIILetter || text[start - 1].isASCIIDigit
    {
      start -= 1
    }
    if start < end { setAside(text[start...].text, because: "a word that the mark of a footnote touches") }
  }

  private mutating func setAsideFirstWord(of bytes: UnsafeBufferPointer<UInt8>, after start: Int) {
    var end = start
    while end < bytes.count, bytes[end].isASCIILetter || bytes[end].isASCIIDigit { end += 1 }
    if start < end {
      setAside(
        String(decoding: bytes[start..<end], as: UTF8.self),
        because: "a word that the mark of a footnote touches")
    }
  }

  private mutating func setAside(_ text: String, because reason: String) {
    wording.setAside.append(SourceWording.SetAside(text, because: reason))
  }
}
