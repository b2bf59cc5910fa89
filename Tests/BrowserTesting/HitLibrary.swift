import MonographModel

extension MemoryLibrary {
  /// The small library with answers of a search as an engine gives them: places on several pages, a name that was
  /// misspelt, remarks, more places than are given at once.
  public static let hits: MemoryLibrary = {
    var library = MemoryLibrary.ward
    let halve = "Halve the dose below 30 mL/min."
    library.answers = [
      "kidney": SearchResult(
        query: "",
        hits: [
          hit(
            "alphadol", ["Special Populations", "Renal Impairment"], "special-populations/renal-impairment",
            halve, ["dose", "30"]),
          hit("betadol", ["Overview"], "overview", "Betadol differs.", ["differs"]),
          hit(
            "alphadol", ["Dosing", "Oral"], "dosing/oral", "Starting dose 5 mg 3 times daily",
            ["dose", "daily"]),
        ]),
      "alfadol": SearchResult(
        query: "",
        hits: [
          hit(
            "alphadol", ["Dosing", "Oral"], "dosing/oral", "Maximum 80 mg per day", ["Maximum"],
            readAs: "alphadol"),
          hit("alphadol", ["Levels"], "levels", "4 40 mg/L", ["40 mg"], readAs: "alphadol"),
        ],
        suggestions: [NameSuggestion(typed: "alfadol", name: "alphadol", lookAlikes: ["alphaDINE"])]),
      "fever alfadol": SearchResult(
        query: "",
        hits: [
          hit("betadol", ["Overview"], "overview", "Betadol differs.", ["differs"]),
          hit(
            "alphadol", ["Dosing", "Withdrawal"], "dosing/withdrawal", "fever", ["fever"], readAs: "alphadol"),
        ],
        suggestions: [NameSuggestion(typed: "alfadol", name: "alphadol")]),
      "fever kind:drog": SearchResult(
        query: "",
        hits: [hit("alphadol", ["Dosing", "Withdrawal"], "dosing/withdrawal", "fever", ["fever"])],
        remarks: ["No kind is “drog”: this library has drug, disease."]),
      "alphadine": SearchResult(
        query: "", suggestions: [NameSuggestion(typed: "alphadine", name: "alphadol")]),
      "many": SearchResult(
        query: "",
        hits: (1...90).map { number in
          hit("alphadol", ["Levels", "Row \(number)"], "levels-\(number)", "row \(number) of many", ["many"])
        }, total: 90),
    ]
    return library
  }()

  private static func hit(
    _ name: String, _ path: [String], _ anchor: String, _ line: String, _ matches: [String],
    readAs: String? = nil
  ) -> SearchHit {
    SearchHit(
      entity: EntityID(path: "/drugs/\(name)")!, title: name.prefix(1).uppercased() + name.dropFirst(),
      kind: "drug", entityClass: "test agonist", form: "tablet, oral", sectionPath: path, anchor: anchor,
      document: "drugs/\(name).md", publisher: "test page", labeler: "Test Works",
      sectionKey: path.last ?? "", snippet: snippet(line, matches), passage: line, readAs: readAs, score: 1)
  }

  private static func snippet(_ line: String, _ matches: [String]) -> Snippet {
    var runs: [Snippet.Run] = []
    var rest = line[...]
    for match in matches {
      guard let range = rest.firstRange(of: match) else { continue }
      runs.append(Snippet.Run(text: String(rest[..<range.lowerBound]), isMatch: false))
      runs.append(Snippet.Run(text: match, isMatch: true))
      rest = rest[range.upperBound...]
    }
    runs.append(Snippet.Run(text: String(rest), isMatch: false))
    return Snippet(runs: runs.filter { !$0.text.isEmpty })
  }
}
