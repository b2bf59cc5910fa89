import GRDB
import MonographModel
import Testing

@testable import MonographLibrary

/// The index of terms, as a library has it.
@Suite struct TermIndexTests {
  /// What a section has of a term, found without the index.
  private struct Expected: Equatable {
    var field: PostingWeight.Field
    var count = 0
  }

  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func reading<Value>(
    _ library: Library, _ body: (TermIndex, NameTermIndex) throws -> Value
  ) throws -> Value {
    let connection = try SearchConnection(path: library.path)
    let sections = try library.summary.sections
    return try connection.queue.unsafeRead { database in
      try body(
        TermIndex(database, stemmer: connection.stemmer, placeLimit: sections), NameTermIndex(database))
    }
  }

  private func pages() -> [Monograph] {
    var pages = Sample.all + [Everything.monograph]
    for seed in 0..<60 {
      var maker = RandomMonograph(seed: UInt64(seed))
      var page = maker.monograph()
      page.source.document = "\(seed)"
      pages.append(page)
    }
    return pages
  }

  /// The terms of each section, counted one by one.
  private func expected(_ pages: [Monograph]) -> (terms: [String: [Int: Expected]], lengths: [Int: Int]) {
    var terms: [String: [Int: Expected]] = [:]
    var lengths: [Int: Int] = [:]
    var section = 0
    func visit(_ sections: [Section], under headings: [String]) {
      for each in sections {
        section += 1
        let text = TermScanner.terms(of: each.blocks.plainText())
        lengths[section] = text.count { !$0.isJoined }
        for term in text {
          terms[term.text, default: [:]][section, default: Expected(field: .text)].count += 1
        }
        for heading in headings {
          for term in TermScanner.terms(of: heading) {
            terms[term.text, default: [:]][section, default: Expected(field: .outerHeading)].field =
              .outerHeading
          }
        }
        for term in TermScanner.terms(of: each.title) {
          terms[term.text, default: [:]][section, default: Expected(field: .heading)].field = .heading
        }
        visit(each.subsections, under: each.title.isEmpty ? headings : headings + [each.title])
      }
    }
    for page in pages { visit(page.sections, under: []) }
    return (terms, lengths)
  }

  @Test func everyTermOfEverySectionIsInTheIndex() throws {
    let pages = pages()
    let (terms, lengths) = expected(pages)
    try reading(try folder.library(pages)) { index, _ in
      let all = try index.entries(beginningWith: "", limit: .max)
      #expect(Set(all.map(\.text)) == Set(terms.keys))
      #expect(all.count == terms.count)
      #expect(all.count > 3 * TermTables.blockLength)
      for (term, sections) in terms {
        let entry = try #require(try index.entry(of: term), "\(term)")
        var found: [Int: PostingWeight] = [:]
        var places: [Int] = []
        try index.forEachPosting(of: entry) { place, weight in
          places.append(place)
          found[place] = PostingWeight(rawValue: weight)
        }
        #expect(places == sections.keys.sorted(), "\(term)")
        #expect(entry.sections == sections.count, "\(term)")
        for (section, expected) in sections {
          let weight = PostingWeight(
            field: expected.field, count: expected.count, length: lengths[section] ?? 0)
          #expect(found[section] == weight, "\(term) in \(section)")
        }
      }
      for term in ["", "a-b", "zzzz", "0", "\u{10FFFF}"] {
        #expect(try index.entry(of: term) == nil || terms[term] != nil, "\(term)")
      }
    }
  }

  @Test func termsWithABeginningComeCommonestFirst() throws {
    let pages = pages()
    let (terms, _) = expected(pages)
    try reading(try folder.library(pages)) { index, _ in
      for beginning in ["", "a", "s", "th", "baclo", "baclofen", "5", "é", "zzz"] {
        var sorted = terms.filter { $0.key.hasPrefix(beginning) }.map { ($0.key, $0.value.count) }
        sorted.sort { left, right in
          left.1 != right.1 ? left.1 > right.1 : left.0.utf8.lexicographicallyPrecedes(right.0.utf8)
        }
        for limit in [0, 1, 7, 10_000] {
          let found = try index.entries(beginningWith: beginning, limit: limit)
          #expect(found.map(\.text) == sorted.prefix(limit).map(\.0), "\(beginning) \(limit)")
        }
      }
    }
  }

  @Test(arguments: [
    ("seizure", ["seizure", "seizures"]), ("seizures", ["seizure", "seizures"]), ("seized", ["seized"]),
    ("dosed", ["dose", "doses", "dosing"]), ("study", ["studies"]), ("5mg", ["5mg"]), ("q6h", []),
    ("sensible", ["sensibility"]), ("hoping", ["hope"]), ("nothing", []),
  ])
  func formsOfAWordAreFound(word: String, forms: [String]) throws {
    let text = "seizure seizures seized dose doses dosing studies 5mg sensibility hope baclofen"
    let page = Monograph(
      entity: "/drugs/forms", title: "Forms", source: Source(document: "f"),
      sections: [section("S", [paragraph(.text(text))])])
    try reading(try folder.library([page])) { index, _ in
      let found = try index.forms(of: word)
      #expect(found.map(\.text) == forms)
    }
  }

  @Test func namesAreFoundByTheirWords() throws {
    let library = try folder.library(Sample.all)
    let all = try library.read { database in
      var names: [Int: String] = [:]
      try database.forEachRow("SELECT id, text FROM name") { row in names[try row.integer()] = try row.text()
      }
      return names
    }
    try reading(library) { _, names in
      func texts(_ postings: [NamePosting]) -> [String] { postings.compactMap { all[$0.name] } }
      #expect(
        texts(try names.names(withWord: "parkinsons")) == ["Parkinson's disease"])
      #expect(texts(try names.names(withWord: "h789n3fke8")) == ["UNII:H789N3FKE8"])
      #expect(texts(try names.names(withWord: "nothing")) == [])
      let beginning = texts(try names.names(withWordBeginning: "dis", limit: 9))
      #expect(!beginning.isEmpty)
      #expect(beginning.allSatisfy { $0.contains("isease") })
      #expect(try names.names(withWordBeginning: "", limit: 3).count == 3)
      let words = all.values.flatMap { TermScanner.terms(of: $0) }
      for word in words {
        #expect(try names.names(withWord: word.text).isEmpty == false, "\(word.text)")
      }
    }
  }

  @Test func readingStopsWhereItIsCancelled() throws {
    let library = try folder.library(Sample.all)
    let connection = try SearchConnection(path: library.path)
    try connection.queue.unsafeRead { database in
      let whole = TermIndex(database, stemmer: connection.stemmer, placeLimit: 99)
      let entry = try #require(try whole.entry(of: "baclofen"))
      let index = TermIndex(database, stemmer: connection.stemmer, placeLimit: 99, isCancelled: { true })
      #expect(throws: LibraryError.interrupted) { try index.entry(of: "baclofen") }
      #expect(throws: LibraryError.interrupted) { try index.entries(beginningWith: "b", limit: 9) }
      #expect(throws: LibraryError.interrupted) { try index.forms(of: "baclofen") }
      #expect(throws: LibraryError.interrupted) { try index.forEachPosting(of: entry) { _, _ in } }
    }
  }

  @Test(arguments: [
    (PostingWeight.Field.text, 1, 1, 48), (.text, 1, 150, 28), (.text, 2, 150, 39), (.text, 1, 3_000, 3),
    (.text, 1, 100_000, 1), (.text, 1_000, 1_000, 62), (.outerHeading, 0, 150, 0), (.heading, 3, 30, 54),
  ])
  func weightsGrowSlowlyAndLessInLongTexts(field: PostingWeight.Field, count: Int, length: Int, text: Int) {
    let weight = PostingWeight(field: field, count: count, length: length)
    #expect(weight.field == field)
    #expect(weight.text == text)
  }
}
