import Glibc
import MonographSources

/// The readers that are fuzzed, by the names of their folders of seeds.
enum FuzzedReader: String, CaseIterable {
  case archive
  case check
  case drugmechdb
  case forms
  case hetionet
  case kgx
  case markdown
  case openfda
  case spl
  case wikidump

  /// Reads bytes as a whole source of the reader's form.
  func read(_ bytes: [UInt8]) {
    let limits = ReaderLimits.fuzzing
    switch self {
    case .archive: readArchive(bytes)
    case .check:
      var check = SourceCheck(limits: limits)
      check.add(file("fuzz.md", bytes))
      check.add(file("fuzz.txt", bytes))
      _ = check.finish()
    case .drugmechdb:
      try? DrugMechDBReader(limits: limits).read(stream(bytes)) { _ in }
    case .forms: readForms(bytes)
    case .hetionet:
      var reader = HetionetReader(limits: limits)
      try? reader.readEdgeKinds(stream(bytes)) { _ in }
      try? reader.readNodes(stream(bytes)) { _ in }
      try? reader.readEdges(stream(bytes)) { _ in }
    case .kgx:
      let reader = KGXReader(limits: limits)
      for contents in [KGXReader.Contents.nodes, .edges] {
        try? reader.readTable(stream(bytes), of: contents) { _ in }
        try? reader.readTable(stream(bytes), of: contents, dividedBy: .comma) { _ in }
        try? reader.readObjects(stream(bytes), of: contents) { _ in }
      }
      try? reader.readGraph(stream(bytes)) { _ in }
    case .markdown: _ = MarkdownReader(limits: limits).read(file("fuzz.md", bytes))
    case .openfda:
      try? OpenFDAReader(limits: limits, gathersWording: true).read(stream(bytes)) { record in
        guard case .document(let document) = record, let wording = document.wording else { return }
        _ = DocumentCoverage(of: wording, in: document.monograph)
      }
    case .spl: _ = SPLReader(limits: limits, gathersWording: true).read(file("fuzz.xml", bytes))
    case .wikidump: _ = WikiDumpImporter(limits: limits).read(file("fuzz.txt", bytes))
    }
  }

  private static let archiveLimits = ArchiveLimits(
    memberCount: 1_000, memberSize: 1 << 20, sizeAtAnyRatio: 1 << 16)

  /// Reads each member of an archive to its end.
  private func readArchive(_ bytes: [UInt8]) {
    withFile(of: bytes) { path in
      try? ArchiveReader(limits: Self.archiveLimits).read(path, report: { _ in }) { member in
        while try member.stream.next() != nil { continue }
      }
    }
  }

  /// Tells the form of a file, and reads what is found in it to its end.
  private func readForms(_ bytes: [UInt8]) {
    withFile(of: bytes) { path in
      for input in InputFinder.find(path).inputs {
        try? input.read(limits: Self.archiveLimits, report: { _ in }) { part in
          while try part.stream.next() != nil { continue }
        }
      }
    }
  }

  /// Calls a closure with the path of a file in memory: what opens files takes no bytes.
  private func withFile(of bytes: [UInt8], _ body: (String) -> Void) {
    let path = "/dev/shm/monograph-fuzz-\(getpid())"
    guard let file = fopen(path, "w") else { return }
    fwrite(bytes, 1, bytes.count, file)
    fclose(file)
    defer { unlink(path) }
    body(path)
  }

  private func file(_ name: String, _ bytes: [UInt8]) -> SourceFile {
    SourceFile(name: name, document: "entities/\(name)", bytes: bytes)
  }

  private func stream(_ bytes: [UInt8]) -> ByteStream { ByteStream(name: "fuzz", bytes: bytes) }
}

extension ReaderLimits {
  /// Limits that small inputs can reach.
  fileprivate static let fuzzing = ReaderLimits(fileSize: 1 << 20, lineLength: 1 << 14, tableCells: 10_000)
}
