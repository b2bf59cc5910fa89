/// The words of a record by a plain scan, to tell whether any was lost.
enum LabelWording {
  /// The texts of all fields; tables without their tags.
  static func texts(of record: LabelRecord) -> [String] {
    record.fields.flatMap { field in
      field.values.map { field.name.hasSuffix("_table") ? withoutTags($0.bytes) : $0.text }
    }
  }

  /// Tags that stand within words; all others part them.
  private static let running: Set<WordCode> = ["sub", "sup", "content", "linkhtml", "footnoteref"]

  static func withoutTags(_ markup: [UInt8]) -> String {
    markup.withUnsafeBufferPointer { bytes in
      var text: [UInt8] = []
      var index = 0
      while index < bytes.count {
        switch bytes[index] {
        case .lessThan:
          var name = index + 1
          if name < bytes.count, bytes[name] == .slash { name += 1 }
          var end = name
          while end < bytes.count, bytes[end].isASCIILetter { end += 1 }
          if WordCode(Array(bytes[name..<end])[...]).map(running.contains) != true { text.append(.space) }
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
      return text.text
    }
  }
}
