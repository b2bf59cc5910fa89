import MonographModel

/// Reads one record of openFDA's labels into a document.
///
/// openFDA gives each part of a label as one line of text without headings, paragraphs or lists. What
/// structure it had is found again from what is left of it: section numbers, the texts that stand in two
/// places, the tables' markup, the references to sections. Blocks that were told apart so carry the reason.
/// The words are those of the record, in its order; what stands twice is shown once.
///
/// A value without state: records can be read on several threads at once. Costs about 20 ms for a megabyte.
public struct OpenFDALabelReader: Sendable {
  private let limits: ReaderLimits
  private let gathersWording: Bool

  /// Makes a reader.
  ///
  /// - Parameters:
  ///   - limits: How much is read before the rest is refused.
  ///   - gathersWording: Whether documents bring the words of their records, for checks that none is lost.
  public init(limits: ReaderLimits = .default, gathersWording: Bool = false) {
    self.limits = limits
    self.gathersWording = gathersWording
  }

  /// Reads a record.
  ///
  /// - Parameters:
  ///   - record: The JSON object.
  ///   - name: The file as diagnostics name it.
  ///   - line: The line of the file on which the record begins.
  /// - Returns: The document, with what was found wrong in it; or none, and why.
  public func read(record: [UInt8], name: String, line: Int) -> (SourceDocument?, [Diagnostic]) {
    let log = DiagnosticLog(file: name, limitPerRule: limits.diagnosticsPerRule)
    let fields: LabelRecord
    do throws(LabelRecord.Fault) {
      fields = try LabelRecord(json: record)
    } catch {
      log.report(
        .unreadable, line: line + error.line - 1, "The record is not JSON: \(error.reason).",
        fix: "download the file again")
      return (nil, log.finish())
    }
    if let place = fields.unreadableLine {
      log.report(
        .encoding, line: line + place - 1, severity: .warning,
        "A text is not Unicode; what cannot be read is shown as \u{FFFD}.")
    }
    var builder = LabelBuilder(fields, limits: limits, log: log, line: line)
    var document = SourceDocument(monograph: builder.monograph(), text: record)
    if gathersWording {
      var wording = LabelWording(of: fields, repeated: builder.repeatedTables).wording
      wording.setAside += builder.setAside
      document.wording = wording
    }
    document.diagnostics = log.finish()
    return (document, [])
  }
}
