import MonographLibrary
import MonographModel
import MonographSources

/// Turns what was found in the sources into what the library takes: reads, checks for lost words, prepares. A
/// value without state, so that several threads can use it.
struct DocumentWork: Sendable {
  /// Whether words are compared with the sources, which takes about as long as reading.
  let gathersWording: Bool

  /// Does a piece of work.
  func step(_ item: BuildItem) -> BuildStep {
    switch item {
    case .beginFile(let name, let key, let hash): .beginFile(name: name, key: key, hash: hash)
    case .page(let file, let layer): page(file, layer: layer)
    case .label(let file, let layer): label(file, layer: layer)
    case .record(let bytes, let name, let line, let layer):
      record(bytes, name: name, line: line, layer: layer)
    case .stored(let document, let file): stored(document, file: file)
    case .graph(let records): .graph(records)
    case .diagnostic(let diagnostic): .diagnostics([diagnostic])
    case .storedDiagnostics(let diagnostics): .diagnostics(diagnostics)
    case .endFile: .endFile
    case .progress(let facts, let name): .progress(facts, name: name)
    }
  }

  private func page(_ file: SourceFile, layer: Int) -> BuildStep {
    let result = MarkdownReader().read(file)
    guard let monograph = result.monograph else { return .leftOut(result.diagnostics) }
    let document = SourceDocument(
      monograph: monograph, text: file.bytes, diagnostics: result.diagnostics, links: result.links,
      wording: gathersWording ? SourceWording(ofMarkdown: file) : nil)
    return built(
      document, page: result, allowances: PageAllowances(of: file), layer: layer, identity: .given,
      file: file.name)
  }

  private func label(_ file: SourceFile, layer: Int) -> BuildStep {
    let (document, diagnostics) = SPLReader(gathersWording: gathersWording).read(file)
    guard let document else { return .leftOut(diagnostics) }
    return built(document, layer: layer, identity: .proposed, file: file.name)
  }

  private func record(_ bytes: [UInt8], name: String, line: Int, layer: Int) -> BuildStep {
    let reader = OpenFDALabelReader(gathersWording: gathersWording)
    let (document, diagnostics) = reader.read(record: bytes, name: name, line: line)
    guard let document else { return .leftOut(diagnostics) }
    return built(document, layer: layer, identity: .proposed, file: name, more: diagnostics)
  }

  private func stored(_ stored: StoredDocument, file: String) -> BuildStep {
    let kept = BuildAttachment(bytes: stored.attachment, file: file)
    let document = SourceDocument(
      monograph: stored.monograph, text: stored.source, diagnostics: kept.diagnostics, links: kept.links)
    let page =
      stored.identity == .given
      ? ReadResult(monograph: stored.monograph, diagnostics: kept.diagnostics, links: kept.links) : nil
    return built(
      document, page: page, allowances: kept.allowances, layer: stored.layer, identity: stored.identity,
      file: file)
  }

  private func built(
    _ document: SourceDocument, page: ReadResult? = nil, allowances: PageAllowances = PageAllowances(),
    layer: Int, identity: EntityIdentity, file: String,
    more: [Diagnostic] = []
  ) -> BuildStep {
    let diagnostics = document.diagnostics + more
    let attachment = BuildAttachment(
      diagnostics: diagnostics, links: document.links, allowances: allowances, file: file)
    do {
      let prepared = try LibraryWriter.prepare(
        document.monograph, source: document.text, attachment: attachment.bytes)
      return .document(
        BuiltDocument(
          prepared: prepared, layer: layer, identity: identity, file: file, diagnostics: diagnostics,
          allowances: allowances, page: page,
          coverage: document.wording.map { DocumentCoverage(of: $0, in: document.monograph) },
          inferences: gathersWording ? document.monograph.inferences : [:],
          source: document.monograph.source))
    } catch {
      return .leftOut(diagnostics + [LeftOut.diagnostic(file: file, "\(error)")])
    }
  }
}

/// Why a document that was read is not in the library.
enum LeftOut {
  static func diagnostic(file: String, _ reason: String) -> Diagnostic {
    Diagnostic(
      file: file, line: 0, rule: "left-out", severity: .error,
      message: "The document is not in the library: \(reason).",
      fix: "give it an id of its own, or take one of the two away")
  }
}
