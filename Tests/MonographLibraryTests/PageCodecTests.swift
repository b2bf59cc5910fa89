import MonographModel
import Testing

@testable import MonographLibrary

@Suite struct PageCodecTests {
  @Test func everySortOfContentComesBackAsItWas() throws {
    #expect(try PageCodec.decode(PageCodec.encode(Everything.monograph)) == Everything.monograph)
  }

  @Test func theSmallestPageComesBackAsItWas() throws {
    let smallest = Monograph(entity: "/drugs/x", title: "", kind: "", source: Source(document: ""))
    #expect(try PageCodec.decode(PageCodec.encode(smallest)) == smallest)
  }

  @Test(arguments: [0, 1, -1, 63, 64, -64, -65, 127, 128, 1 << 31, Int.max, Int.min])
  func integersOfEverySizeComeBack(number: Int) throws {
    var monograph = Monograph(
      entity: "/drugs/x", title: "X", source: Source(document: "x", lineCount: number))
    monograph.sections = [
      Section(
        heading: [], level: number, anchor: "a", blocks: [Block(.list(List(start: number, items: [])))],
        lines: LineRange(first: number, last: number))
    ]
    #expect(try PageCodec.decode(PageCodec.encode(monograph)) == monograph)
  }

  @Test func pagesMadeAtRandomComeBackAsTheyWere() throws {
    for seed in 0..<300 {
      var generator = RandomMonograph(seed: UInt64(seed))
      let monograph = generator.monograph()
      #expect(try PageCodec.decode(PageCodec.encode(monograph)) == monograph, "seed \(seed)")
      var joined = try PageCodec.decode(PageCodec.encode(monograph, withoutBlocks: true))
      let blocks = try monograph.allSections.map { section in
        try PageCodec.encode(blocks: section.blocks).withUnsafeBytes { try PageCodec.decodeBlocks($0) }
      }
      let isFilled = joined.fill(blocks: blocks)
      #expect(isFilled && joined == monograph, "seed \(seed)")
      let isOverfilled = !joined.fill(blocks: blocks + [[]])
      #expect(isOverfilled)
    }
  }

  @Test func theFormIsFixed() throws {
    let page = Monograph(
      entity: "/d/x", title: "X", kind: "k", source: Source(document: "s"),
      sections: [Section(heading: [], level: 0, anchor: "a", blocks: [Block(.paragraph([.text("µ")]))])])
    let body: [UInt8] = [
      1, 0x64, 1, 0x78,  // entity
      1, 0x58, 1, 0x6B, 0, 0,  // title, kind, no aliases, no class
      1, 0x73, 0, 0, 0, 0, 0, 0, 0, 0, 0,  // source
      0, 0, 0, 0, 0,  // identifiers, relations, references, redirects, infobox
      1, 0, 0, 1, 0x61, 0, 0, 0,  // a section: heading, level, anchor, key, date, lines
      1, 0, 0, 1, 1, 1, 2, 0xC2, 0xB5,  // its block: lines, inference, paragraph of text
      0,  // no subsections
    ]
    #expect(try PageCodec.encode(page) == PageCodec.seal(body))
    #expect(PageCodec.seal([]) == [2, 0xB1, 0x2A, 0xB9, 0x78, 0xBE, 0x2B, 0x0A, 0x4D])
  }

  @Test func nestingBeyondTheLimitIsRefusedOnBothSides() throws {
    func page(_ depth: Int) -> Monograph {
      var block = paragraph(.text("deep"))
      for _ in 1..<depth { block = Block(.quote([block])) }
      return Monograph(
        entity: "/drugs/x", title: "X", source: Source(document: "x"), sections: [section("S", [block])])
    }
    let deepest = page(PageCodec.depthLimit - 1)
    #expect(try PageCodec.decode(PageCodec.encode(deepest)) == deepest)
    #expect(throws: PageCodecError.tooDeep) { try PageCodec.encode(page(PageCodec.depthLimit)) }

    // One quote for each level, as no encoder would write it.
    let smallest = Monograph(entity: "/d/x", title: "X", kind: "k", source: Source(document: "s"))
    var body = Array(try PageCodec.encode(smallest).dropFirst(PageCodec.headerSize))
    body[body.count - 1] = 1
    body +=
      [0, 0, 0, 0, 0, 0] + Array(repeating: [1, 0, 0, BlockTag.quote.rawValue], count: 100_000).joined()
    #expect(throws: PageCodecError.tooDeep) { try PageCodec.decode(PageCodec.seal(body)) }
  }

  @Test func aDiagramWhoseEdgeLacksItsNodeIsRefused() throws {
    for diagram in [
      Diagram(edges: [Diagram.Edge(from: 0, to: 0)]),
      Diagram(groups: [Diagram.Group(label: "", nodes: [-1])]),
    ] {
      let page = Monograph(
        entity: "/drugs/x", title: "X", source: Source(document: "x"),
        sections: [section("S", [Block(.diagram(diagram))])])
      #expect(throws: PageCodecError.danglingNode) { try PageCodec.encode(page) }
    }
  }
}

@Suite struct DamagedPageTests {
  let whole: [UInt8]

  init() throws { whole = try PageCodec.encode(Everything.monograph) }

  @Test func everyFlippedBitIsFound() {
    for index in whole.indices {
      for bit in 0..<8 {
        var bytes = whole
        bytes[index] ^= 1 << bit
        #expect(throws: PageCodecError.self) { try PageCodec.decode(bytes) }
      }
    }
  }

  @Test func everyShorterPageIsFound() {
    for length in 0..<whole.count {
      #expect(throws: PageCodecError.self) { try PageCodec.decode(Array(whole.prefix(length))) }
    }
  }

  @Test func bytesAfterThePageAreFound() throws {
    let body = Array(whole.dropFirst(PageCodec.headerSize))
    #expect(throws: PageCodecError.trailingBytes) { try PageCodec.decode(PageCodec.seal(body + [0])) }
  }

  @Test func anotherVersionIsNamed() {
    var bytes = whole
    bytes[0] = 9
    #expect(throws: PageCodecError.unsupportedVersion(9)) { try PageCodec.decode(bytes) }
  }

  /// Pages with changed bytes and a checksum that is right for them: what lies behind the checksum must hold
  /// too.
  @Test func changedBytesGiveAnErrorOrAPageNeverACrash() {
    var random = SeededGenerator(seed: 1)
    let body = Array(whole.dropFirst(PageCodec.headerSize))
    var readable = 0
    for _ in 0..<20_000 {
      var bytes = body
      for _ in 0..<Int.random(in: 1...4, using: &random) { Self.mutate(&bytes, with: &random) }
      guard let page = try? PageCodec.decode(PageCodec.seal(bytes)) else { continue }
      readable += 1
      // What was read can be used: no index of it leads nowhere.
      _ = page.allSections.map { $0.blocks.plainText() }
      #expect(throws: Never.self) { try PageCodec.encode(page) }
    }
    #expect(readable > 0)
  }

  /// One change: a bit, a byte, a piece left out, put in or copied, an end cut off.
  private static func mutate(_ bytes: inout [UInt8], with random: inout SeededGenerator) {
    guard !bytes.isEmpty else { return }
    let place = Int.random(in: 0..<bytes.count, using: &random)
    let length = Int.random(in: 1...8, using: &random)
    switch Int.random(in: 0..<6, using: &random) {
    case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
    case 1: bytes[place] = [0, 1, 0x7F, 0x80, 0xFF][Int.random(in: 0..<5, using: &random)]
    case 2: bytes.removeSubrange(place..<min(bytes.count, place + length))
    case 3:
      bytes.insert(
        contentsOf: (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }, at: place)
    case 4:
      bytes.insert(
        contentsOf: bytes[place..<min(bytes.count, place + length)],
        at: Int.random(in: 0...bytes.count, using: &random))
    default: bytes.removeSubrange(place...)
    }
  }
}

extension PageCodec {
  /// The monograph of bytes.
  static func decode(_ bytes: [UInt8]) throws -> Monograph {
    try bytes.withUnsafeBytes { try decode($0) }
  }
}
