import Foundation
import MonographModel
import Testing

@testable import MonographLibrary

@Suite struct ReuseTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// The documents of three files: pages, labels that are joined to them, and one with nothing in it.
  private static let files: [(name: String, documents: [StoredDocument])] = [
    (
      "pages",
      (Sample.all + [Everything.monograph]).map {
        StoredDocument(monograph: $0, source: Array($0.title.utf8))
      }
    ),
    (
      "labels",
      ["one", "two"].map { document in
        StoredDocument(
          monograph: label("Lioresal", "UNII:H789N3FKE8", document: document),
          source: Array(String(repeating: "\(document) ", count: 500).utf8), layer: 1, identity: .proposed,
          attachment: Array("found in \(document)".utf8))
      }
    ),
    ("nothing", []),
  ]

  private func add(_ stored: StoredDocument, to writer: LibraryWriter) throws {
    let document = try LibraryWriter.prepare(
      stored.monograph, source: stored.source, attachment: stored.attachment)
    try writer.add(document, layer: stored.layer, identity: stored.identity)
  }

  private func compile(_ name: String, from previous: Library? = nil) throws -> Library {
    let writer = try LibraryWriter(path: folder.file(name), title: "", fingerprint: "")
    for (file, documents) in Self.files {
      try writer.begin(file: file, hash: "hash of \(file)")
      if let previous {
        try previous.forEachDocument(ofFile: file) { try add($0, to: writer) }
      } else {
        for document in documents { try add(document, to: writer) }
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
    try library.forEachDocument(ofFile: "absent") { _ in Issue.record("there is none") }
  }

  @Test func documentsComeBackAsTheyWereAddedWhateverTheyWereJoinedTo() throws {
    let library = try compile("first")
    #expect(try library.page("/drugs/lioresal")?.entity == "/drugs/baclofen")
    for (file, documents) in Self.files {
      var stored: [StoredDocument] = []
      try library.forEachDocument(ofFile: file) { stored.append($0) }
      #expect(stored == documents)
    }
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
}
