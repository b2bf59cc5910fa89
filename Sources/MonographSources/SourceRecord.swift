import MonographModel

/// What a reader of sources gives, one thing after another, in the order of the source.
public enum SourceRecord: Hashable, Sendable {
  /// A document about an entity.
  case document(SourceDocument)
  /// An entity of a graph table.
  case node(GraphNode)
  /// A relation of a graph table.
  case edge(GraphEdge)
  /// Something wrong that belongs to no document.
  case diagnostic(Diagnostic)
}

/// Takes what a reader gives. What it throws ends the reading.
public typealias SourceSink = (SourceRecord) throws -> Void

/// A document with what it was read from.
public struct SourceDocument: Hashable, Sendable {
  /// The document.
  public var monograph: Monograph
  /// The text it was read from: what the lines of its blocks count in.
  public var text: [UInt8]
  /// What was found wrong, in the order of the file.
  public var diagnostics: [Diagnostic]
  /// The places that lead to other pages, for checks across pages.
  public var links: [LinkUse]
  /// The words that must be found in the document again, where they were asked for.
  public var wording: SourceWording?

  /// Makes a document.
  public init(
    monograph: Monograph, text: [UInt8], diagnostics: [Diagnostic] = [], links: [LinkUse] = [],
    wording: SourceWording? = nil
  ) {
    self.monograph = monograph
    self.text = text
    self.diagnostics = diagnostics
    self.links = links
    self.wording = wording
  }
}

/// The words of a source, gathered by a plain scan that knows nothing of how documents are built from them, so
/// that it can be told whether any was lost.
public struct SourceWording: Hashable, Sendable {
  /// A text of the source that is left out of the document on purpose.
  public struct SetAside: Hashable, Sendable {
    /// The text.
    public var text: String
    /// Why it is left out, in a few words that are the same for all texts of one sort: `shown once`.
    public var reason: String

    /// Makes one.
    public init(_ text: String, because reason: String) {
      self.text = text
      self.reason = reason
    }
  }

  /// Every text of the source.
  public var texts: [String]
  /// Those of them, or parts of them, that are left out of the document.
  public var setAside: [SetAside]

  /// Makes a wording.
  public init(texts: [String] = [], setAside: [SetAside] = []) {
    self.texts = texts
    self.setAside = setAside
  }
}
