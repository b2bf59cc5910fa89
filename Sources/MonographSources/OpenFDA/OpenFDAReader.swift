import MonographModel

/// Reads a file of openFDA's bulk download of drug labels, record by record, in the memory of one record.
///
/// ```swift
/// try OpenFDAReader().read(ByteStream(name: "drug-label-0001-of-0013.json", bytes: bytes)) { record in … }
/// ```
public struct OpenFDAReader: Sendable {
  private let labels: OpenFDALabelReader
  private let limits: ReaderLimits

  /// Makes a reader.
  public init(limits: ReaderLimits = .default, gathersWording: Bool = false) {
    labels = OpenFDALabelReader(limits: limits, gathersWording: gathersWording)
    self.limits = limits
  }

  /// Gives the document of each record in order, and a diagnostic for each that cannot be read.
  ///
  /// - Throws: ``SourceError`` where the file is not of the form, is cut off, or cannot be read on; the
  ///   documents of the records before that have been given. And what the sink throws.
  public func read(_ stream: ByteStream, into sink: SourceSink) throws {
    var slicer = RecordSlicer(name: stream.name, recordLimit: limits.fileSize)
    while let piece = try stream.next() {
      try slicer.feed(piece, leftOut: { try sink(.diagnostic(diagnostic(of: $0, in: stream.name))) }) {
        record in
        let (document, diagnostics) = labels.read(record: record.bytes, name: stream.name, line: record.line)
        if let document { try sink(.document(document)) }
        for diagnostic in diagnostics { try sink(.diagnostic(diagnostic)) }
      }
    }
    try slicer.finish()
  }

  /// What is said of an element that is left out; whoever slices records on another thread says the same.
  public func diagnostic(of leftOut: RecordSlicer.LeftOut, in name: String) -> Diagnostic {
    let rule: Rule
    let message: String
    switch leftOut.reason {
    case .oversized:
      rule = .tooLarge
      message = "The record is larger than \(limits.fileSize) bytes; it is left out."
    case .notAnObject(let sort):
      rule = .unreadable
      message = "An element of “results” is \(sort) and no label; it is left out."
    case .oneOfMany:
      rule = .unreadable
      message = "More elements of “results” are no labels; they are left out and not listed."
    }
    return Diagnostic(
      file: name, line: leftOut.line, rule: rule.name, severity: .error, message: message,
      fix: rule == .unreadable ? "download the file again" : nil)
  }
}
