import MonographModel
import Synchronization

/// How well headings answer topics, each worked out once: a library has the same headings on every page, and reading one
/// takes longer than all else that is done for a section.
public final class HeadingScores: Sendable {
  /// More headings than this are not kept; a library of labels has a few thousand that come again.
  private static let limit = 8_192
  /// Longer headings than this, in UTF-8 bytes, are not kept: they are sentences that stand nowhere else.
  private static let lengthLimit = 200

  private let topics: TopicTable
  /// For each heading a score for each topic, then how well it speaks of children and of data; below 0 where not worked
  /// out.
  private let known = Mutex<[String: [Double]]>([:])

  /// How many headings are kept.
  var keptCount: Int { known.withLock { $0.count } }

  /// Nothing is worked out yet.
  public init(topics: TopicTable) { self.topics = topics }

  /// How well a section answers a topic, 0…1; see ``QueryTopic/score(headings:key:chapter:)``.
  public func score(_ headings: [String], key: String, chapter: LabelSection?, for topic: Int) -> Double {
    topics.topics[topic].score(headings: headings, key: key, chapter: chapter) { score($0, for: topic) }
  }

  /// How well a heading answers a topic, 0…1; see ``QueryTopic/score(heading:)``.
  func score(_ heading: String, for topic: Int) -> Double {
    value(heading, at: topic) { topics.topics[topic].score(heading: heading) }
  }

  /// Whether what stands under a heading is about children.
  func isOnChildren(_ heading: String) -> Bool {
    value(heading, at: topics.topics.count) { Double(ClinicalTopic.children.score(heading: heading)) } > 0
  }

  /// Whether what stands under a heading are findings behind advice: `Data`, `Animal Data`, `Clinical Studies`.
  func isOnData(_ heading: String) -> Bool {
    value(heading, at: topics.topics.count + 1) {
      Self.data.contains(TermForm.plainTerms(SectionNumber.removed(from: heading))) ? 1 : 0
    } > 0
  }

  /// Such headings, as terms in the form of ``TermForm/plain(_:)``.
  private static let data: Set<[String]> = Set(
    ["data", "animal data", "human data", "clinical studies", "animal studies", "clinical trials"]
      .map(TermForm.plainTerms))

  private func value(_ heading: String, at place: Int, _ workOut: () -> Double) -> Double {
    guard heading.utf8.count <= Self.lengthLimit else { return workOut() }
    return known.withLock { known in
      if let value = known[heading]?[place], value >= 0 { return value }
      let value = workOut()
      if known.count >= Self.limit { known.removeAll(keepingCapacity: true) }
      known[heading, default: Array(repeating: -1, count: topics.topics.count + 2)][place] = value
      return value
    }
  }
}
