import MonographModel

/// What a source file's part of a graph is kept as, so that an unchanged file need not be read again: its nodes
/// and edges in their order, before any of them is joined to anything.
///
/// A piece is read without the others. A text that comes again is written once in it, an end of an edge that comes
/// again once, and what is as in the edge before not at all; packed by ``PackedText``, an edge of a large table
/// takes some four bytes.
enum GraphPiece {
  /// How large a piece grows before it is written, in bytes before packing. What its tables hold takes memory in
  /// proportion.
  static let size = 1 << 20

  /// What begins a record that is no edge.
  enum Tag: UInt8 {
    /// Documents of the same file stand here, so many.
    case documents = 0
    case node = 2
  }

  /// What begins an edge, which is never a ``Tag``.
  struct EdgeFlags: OptionSet {
    let rawValue: UInt8

    /// Set in every edge.
    static let edge = EdgeFlags(rawValue: 1)
    static let isNegated = EdgeFlags(rawValue: 2)
    /// As in the edge before.
    static let sameSubject = EdgeFlags(rawValue: 4)
    static let sameObject = EdgeFlags(rawValue: 8)
    static let samePredicate = EdgeFlags(rawValue: 16)
    /// Source, evidence and note as in the edge before.
    static let sameGrounds = EdgeFlags(rawValue: 32)
    static let samePublications = EdgeFlags(rawValue: 64)
  }
}

/// Writes records of a graph; the counterpart of ``GraphPieceDecoder``.
struct GraphPieceEncoder {
  private var encoder = PageEncoder()
  private var texts: [String: Int] = [:]
  private var ends: [Int: Int] = [:]
  private var last: (edge: GraphEdge, subject: Int, object: Int)?

  /// What was written.
  var bytes: [UInt8] { encoder.bytes }

  /// Whether the piece is as large as it may be.
  var isFull: Bool { encoder.bytes.count >= GraphPiece.size }

  /// Notes that documents stand here.
  mutating func write(documents count: Int) {
    encoder.write(byte: GraphPiece.Tag.documents.rawValue)
    encoder.write(count: count)
  }

  mutating func write(_ node: GraphNode) {
    encoder.write(byte: GraphPiece.Tag.node.rawValue)
    write(node.identifier)
    encoder.write(count: node.sameAs.count)
    for identifier in node.sameAs { write(identifier) }
    encoder.write(node.name)
    write(shared: node.kind)
    encoder.write(node.aliases)
    encoder.write(node.summary)
    write(shared: node.source)
  }

  /// Writes an edge, with the numbers of its ends in the table of identifiers.
  mutating func write(_ edge: GraphEdge, subject: Int, object: Int) {
    var flags: GraphPiece.EdgeFlags = [.edge]
    if edge.isNegated { flags.insert(.isNegated) }
    if let last {
      if last.subject == subject { flags.insert(.sameSubject) }
      if last.object == object { flags.insert(.sameObject) }
      if last.edge.predicate == edge.predicate { flags.insert(.samePredicate) }
      if last.edge.source == edge.source, last.edge.evidence == edge.evidence, last.edge.note == edge.note {
        flags.insert(.sameGrounds)
      }
      if last.edge.publications == edge.publications { flags.insert(.samePublications) }
    }
    last = (edge, subject, object)
    encoder.write(byte: flags.rawValue)
    if !flags.contains(.sameSubject) { write(end: edge.subject, number: subject) }
    if !flags.contains(.sameObject) { write(end: edge.object, number: object) }
    if !flags.contains(.samePredicate) { write(shared: edge.predicate) }
    if !flags.contains(.sameGrounds) {
      write(shared: edge.source)
      write(shared: edge.evidence)
      write(shared: edge.note)
    }
    if !flags.contains(.samePublications) { encoder.write(edge.publications) }
  }

  /// 0 before an identifier that is new to the piece, else its place from 1.
  private mutating func write(end identifier: Identifier, number: Int) {
    if let place = ends[number] { return encoder.write(count: place) }
    ends[number] = ends.count + 1
    encoder.write(count: 0)
    write(identifier)
  }

  private mutating func write(_ identifier: Identifier) {
    write(shared: identifier.prefix)
    encoder.write(identifier.local)
  }

  /// 0 before a text that is new to the piece, 1 for none, else its place from 2.
  private mutating func write(shared text: String?) {
    guard let text else { return encoder.write(count: 1) }
    if let place = texts[text] { return encoder.write(count: place) }
    texts[text] = texts.count + 2
    encoder.write(count: 0)
    encoder.write(text)
  }
}

/// Reads records of a graph; the counterpart of ``GraphPieceEncoder``.
struct GraphPieceDecoder {
  /// What it reads.
  enum Record {
    case documents(Int)
    case node(GraphNode)
    case edge(GraphEdge)
  }

  private var decoder: PageDecoder
  private var texts: [String] = []
  private var ends: [Identifier] = []
  private var last: GraphEdge?

  init(_ bytes: UnsafeRawBufferPointer) { decoder = PageDecoder(bytes) }

  /// The next record; nil after the last.
  mutating func next() throws(PageCodecError) -> Record? {
    guard !decoder.isAtEnd else { return nil }
    let first = try decoder.byte()
    let flags = GraphPiece.EdgeFlags(rawValue: first)
    if flags.contains(.edge) { return .edge(try edge(flags)) }
    switch GraphPiece.Tag(rawValue: first) {
    case .documents: return .documents(try decoder.number())
    case .node: return .node(try node())
    case nil: throw decoder.invalid
    }
  }

  private mutating func node() throws(PageCodecError) -> GraphNode {
    let identifier = try identifier()
    var sameAs: [Identifier] = []
    for _ in 0..<(try decoder.count()) { sameAs.append(try self.identifier()) }
    return GraphNode(
      identifier: identifier, sameAs: sameAs, name: try decoder.optionalText(), kind: try text(),
      aliases: try decoder.texts(), summary: try decoder.optionalText(), source: try optionalText())
  }

  private mutating func edge(_ flags: GraphPiece.EdgeFlags) throws(PageCodecError) -> GraphEdge {
    let subject = try flags.contains(.sameSubject) ? previous().subject : end()
    let object = try flags.contains(.sameObject) ? previous().object : end()
    let predicate = try flags.contains(.samePredicate) ? previous().predicate : text()
    var edge = GraphEdge(
      subject: subject, predicate: predicate, object: object, isNegated: flags.contains(.isNegated))
    if flags.contains(.sameGrounds) {
      let previous = try previous()
      (edge.source, edge.evidence, edge.note) = (previous.source, previous.evidence, previous.note)
    } else {
      (edge.source, edge.evidence, edge.note) = (try optionalText(), try optionalText(), try optionalText())
    }
    edge.publications =
      try flags.contains(.samePublications) ? previous().publications : decoder.texts()
    last = edge
    return edge
  }

  private func previous() throws(PageCodecError) -> GraphEdge {
    guard let last else { throw decoder.invalid }
    return last
  }

  private mutating func end() throws(PageCodecError) -> Identifier {
    let place = try decoder.number()
    guard place > 0 else {
      ends.append(try identifier())
      return ends[ends.count - 1]
    }
    guard place <= ends.count else { throw decoder.invalid }
    return ends[place - 1]
  }

  private mutating func identifier() throws(PageCodecError) -> Identifier {
    Identifier(prefix: try text(), local: try decoder.text())
  }

  private mutating func text() throws(PageCodecError) -> String {
    guard let text = try optionalText() else { throw decoder.invalid }
    return text
  }

  private mutating func optionalText() throws(PageCodecError) -> String? {
    let place = try decoder.number()
    switch place {
    case 0:
      texts.append(try decoder.text())
      return texts[texts.count - 1]
    case 1: return nil
    case 2..<(texts.count + 2): return texts[place - 2]
    default: throw decoder.invalid
    }
  }
}
