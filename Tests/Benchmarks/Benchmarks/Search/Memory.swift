import Foundation

/// What the process takes of the machine's memory, as Linux tells it, in kilobytes.
enum Memory {
  /// Its own pages and its share of those that others have too.
  static var proportional: Int { line("Pss:", of: "/proc/self/smaps_rollup") }
  /// The most that was resident at once.
  static var peak: Int { line("VmHWM:", of: "/proc/self/status") }

  private static func line(_ name: String, of path: String) -> Int {
    let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    let line = text.split(separator: "\n").first { $0.hasPrefix(name) } ?? ""
    return line.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
  }
}
