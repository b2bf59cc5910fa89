import MonographModel
import MonographSources
import Testing

/// Archives and tables with bytes changed, cut and repeated: every one ends, with members or diagnostics.
@Suite struct ArchiveMutationTests {
  /// A generator that gives the same numbers each time.
  struct Generator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return state
    }
  }

  static func mutated(_ bytes: [UInt8], _ generator: inout Generator) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...6, using: &generator) where !bytes.isEmpty {
      let place = Int.random(in: 0..<bytes.count, using: &generator)
      switch Int.random(in: 0..<4, using: &generator) {
      case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
      case 1: bytes[place] = UInt8.random(in: 0...255, using: &generator)
      case 2: bytes.removeSubrange(place..<min(bytes.count, place + 9))
      default: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 40)], at: place)
      }
    }
    return bytes
  }

  @Test(
    "A mutated archive ends", arguments: [ArchiveWriting.Form.zip, .tar, .tarGzip], [UInt64(1), 2, 3])
  func archives(form: ArchiveWriting.Form, seed: UInt64) throws {
    let folder = try ScratchFolder()
    let inner = try ArchiveWriting.archive(
      .zip, [("label.xml", Array(InputFinderTests.spl.utf8)), ("b.xml", ArchiveReaderTests.noise(3_000))])
    let original = try ArchiveWriting.archive(
      form,
      [
        ("one.zip", inner), ("path.yaml", Array(InputFinderTests.path.utf8)),
        ("g_nodes.tsv", Array("id\tcategory\nA:1\tbiolink:Drug\n".utf8)),
      ])
    var generator = Generator(state: seed &* 0x9E37_79B9_7F4A_7C15)
    var whole = 0
    for _ in 0..<150 {
      let path = try folder.write("a.bin", Self.mutated(original, &generator))
      let (inputs, diagnostics) = InputFinder.find(path)
      #expect(inputs.count + diagnostics.count > 0)
      for input in inputs {
        var reader = GraphPartReader()
        try input.read(limits: ArchiveLimits(nestedSizeInMemory: 2_000), report: { _ in }) { part in
          whole += 1
          if try !reader.read(part, into: { _ in }) {
            while try part.stream.next() != nil {}
          }
        }
      }
    }
    #expect(whole > 0)
  }

  @Test("A mutated table or path ends", arguments: GraphReaderTests.names.filter { $0 != "hetionet" })
  func tables(name: String) throws {
    var original: [UInt8] = []
    let stream = try GraphReaderTests.stream(name)
    while let piece = try stream.next() { original += piece }
    var generator = Generator(state: 42)
    var records = 0
    for _ in 0..<200 {
      let stream = ByteStream(name: name, bytes: Self.mutated(original, &generator))
      let sink: SourceSink = { _ in records += 1 }
      let contents: KGXReader.Contents = name.contains("nodes") ? .nodes : .edges
      do {
        switch name.split(separator: ".").last {
        case "yaml": try DrugMechDBReader().read(stream, into: sink)
        case "tsv": try KGXReader().readTable(stream, of: contents, into: sink)
        default: try KGXReader().readObjects(stream, of: contents, into: sink)
        }
      } catch is SourceError {
        // A header may be lost.
      }
    }
    #expect(records > 200)
  }
}
