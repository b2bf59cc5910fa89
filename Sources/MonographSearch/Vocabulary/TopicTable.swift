import MonographModel

/// All topics, and which of them the words of a question ask for.
public struct TopicTable: Sendable {
  /// The topics, in the order of the file.
  public let topics: [QueryTopic]
  /// Words by which a line tells what to do, as terms in the form of ``TermForm/plain(_:)``.
  public let advice: [[String]]
  /// The words that ask for topics, in the order of the file, each once, in the form of ``TermForm/plain(_:)``.
  public let words: [String]
  /// Which topics a phrase asks for, by its first term.
  private let phrases: [String: [(terms: [String], topic: Int)]]

  /// The table that is compiled in.
  public static let standard = EmbeddedTable.read(
    PackageResources.topics_yaml, file: "topics.yaml", TopicTable.init(yaml:file:))

  /// Reads a table. Cost: linear in its length.
  public init(yaml: String, file: String) throws(VocabularyError) {
    let reader = TopicReader(file: file)
    (topics, advice) = try reader.table(yaml)
    var known: Set<String> = []
    words = topics.flatMap(\.asked).joined().filter { known.insert($0).inserted }
    var phrases: [String: [(terms: [String], topic: Int)]] = [:]
    for (index, topic) in topics.enumerated() {
      for terms in topic.asked { phrases[terms[0], default: []].append((terms, index)) }
    }
    self.phrases = phrases
  }

  /// A topic that a phrase of a question asks for.
  public struct Asked: Hashable, Sendable {
    /// The topic's index.
    public var topic: Int
    /// Which terms of the question ask for it.
    public var terms: Range<Int>
  }

  /// The topics that a word may come to ask for which is being typed, each with the share of the words with that
  /// beginning that ask for it.
  public func begun(by beginning: String) -> [(topic: Int, share: Double)] {
    var counts: [Int: Int] = [:]
    for (index, topic) in topics.enumerated() {
      let count = topic.asked.count { $0.count == 1 && $0[0].hasPrefix(beginning) }
      if count > 0 { counts[index] = count }
    }
    let all = Double(counts.values.reduce(0, +))
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, Double($0.value) / all) }
  }

  /// The topics that the terms of a question ask for: from left to right, the longest phrase that fits; a phrase may
  /// ask for several topics.
  public func asked(by terms: [String]) -> [Asked] {
    let terms = terms.map(TermForm.plain)
    var asked: [Asked] = []
    var start = 0
    while start < terms.count {
      let fitting = (phrases[terms[start]] ?? []).filter { terms[start...].starts(with: $0.terms) }
      let length = fitting.map(\.terms.count).max() ?? 0
      for phrase in fitting where phrase.terms.count == length {
        asked.append(Asked(topic: phrase.topic, terms: start..<start + length))
      }
      start += max(1, length)
    }
    return asked
  }
}
