import ArgumentParser
import Foundation
import MonographLibrary
import MonographModel

/// `search-speed generate`: a library of made-up labels, and their text for other programs.
///
/// Labels are made a few hundred at a time on all processors and added one after the other, so that memory does not
/// grow with their number but for the names.
struct Generate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Build a library of made-up labels, and their text.")

  @Option(help: "How many labels; each has 20 sections.") var labels = 50_000
  @Option(help: "The folder to write to.") var out: String
  @Flag(help: "Write no text for other programs.") var noText = false

  func run() throws {
    let folder = URL(fileURLWithPath: out)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let words = SyntheticWords()
    let clock = ContinuousClock()
    var (textBytes, sectionCount) = (0, 0)
    let library = folder.appendingPathComponent("labels.library").path
    let duration = try clock.measure {
      let writer = try LibraryWriter(path: library, title: "Made-up labels", fingerprint: "\(labels)")
      let batch = 256
      for start in stride(from: 0, to: labels, by: batch) {
        for label in Self.labels(start..<min(start + batch, labels), of: labels, words: words) {
          textBytes += label.texts.reduce(0) { $0 + $1.text.utf8.count }
          sectionCount += label.texts.count
          try writer.add(label.prepared, identity: .proposed)
          if !noText { try Self.write(label.source, number: label.number, in: folder) }
        }
      }
      _ = try writer.finish()
    }
    let bytes = try FileManager.default.attributesOfItem(atPath: library)[.size] as? Int ?? 0
    let ratio = Double(bytes) / Double(max(1, textBytes))
    let seconds = Double(duration.components.seconds)
    let facts = """
      {"labels": \(labels), "sections": \(sectionCount), "text_bytes": \(textBytes), "library_bytes": \(bytes), \
      "library_to_text": \((ratio * 100).rounded() / 100), "seconds": \(seconds), "peak_kilobytes": \(Memory.peak)}
      """
    try facts.write(to: folder.appendingPathComponent("facts.json"), atomically: true, encoding: .utf8)
    print(facts)
  }

  private struct Ready: Sendable {
    var number: Int
    var prepared: PreparedDocument
    var texts: [(heading: String, text: String)]
    var source: [UInt8]
  }

  private static func labels(_ range: Range<Int>, of count: Int, words: SyntheticWords) -> [Ready] {
    let made = Made(count: range.count)
    DispatchQueue.concurrentPerform(iterations: range.count) { offset in
      let number = range.lowerBound + offset
      guard let label = SyntheticLabel(number, of: count, words: words),
        let prepared = try? LibraryWriter.prepare(label.monograph, source: label.source)
      else { return }
      made.put(
        Ready(number: number, prepared: prepared, texts: label.texts, source: label.source), at: offset)
    }
    return made.all
  }

  /// Results by number, whoever comes first.
  private final class Made: @unchecked Sendable {
    // The lock guards the results.
    private let lock = NSLock()
    private var results: [Ready?]

    init(count: Int) { results = Array(repeating: nil, count: count) }

    func put(_ ready: Ready, at place: Int) { lock.withLock { results[place] = ready } }

    var all: [Ready] { lock.withLock { results.compactMap { $0 } } }
  }

  private static func write(_ source: [UInt8], number: Int, in folder: URL) throws {
    let part = folder.appendingPathComponent("text/\(number / 1000)")
    if number % 1000 == 0 {
      try FileManager.default.createDirectory(at: part, withIntermediateDirectories: true)
    }
    try Data(source).write(to: part.appendingPathComponent("\(SyntheticNames.generic(number)).md"))
  }
}
