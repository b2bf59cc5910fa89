import Foundation
import MonographLibrary
import MonographModel
import MonographSources

/// Compiles sources into a library file.
///
/// One thread walks through the sources and cuts out documents, workers read and prepare them, this thread writes:
/// see ``SourceWalk``, ``DocumentWork`` and `LibraryWriter`. Results come in the order of the sources, so the same
/// input gives the same bytes. What is on its way is bounded, so memory does not grow with the input.
struct LibraryBuild {
  /// What came of it.
  struct Outcome {
    /// What is in the library.
    var summary: BuildSummary
    /// Everything found wrong, in order of file and line.
    var diagnostics: [Diagnostic]
    /// How many documents could not be read at all.
    var leftOut: Int
    /// What `--report` tells, where it was asked for.
    var report: BuildReport?
  }

  /// The sources, a layer each.
  var layers: [[SourceInput]]
  /// The folder or file that each layer was found in.
  var roots: [String]
  /// What was found wrong while looking for them.
  var diagnostics: [Diagnostic] = []
  /// Where the library will stand.
  var path: String
  /// What it calls itself.
  var title: String
  /// What tells whether its input has changed; see ``ContentCache``.
  var fingerprint = ""
  /// Whether words are counted and inferences listed. Then every file is read anew.
  var makesReport = false
  /// What the files are read by. Where the previous library was written by another, every file is read anew.
  private let readerVersion = ReaderVersion()

  /// How many bytes of sources are on their way at most. What is made of them takes some ten times that.
  private static let weightLimit = 6 << 20
  /// How many diagnostics are kept for one rule; more are counted.
  private static let diagnosticsPerRule = 1_000

  /// Looks for sources at paths, a layer each.
  init(paths: [String], output: String, title: String) {
    layers = []
    roots = paths.map { $0.count > 1 && $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
    path = output
    self.title = title
    for path in paths {
      let (inputs, diagnostics) = InputFinder.find(path)
      layers.append(inputs)
      self.diagnostics += diagnostics
    }
  }

  /// Takes the pages of one folder, and nothing else that may lie in it.
  init(
    pages folder: String, of listing: ContentFolder.Listing, output: String, title: String,
    fingerprint: String
  ) {
    let size = listing.files.reduce(0) { $0 + $1.size }
    layers = [
      listing.files.isEmpty
        ? []
        : [
          SourceInput(
            path: folder, name: folder, size: size, modified: 0, form: .markdownFolder, files: [],
            isArchive: false)
        ]
    ]
    roots = [folder]
    path = output
    self.title = title
    self.fingerprint = fingerprint
  }

  /// The way through the sources.
  var walk: SourceWalk {
    SourceWalk(
      layers: layers, roots: roots, previous: makesReport ? nil : try? Library.open(path: path),
      readerVersion: readerVersion)
  }

  /// Reads every source and writes the library. A document that cannot be read is reported and left out; the
  /// library that stood at the path stays until the new one is whole.
  func run() throws -> Outcome {
    guard layers.contains(where: { !$0.isEmpty }) else {
      for diagnostic in diagnostics { StandardError.write(diagnostic.printedLine) }
      throw Failure.input(
        "there is nothing to build from; name folders of pages such as Content/drugs/baclofen.md, drug labels "
          + "(SPL or openFDA, zipped or not) or graph tables (KGX, Hetionet, DrugMechDB)")
    }
    let watch = InterruptWatch()
    let walk = walk
    let work = DocumentWork(gathersWording: makesReport)
    let pipeline = OrderedPipeline<BuildItem, BuildStep>(
      workers: ProcessInfo.processInfo.activeProcessorCount, weightLimit: Self.weightLimit, work: work.step)
    // The first documents are read while the library is begun.
    pipeline.produce { add in try walk.run(add) }
    let writer: LibraryWriter
    do {
      writer = try LibraryWriter(path: path, title: title, fingerprint: fingerprint)
    } catch {
      pipeline.cancel()
      throw error
    }
    var progress = BuildProgress()
    var taking = Taking(writer: writer, diagnostics: diagnostics, report: makesReport ? BuildReport() : nil)
    do {
      while let step = try pipeline.next() {
        try watch.check()
        if let (facts, name) = try taking.take(step) { progress.show(facts, item: name) }
      }
      progress.finish()
      return try taking.finish()
    } catch {
      progress.finish()
      pipeline.cancel()
      writer.cancel()
      throw error
    }
  }

  /// The end of the pipeline: writes, and gathers what is told in the end.
  private struct Taking {
    let writer: LibraryWriter
    var diagnostics: [Diagnostic]
    var report: BuildReport?
    private var check = ContentCheck()
    private var kept: [Diagnostic] = []
    private var allowances: [String: PageAllowances] = [:]
    private var file = ""
    private var counts: [String: Int] = [:]
    private var leftOut = 0
    private var documents = 0
    private var relations = 0
    private var nodes = 0

    init(writer: LibraryWriter, diagnostics: [Diagnostic], report: BuildReport?) {
      self.writer = writer
      self.diagnostics = diagnostics
      self.report = report
    }

    /// Takes a step; gives how far the build is where the step tells.
    mutating func take(_ step: BuildStep) throws -> (BuildProgress.Facts, String)? {
      switch step {
      case .beginFile(let name, let key, let hash):
        kept = []
        file = name
        try writer.begin(file: key, hash: hash())
      case .document(let document): try add(document)
      case .graph(let records): try add(records)
      case .diagnostics(let found):
        note(found)
        kept += found
      case .leftOut(let found):
        note(found)
        kept += found
        leftOut += 1
      case .endFile:
        try writer.endFile(attachment: BuildAttachment(diagnostics: kept, file: file).bytes)
        kept = []
      case .progress(var facts, let name):
        facts.documents = documents
        facts.relations = relations
        return (facts, name)
      }
      return nil
    }

    private mutating func add(_ document: BuiltDocument) throws {
      if !document.allowances.entries.isEmpty { allowances[document.file] = document.allowances }
      note(document.diagnostics)
      if let page = document.page { check.add(page, file: document.file) }
      do {
        try writer.add(document.prepared, layer: document.layer, identity: document.identity)
        documents += 1
        report?.add(document)
      } catch LibraryError.duplicateDocument {
        // The library goes on without it; the check across pages names the other one.
        let id = document.prepared.document
        note([LeftOut.diagnostic(file: document.file, "another one with the id “\(id)” is there already")])
        leftOut += 1
      }
    }

    private mutating func add(_ records: [SourceRecord]) throws {
      for record in records {
        switch record {
        case .node(let node):
          try writer.add(node)
          nodes += 1
        case .edge(let edge):
          try writer.add(edge)
          relations += 1
        case .document, .diagnostic: break
        }
      }
    }

    /// Keeps what was found wrong, up to a number for each rule.
    private mutating func note(_ found: [Diagnostic]) {
      for diagnostic in found where allowances[diagnostic.file]?.cover(diagnostic) != true {
        let count = counts[diagnostic.rule, default: 0] + 1
        counts[diagnostic.rule] = count
        if count <= LibraryBuild.diagnosticsPerRule { diagnostics.append(diagnostic) }
      }
    }

    mutating func finish() throws -> Outcome {
      diagnostics += check.finish()
      diagnostics.removeAll { allowances[$0.file]?.cover($0) == true }
      guard documents > 0 || relations > 0 || nodes > 0 else {
        for diagnostic in diagnostics.sorted() { StandardError.write(diagnostic.printedLine) }
        throw Failure.input("nothing could be read, so no library was written")
      }
      let summary = try writer.finish()
      for (rule, count) in counts.sorted(by: { $0.key < $1.key })
      where count > LibraryBuild.diagnosticsPerRule {
        diagnostics.append(
          Diagnostic(
            file: "all files", line: 0, rule: rule, severity: .note,
            message: "\(count - LibraryBuild.diagnosticsPerRule) more of this kind are not listed."))
      }
      report?.summary = summary
      return Outcome(
        summary: summary, diagnostics: diagnostics.sorted(), leftOut: leftOut, report: report)
    }
  }
}
