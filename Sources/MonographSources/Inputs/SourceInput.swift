import MonographModel

/// Something to build from: a file, an archive, a folder of pages, or the tables of Hetionet together.
public struct SourceInput: Hashable, Sendable {
  /// Where it is: the file or the folder.
  public var path: String
  /// How people know it: the path, with the form.
  public var name: String
  /// The size on disk in bytes, all files together.
  public var size: Int
  /// When the newest file of it was last changed, in nanoseconds since 1970.
  public var modified: Int64
  /// Its form; of an archive, that of the first member whose form is known.
  public var form: SourceForm
  /// The files to read, in this order; none for a folder of pages, whose listing is ``ContentFolder``'s.
  public var files: [String]
  /// Earlier ones of the files that the reading of a file depends on: what spells Hetionet's edges.
  public var spellings: [String: [String]]
  /// Whether the files are archives.
  public var isArchive: Bool

  /// Makes an input.
  public init(
    path: String, name: String, size: Int, modified: Int64, form: SourceForm, files: [String],
    spellings: [String: [String]] = [:], isArchive: Bool
  ) {
    self.path = path
    self.name = name
    self.size = size
    self.modified = modified
    self.form = form
    self.files = files
    self.spellings = spellings
    self.isArchive = isArchive
  }
}

/// A file of an input, or a member of its archive.
public struct SourcePart {
  /// Its form.
  public let form: SourceForm
  /// Its bytes, which can be read until the next part is given. Their name is the one for diagnostics.
  public let stream: ByteStream

  /// Makes a part.
  public init(form: SourceForm, stream: ByteStream) {
    self.form = form
    self.stream = stream
  }
}

extension SourceInput {
  /// Opens the input and gives its parts one by one, the nodes of a graph before its edges. Parts of no known
  /// form are reported; pictures are passed over.
  ///
  /// A ``SourceError`` that `body` throws is reported as the part's, and the next part is given; any other error
  /// ends the reading. Where an archive holds edges before nodes it is read twice.
  public func read(
    limits: ArchiveLimits = .default, report: (Diagnostic) throws -> Void, _ body: (SourcePart) throws -> Void
  ) throws {
    for file in files {
      do {
        let (head, stream) = try ByteStream.file(file).decodingUTF16().withHead(FormDetector.headSize)
        guard ArchiveKind(head: head) == nil else {
          try readArchive(file, limits: limits, report: report, body)
          continue
        }
        guard let form = FormDetector.form(name: file, head: head) else {
          try report(Self.unknownForm(file, head: head))
          continue
        }
        if form != .hetionetNodeKinds { try body(SourcePart(form: form, stream: stream)) }
      } catch let error as SourceError {
        try report(error.diagnostic)
      }
    }
  }

  private func readArchive(
    _ file: String, limits: ArchiveLimits, report: (Diagnostic) throws -> Void,
    _ body: (SourcePart) throws -> Void
  ) throws {
    var seen: Set<SourceForm> = []
    var postponed: Set<String> = []
    try ArchiveReader(limits: limits).read(file, report: report) { member in
      let (head, stream) = try member.stream.decodingUTF16().withHead(FormDetector.headSize)
      guard !Self.isHidden(member.name) else { return }
      guard let form = FormDetector.form(name: member.name, head: head) else {
        return FormDetector.isBeside(member.name) ? () : try report(Self.unknownForm(stream.name, head: head))
      }
      seen.insert(form)
      if let diagnostic = Self.refusal(of: form, name: stream.name, isMember: true) {
        try report(diagnostic)
      } else if Self.mustWait(form, seen: seen) {
        postponed.insert(stream.name)
      } else if form != .hetionetNodeKinds {
        try body(SourcePart(form: form, stream: stream))
      }
    }
    guard !postponed.isEmpty else { return }
    // What is wrong with the archive was said the first time.
    try ArchiveReader(limits: limits).read(file, report: { _ in }) { member in
      guard postponed.contains(member.stream.name) else { return }
      let (head, stream) = try member.stream.decodingUTF16().withHead(FormDetector.headSize)
      guard let form = FormDetector.form(name: member.name, head: head) else { return }
      do {
        try body(SourcePart(form: form, stream: stream))
      } catch let error as SourceError {
        try report(error.diagnostic)
      }
    }
  }

  /// Whether what edges need, their nodes and spellings, may still come.
  private static func mustWait(_ form: SourceForm, seen: Set<SourceForm>) -> Bool {
    switch form {
    case .kgxEdges: seen.isDisjoint(with: [.kgxNodes(.table), .kgxNodes(.commas), .kgxNodes(.objects)])
    case .hetionetEdges: !seen.contains(.hetionetNodes) || !seen.contains(.hetionetEdgeKinds)
    case .markdownPage, .markdownFolder, .spl, .openFDA, .kgxNodes, .kgxGraph, .hetionet, .hetionetEdgeKinds,
      .hetionetNodeKinds, .hetionetNodes, .drugMechDB, .wikiDump:
      false
    }
  }

  /// Whether a part of a member's name begins with a dot, or it stands in the folder where one system keeps what
  /// others have no use for.
  static func isHidden(_ name: String) -> Bool {
    name.split(separator: "/").contains { $0 == "__MACOSX" || ($0.hasPrefix(".") && $0 != "." && $0 != "..") }
  }

  static func unknownForm(
    _ name: String, head: [UInt8], severity: Diagnostic.Severity? = nil
  ) -> Diagnostic {
    let likeness = FormLikeness(name: name, head: head)
    return Diagnostic(
      file: name, line: 0, rule: Rule.unknownForm.name, severity: severity ?? Rule.unknownForm.severity,
      message: "It is not read: its form is not known. \(likeness.words)", fix: likeness.fix)
  }

  /// Why something of a known form is not built from; nil where it is.
  static func refusal(of form: SourceForm, name: String, isMember: Bool) -> Diagnostic? {
    switch form {
    case .wikiDump:
      Diagnostic(
        file: name, line: 0, rule: Rule.unknownForm.name, severity: .warning,
        message: "It is the text of a wiki page, which is not built from as it stands.",
        fix: isMember
          ? "unpack it and run monograph import FILE -o DIR"
          : "run monograph import \(name) -o DIR, finish the page, and build DIR")
    case .markdownPage where isMember:
      Diagnostic(
        file: name, line: 0, rule: Rule.unknownForm.name, severity: .warning,
        message: "It is a Markdown page in an archive and is not read.", fix: "unpack the archive")
    case .markdownPage, .markdownFolder, .spl, .openFDA, .kgxNodes, .kgxEdges, .kgxGraph, .hetionet,
      .hetionetEdgeKinds,
      .hetionetNodeKinds, .hetionetNodes, .hetionetEdges, .drugMechDB:
      nil
    }
  }
}
