import Benchmark
import Foundation
import MonographModel
import MonographSources

/// The whole way of the real labels beside SQLite's full text alone: the program reads the archives and builds a
/// library of them, full text inserts the rows of that library in one transaction.
///
/// The program is the one that `MONOGRAPH_PROGRAM` names: a release build.
func registerLabelBuild(in folder: URL) {
  let ratio = BenchmarkMetric.custom(
    "program / FTS5 alone, %", polarity: .prefersSmaller, useScalingFactor: false)
  Benchmark(
    "labels beside FTS5 alone",
    configuration: .init(metrics: [ratio], warmupIterations: 0, maxDuration: .seconds(120), maxIterations: 7)
  ) { benchmark in
    guard let program = ProcessInfo.processInfo.environment["MONOGRAPH_PROGRAM"] else {
      benchmark.error("name a release build of the program with MONOGRAPH_PROGRAM; nothing was measured")
      return
    }
    let rows = labelRows
    guard !rows.isEmpty else {
      benchmark.error("there are no labels; name the folder of corpora with MONOGRAPH_CORPORA")
      return
    }
    let clock = ContinuousClock()
    let alone = clock.measure {
      FullTextAlone.insert(rows, into: folder.appendingPathComponent("label-rows.sqlite").path)
    }
    let library = folder.appendingPathComponent("label-build.library").path
    try? FileManager.default.removeItem(atPath: library)
    var status: Int32 = -1
    let whole = clock.measure {
      status = run(program, ["build", Corpora.folder("openfda"), "-o", library, "-q"])
    }
    guard status == 0 else {
      benchmark.error("\(program) ended with \(status)")
      return
    }
    benchmark.measurement(ratio, Int(100 * (whole / alone)))
  }
}

private let labelRows: [FullTextAlone.Row] = {
  var rows: [FullTextAlone.Row] = []
  func add(_ sections: [Section], names: String, under path: [String]) {
    for section in sections {
      let path = section.title.isEmpty ? path : path + [section.title]
      rows.append(
        FullTextAlone.Row(
          names: names, heading: path.joined(separator: "\n"),
          text: section.blocks.plainText()))
      add(section.subsections, names: names, under: path)
    }
  }
  Corpora.forEachPart(of: Corpora.folder("openfda")) { _, part in
    try OpenFDAReader().read(part.stream) { record in
      guard case .document(let document) = record else { return }
      let monograph = document.monograph
      let names = [monograph.title] + monograph.aliases + monograph.identifiers.map(\.curie)
      add(monograph.sections, names: names.joined(separator: "\n"), under: [])
    }
  }
  return rows
}()

private func run(_ program: String, _ arguments: [String]) -> Int32 {
  let process = Process()
  process.executableURL = URL(fileURLWithPath: program)
  process.arguments = arguments
  process.standardOutput = FileHandle.nullDevice
  process.standardError = FileHandle.nullDevice
  guard (try? process.run()) != nil else { return -1 }
  process.waitUntilExit()
  return process.terminationStatus
}
