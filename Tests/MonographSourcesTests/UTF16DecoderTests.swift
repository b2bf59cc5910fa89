import MonographModel
import Testing

@testable import MonographSources

@Suite struct UTF16DecoderTests {
  /// A text in UTF-16 with its mark.
  static func bytes(_ text: String, isBigEndian: Bool) -> [UInt8] {
    bytes(of: [0xFEFF] + Array(text.utf16), isBigEndian: isBigEndian)
  }

  private static func bytes(of units: [UInt16], isBigEndian: Bool) -> [UInt8] {
    units.flatMap { unit in
      let pair = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      return isBigEndian ? pair : pair.reversed()
    }
  }

  private static func decoded(_ bytes: [UInt8], pieces size: Int) throws -> [UInt8] {
    var rest = bytes[...]
    let stream = ByteStream(name: "x") {
      guard !rest.isEmpty else { return nil }
      defer { rest = rest.dropFirst(size) }
      return Array(rest.prefix(size))
    }
    return try stream.decodingUTF16().bytes(limit: 1 << 20)
  }

  @Test("Texts of every length of character come out, however they are cut", arguments: [false, true])
  func texts(isBigEndian: Bool) throws {
    for text in ["", "a", "µg ≥ 5 mg/m² 😀𝔸\n", String(repeating: "é😀 ", count: 2_000)] {
      for size in [1, 2, 3, 7, 100_000] {
        let out = try Self.decoded(Self.bytes(text, isBigEndian: isBigEndian), pieces: size)
        #expect(String(decoding: out, as: UTF8.self) == text, "\(size)")
      }
    }
  }

  @Test("What does not begin with the mark stays as it is")
  func others() throws {
    for bytes in [[], [0xFF], Array("plain".utf8), [0xEF, 0xBB, 0xBF, 0x61]] as [[UInt8]] {
      #expect(try Self.decoded(bytes, pieces: 1) == bytes)
    }
  }

  @Test("What is not well formed is no UTF-8 either, and what stands beside it is read")
  func faults() throws {
    for units in [[0xD83D], [0xDE00], [0xDE00, 0xD83D], [0xD83D, 0xD83D, 0xDE00]] as [[UInt16]] {
      let bytes = Self.bytes(of: [0xFEFF, 0x61] + units + [0x62], isBigEndian: false)
      let out = try Self.decoded(bytes, pieces: 3)
      #expect(String(validating: out, as: UTF8.self) == nil)
      #expect(out.first == UInt8(ascii: "a") && out.last == UInt8(ascii: "b"))
    }
    let cut = try Self.decoded(Array(Self.bytes("ab", isBigEndian: false).dropLast()), pieces: 3)
    #expect(cut == [UInt8(ascii: "a"), 0xFF])
  }

  private static let label = """
    <?xml version="1.0" encoding="UTF-16"?>
    <v3:document xmlns:v3="urn:hl7-org:v3"><v3:setId root="one"/><v3:title>Testazole µg</v3:title>
    <v3:component><v3:structuredBody><v3:component><v3:section>
    <v3:code code="34067-9" codeSystem="2.16.840.1.113883.6.1"/><v3:title>INDICATIONS</v3:title>
    <v3:text><v3:paragraph>For testitis, 10 mg/m<v3:sup>2</v3:sup>.</v3:paragraph></v3:text>
    </v3:section></v3:component></v3:structuredBody></v3:component></v3:document>
    """

  private static func parts(_ name: String, _ bytes: [UInt8]) throws -> [SourcePart] {
    let folder = try ScratchFolder()
    try folder.write(name, bytes)
    let (inputs, diagnostics) = InputFinder.find(folder.path)
    #expect(diagnostics == [])
    var parts: [SourcePart] = []
    for input in inputs {
      try input.read(report: { Issue.record("\($0)") }) { part in
        let bytes = try part.stream.bytes(limit: 1 << 20)
        parts.append(SourcePart(form: part.form, stream: ByteStream(name: part.stream.name, bytes: bytes)))
      }
    }
    return parts
  }

  @Test("A label in UTF-16 with a prefix is read without loss", arguments: [false, true])
  func label(isBigEndian: Bool) throws {
    let part = try #require(
      try Self.parts("label.xml", Self.bytes(Self.label, isBigEndian: isBigEndian)).first)
    #expect(part.form == .spl)
    let file = SourceFile(name: "label.xml", document: "label", bytes: try part.stream.bytes(limit: 1 << 20))
    let (document, diagnostics) = SPLReader(gathersWording: true).read(file)
    let found = try #require(document)
    #expect(diagnostics.filter { $0.severity != .note }.map(\.rule) == ["missing-title"])
    #expect(found.monograph.source.document == "one")
    #expect(found.monograph.allSections.contains { $0.title == "INDICATIONS" })
    let wording = try #require(found.wording)
    #expect(DocumentCoverage(of: wording, in: found.monograph).missingWords == 0)
    #expect(String(decoding: found.text, as: UTF8.self).contains("Testazole µg"))
  }

  @Test("Labels of openFDA in UTF-16 are read", arguments: [false, true])
  func labels(isBigEndian: Bool) throws {
    let text = #"{"meta": {"license": "l"}, "results": [{"set_id": "a", "description": ["5 µg of ≥ 2"]}]}"#
    let part = try #require(try Self.parts("a.json", Self.bytes(text, isBigEndian: isBigEndian)).first)
    var documents: [SourceDocument] = []
    try OpenFDAReader().read(part.stream) { if case .document(let found) = $0 { documents.append(found) } }
    #expect(documents.map(\.monograph.source.document) == ["a"])
    #expect(documents.first.map { String(decoding: $0.text, as: UTF8.self).contains("5 µg of ≥ 2") } == true)
  }
}
