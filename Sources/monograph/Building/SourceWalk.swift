import MonographLibrary
import MonographModel
import MonographSources

/// The way through the sources of a build, in their order: opens files and archives, cuts out what is a document
/// of its own, and reads graphs. It runs on one thread; what it finds is worked on by others.
struct SourceWalk: Sendable {
  /// The inputs of each folder or file that was named; the layer of each is its place.
  let layers: [[SourceInput]]
  /// The folder or file that each layer was found in.
  let roots: [String]
  /// The library that stands where the new one will; its documents are taken for files that have not changed.
  let previous: Library?
  /// What else decides how files are read: another program may read the same bytes in another way.
  let readerVersion: ReaderVersion

  /// How much larger a packed file is taken to be when unpacked, for telling how far the build is.
  private static let usualRatio = 5

  /// Adds everything that is found, up to the end. Throws what `add` throws.
  func run(_ add: (BuildItem, Int) throws -> Void) throws {
    var facts = BuildProgress.Facts()
    facts.totalFiles = layers.joined().reduce(0) { $0 + max(1, $1.files.count) }
    facts.totalBytes = layers.joined().reduce(0) { $0 + $1.size }
    let emit: (BuildItem) throws -> Void = { try add($0, $0.weight) }
    for (layer, inputs) in layers.enumerated() {
      for input in inputs {
        switch input.form {
        case .markdownFolder: try walkPages(of: input, layer: layer, facts: &facts, emit)
        case .markdownPage: try walkPage(input, layer: layer, facts: &facts, emit)
        case .hetionet, .hetionetEdgeKinds, .hetionetNodeKinds, .hetionetNodes, .hetionetEdges, .kgxNodes,
          .kgxEdges, .kgxGraph, .drugMechDB:
          try walkGraph(input, layer: layer, facts: &facts, emit)
        case .spl, .openFDA, .wikiDump: try walkLabels(of: input, layer: layer, facts: &facts, emit)
        }
      }
    }
  }

  // MARK: - Pages

  private func walkPages(
    of input: SourceInput, layer: Int, facts: inout BuildProgress.Facts, _ emit: (BuildItem) throws -> Void
  ) throws {
    let listing = ContentFolder(input.path).list()
    for diagnostic in listing.diagnostics { try emit(.diagnostic(diagnostic)) }
    facts.totalFiles += listing.files.count - 1
    var tree = PageTreeVersion(listing.files)
    for file in listing.files {
      try walk(page: file, tree: &tree, layer: layer, emit)
      facts.files += 1
      facts.bytes += file.size
      try emit(.progress(facts, name: file.document))
    }
  }

  private func walkPage(
    _ input: SourceInput, layer: Int, facts: inout BuildProgress.Facts, _ emit: (BuildItem) throws -> Void
  ) throws {
    do {
      let file = try ContentFolder.file(at: input.path)
      var tree = PageTreeVersion([file])
      try walk(page: file, tree: &tree, layer: layer, emit)
    } catch let error as ContentError {
      try emit(.diagnostic(error.diagnostic))
    }
    facts.files += 1
    facts.bytes += input.size
    try emit(.progress(facts, name: input.path))
  }

  private func walk(
    page file: ContentFile, tree: inout PageTreeVersion, layer: Int, _ emit: (BuildItem) throws -> Void
  ) throws {
    let source: SourceFile
    do throws(ContentError) {
      source = try ContentFolder.read(file)
    } catch {
      return try emit(.diagnostic(error.diagnostic))
    }
    let version = tree.version(for: source)
    let (reader, digest) = (readerVersion, Fingerprint.hex(of: source.bytes))
    let hash: FileHash = { Fingerprint.hex(of: "\(reader.text) \(version) \(layer) \(digest)") }
    try walk(file: file.path, layer: layer, hash: hash, emit) { try emit(.page(source, layer: layer)) }
  }

  // MARK: - Labels

  private func walkLabels(
    of input: SourceInput, layer: Int, facts: inout BuildProgress.Facts, _ emit: (BuildItem) throws -> Void
  ) throws {
    try walkFiles(of: input, layer: layer, facts: &facts, emit) { part, before in
      var unpacked = 0
      try read(part, layer: layer, emit) { count, name in
        unpacked += count
        var now = before
        now.bytes += min(part.size, input.isArchive ? unpacked / Self.usualRatio : unpacked)
        try emit(.progress(now, name: name))
      }
    }
  }

  private func read(
    _ input: SourceInput, layer: Int, _ emit: (BuildItem) throws -> Void,
    progress: (Int, String) throws -> Void
  ) throws {
    let report: (Diagnostic) throws -> Void = { try emit(.diagnostic($0)) }
    try input.read(report: report) { part in
      if try !read(labels: part, layer: layer, emit, progress: progress) {
        try emit(.diagnostic(Self.strayed(part)))
      }
    }
  }

  /// Gives the documents of a part; false where it holds none.
  func read(
    labels part: SourcePart, layer: Int, _ emit: (BuildItem) throws -> Void,
    progress: (Int, String) throws -> Void
  ) throws -> Bool {
    switch part.form {
    case .spl:
      let name = part.stream.name
      let bytes = try part.stream.bytes(limit: ReaderLimits.default.fileSize)
      try emit(.label(SourceFile(name: name, document: name, bytes: bytes), layer: layer))
      try progress(bytes.count, name)
    case .openFDA: try slice(part.stream, layer: layer, emit, progress: progress)
    case .markdownPage, .markdownFolder, .wikiDump, .hetionet, .hetionetEdgeKinds, .hetionetNodeKinds,
      .hetionetNodes, .hetionetEdges, .kgxNodes, .kgxEdges, .kgxGraph, .drugMechDB:
      return false
    }
    return true
  }

  private static func strayed(_ part: SourcePart) -> Diagnostic {
    Diagnostic(
      file: part.stream.name, line: 0, rule: Rule.unknownForm.name, severity: .warning,
      message: "It is not read: a part of the form “\(part.form.description)” stands among labels.",
      fix: "put it into a file or folder of its own")
  }

  private func slice(
    _ stream: ByteStream, layer: Int, _ emit: (BuildItem) throws -> Void,
    progress: (Int, String) throws -> Void
  ) throws {
    let reader = OpenFDAReader()
    var slicer = RecordSlicer(name: stream.name)
    while let piece = try stream.next() {
      try slicer.feed(piece, leftOut: { try emit(.diagnostic(reader.diagnostic(of: $0, in: stream.name))) }) {
        try emit(.record($0.bytes, name: stream.name, line: $0.line, layer: layer))
      }
      try progress(piece.count, stream.name)
    }
    try slicer.finish()
  }
}
