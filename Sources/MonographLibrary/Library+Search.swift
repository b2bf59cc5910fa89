import GRDB
import MonographModel
import MonographSearch
import Synchronization

extension Library {
  /// The sections that answer a question, best first: see ``SearchRun`` for how they are found and
  /// ``MonographSearch/SectionScore`` for how they are ranked. No query is an error; one without letters or digits finds
  /// nothing, and filters alone list the pages that they let through by name.
  ///
  /// Meant for a background thread; throws ``LibraryError/interrupted`` when ``interrupt()`` was called
  /// meanwhile.
  ///
  /// - Parameters:
  ///   - vocabulary: The tables by which the question is read; nil for those that are compiled in.
  ///   - explains: Whether the result tells what else the words were looked for as.
  public func search(
    _ query: String, limit: Int, vocabulary: Vocabulary? = nil, explains: Bool = false
  ) throws(LibraryError) -> SearchResult {
    let parsed = SearchQuery(query)
    guard !parsed.words.isEmpty || !parsed.filters.isEmpty, limit > 0 else {
      return SearchResult(query: query)
    }
    let connection = try searchConnection()
    let before = interruptions.load(ordering: .acquiring)
    do {
      return try connection.queue.unsafeRead { database in
        let run = try SearchRun(
          parsed, vocabulary: vocabulary ?? .standard,
          headings: vocabulary.map { HeadingScores(topics: $0.topics) } ?? connection.headings,
          map: connection.map, stemmer: connection.stemmer, library: self, database: database
        ) { self.interruptions.load(ordering: .acquiring) != before }
        var result = try run.result(limit: limit)
        if explains { result.alternatives = try run.alternatives() }
        return result
      }
    } catch {
      throw LibraryError(reading: path, error)
    }
  }

  /// Stops what runs on another thread over the connection for searches: a search, a filter of relations, a search
  /// for paths; it throws ``LibraryError/interrupted``. Pages and names are read on undisturbed.
  public func interrupt() {
    interruptions.add(1, ordering: .acquiringAndReleasing)
  }

  /// The connection for searches, opened when first needed.
  func searchConnection() throws(LibraryError) -> SearchConnection {
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
}
