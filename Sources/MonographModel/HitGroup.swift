/// The hits of a search on one page, together: of one document, read in one way.
public struct HitGroup: Hashable, Sendable {
  /// The hits, best first; never empty.
  public private(set) var hits: [SearchHit]

  /// The best hit, which tells what the page is.
  public var best: SearchHit { hits[0] }

  /// Puts the hits of each page together: pages in the order of their best hits, hits in the order given. Hits that
  /// rest on another reading of the question make a group of their own.
  public static func groups(of hits: [SearchHit]) -> [HitGroup] {
    struct Page: Hashable {
      var entity: EntityID
      var document: String
      var readAs: String?
    }
    var groups: [HitGroup] = []
    var places: [Page: Int] = [:]
    for hit in hits {
      let page = Page(entity: hit.entity, document: hit.document, readAs: hit.readAs)
      if let place = places[page] {
        groups[place].hits.append(hit)
      } else {
        places[page] = groups.count
        groups.append(HitGroup(hits: [hit]))
      }
    }
    return groups
  }
}

extension SearchHit {
  /// What is known of its page beside the title, in the order in which it is said.
  public var pageFacts: [PageFact] {
    let facts: [(PageFact.Subject, String?)] = [
      (.kind, kind), (.entityClass, entityClass), (.form, form), (.labeler, labeler), (.publisher, publisher),
    ]
    return facts.compactMap { subject, text in
      guard let text, !text.isEmpty else { return nil }
      return PageFact(subject: subject, text: text)
    }
  }

  /// The words that matched, in order, each once.
  public var matchedWords: [String] {
    var seen: Set<String> = []
    return snippet.runs.filter(\.isMatch).map(\.text).filter { seen.insert($0.lowercased()).inserted }
  }
}
