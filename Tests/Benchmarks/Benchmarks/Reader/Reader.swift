import Benchmark
import BrowserCore
import BrowserUI
import Foundation
import GRDB
import MonographLibrary
import MonographModel
import MonographSources
import TextLayout

/// From a page's text to the screen: each stage of the walk, and beside compiling and searching what SQLite
/// alone needs for the same text in the same run.
let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: [.wallClock, .mallocCountTotal], maxDuration: .seconds(3), maxIterations: 2_000)

  let page = SyntheticPage(number: 1, bytes: 64_000, of: 100)
  let file = SourceFile(name: page.document, document: page.document, bytes: Array(page.text.utf8))
  let large = SyntheticPage(number: 2, bytes: 1_000_000, of: 100)
  let largeFile = SourceFile(name: large.document, document: large.document, bytes: Array(large.text.utf8))
  let options = DocumentLayout.Options(width: 55, glyphs: .unicode, showsLinkNumbers: false)

  Benchmark("parse, 64 KB") { _ in blackHole(MarkdownReader().read(file)) }

  Benchmark("lay out the whole, 64 KB") { benchmark in
    guard let monograph = MarkdownReader().read(file).monograph else { return }
    benchmark.startMeasurement()
    var layout = DocumentLayout(monograph, missing: [], options: options)
    for item in layout.items.indices { blackHole(layout.lines(of: item)) }
  }

  Benchmark("lay out the first screen, 1 MB") { benchmark in
    guard let monograph = MarkdownReader().read(largeFile).monograph else { return }
    benchmark.startMeasurement()
    blackHole(DocumentView(layout: DocumentLayout(monograph, missing: [], options: options), rows: 20))
  }

  Benchmark("scroll a line and draw the frame, 80x24") { benchmark in
    guard var state = openState(file) else { return }
    let theme = ResolvedTheme(.standard, depth: .colors256)
    _ = state.update(.key(.character("z")))
    benchmark.startMeasurement()
    for _ in benchmark.scaledIterations {
      _ = state.update(.key(.character("j")))
      blackHole(BrowserView.frame(state, theme: theme))
    }
  }

  let pages = (0..<1_000).map { SyntheticPage(number: $0, bytes: 9_000, of: 1_000) }
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
    "monograph-benchmarks-\(getpid())")
  try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  let path = folder.appendingPathComponent("bench.library").path
  let peer = folder.appendingPathComponent("peer.sqlite").path

  Benchmark("compile 1,000 pages", configuration: .init(maxDuration: .seconds(20), maxIterations: 3)) { _ in
    compile(pages, to: path)
  }

  Benchmark(
    "SQLite FTS5 alone inserts the same", configuration: .init(maxDuration: .seconds(20), maxIterations: 3)
  ) { _ in
    insert(pages, into: peer)
  }

  registerBuild(in: folder)
  registerLabelBuild(in: folder)
  registerReaders()

  Benchmark("open a page") { benchmark in
    guard let library = try? library(pages, at: path) else { return }
    let ids = pages.compactMap { EntityID(path: String($0.document.dropLast(3))) }
    var next = 0
    benchmark.startMeasurement()
    for _ in benchmark.scaledIterations {
      blackHole(try? library.page(ids[next % ids.count]))
      next += 1
    }
  }

  for query in ["b", "bac", "baclo", "dosing fen", "baclofen renal"] {
    Benchmark("search “\(query)”") { benchmark in
      guard let library = try? library(pages, at: path) else { return }
      benchmark.startMeasurement()
      for _ in benchmark.scaledIterations { blackHole(try? library.search(query, limit: 50)) }
    }
  }

  Benchmark("names, misspelt") { benchmark in
    guard let library = try? library(pages, at: path) else { return }
    _ = try? library.names(matching: "warm", limit: 1)
    benchmark.startMeasurement()
    for _ in benchmark.scaledIterations { blackHole(try? library.names(matching: "bacloffen", limit: 50)) }
  }
}

/// A browser that shows a page at 80x24.
private func openState(_ file: SourceFile) -> BrowserState? {
  guard let monograph = MarkdownReader().read(file).monograph else { return nil }
  var state = BrowserState(
    size: Size(columns: 80, rows: 24), glyphs: .unicode, library: LibrarySummary(title: "Benchmark", path: "")
  )
  let page = Page(
    entity: monograph.entity, title: monograph.title, kind: monograph.kind, monograph: monograph,
    documents: [DocumentEntry(of: monograph)])
  _ = state.update(.opened(page, .top))
  return state
}

private func compile(_ pages: [SyntheticPage], to path: String) {
  guard let writer = try? LibraryWriter(path: path, title: "Benchmark", fingerprint: "1") else { return }
  let reader = MarkdownReader()
  for page in pages {
    let bytes = Array(page.text.utf8)
    let file = SourceFile(name: page.document, document: page.document, bytes: bytes)
    guard let monograph = reader.read(file).monograph else { continue }
    try? writer.add(monograph, source: bytes)
  }
  _ = try? writer.finish()
}

private func library(_ pages: [SyntheticPage], at path: String) throws -> Library {
  if Library.fingerprint(path: path) == nil { compile(pages, to: path) }
  return try Library.open(path: path)
}

/// The peer: the same text, a row a page, into an FTS5 table with the library's options.
private func insert(_ pages: [SyntheticPage], into path: String) {
  try? FileManager.default.removeItem(atPath: path)
  guard let queue = try? DatabaseQueue(path: path) else { return }
  try? queue.write { database in
    try database.execute(
      sql:
        "CREATE VIRTUAL TABLE page USING fts5(title, text, tokenize='porter unicode61 remove_diacritics 2')")
    let statement = try database.makeStatement(sql: "INSERT INTO page(title, text) VALUES (?, ?)")
    for page in pages { try statement.execute(arguments: [page.document, page.text]) }
  }
}
