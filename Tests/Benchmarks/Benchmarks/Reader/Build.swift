import Benchmark
import Foundation
import MonographLibrary
import MonographModel

/// A build of the library beside SQLite's full text alone, on the same labels, in turn in one run: how many
/// hundredths of its time the build takes (150 is the bound), and how large the file is beside the text (230).
func registerBuild(in folder: URL) {
  let time = BenchmarkMetric.custom(
    "build / FTS5 alone, %", polarity: .prefersSmaller, useScalingFactor: false)
  let size = BenchmarkMetric.custom("file / text, %", polarity: .prefersSmaller, useScalingFactor: false)
  Benchmark(
    "build beside FTS5 alone",
    configuration: .init(
      metrics: [time, size], warmupIterations: 1, maxDuration: .seconds(60), maxIterations: 15)
  ) { benchmark in
    guard !labels.isEmpty else {
      benchmark.error("there are no labels; name the folder of corpora with MONOGRAPH_CORPORA")
      return
    }
    let clock = ContinuousClock()
    let library = folder.appendingPathComponent("labels.library").path
    let alone = clock.measure {
      FullTextAlone.insert(
        labels.lazy.flatMap(\.rows), into: folder.appendingPathComponent("labels.sqlite").path)
    }
    let build = clock.measure { buildInTwoThreads(labels, to: library) }
    benchmark.measurement(time, Int(100 * (build / alone)))
    let bytes = (try? FileManager.default.attributesOfItem(atPath: library))?[.size] as? Int ?? 0
    let text = labels.reduce(0) { $0 + $1.rows.reduce(0) { $0 + $1.text.utf8.count } }
    benchmark.measurement(size, 100 * bytes / max(1, text))
  }
}

private let labels = LabelTexts.load()

/// The build as the program does it: documents are made ready on one thread and written on another.
private func buildInTwoThreads(_ labels: [LabelTexts.Document], to path: String) {
  guard let writer = try? LibraryWriter(path: path, title: "Benchmark", fingerprint: "1") else { return }
  let ready = Handover<PreparedDocument>()
  let preparer = Thread {
    for label in labels {
      if let document = try? LibraryWriter.prepare(label.monograph, source: label.source) {
        ready.put(document)
      }
    }
    ready.end()
  }
  preparer.start()
  while let document = ready.take() { try? writer.add(document, identity: .proposed) }
  _ = try? writer.finish()
}

/// Hands values from one thread to another, a few at a time.
private final class Handover<Value: Sendable>: @unchecked Sendable {
  // The condition guards what is below it.
  private let condition = NSCondition()
  private var values: [Value] = []
  private var isEnded = false

  func put(_ value: Value) {
    condition.withLock {
      while values.count >= 8 { condition.wait() }
      values.append(value)
      condition.broadcast()
    }
  }

  func end() {
    condition.withLock {
      isEnded = true
      condition.broadcast()
    }
  }

  func take() -> Value? {
    condition.withLock {
      while values.isEmpty, !isEnded { condition.wait() }
      guard !values.isEmpty else { return nil }
      condition.broadcast()
      return values.removeFirst()
    }
  }
}
