/// The words of a record by a plain scan, to tell whether any was lost.
///
/// Tables are scanned without their tags. Set aside are the letters `o` that stand for bullets in the lists of tables, and
/// the words that a footnote stands right behind: in the document its mark is part of them (`Fatigue` with a raised `a`).
struct LabelWording {
  private(set) var wording = SourceWording()

  init(of record: LabelRecord) {
    for field in record.fields {
      for value in field.values {
        if field.name.hasSuffix("_table") {
          scan(value.bytes)
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

  /// What is set aside in markup whatever else is.
  static func setAside(_ markup: [UInt8]) -> [SourceWording.SetAside] {
    var wording = LabelWording()
    wording.scan(markup)
    return wording.wording.setAside
  }

  private init() {}

  /// Tags that stand within words; all others part them.
  private static let running: Set<WordCode> = ["sub", "sup", "content", "linkhtml"]

  private mutating func scan(_ markup: [UInt8]) {
    var text: [UInt8] = []
    var captionStart: Int?
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
          if code == "footnote" || code == "footnoteref", !isEnd { setAsideLastWord(of: text) }
          if code.map(Self.running.contains) != true { text.append(.space) }
          if code == "caption" {
            if !isEnd {
              captionStart = text.count
            } else if let start = captionStart {
              let caption = text[start...].trimmingWhitespace
              if caption.elementsEqual([0x6F]) { setAside("o", because: "a letter that stands for a bullet") }
              captionStart = nil
            }
          }
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
    while start > 0, text[start - 1] >= 0x80 || text[start - 1].isASCIILetter || text[start - 1].isASCIIDigit {
      start -= 1
    }
    if start < end { setAside(text[start...].text, because: "a word that the mark of a footnote follows") }
  }

  private mutating func setAside(_ text: String, because reason: String) {
    wording.setAside.append(SourceWording.SetAside(text, because: reason))
  }
}
