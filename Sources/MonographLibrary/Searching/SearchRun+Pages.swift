import MonographSearch

/// What is told of the pages that are called what was typed.
extension SearchRun {
  /// Whether what was typed for a name begins several.
  var isAmbiguous: Bool { names.completions.values.contains { $0.count > 1 } }

  /// The first of each page, then the second of each, and so on, so that no page hides the others.
  static func inTurn<Element>(_ elements: [Element], _ page: (Element) -> Int) -> [Element] {
    var counts: [Int: Int] = [:]
    let turns = elements.enumerated().map { place, element in
      let turn = counts[page(element), default: 0]
      counts[page(element)] = turn + 1
      return (turn: turn, place: place, element: element)
    }
    return turns.sorted { ($0.turn, $0.place) < ($1.turn, $1.place) }.map(\.element)
  }

  /// A topic is told by a section on it, where one answers as a whole, by a line that says its words, or by a section
  /// that has the words with which it was asked for.
  func unanswered(_ places: ArraySlice<Place>) -> [QueryTopic] {
    guard missingSubjects.isEmpty, mask == nil, !filter.narrowsSections else { return [] }
    let own = places.filter { place in
      guard let named = names.documents[place.document] else { return false }
      return question.slots.indices.contains { named[$0] > 0.4 && !question.slots[$0].isTopic }
    }
    guard !own.isEmpty else { return [] }
    return question.topics.enumerated().compactMap { index, asked in
      guard !asked.slots.isEmpty, asked.weight > 0.3 else { return nil }
      let topic = vocabulary.topics.topics[asked.topic]
      let isAnswered = own.contains { place in
        if place.passage?.topics[index] ?? 0 >= Self.leastTold { return true }
        if asked.slots.allSatisfy({ strengths[$0].sections[place.section] > 0 }) { return true }
        guard topic.isWhole else { return false }
        return headings.score(
          place.row.headings, key: place.row.key, chapter: place.row.chapter, for: asked.topic) >= 0.4
      }
      return isAnswered ? nil : topic
    }
  }

  /// How much of a topic a line must tell to be on it.
  private static let leastTold = 0.55
}
