import ArgumentParser
import Glibc
import MonographLibrary
import MonographModel
import MonographSources

/// `monograph export --graph`: the graph of a library for the tools that people use for graphs.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write the graph of a library as KGX tables and as GraphML.",
    discussion: """
      Writes nodes.tsv and edges.tsv (KGX) and graph.graphml into a folder. Every entity is a node and every relation
      an edge, parallel ones and those that are said not to hold (negated) too. monograph build reads the tables.
      """)

  /// What is written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case kgx, graphml
  }

  @OptionGroup var options: LibraryOptions

  @Flag(name: .long, help: "Write the graph; there is nothing else to export yet.")
  var graph = false

  @Option(name: .long, help: "Write one form only.")
  var format: Format?

  @Option(name: .shortAndLong, help: "The folder to write into.")
  var output = "."

  @Flag(name: .long, help: "Replace files that are there.")
  var force = false

  func validate() throws {
    guard graph else { throw ValidationError("say what to export: --graph") }
    try Usage.requireText(output, for: "--output", "a folder")
  }

  func run() throws {
    let library = try options.open()
    do {
      if format != .graphml { try writeTables(of: library) }
      if format != .kgx { try writeGraphML(of: library) }
    } catch let error as LibraryError {
      throw Failure.input(error.description)
    }
  }

  private func writeTables(of library: Library) throws {
    try write("nodes.tsv") { file in
      try file.write(KGXWriter.nodeHeader)
      try library.forEachNode(identifier: ExportedGraph.identifier) { try file.write(KGXWriter.row($0)) }
    }
    try write("edges.tsv") { file in
      try file.write(KGXWriter.edgeHeader)
      var number = 0
      try library.forEachEdge(identifier: ExportedGraph.identifier) { edge in
        number += 1
        try file.write(KGXWriter.row(edge, number: number))
      }
    }
  }

  private func writeGraphML(of library: Library) throws {
    try write("graph.graphml") { file in
      try file.write(GraphMLWriter.head)
      try library.forEachNode(identifier: ExportedGraph.identifier) {
        try file.write(GraphMLWriter.element($0))
      }
      var number = 0
      try library.forEachEdge(identifier: ExportedGraph.identifier) { edge in
        number += 1
        try file.write(GraphMLWriter.element(edge, number: number))
      }
      try file.write(GraphMLWriter.tail)
    }
  }

  private func write(_ name: String, _ body: (inout NewFile.Stream) throws -> Void) throws {
    let path = "\(output)/\(name)"
    try NewFile.write(to: path, replacing: force, body)
    StandardError.write(PrintedText.line("wrote \(path)"))
  }
}
