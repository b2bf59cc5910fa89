import MonographModel

/// Questions with their right places, by which search is measured: tab-separated, one header line, the columns `id`,
/// `query`, `expected`, `sections`, `answer`, `class` in any order, and `generic` where there is one; other columns are
/// passed over.
struct QuestionFile {
  /// A question and its right places.
  struct Question: Hashable {
    var id: String
    var query: String
    /// What the right places stand in: ids of documents, such as set ids of labels, or paths or names of pages, or
    /// `seed`; see ``RightDocuments``.
    var expected: [String]
    /// The name of what it asks about, where the file gives it.
    var generic: String?
    /// The sections that are right, best first: names that openFDA gives them, or headings.
    var sections: [String]
    /// Words that the right place holds.
    var answer: String
    /// What sort of question it is.
    var sort: String
  }

  let questions: [Question]

  /// Reads a file's text.
  init(text: String, file: String) throws(Failure) {
    var lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated()
      .filter { !$1.isEmpty }
      .map {
        (
          number: $0 + 1,
          columns: $1.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        )
      }
    let wanted = ["id", "query", "expected", "sections", "answer", "class"]
    let (headerLine, header) = lines.isEmpty ? (1, []) : lines.removeFirst()
    var places: [String: Int] = [:]
    for name in wanted {
      guard let place = header.firstIndex(of: name) else {
        throw .input(
          "\(file):\(headerLine): no column “\(name)”; the header line must name \(wanted.joined(separator: ", "))"
        )
      }
      places[name] = place
    }
    let generic = header.firstIndex(of: "generic")
    var questions: [Question] = []
    for (number, columns) in lines {
      guard columns.count == header.count else {
        throw .input("\(file):\(number): \(columns.count) columns where the header has \(header.count)")
      }
      func value(_ name: String) -> String { columns[places[name] ?? 0] }
      func list(_ name: String) -> [String] { value(name).split(separator: "|").map(String.init) }
      questions.append(
        Question(
          id: value("id"), query: value("query"), expected: list("expected"),
          generic: generic.map { columns[$0] }, sections: list("sections"), answer: value("answer"),
          sort: value("class")))
    }
    self.questions = questions
  }
}
