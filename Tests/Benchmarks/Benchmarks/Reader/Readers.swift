import Benchmark
import Foundation
import MonographModel
import MonographSources

/// How fast each reader goes through the real sources of its form: megabytes (of 1,000,000 bytes) a second of what
/// it is given, unpacked. Archives are unpacked before.
func registerReaders() {
  register("SPL", from: Corpora.folder("spl")) { part in SPLReader().read(part.file).document == nil ? 0 : 1 }
  register("openFDA", from: Corpora.folder("openfda")) { part in
    try count { try OpenFDAReader().read(part.stream, into: $0) }
  }
  for (name, folder) in [("KGX", "kgx"), ("DrugMechDB", "drugmechdb"), ("Hetionet", "hetionet")] {
    // Edges of Hetionet are read by what its other tables told.
    var graph = GraphPartReader()
    register(name, from: Corpora.folder(folder)) { part in
      try count { _ = try graph.read(SourcePart(form: part.form, stream: part.stream), into: $0) }
    }
  }
  register("Markdown", from: "../../Content") { part in
    MarkdownReader().read(part.file).monograph == nil ? 0 : 1
  }
  register("wiki dump", from: Corpora.folder("../seeds")) { part in
    WikiDumpImporter().read(part.file).page == nil ? 0 : 1
  }
}

/// A part of a source, unpacked.
private struct Part {
  var form: SourceForm
  var file: SourceFile
  var stream: ByteStream { ByteStream(name: file.name, bytes: file.bytes) }
}

private func register(_ name: String, from folder: String, _ read: @escaping (Part) throws -> Int) {
  let speed = BenchmarkMetric.custom("MB/s", polarity: .prefersLarger, useScalingFactor: false)
  Benchmark(
    "read \(name)", configuration: .init(metrics: [speed], maxDuration: .seconds(10), maxIterations: 10)
  ) { benchmark in
    let parts = parts(of: folder)
    guard !parts.isEmpty else {
      benchmark.error("there is nothing in \(folder); nothing was measured")
      return
    }
    var records = 0
    let time = try ContinuousClock().measure {
      for part in parts { records += try read(part) }
    }
    guard records > 0 else {
      benchmark.error("nothing was read from \(folder)")
      return
    }
    let bytes = parts.reduce(0) { $0 + $1.file.bytes.count }
    benchmark.measurement(speed, Int(Double(bytes) / 1_000_000 / (time / .seconds(1))))
  }
}

private func parts(of folder: String) -> [Part] {
  var parts: [Part] = []
  func add(_ form: SourceForm, _ name: String, _ bytes: [UInt8]) {
    parts.append(Part(form: form, file: SourceFile(name: name, document: name, bytes: bytes)))
  }
  for file in ContentFolder(folder).list().files where file.document.hasSuffix(".md") {
    if let source = try? ContentFolder.read(file) { parts.append(Part(form: .markdownPage, file: source)) }
  }
  let paths = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
  for path in paths.sorted() where path.hasSuffix(".txt") {
    if let data = FileManager.default.contents(atPath: "\(folder)/\(path)") {
      add(.wikiDump, path, Array(data))
    }
  }
  Corpora.forEachPart(of: folder) { _, part in
    guard part.form != .markdownPage, part.form != .wikiDump else { return }
    add(part.form, part.stream.name, try part.stream.bytes(limit: 1 << 30))
  }
  return parts
}

/// How many records a reader gives.
private func count(_ read: (@escaping SourceSink) throws -> Void) rethrows -> Int {
  var count = 0
  try read { _ in count += 1 }
  return count
}
