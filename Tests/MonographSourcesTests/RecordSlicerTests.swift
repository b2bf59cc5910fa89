import MonographSources
import Testing

/// Records cut from a file while it arrives.
@Suite struct RecordSlicerTests {
  static let file = """
    {
     "meta": {"disclaimer": "Do {not} \\"rely\\"", "license": "https://open.fda.gov/license/", "last_updated": "2025-01-01"},
     "other": [1, {"results": [{}]}, "]}"], "number": 12.5, "word": null,
     "results": [
      {"a": ["one } \\" \\\\", "two \\\\\\" ]"]},
      {"b": {"c": [{}, []]}, "d": "é😀"},

      {}
     ]
    }

    """

  static func slice(_ pieces: [[UInt8]], limit: Int = 1 << 20) throws -> (
    records: [RecordSlicer.Record], leftOut: [RecordSlicer.LeftOut], meta: OpenFDAMeta
  ) {
    var slicer = RecordSlicer(name: "labels.json", recordLimit: limit)
    var records: [RecordSlicer.Record] = []
    var leftOut: [RecordSlicer.LeftOut] = []
    for piece in pieces {
      try slicer.feed(piece, leftOut: { leftOut.append($0) }) { records.append($0) }
    }
    try slicer.finish()
    return (records, leftOut, slicer.meta)
  }

  @Test("Each record with its line and offset, and what the file says of itself")
  func records() throws {
    let bytes = Array(Self.file.utf8)
    let (records, _, meta) = try Self.slice([bytes])
    #expect(
      records.map { String(decoding: $0.bytes, as: UTF8.self) }
        == [#"{"a": ["one } \" \\", "two \\\" ]"]}"#, #"{"b": {"c": [{}, []]}, "d": "é😀"}"#, "{}"])
    #expect(records.map(\.line) == [5, 6, 8])
    for record in records {
      #expect(Array(bytes[record.offset...].prefix(record.bytes.count)) == record.bytes)
    }
    #expect(meta.disclaimer == #"Do {not} "rely""#)
    #expect(meta.license == "https://open.fda.gov/license/")
    #expect(meta.lastUpdated == "2025-01-01")
    #expect(meta.terms == nil)
  }

  @Test("Any cutting of the bytes gives the same records")
  func pieces() throws {
    let bytes = Array(Self.file.utf8)
    let whole = try Self.slice([bytes]).records
    for size in [1, 2, 3, 5, 7, 11, 64] {
      let pieces = stride(from: 0, to: bytes.count, by: size).map {
        Array(bytes[$0..<min($0 + size, bytes.count)])
      }
      #expect(try Self.slice(pieces).records == whole, "pieces of \(size)")
    }
    for cut in bytes.indices {
      #expect(
        try Self.slice([Array(bytes[..<cut]), [], Array(bytes[cut...])]).records == whole, "cut at \(cut)")
    }
  }

  @Test("A file that is cut off anywhere is reported, and its whole records are read")
  func truncated() throws {
    let bytes = Array(Self.file.utf8)
    let end = try #require(bytes.lastIndex(of: UInt8(ascii: "}")))
    let whole = try Self.slice([bytes]).records
    for length in 0..<end {
      var slicer = RecordSlicer(name: "labels.json")
      var records: [RecordSlicer.Record] = []
      try slicer.feed(Array(bytes[..<length])) { records.append($0) }
      #expect(records == Array(whole.prefix(records.count)))
      #expect(records.count == whole.count { $0.offset + $0.bytes.count <= length }, "\(length)")
      #expect(throws: SourceError.self) { try slicer.finish() }
    }
  }

  @Test(
    "What is not the form is refused with its line",
    arguments: [
      ("", 1, "it holds no JSON object"), ("\n\n[1]", 3, "“[” stands where the form has none"),
      ("{}", 1, "it has no list “results”"),
      ("{\"results\": []}\nx", 2, "“x” stands after the end of the JSON"),
      ("{\"results\": [\nx]}", 2, "“x” stands where the form has none"),
      ("{\"results\": [{} {}]}", 1, "“{” stands where the form has none"),
      ("<html>", 1, "“<” stands where the form has none"),
    ])
  func refused(text: String, line: Int, reason: String) {
    #expect(throws: SourceError.damaged(name: "labels.json", line: line, reason: reason)) {
      try Self.slice([Array(text.utf8)])
    }
  }

  @Test("A record beyond the limit is passed over, and the next is read")
  func oversized() throws {
    let long = String(repeating: "x", count: 2_000)
    let (records, leftOut, _) = try Self.slice(
      [Array("{\"results\": [{\"a\": \"\(long)\"},\n{\"b\": 1}]}".utf8)], limit: 1_000)
    #expect(records.map { String(decoding: $0.bytes, as: UTF8.self) } == ["{\"b\": 1}"])
    #expect(leftOut == [RecordSlicer.LeftOut(reason: .oversized, line: 1)])
  }

  @Test("An element that is no record is told with its line and passed over, however the bytes are cut")
  func strangers() throws {
    let text = """
      {"results": [1, -2.5e3,
      "a \\" ] {", [{"a": [1]}, "]"], {"b": 1},
      null, true
      , {"c": 2}, false], "meta": {}}
      """
    let bytes = Array(text.utf8)
    let expected: [(String, Int)] = [
      ("a number", 1), ("a number", 1), ("a text", 2), ("a list", 2), ("null", 3), ("a truth value", 3),
      ("a truth value", 4),
    ]
    for size in [1, 2, 3, 7, bytes.count] {
      let pieces = stride(from: 0, to: bytes.count, by: size).map {
        Array(bytes[$0..<min($0 + size, bytes.count)])
      }
      let (records, leftOut, _) = try Self.slice(pieces)
      #expect(records.map { String(decoding: $0.bytes, as: UTF8.self) } == ["{\"b\": 1}", "{\"c\": 2}"])
      #expect(records.map(\.line) == [2, 4])
      #expect(
        leftOut
          == expected.map { RecordSlicer.LeftOut(reason: .notAnObject($0.0), line: $0.1) }, "\(size)")
    }
  }

  @Test("Many elements that are no records are not listed one by one")
  func manyStrangers() throws {
    let list = Array(repeating: "1", count: 5_000).joined(separator: ",")
    let (records, leftOut, _) = try Self.slice([Array("{\"results\": [\(list), {}]}".utf8)])
    #expect(records.count == 1)
    #expect(leftOut.count == 101)
    #expect(leftOut.last?.reason == .oneOfMany)
  }

  @Test("A file with such an element gives its labels and says what was left out")
  func told() throws {
    let text = "{\"results\": [{\"set_id\": \"a\"},\n 7,\n {\"set_id\": \"b\"}]}"
    var documents: [String] = []
    var said: [String] = []
    try OpenFDAReader().read(ByteStream(name: "labels.json", bytes: Array(text.utf8))) { record in
      switch record {
      case .document(let document): documents.append(document.monograph.source.document)
      case .diagnostic(let diagnostic): said.append("\(diagnostic)")
      case .node, .edge: break
      }
    }
    #expect(documents == ["a", "b"])
    #expect(said.count == 1)
    #expect(said.first?.contains("labels.json:2") == true)
    #expect(said.first?.contains("An element of “results” is a number and no label; it is left out.") == true)
  }
}
