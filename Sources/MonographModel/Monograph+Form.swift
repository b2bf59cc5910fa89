extension Monograph {
  /// How what the page is about is given, and as what: `oral tablet, film coated / intravenous injection, solution`:
  /// the routes and dosage forms that the tables of its infobox state, product by product, each once; nil where none
  /// does. Codes of a list, which labels write in capitals, are in small letters; words of two letters (`IV`) are left
  /// as they are.
  public var form: String? {
    var found: [String] = []
    for part in infobox {
      for text in part.table.forms where !found.contains(text) { found.append(text) }
    }
    return found.isEmpty ? nil : found.joined(separator: Self.formSeparator)
  }

  /// Parts the forms of one document.
  public static let formSeparator = " / "
}

extension Table {
  /// What a table calls the two.
  private static let routeNames: Set<String> = [
    "route", "routes", "route of administration", "routes of administration",
  ]
  private static let formNames: Set<String> = ["form", "forms", "dosage form", "dosage forms"]

  /// The route and form of each product: of a row, where the columns are called so; of the whole table, where rows are.
  fileprivate var forms: [String] {
    let names = (header.last ?? []).map { $0.plainText.lowercased() }
    let route = names.firstIndex(where: Self.routeNames.contains)
    let form = names.firstIndex(where: Self.formNames.contains)
    if route != nil || form != nil {
      return body.compactMap { row in
        func text(_ column: Int?) -> String {
          column.flatMap { row.indices.contains($0) ? row[$0].plainText : nil } ?? ""
        }
        return Self.joined(route: text(route), form: text(form))
      }
    }
    func value(_ names: Set<String>) -> String {
      let row = body.first { $0.count == 2 && names.contains($0[0].plainText.lowercased()) }
      return row?[1].plainText ?? ""
    }
    return [Self.joined(route: value(Self.routeNames), form: value(Self.formNames))].compactMap { $0 }
  }

  private static func joined(route: String, form: String) -> String? {
    let text = [route, form].map { readable($0.replacing("; ", with: ", ")) }.filter { !$0.isEmpty }
    return text.isEmpty ? nil : text.joined(separator: " ")
  }

  private static func readable(_ text: String) -> String {
    var result = ""
    var word = ""
    func settled(_ word: String) -> String {
      word.count > 2 && word == word.uppercased() ? word.lowercased() : word
    }
    for character in text {
      if character.isLetter {
        word.append(character)
      } else {
        result += settled(word)
        word = ""
        result.append(character)
      }
    }
    return (result + settled(word)).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
