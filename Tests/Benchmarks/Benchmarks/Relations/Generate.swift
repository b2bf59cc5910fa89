import ArgumentParser
import Foundation
import MonographLibrary
import MonographModel

/// `relation-speed generate`: the library, and for other programs the ends of its relations (`edges.bin`: two
/// numbers of four bytes each, the lowest byte first) and the pairs between which paths are asked for (`pairs.txt`).
struct Generate: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Build a library of a made-up graph.")

  @Option(help: "How many entities.") var entities = 130_000
  @Option(help: "How many relations.") var relations = 8_000_000
  @Option(help: "How many pairs.") var pairs = 400
  @Option(help: "The folder to write to.") var out: String

  func run() throws {
    let folder = URL(fileURLWithPath: out)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let graph = SyntheticGraph(entities: entities, relations: relations)
    let library = folder.appendingPathComponent("graph.library").path
    let edges = folder.appendingPathComponent("edges.bin")
    FileManager.default.createFile(atPath: edges.path, contents: nil)
    let file = try FileHandle(forWritingTo: edges)
    var bytes = Data()
    let duration = try ContinuousClock().measure {
      let writer = try LibraryWriter(path: library, title: "A made-up graph", fingerprint: "\(relations)")
      try writer.begin(file: "graph", hash: "\(relations)")
      for entity in 0..<entities { try writer.add(graph.node(entity)) }
      try graph.forEachEdge { edge, subject, object in
        try writer.add(edge)
        // What is said not to hold is no way.
        guard !edge.isNegated else { return }
        for end in [subject, object] {
          withUnsafeBytes(of: UInt32(end).littleEndian) { bytes.append(contentsOf: $0) }
        }
        if bytes.count >= 1 << 20 {
          try file.write(contentsOf: bytes)
          bytes.removeAll(keepingCapacity: true)
        }
      }
      _ = try writer.finish()
    }
    try file.write(contentsOf: bytes)
    let lines = graph.pairs(pairs).map { "\($0.from) \($0.to)\n" }.joined()
    try lines.write(
      to: folder.appendingPathComponent("pairs.txt"), atomically: true, encoding: .utf8)
    let size = try FileManager.default.attributesOfItem(atPath: library)[.size] as? Int ?? 0
    let facts = """
      {"entities": \(entities), "relations": \(relations), "library_bytes": \(size), \
      "bytes_per_relation": \(size / max(1, relations)), "seconds": \(duration.components.seconds), \
      "peak_kilobytes": \(Memory.peak)}
      """
    try facts.write(to: folder.appendingPathComponent("facts.json"), atomically: true, encoding: .utf8)
    print(facts)
  }
}
