import Foundation

/// How long keys took, in milliseconds.
struct Timings {
  private(set) var all: [(key: String, time: Double)] = []

  mutating func add(_ key: String, _ duration: Duration) {
    let (seconds, attoseconds) = duration.components
    all.append((key, Double(seconds) * 1e3 + Double(attoseconds) / 1e15))
  }

  private var sorted: [Double] { all.map(\.time).sorted() }

  var median: Double { share(0.5) }
  var ninetyFifth: Double { share(0.95) }
  var worst: (key: String, time: Double) { all.max { $0.time < $1.time } ?? ("", 0) }

  private func share(_ part: Double) -> Double {
    let sorted = sorted
    return sorted.isEmpty ? 0 : sorted[Int((part * Double(sorted.count - 1)).rounded())]
  }

  /// A row of the table.
  func row(_ name: String) -> String {
    let columns = [median, ninetyFifth, worst.time].map { Self.padded($0, to: 9) }.joined()
    return name.padding(toLength: 36, withPad: " ", startingAt: 0) + columns + "  " + worst.key
  }

  static let head =
    "keys".padding(toLength: 36, withPad: " ", startingAt: 0) + "   median      p95    worst  (ms) at"

  private static func padded(_ number: Double, to width: Int) -> String {
    let text = String((number * 100).rounded() / 100)
    return String(repeating: " ", count: max(0, width - text.count)) + text
  }
}
