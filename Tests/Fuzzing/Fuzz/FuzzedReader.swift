import MonographSources

/// The readers that are fuzzed, by the names of their folders of seeds.
enum FuzzedReader: String, CaseIterable {
  case markdown

  /// Reads bytes as a whole source of the reader's form.
  func read(_ bytes: [UInt8]) {
    switch self {
    case .markdown:
      let file = SourceFile(name: "fuzz.md", document: "entities/fuzz.md", bytes: bytes)
      _ = MarkdownReader(limits: .fuzzing).read(file)
    }
  }
}

extension ReaderLimits {
  /// Limits that small inputs can reach.
  fileprivate static let fuzzing = ReaderLimits(fileSize: 1 << 20, lineLength: 1 << 14, tableCells: 10_000)
}
