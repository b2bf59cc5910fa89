import MonographLibrary
import MonographModel
import MonographSources

/// Tells a source file's hash: what tells whether it has changed, or the way it is read. Waits until the program has
/// its own fingerprint, so that the first documents are read meanwhile.
typealias FileHash = @Sendable () -> String

/// A piece of the work of a build, as it is found on the way through the sources.
enum BuildItem: Sendable {
  /// A source file begins: what follows up to ``endFile`` came from it. The library keeps it under a key that does
  /// not depend on where the sources lie.
  case beginFile(name: String, key: String, hash: FileHash)
  /// A page in Markdown.
  case page(SourceFile, layer: Int)
  /// A drug label in SPL.
  case label(SourceFile, layer: Int)
  /// A record of openFDA's labels.
  case record([UInt8], name: String, line: Int, layer: Int)
  /// A document that the previous library keeps from a file that has not changed since.
  case stored(StoredDocument, file: String)
  /// Nodes and edges of a graph, read already.
  case graph([SourceRecord])
  /// Something wrong with a source as a whole.
  case diagnostic(Diagnostic)
  /// What the previous library keeps about a file that has not changed since; what follows is kept there too.
  case storedDiagnostics([Diagnostic])
  /// The source file that was begun ends.
  case endFile
  /// The build is so far.
  case progress(BuildProgress.Facts, name: String)

  /// How much of memory it stands for, in bytes, roughly.
  var weight: Int {
    switch self {
    case .page(let file, _), .label(let file, _): file.bytes.count
    case .record(let bytes, _, _, _): bytes.count
    case .stored(let document, _): document.source.count
    case .graph(let records): records.count * 256
    case .beginFile, .diagnostic, .storedDiagnostics, .endFile, .progress: 256
    }
  }
}

/// What came of a piece of work.
enum BuildStep: Sendable {
  case beginFile(name: String, key: String, hash: FileHash)
  case document(BuiltDocument)
  case graph([SourceRecord])
  /// Something wrong that belongs to no document; the library keeps it with the file.
  case diagnostics([Diagnostic])
  /// A file or a record that gave no document.
  case leftOut([Diagnostic])
  case endFile
  case progress(BuildProgress.Facts, name: String)
}

/// A document, ready for the library.
struct BuiltDocument: Sendable {
  var prepared: PreparedDocument
  var layer: Int
  var identity: EntityIdentity
  /// The file it came from, as diagnostics name it.
  var file: String
  var diagnostics: [Diagnostic]
  /// What its comments allow to be found in it.
  var allowances: PageAllowances
  /// What the check across pages needs; nil for documents that are not written as pages.
  var page: ReadResult?
  var coverage: DocumentCoverage?
  /// Why parts of it were inferred, with how many were.
  var inferences: [String: Int]
  var source: Source
}
