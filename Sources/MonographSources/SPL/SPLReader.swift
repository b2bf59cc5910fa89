import MonographModel

/// Reads drug labels in HL7's Structured Product Labeling (`urn:hl7-org:v3`), the XML that FDA takes and DailyMed
/// gives out.
///
/// The page is that of the generic name. The label's own title stands before the first heading, then its sections
/// in their order, each with its LOINC code and date; highlights stand first in the section they are of, boxed
/// warnings as such, recent changes in a note of that name; the product data are tables at the end.
///
/// Nothing is fetched. A file that declares a document type, which could define entities, is refused. A file that
/// is not well formed is mended as far as libxml2 can, and that is said. A label of 400 kB costs about 10 ms.
public struct SPLReader: Sendable {
  private let limits: ReaderLimits
  private let gathersWording: Bool

  /// Makes a reader. With `gathersWording` each document brings the words of its source.
  public init(limits: ReaderLimits = .default, gathersWording: Bool = false) {
    self.limits = limits
    self.gathersWording = gathersWording
  }

  /// Reads a label. Never fails: what cannot be read is told by diagnostics, and where nothing can be there is no
  /// document. The diagnostics are the document's where there is one.
  public func read(_ file: SourceFile) -> (document: SourceDocument?, diagnostics: [Diagnostic]) {
    let log = DiagnosticLog(file: file.name, limitPerRule: limits.diagnosticsPerRule)
    let document = document(of: file, log: log)
    let diagnostics = log.finish()
    guard var document else { return (nil, diagnostics) }
    document.diagnostics = diagnostics
    return (document, diagnostics)
  }

  private func document(of file: SourceFile, log: DiagnosticLog) -> SourceDocument? {
    guard file.bytes.count <= limits.fileSize else {
      log.report(
        .tooLarge, line: 0,
        "The file is \(file.bytes.count) bytes long, more than the \(limits.fileSize) that are read.")
      return nil
    }
    let text =
      Self.isUTF8(file.bytes) ? SourceText(decoding: file.bytes, log: log) : SourceText(bytes: file.bytes)
    guard let reading = reading(of: text.bytes, log: log) else { return nil }
    CharacterCheck(text: text, log: log).run(longestLine: limits.lineLength)
    let assembly = SPLAssembly(label: reading.label, file: file, log: log)
    var document = SourceDocument(
      monograph: assembly.monograph(lineCount: text.lineCount), text: text.bytes)
    if reading.form == .mended { Self.warnOfDamage(in: &document.monograph) }
    if gathersWording { document.wording = SPLWording.wording(of: reading.bytes, as: reading.form) }
    return document
  }

  /// Says on the page itself, and wherever its source is told, that it may not be whole: what is missing would else
  /// pass for not stated.
  private static func warnOfDamage(in page: inout Monograph) {
    let warning = "The file of this label is cut off or damaged: parts of it may be missing or out of place."
    page.source.note = [warning, page.source.note].compactMap { $0 }.joined(separator: " ")
    let callout = Block(
      .callout(Callout(severity: .caution, blocks: [Block(.paragraph([.text(warning)]))])),
      inference: "The label does not say this; it was found while the file was read.")
    if page.sections.isEmpty { page.sections = [Section(heading: [], level: 0, anchor: "label")] }
    page.sections[0].blocks.insert(callout, at: 0)
  }

  /// Whether the bytes are to be taken as UTF-8: unless they begin otherwise, or say otherwise in their first line.
  private static func isUTF8(_ bytes: [UInt8]) -> Bool {
    guard let first = bytes.first, first != 0xFE, first != 0xFF, first != 0 else { return false }
    guard bytes.count < 2 || bytes[1] != 0 else { return false }
    let start = bytes.prefix(200)
    guard let end = start.firstRange(of: Array("?>".utf8)),
      let stated = start[..<end.lowerBound].firstRange(of: Array("encoding=".utf8))
    else { return true }
    let name = start[stated.upperBound..<end.lowerBound].dropFirst()
    return name.startsIgnoringCase(with: "utf-8") || name.startsIgnoringCase(with: "us-ascii")
  }

  // MARK: - Reading

  /// How reading went.
  private enum Outcome {
    case label(SPLLabel)
    /// Not well formed from a line on.
    case broken(line: Int, message: String)
    /// Not to be read at all.
    case refused
  }

  /// A label, and the text and the form it was read as.
  private struct Reading {
    var label: SPLLabel
    var bytes: [UInt8]
    var form: XMLCursor.Form
  }

  private func reading(of bytes: [UInt8], log: DiagnosticLog) -> Reading? {
    let trial = DiagnosticLog(file: "", limitPerRule: limits.diagnosticsPerRule)
    switch outcome(bytes, as: .strict, log: trial) {
    case .label(let label):
      log.add(trial)
      return Reading(label: label, bytes: bytes, form: .strict)
    case .refused:
      log.add(trial)
      return nil
    case .broken(let line, let message):
      log.report(
        .markup, line: line, severity: .error,
        "The XML is not well formed (\(message)); what can be read of it is kept.",
        fix: "compare it with its source")
      return mendedReading(of: bytes, log: log)
    }
  }

  /// Reads what is not well formed: its entities are mended first, then its tags. A text that declares anything, or
  /// that is no ASCII text, is left alone.
  private func mendedReading(of bytes: [UInt8], log: DiagnosticLog) -> Reading? {
    if let line = SPLEntities.declarationLine(in: bytes) {
      refuseDeclaration(line: line, log: log)
      return nil
    }
    guard !bytes.contains(0) else { return nil }
    let mended = SPLEntities.mended(bytes, log: log)
    if mended != bytes {
      let trial = DiagnosticLog(file: "", limitPerRule: limits.diagnosticsPerRule)
      if case .label(let label) = outcome(mended, as: .strict, log: trial) {
        log.add(trial)
        return Reading(label: label, bytes: mended, form: .strict)
      }
    }
    guard case .label(let label) = outcome(mended, as: .mended, log: log) else { return nil }
    return Reading(label: label, bytes: mended, form: .mended)
  }

  private func refuseDeclaration(line: Int, log: DiagnosticLog) {
    log.report(
      .entity, line: line,
      "The file declares a document type, which could define entities; it is not read.",
      fix: "remove the declaration")
  }

  private func outcome(_ bytes: [UInt8], as form: XMLCursor.Form, log: DiagnosticLog) -> Outcome {
    let outcome = XMLCursor.withCursor(over: bytes, as: form) { cursor -> Outcome in
      switch cursor.next() {
      case .start: break
      case .documentType:
        refuseDeclaration(line: max(1, cursor.parserLine), log: log)
        return .refused
      default: return Self.broken(cursor)
      }
      guard cursor.element == .document, cursor.isOfSPL else {
        log.report(
          .markup, line: cursor.line, severity: .error,
          "The file is not a label: its root is <\(cursor.name.prefix(40))>, not <document> of urn:hl7-org:v3."
        )
        return .refused
      }
      let reader = SPLLabelReader(cursor: cursor, limits: limits, log: log)
      let label = reader.read()
      if reader.isFailed || cursor.next() == .failed, form == .strict { return Self.broken(cursor) }
      return .label(label)
    }
    if let outcome { return outcome }
    log.report(.unreadable, line: 0, "The file is empty, or libxml2 is not on this machine.")
    return .refused
  }

  private static func broken(_ cursor: XMLCursor) -> Outcome {
    let fault = cursor.fault
    let message =
      cursor.depth > 0 && fault?.message.hasPrefix("Extra content") ?? true
      ? "it ends within an element" : fault?.message ?? "no reason is given"
    return .broken(line: max(1, fault?.line ?? cursor.line), message: message)
  }
}
