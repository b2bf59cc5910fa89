import MonographLibrary
import MonographModel
import MonographSources

/// What `build --report` tells: whether words were lost, what was inferred, what was joined.
struct BuildReport {
  /// The documents of one publisher together.
  private struct Sum {
    var documents = 0
    var words = 0
    var setAside: [String: Int] = [:]
    var missing = 0
  }

  /// A document that lacks words of its source.
  private struct Gap {
    var document: String
    var coverage: DocumentCoverage
  }

  /// How many words of a document's gaps are named, and how many documents.
  private static let listed = 10
  private static let listedDocuments = 100

  private var sums: [String: Sum] = [:]
  private var gaps: [Gap] = []
  private var inferences: [String: Int] = [:]

  /// What was written, once it is.
  var summary = BuildSummary()

  /// Adds a document.
  mutating func add(_ document: BuiltDocument) {
    for (reason, count) in document.inferences { inferences[reason, default: 0] += count }
    guard let coverage = document.coverage else { return }
    let source = document.source
    var sum = sums[source.publisher ?? "publisher not stated", default: Sum()]
    sum.documents += 1
    sum.words += coverage.expectedWords
    sum.missing += coverage.missingWords
    sum.setAside.merge(coverage.setAside, uniquingKeysWith: +)
    sums[source.publisher ?? "publisher not stated"] = sum
    if coverage.missingWords > 0 { gaps.append(Gap(document: source.document, coverage: coverage)) }
  }

  /// The report as text, a fact a line.
  var text: String {
    var lines = ["words of the sources that stand in the library"]
    for (publisher, sum) in sums.sorted(by: { $0.key < $1.key }) {
      let share = Self.percent(sum.words - sum.missing, of: sum.words)
      lines.append("  \(publisher): \(sum.documents) documents, \(sum.words) words, \(share)")
      for (reason, count) in sum.setAside.sorted(by: { $0.key < $1.key }) {
        lines.append("    left out on purpose: \(count) words, \(reason)")
      }
    }
    lines += gapLines
    lines.append("inferred")
    lines += inferences.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "  \($0.value) × \($0.key)" }
    lines.append("joined: \(summary.joins.count) entities of several sources")
    for join in summary.joins {
      let members = join.members.map(\.description).joined(separator: ", ")
      let grounds = join.grounds.map(\.description).joined(separator: ", ")
      lines.append("  \(join.entity.path): \(members) by \(grounds)")
    }
    lines.append("kept apart: \(summary.refusedJoins.count)")
    for refused in summary.refusedJoins {
      let entities = refused.entities.map(\.path).joined(separator: ", ")
      lines.append("  \(refused.shared.description): \(entities): \(refused.reason.description)")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private var gapLines: [String] {
    guard !gaps.isEmpty else { return [] }
    var lines = ["documents that lack words: \(gaps.count)"]
    for gap in gaps.prefix(Self.listedDocuments) {
      let words = gap.coverage.missing.prefix(Self.listed).map { "\($0.word) (\($0.count))" }
      let more = gap.coverage.missing.count > Self.listed ? " …" : ""
      lines.append(
        "  \(gap.document): \(gap.coverage.missingWords) words: \(words.joined(separator: ", "))\(more)")
    }
    if gaps.count > Self.listedDocuments { lines.append("  …") }
    return lines
  }

  /// A share with two decimals, never rounded up to 100.
  private static func percent(_ part: Int, of whole: Int) -> String {
    guard whole > 0 else { return "100.00 %" }
    let hundredths = part * 10_000 / whole
    let fraction = hundredths % 100
    return "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction) %"
  }
}

extension EntityJoin.Member {
  fileprivate var description: String {
    switch self {
    case .document(let document): document
    case .node(let identifier): identifier.curie
    }
  }
}

extension EntityJoin.Ground {
  fileprivate var description: String {
    switch self {
    case .givenID(let entity): "the id \(entity.path)"
    case .identifier(let identifier): identifier.curie
    case .name(let name): "the name “\(name)”"
    }
  }
}

extension RefusedJoin.Reason {
  fileprivate var description: String {
    switch self {
    case .differentIdentifiers: "they have different identifiers of one registry"
    case .differentGivenIDs: "their authors gave them ids of their own"
    case .differentLabelNames: "they are named apart by their labels"
    case .ambiguous: "the name could mean either"
    }
  }
}
