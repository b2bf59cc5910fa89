/// The words of the names of a label's product and its substances, by which sentences are told that begin
/// with them.
struct NameWords {
  /// All of them, without those of dosage forms.
  private(set) var words: WordCodes = []
  /// Those that a name begins with.
  private(set) var first: WordCodes = []

  init(_ record: LabelRecord) {
    for field in record.fields where ProductFields.names.contains(field.name) {
      for value in field.values {
        var isFirst = true
        for word in value.bytes.split(separator: .space) where word.count > 3 {
          var word = word
          while let last = word.last, last == .comma { word.removeLast() }
          guard let code = WordCode(word), !HeadingWords.forms.contains(code) else { continue }
          words.insert(code)
          if isFirst { first.insert(code) }
          isFirst = false
        }
      }
    }
  }
}
