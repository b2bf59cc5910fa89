import GRDB
import MonographModel
import Synchronization

extension Library {
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
    guard limit > 0 else { return SearchResult(query: query) }
    let connection = try searchConnection()
    let interruptionsBefore = interruptions.load(ordering: .acquiring)
    do {
      return try connection.queue.unsafeRead { database in
        let isCancelled = { self.interruptions.load(ordering: .acquiring) != interruptionsBefore }
        guard
          let ranking = try SectionRanking(
            query, in: database, stemmer: connection.stemmer, isCancelled: isCancelled)
        else { return SearchResult(query: query) }
        let ranked = try ranking.ranked(limit: limit)
        let snippets = SnippetMaker(patterns: ranked.patterns)
        var hits: [SearchHit] = []
        for (key, score) in ranked.sections {
          if isCancelled() { throw LibraryError.interrupted }
          hits.append(try Self.hit(key, score: score, snippets: snippets, in: database))
        }
        return SearchResult(query: query, hits: hits, total: ranked.total)
      }
    } catch {
      throw LibraryError(reading: path, error)
    }
  }

  /// Stops a search that runs on another thread; it throws ``LibraryError/interrupted``. Pages and names
  /// are read on undisturbed.
  public func interrupt() {
    interruptions.add(1, ordering: .acquiringAndReleasing)
    searches.withLock { $0?.queue.interrupt() }
  }

  /// The connection for searches, opened when first needed.
  private func searchConnection() throws(LibraryError) -> SearchConnection {
    let connection: Result<SearchConnection, LibraryError> = searches.withLock { standing in
      if let standing { return .success(standing) }
      do throws(LibraryError) {
        // Nobody can interrupt it before it stands.
        let opened = try SearchConnection(path: path)
        standing = opened
        return .success(opened)
      } catch {
        return .failure(error)
      }
    }
    return try connection.get()
  }

  private static func hit(
    _ key: Int, score: Double, snippets: SnippetMaker, in database: Database
  ) throws -> SearchHit {
    let hit = try database.firstRow(
      """
      SELECT section.heading_path, section.anchor, key.text, document.source_document, entity.path, entity.title,
        kind.text, entity.class, section.body
      FROM section
      CROSS JOIN document ON document.id = section.document
      CROSS JOIN entity ON entity.id = document.entity
      CROSS JOIN phrase AS kind ON kind.id = entity.kind
      LEFT JOIN phrase AS key ON key.id = section.source_key
      WHERE section.id = ?
      """, [key]
    ) { row in
      let headings = try row.text().split(separator: Schema.headingSeparator).map(String.init)
      let anchor = try row.text()
      let sourceKey = try row.optionalText() ?? headings.last ?? ""
      let document = try row.text()
      return SearchHit(
        entity: try row.entity(), title: try row.text(), kind: try row.text(),
        entityClass: try row.optionalText(), sectionPath: headings, anchor: anchor, document: document,
        sectionKey: sourceKey,
        snippet: snippets.snippet(of: try row.bytes { try SectionText.text(ofBody: $0) }), score: score)
    }
    guard var hit else { throw TermReader.damage }
    if hit.snippet.runs.isEmpty { hit.snippet = try snippet(ofDescendantsOf: key, in: database) }
    return hit
  }

  /// The beginning of the first text under the subsections of a section that has none of its own.
  private static func snippet(ofDescendantsOf section: Int, in database: Database) throws -> Snippet {
    // Sections stand in the order of the page: its descendants follow until one is as high.
    func row(_ key: Int) throws -> (document: Int, level: Int, text: String)? {
      try database.firstRow("SELECT document, level, body FROM section WHERE id = ?", [key]) { row in
        (try row.integer(), try row.integer(), try row.bytes { try SectionText.text(ofBody: $0) })
      }
    }
    var following = section + 1
    guard let top = try row(section), top.level > 0 else { return Snippet(runs: []) }
    while let next = try row(following), next.document == top.document, next.level > top.level {
      let snippet = SnippetMaker(patterns: []).snippet(of: next.text)
      if !snippet.runs.isEmpty { return snippet }
      following += 1
    }
    return Snippet(runs: [])
  }
}
