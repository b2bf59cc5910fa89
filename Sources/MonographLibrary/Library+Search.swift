import GRDB
import MonographModel
import Synchronization

extension Library {
  /// How much a word counts in a page's names, in the headings, in the text.
  private static let weights = "bm25(10.0, 4.0, 1.0)"

  /// How many words a snippet has.
  private static let snippetLength = 24

  /// The sections that answer a query, best first.
  ///
  /// A section answers when it, its headings and its page's names together hold every word, in whatever form:
  /// `seizure` is `seizures` too. The last word may be any beginning of one, so that `withdrawa` finds
  /// `withdrawal`. Where no section answers, any word is enough. No query is an error, and one
  /// without letters or digits finds nothing. Equal scores stand in the order of the library. The snippet of a
  /// section without text of its own is the beginning of the text of its subsections.
  ///
  /// Meant for a background thread; throws ``LibraryError/interrupted`` when ``interrupt()`` was called
  /// meanwhile.
  public func search(_ query: String, limit: Int) throws(LibraryError) -> SearchResult {
    guard let pattern = SearchPattern(query), limit > 0 else { return SearchResult(query: query) }
    let connection = try searchConnection()
    let interruptionsBefore = interruptions.load(ordering: .acquiring)
    do {
      return try connection.unsafeRead { database in
        for expression in pattern.words.count > 1 ? [pattern.all, pattern.any] : [pattern.all] {
          let hits = try Self.hits(expression, limit: limit, in: database)
          guard interruptions.load(ordering: .acquiring) == interruptionsBefore else {
            throw LibraryError.interrupted
          }
          guard !hits.isEmpty else { continue }
          // Fewer than asked for are all there are.
          let total = hits.count < limit ? hits.count : try Self.count(expression, in: database)
          return SearchResult(query: query, hits: hits, total: total)
        }
        return SearchResult(query: query)
      }
    } catch {
      throw LibraryError(reading: path, error)
    }
  }

  /// Stops a search that runs on another thread; it throws ``LibraryError/interrupted``. Pages and names
  /// are read on undisturbed.
  public func interrupt() {
    interruptions.add(1, ordering: .acquiringAndReleasing)
    searches.withLock { $0?.interrupt() }
  }

  /// Sets up full text on a connection while nobody can interrupt it yet: an interruption in the middle of
  /// setting a tokenizer up ends the process.
  private func prepareForInterruption(_ connection: DatabaseQueue) throws(LibraryError) {
    do {
      try connection.unsafeRead { database in
        for table in ["section_search", "word_form"] {
          try database.forEachRow("SELECT rowid FROM \(table) LIMIT 0", []) { _ in }
        }
      }
    } catch {
      throw LibraryError(reading: path, error)
    }
  }

  /// The connection for searches, opened when first needed.
  private func searchConnection() throws(LibraryError) -> DatabaseQueue {
    let connection: Result<DatabaseQueue, LibraryError> = searches.withLock { standing in
      if let standing { return .success(standing) }
      do throws(LibraryError) {
        let opened = try LibraryFile.connect(path: path, label: "library.search", cacheKilobytes: 2048)
        try prepareForInterruption(opened)
        standing = opened
        return .success(opened)
      } catch {
        return .failure(error)
      }
    }
    return try connection.get()
  }

  private static func hits(_ expression: String, limit: Int, in database: Database) throws -> [SearchHit] {
    var hits: [(key: Int, hit: SearchHit)] = []
    // The text is read by full text itself for the snippets of the rows that are returned, no others.
    try database.forEachRow(
      """
      SELECT section_search.rowid, section_search.rank,
        snippet(section_search, 2, ?, ?, '…', \(snippetLength)),
        section.heading_path, section.anchor, key.text, document.source_document,
        entity.path, entity.title, kind.text, entity.class
      FROM section_search
      CROSS JOIN section ON section.id = section_search.rowid
      CROSS JOIN document ON document.id = section.document
      CROSS JOIN entity ON entity.id = document.entity
      CROSS JOIN phrase AS kind ON kind.id = entity.kind
      LEFT JOIN phrase AS key ON key.id = section.source_key
      WHERE section_search MATCH ? AND section_search.rank MATCH '\(weights)'
      ORDER BY section_search.rank
      LIMIT ?
      """,
      [String(SnippetMarks.opening), String(SnippetMarks.closing), expression, limit]
    ) { row in
      let key = try row.integer()
      let score = -(try row.number())
      let snippet = SnippetMarks.snippet(try row.text())
      let headings = try row.text().split(separator: Schema.headingSeparator).map(String.init)
      let anchor = try row.text()
      let sourceKey = try row.optionalText() ?? headings.last ?? ""
      let document = try row.text()
      let hit = SearchHit(
        entity: try row.entity(), title: try row.text(), kind: try row.text(),
        entityClass: try row.optionalText(), sectionPath: headings, anchor: anchor, document: document,
        sectionKey: sourceKey, snippet: snippet, score: score)
      hits.append((key, hit))
    }
    for index in hits.indices where hits[index].hit.snippet.isBlank {
      hits[index].hit.snippet = try snippet(ofDescendantsOf: hits[index].key, in: database)
    }
    return hits.sorted { ($1.hit.score, $0.key) < ($0.hit.score, $1.key) }.map(\.hit)
  }

  /// The beginning of the first text under the subsections of a section that has none of its own.
  private static func snippet(ofDescendantsOf section: Int, in database: Database) throws -> Snippet {
    // Sections stand in the order of the page: its descendants follow until one is as high.
    func row(_ key: Int) throws -> (document: Int, level: Int, text: String)? {
      try database.firstRow("SELECT document, level, section_text(body) FROM section WHERE id = ?", [key]) {
        row in (try row.integer(), try row.integer(), try row.text())
      }
    }
    var following = section + 1
    guard let top = try row(section), top.level > 0 else { return Snippet(runs: []) }
    while let next = try row(following), next.document == top.document, next.level > top.level {
      let words = next.text.split(maxSplits: snippetLength, whereSeparator: \.isWhitespace)
      guard words.isEmpty else {
        let beginning = words.prefix(snippetLength).joined(separator: " ")
        return SnippetMarks.snippet(words.count > snippetLength ? beginning + "…" : beginning)
      }
      following += 1
    }
    return Snippet(runs: [])
  }

  private static func count(_ expression: String, in database: Database) throws -> Int {
    try database.firstRow(
      "SELECT count(*) FROM section_search WHERE section_search MATCH ?", [expression]
    ) { try $0.integer() } ?? 0
  }
}
