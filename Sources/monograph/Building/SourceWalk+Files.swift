import MonographLibrary
import MonographModel
import MonographSources

extension SourceWalk {
  /// Gives what each file of an input holds: what the previous library has of it where it has not changed, else what
  /// `read` gives, which is called with the input of that file alone and how far the build is.
  func walkFiles(
    of input: SourceInput, layer: Int, facts: inout BuildProgress.Facts, _ emit: (BuildItem) throws -> Void,
    _ read: (SourceInput, BuildProgress.Facts) throws -> Void
  ) throws {
    var digests: [String: String] = [:]
    for file in input.files {
      var part = input
      part.files = [file]
      part.size = input.size / input.files.count
      let digest: String
      do {
        digest = try Fingerprint.hex(ofFile: file)
      } catch let error as SourceError {
        try emit(.diagnostic(error.diagnostic))
        continue
      }
      // The name of a table is that of its data set.
      let name = file.split(separator: "/").last ?? ""
      digests[file] = digest
      let spelling = (input.spellings[file] ?? []).map { digests[$0] ?? "" }.joined(separator: " ")
      let reader = readerVersion
      let hash: FileHash = {
        Fingerprint.hex(of: "\(reader.text) \(layer) \(digest) \(spelling) \(name)")
      }
      try walk(file: file, layer: layer, hash: hash, emit) { try read(part, facts) }
      facts.files += 1
      facts.bytes += part.size
      try emit(.progress(facts, name: file))
    }
  }

  /// Gives what a file holds, or what the previous library has of it where it has not changed.
  func walk(
    file: String, layer: Int, hash: @escaping FileHash, _ emit: (BuildItem) throws -> Void,
    _ read: () throws -> Void
  ) throws {
    let root = roots[layer]
    let key = "\(layer) \(file.hasPrefix(root) ? String(file.dropFirst(root.count)) : file)"
    try emit(.beginFile(name: file, key: key, hash: hash))
    if let previous, let stored = try? previous.sourceFile(key), stored.hash == hash() {
      try emit(.storedDiagnostics(BuildAttachment(bytes: stored.attachment, file: file).diagnostics))
      try replay(key, of: previous, file: file, emit)
    } else {
      let version = Surroundings.version(ofFile: file)
      try read()
      if Surroundings.version(ofFile: file) != version { try emit(.diagnostic(Self.changed(file))) }
    }
    try emit(.endFile)
  }

  /// What is said of a file of which two states were read.
  private static func changed(_ file: String) -> Diagnostic {
    Diagnostic(
      file: file, line: 0, rule: Rule.unreadable.name, severity: .error,
      message: "The file was changed while it was read; what the library has of it may be mixed.",
      fix: "build again")
  }

  /// Gives what the previous library has of a file.
  private func replay(
    _ key: String, of previous: Library, file: String, _ emit: (BuildItem) throws -> Void
  ) throws {
    var batch = GraphBatch()
    try previous.forEachRecord(ofFile: key) { record in
      switch record {
      case .document(let document):
        try batch.flush(emit)
        try emit(.stored(document, file: file))
      case .node(let node): try batch.add(.node(node), emit)
      case .edge(let edge): try batch.add(.edge(edge), emit)
      }
    }
    try batch.flush(emit)
  }
}
