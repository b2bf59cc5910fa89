import Foundation
import GRDB
import MonographModel
import Testing

@testable import MonographLibrary

@Suite struct ReuseTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// What four files gave: pages, labels that are joined to them, nothing, and a graph among which a label stands.
  private static let files: [(name: String, records: [StoredRecord])] = [
    (
      "pages",
      (Sample.all + [Everything.monograph]).map {
        .document(StoredDocument(monograph: $0, source: Array($0.title.utf8)))
      }
    ),
    (
      "labels",
      ["one", "two"].map { document in
        .document(
          StoredDocument(
            monograph: label("Lioresal", "UNII:H789N3FKE8", document: document),
            source: Array(String(repeating: "\(document) ", count: 500).utf8), layer: 1, identity: .proposed,
            attachment: Array("found in \(document)".utf8)))
      }
    ),
    ("nothing", []),
    (
      "graph",
      [
        .node(described), .edge(edge("UNII:H789N3FKE8", "binds", "HGNC:4070")), .edge(stated),
        .document(
          StoredDocument(
            monograph: label("Gablofen", "UNII:H789N3FKE8", document: "three"), source: [1], layer: 1,
            identity: .proposed)),
        .node(node("MONDO:1", nil, kind: "disease")), .edge(stated), .edge(denied),
        .document(
          StoredDocument(
            monograph: label("Ozobax", "UNII:H789N3FKE8", document: "four"), source: [1], layer: 1,
            identity: .proposed)),
      ]
    ),
  ]

  private static let described: GraphNode = {
    var gene = node("NCBIGene:2550", "GABBR1", kind: "gene", sameAs: ["HGNC:4070", "hgnc:9"])
    gene.aliases = ["GPRC3A", ""]
    gene.summary = "A subunit of the GABA-B receptor."
    gene.source = "Hetionet"
    return gene
  }()

  private static let stated: GraphEdge = {
    var treats = edge("UNII:H789N3FKE8", "treats", "MONDO:1")
    treats.source = "trial registry"
    treats.evidence = "observation"
    treats.note = "on the path: by a curator"
    treats.publications = ["PMID:1", "PMID:2"]
    return treats
  }()

  private static let denied: GraphEdge = {
    var denied = stated
    denied.isNegated = true
    denied.note = nil
    denied.publications = []
    return denied
  }()

  private func add(_ stored: StoredRecord, to writer: LibraryWriter) throws {
    switch stored {
    case .document(let stored):
      let document = try LibraryWriter.prepare(
        stored.monograph, source: stored.source, attachment: stored.attachment)
      try writer.add(document, layer: stored.layer, identity: stored.identity)
    case .node(let node): try writer.add(node)
    case .edge(let edge): try writer.add(edge)
    }
  }

  private func compile(_ name: String, from previous: Library? = nil) throws -> Library {
    try compile(name, Self.files, from: previous)
  }

  private func compile(
    _ name: String, _ files: [(name: String, records: [StoredRecord])], from previous: Library? = nil
  ) throws -> Library {
    let writer = try LibraryWriter(path: folder.file(name), title: "", fingerprint: "")
    for (file, records) in files {
      try writer.begin(file: file, hash: "hash of \(file)")
      if let previous {
        try previous.forEachRecord(ofFile: file) { try add($0, to: writer) }
      } else {
        for record in records { try add(record, to: writer) }
      }
      try writer.endFile(attachment: previous?.sourceFile(file)?.attachment ?? Array("about \(file)".utf8))
    }
    _ = try writer.finish()
    return try Library.open(path: folder.file(name))
  }

  @Test func aFileIsKnownByItsNameAndTellsWhatWasSaidOfIt() throws {
    let library = try compile("first")
    #expect(
      try library.sourceFile("labels")
        == StoredFile(
          name: "labels", hash: "hash of labels", attachment: Array("about labels".utf8), documentCount: 2))
    #expect(try library.sourceFile("nothing")?.documentCount == 0)
    #expect(try library.sourceFile("absent") == nil)
    try library.forEachRecord(ofFile: "absent") { _ in Issue.record("there is none") }
  }

  @Test func whatAFileGaveComesBackInItsOrderAsItWasAddedWhateverItWasJoinedTo() throws {
    let library = try compile("first")
    #expect(try library.page("/drugs/lioresal")?.entity == "/drugs/baclofen")
    #expect(try library.page("/genes/gabbr1")?.neighbours.edges.map(\.otherName) == ["Baclofen"])
    for (file, records) in Self.files {
      var stored: [StoredRecord] = []
      try library.forEachRecord(ofFile: file) { stored.append($0) }
      #expect(stored == records, "\(file)")
    }
  }

  @Test func aGraphOfManyPiecesComesBack() throws {
    var records: [StoredRecord] = []
    for number in 0..<120_000 {
      var edge = edge("DOID:\(number * 7919 % 30_011)", "has", "HP:\(number * 104_729 % 70_001)")
      edge.publications = ["PMID:\(number)"]
      records.append(.edge(edge))
    }
    let library = try compile("large", [("graph", records)])
    let pieces = try library.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM graph_piece") } ?? 0
    #expect(pieces > 1)
    var count = 0
    try library.forEachRecord(ofFile: "graph") { record in
      if count >= records.count || record != records[count] { Issue.record("\(count): \(record)") }
      count += 1
    }
    #expect(count == records.count)
  }

  @Test func aPieceThatIsDamagedIsReadWithoutHarm() throws {
    var encoder = GraphPieceEncoder()
    for number in 0..<50 {
      if number % 7 == 0 { encoder.write(documents: number) }
      encoder.write(Self.described)
      encoder.write(number % 2 == 0 ? Self.stated : Self.denied, subject: number % 5, object: number % 3)
    }
    func records(of bytes: [UInt8]) throws -> Int {
      try bytes.withUnsafeBytes { buffer in
        var decoder = GraphPieceDecoder(buffer)
        var count = 0
        while try decoder.next() != nil { count += 1 }
        return count
      }
    }
    let whole = encoder.bytes
    #expect(try records(of: whole) == 108)
    var faults = 0
    for place in whole.indices {
      for bit in 0..<8 {
        var bytes = whole
        bytes[place] ^= 1 << bit
        do { _ = try records(of: bytes) } catch is PageCodecError { faults += 1 }
      }
      do { _ = try records(of: Array(whole[..<place])) } catch is PageCodecError { faults += 1 }
    }
    #expect(faults > whole.count)
  }

  @Test func aFileOfWhichADocumentWasRefusedIsReadAgain() throws {
    let writer = try LibraryWriter(path: folder.file("refused"), title: "", fingerprint: "")
    for file in ["one", "two"] {
      try writer.begin(file: file, hash: "h")
      let document = try LibraryWriter.prepare(Sample.all[0], source: [])
      if file == "one" {
        try writer.add(document)
      } else {
        #expect(throws: LibraryError.self) { try writer.add(document) }
      }
    }
    _ = try writer.finish()
    let library = try Library.open(path: folder.file("refused"))
    #expect(try library.sourceFile("one")?.hash == "h")
    #expect(try library.sourceFile("two")?.hash == "")
  }

  @Test func aLibraryMadeFromThePreviousOneHasTheSameBytes() throws {
    let first = try compile("first")
    _ = try compile("second", from: first)
    #expect(
      try Data(contentsOf: URL(fileURLWithPath: folder.file("first")))
        == Data(contentsOf: URL(fileURLWithPath: folder.file("second"))))
  }

  @Test func thePreviousLibraryIsReadWhileItIsReplaced() throws {
    let first = try compile("same")
    let bytes = try Data(contentsOf: URL(fileURLWithPath: folder.file("same")))
    _ = try compile("same", from: first)
    #expect(try Data(contentsOf: URL(fileURLWithPath: folder.file("same"))) == bytes)
  }

  @Test func aFileIsAddedOnce() throws {
    let writer = try LibraryWriter(path: folder.file("twice"), title: "", fingerprint: "")
    try writer.begin(file: "a", hash: "1")
    #expect(throws: LibraryError.duplicateFile(name: "a")) { try writer.begin(file: "a", hash: "2") }
    try writer.begin(file: "b", hash: "3")
    _ = try writer.finish()
    let library = try Library.open(path: folder.file("twice"))
    #expect(try ["a", "b", "c"].map { try library.sourceFile($0)?.hash } == ["1", "3", nil])
  }

  @Test(arguments: [0, 1, 5, 40, 10_000, 300_000])
  func aSourceTextIsPackedAndComesBack(size: Int) throws {
    let text = Array(String(repeating: "Baclofen 5 mg. ", count: size / 15 + 1).utf8.prefix(size))
    let packed = PackedText(text)
    #expect(packed.bytes.count <= size)
    #expect(size < 100 || packed.bytes.count * 10 < size)
    #expect(packed.bytes.withUnsafeBytes { PackedText.unpack($0, size: packed.size) } == text)
    for wrong in [packed.size + 1, Int.max, -1] {
      #expect(packed.bytes.withUnsafeBytes { PackedText.unpack($0, size: wrong) } == nil)
    }
  }

  @Test func whatASourceTextHasInCommonWithItsSectionsIsNotStoredAgain() throws {
    // Words that no packing makes much smaller by themselves.
    var state: UInt64 = 1
    let known = (0..<50_000).map { _ -> UInt8 in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(truncatingIfNeeded: state >> 56)
    }
    let text = Array("{\"warnings\": \"".utf8) + known[10_000..<40_000] + Array("\"}".utf8)
    let packed = PackedText(text, beside: known)
    #expect(packed.bytes.count * 100 < PackedText(text).bytes.count)
    #expect(packed.bytes.withUnsafeBytes { PackedText.unpack($0, size: text.count, beside: known) } == text)
    // A section that has changed, or is gone, does not make another text of it.
    var changed = known
    changed[20_000] ^= 1
    for wrong in [changed, [], Array(known.dropLast(15_000))] {
      #expect(packed.bytes.withUnsafeBytes { PackedText.unpack($0, size: text.count, beside: wrong) } == nil)
    }
  }
}
