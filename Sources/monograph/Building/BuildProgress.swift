import TextLayout

/// A line on standard error that tells how far a build is: files, pages, rate, time left. Silent where nobody
/// looks, and for what takes less than a moment.
struct BuildProgress {
  /// What is known of a build at a moment.
  struct Facts {
    /// How many source files are done, of how many.
    var files = 0
    var totalFiles = 0
    /// How many bytes of them are done, of how many.
    var bytes = 0
    var totalBytes = 0
    /// How many documents and how many relations were written.
    var documents = 0
    var relations = 0
  }

  private static let barWidth = 20

  private let isShown: Bool
  private let start = ContinuousClock.now
  private var lastDrawn = ContinuousClock.now
  private var hasDrawn = false

  init() { isShown = StandardError.isTerminal }

  /// Shows where the build is, at most ten times a second.
  mutating func show(_ facts: Facts, item: String) {
    guard isShown, lastDrawn.duration(to: .now) > .milliseconds(100) else { return }
    lastDrawn = .now
    hasDrawn = true
    let glyphs = Surroundings.glyphs
    let line = Self.line(facts, after: start.duration(to: .now))
    let room = max(0, StandardError.columns - line.utf8.count - 2)
    let name = DisplayText.truncate(DisplayText.visible(item, glyphs: glyphs), width: room, glyphs: glyphs)
    StandardError.draw("\r\u{1B}[K\(line) \(name)")
  }

  /// Takes the line away.
  mutating func finish() {
    if hasDrawn { StandardError.draw("\r\u{1B}[K") }
    hasDrawn = false
  }

  /// `[=====     ] 3/12 files, 1204 documents, 310/s, 0:42 left`
  static func line(_ facts: Facts, after elapsed: Duration) -> String {
    let share = facts.totalBytes > 0 ? min(1, Double(facts.bytes) / Double(facts.totalBytes)) : 1
    let filled = Int(share * Double(barWidth))
    let bar = String(repeating: "=", count: filled) + String(repeating: " ", count: barWidth - filled)
    let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
    var parts = ["\(facts.files)/\(facts.totalFiles) files", "\(facts.documents) documents"]
    if facts.relations > 0 { parts.append("\(facts.relations) relations") }
    let done = facts.documents > 0 ? facts.documents : facts.relations
    if seconds > 1, done > 0 { parts.append("\(Int(Double(done) / seconds))/s") }
    if seconds > 1, share > 0.01 { parts.append("\(time(seconds * (1 - share) / share)) left") }
    return "[\(bar)] \(parts.joined(separator: ", "))"
  }

  /// `0:42`, `1:02:03`.
  private static func time(_ seconds: Double) -> String {
    let whole = Int(seconds.rounded(.up))
    let (hours, minutes, rest) = (whole / 3600, whole / 60 % 60, whole % 60)
    let padded = rest < 10 ? "0\(rest)" : "\(rest)"
    guard hours > 0 else { return "\(minutes):\(padded)" }
    return "\(hours):\(minutes < 10 ? "0" : "")\(minutes):\(padded)"
  }
}
