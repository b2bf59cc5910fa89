import MonographModel
import MonographSources
import Testing

@Suite struct ArchiveReaderTests {
  let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  /// What an archive gives: its members' texts and what was found wrong.
  struct Contents {
    var members: [String] = []
    var texts: [String] = []
    var diagnostics: [Diagnostic] = []
    var rules: [String] { diagnostics.map { "\($0.file) \($0.rule)" } }
  }

  func contents(_ bytes: [UInt8], name: String, limits: ArchiveLimits = .default) throws -> Contents {
    try contents(at: try folder.write(name, bytes), name: name, limits: limits)
  }

  func contents(at path: String, name: String, limits: ArchiveLimits = .default) throws -> Contents {
    var contents = Contents()
    try ArchiveReader(limits: limits).read(
      path, name: name, report: { contents.diagnostics.append($0) },
      { member in
        var bytes: [UInt8] = []
        while let piece = try member.stream.next() { bytes += piece }
        contents.members.append(member.stream.name)
        contents.texts.append(String(decoding: bytes, as: UTF8.self))
      })
    return contents
  }

  /// Text that does not pack to nothing.
  static func noise(_ count: Int) -> [UInt8] {
    var state: UInt64 = 88_172_645_463_325_252
    return (0..<count).map { _ in
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return UInt8(0x20 + state % 64)
    }
  }

  @Test("Members come in the order of the archive", arguments: [ArchiveWriting.Form.zip, .tar, .tarGzip])
  func members(form: ArchiveWriting.Form) throws {
    let bytes = try ArchiveWriting.archive(
      form, [("b.xml", "<b/>"), ("folder/a.xml", "<a/>"), ("empty", "")])
    let contents = try contents(bytes, name: "labels")
    #expect(contents.members == ["labels!b.xml", "labels!folder/a.xml", "labels!empty"])
    #expect(contents.texts == ["<b/>", "<a/>", ""])
    #expect(contents.diagnostics == [])
  }

  @Test("A member larger than a piece is whole")
  func largeMember() throws {
    let noise = Self.noise(3_000_000)
    for form in [ArchiveWriting.Form.zip, .tarGzip] {
      let contents = try contents(try ArchiveWriting.archive(form, [("table.tsv", noise)]), name: "one")
      #expect(contents.texts == [String(decoding: noise, as: UTF8.self)])
      #expect(contents.diagnostics == [])
    }
  }

  @Test("A gzip file has one member, named for the file")
  func gzip() throws {
    // `printf 'source\tmetaedge\ttarget\n' | gzip -n`, and the same twice over, as gzip files may be joined.
    let whole: [UInt8] = [
      0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x03, 0x2B, 0xCE, 0x2F, 0x2D, 0x4A, 0x4E, 0xE5,
      0xCC, 0x4D, 0x2D, 0x49, 0x4C, 0x4D, 0x49, 0x4F, 0xE5, 0x2C, 0x49, 0x2C, 0x4A, 0x4F, 0x2D, 0xE1, 0x02,
      0x00,
      0xDF, 0xFB, 0x72, 0x86, 0x17, 0x00, 0x00, 0x00,
    ]
    let once = try contents(whole, name: "edges.sif.gz")
    #expect(once.members == ["edges.sif.gz!edges.sif"])
    #expect(once.texts == ["source\tmetaedge\ttarget\n"])
    let twice = try contents(whole + whole + [0, 0, 0], name: "edges.sif.gz")
    #expect(twice.texts == ["source\tmetaedge\ttarget\nsource\tmetaedge\ttarget\n"])
    #expect(twice.diagnostics == [])
  }

  @Test("A zip of zips gives the files of each")
  func zipOfZips() throws {
    let first = try ArchiveWriting.archive(.zip, [("one.xml", "<one/>"), ("one.jpg", "picture")])
    let second = try ArchiveWriting.archive(.zip, [("two.xml", "<two/>")])
    let release = try ArchiveWriting.archive(
      .zip, [("prescription/one.zip", first), ("prescription/two.zip", second)])
    let contents = try contents(release, name: "release.zip")
    #expect(
      contents.members == [
        "release.zip!prescription/one.zip!one.xml", "release.zip!prescription/one.zip!one.jpg",
        "release.zip!prescription/two.zip!two.xml",
      ])
    #expect(contents.texts == ["<one/>", "picture", "<two/>"])
    #expect(contents.diagnostics == [])
  }

  @Test("A nested zip too large for memory is read as it comes")
  func nestedStream() throws {
    let noise = Self.noise(400_000)
    let inner = try ArchiveWriting.archive(.zip, [("a.xml", noise), ("b.xml", Array("<b/>".utf8))])
    let outer = try ArchiveWriting.archive(.zip, [("inner.zip", inner)])
    let contents = try contents(outer, name: "outer.zip", limits: ArchiveLimits(nestedSizeInMemory: 1_000))
    #expect(contents.texts == [String(decoding: noise, as: UTF8.self), "<b/>"])
    #expect(contents.diagnostics == [])
  }

  @Test("Archives nested deeper than the limit are reported, and what stands beside them is read")
  func depth() throws {
    var bytes = Array("<label/>".utf8)
    var name = "label.xml"
    for level in (1...4).reversed() {
      bytes = try ArchiveWriting.archive(
        .zip, [(name, bytes), ("beside-\(level).xml", Array("<beside/>".utf8))])
      name = "level-\(level).zip"
    }
    let contents = try contents(bytes, name: "release.zip")
    #expect(
      contents.members == [
        "release.zip!level-2.zip!level-3.zip!beside-3.xml", "release.zip!level-2.zip!beside-2.xml",
        "release.zip!beside-1.xml",
      ])
    #expect(contents.rules == ["release.zip!level-2.zip!level-3.zip!level-4.zip too-large"])
  }

  @Test("Members before and after a damaged one are read", arguments: [50, 1_500, 9_000])
  func damagedMember(offset: Int) throws {
    let noise = Self.noise(20_000)
    var bytes = try ArchiveWriting.archive(
      .zip,
      [("first.xml", Array("<first/>".utf8)), ("second.xml", noise), ("third.xml", Array("<third/>".utf8))])
    let start = try #require(bytes.firstRange(of: Array("second.xml".utf8))).upperBound
    for index in (start + offset)..<(start + offset + 4) { bytes[index] ^= 0xFF }
    let contents = try contents(bytes, name: "labels.zip")
    #expect(contents.members == ["labels.zip!first.xml", "labels.zip!third.xml"])
    #expect(contents.rules == ["labels.zip!second.xml damaged"])
  }

  @Test("A damaged zip in a zip costs its damaged member only")
  func damagedNested() throws {
    var inner = try ArchiveWriting.archive(
      .zip, [("bad.xml", Self.noise(5_000)), ("good.xml", Array("<good/>".utf8))])
    inner[1_000] ^= 0x55
    inner[1_001] ^= 0x55
    let outer = try ArchiveWriting.archive(
      .zip, [("inner.zip", inner), ("after.xml", Array("<after/>".utf8))])
    for inMemory in [32 << 20, 100] {
      let contents = try contents(
        outer, name: "outer.zip", limits: ArchiveLimits(nestedSizeInMemory: inMemory))
      #expect(contents.members == ["outer.zip!inner.zip!good.xml", "outer.zip!after.xml"])
      #expect(contents.rules == ["outer.zip!inner.zip!bad.xml damaged"])
    }
  }

  @Test(
    "A truncated archive gives its whole members and says that it is cut off",
    arguments: [ArchiveWriting.Form.zip, .tar, .tarGzip])
  func truncated(form: ArchiveWriting.Form) throws {
    let noise = Self.noise(300_000)
    let bytes = try ArchiveWriting.archive(
      form, [("first.xml", Array("<first/>".utf8)), ("second.xml", noise), ("third.xml", noise)])
    for fraction in [0.5, 0.9] {
      let contents = try contents(Array(bytes.prefix(Int(Double(bytes.count) * fraction))), name: "cut")
      #expect(!contents.members.contains("cut!third.xml"))
      #expect(contents.members.first == "cut!first.xml")
      #expect(contents.texts.allSatisfy { $0 == "<first/>" || $0.utf8.count == 300_000 })
      #expect(contents.diagnostics.contains { $0.rule == "damaged" }, "\(fraction) \(contents.members)")
    }
  }

  @Test("A gzip file whose check sum is wrong is reported")
  func wrongChecksum() throws {
    var bytes = try ArchiveWriting.archive(.tarGzip, [("first.xml", "<first/>")])
    bytes[bytes.count - 6] ^= 1
    let contents = try contents(bytes, name: "labels.tar.gz")
    #expect(contents.members == ["labels.tar.gz!first.xml"])
    #expect(contents.rules == ["labels.tar.gz damaged"])
  }

  @Test("A bomb is refused, and what follows is read", arguments: [ArchiveWriting.Form.zip, .tarGzip])
  func bomb(form: ArchiveWriting.Form) throws {
    let zeros = [UInt8](repeating: 0x30, count: 4 << 20)
    let limits = ArchiveLimits(sizeAtAnyRatio: 1 << 20)
    let bytes = try ArchiveWriting.archive(
      form, [("bomb.xml", zeros), ("good.xml", Self.noise(200_000))])
    let contents = try contents(bytes, name: "bomb", limits: limits)
    switch form {
    case .zip:
      #expect(contents.members == ["bomb!good.xml"])
      #expect(contents.rules == ["bomb!bomb.xml too-large"])
    case .tar, .tarGzip:
      // What a gzip file holds is one stream: after the refusal there is no rest.
      #expect(contents.members == [])
      #expect(contents.diagnostics.allSatisfy { $0.rule == "too-large" })
      #expect(!contents.diagnostics.isEmpty)
    }
  }

  @Test("Members that unpack to too much together end the reading")
  func manySmallBombs() throws {
    let zeros = [UInt8](repeating: 0x30, count: 900_000)
    let bytes = try ArchiveWriting.archive(.zip, (0..<20).map { ("\($0).xml", zeros) })
    let contents = try contents(
      bytes, name: "bomb.zip", limits: ArchiveLimits(ratio: 100, sizeAtAnyRatio: 1 << 20))
    #expect(contents.members.count < 20)
    #expect(contents.rules == ["bomb.zip too-large"])
  }

  @Test("A member beyond the size limit is refused")
  func memberSize() throws {
    let bytes = try ArchiveWriting.archive(.zip, [("a.xml", Self.noise(5_000)), ("b.xml", Self.noise(100))])
    let contents = try contents(bytes, name: "a.zip", limits: ArchiveLimits(memberSize: 4_000))
    #expect(contents.members == ["a.zip!b.xml"])
    #expect(contents.rules == ["a.zip!a.xml too-large"])
  }

  @Test("Ten thousand members are read, and counted against the limit")
  func manyMembers() throws {
    let bytes = try ArchiveWriting.archive(
      .zip, (0..<10_000).map { ("label-\($0).xml", "<label n='\($0)'/>") })
    let all = try contents(bytes, name: "many.zip")
    #expect(all.members.count == 10_000)
    #expect(all.texts.last == "<label n='9999'/>")
    #expect(all.diagnostics == [])
    let some = try contents(bytes, name: "many.zip", limits: ArchiveLimits(memberCount: 100))
    #expect(some.members.count == 100)
    #expect(some.rules == ["many.zip too-large"])
  }

  @Test("A name is only a name")
  func names() throws {
    let names = ["../../etc/passwd", "/absolute.xml", "tab\u{1B}[2J.xml", "µ-opioid.xml"]
    let bytes = try ArchiveWriting.archive(
      .tar, names.map { ($0, "x") } + [(String(repeating: "n", count: 2_000), "x")])
    let contents = try contents(bytes, name: "a.tar")
    #expect(
      contents.members.prefix(3) == [
        "a.tar!../../etc/passwd", "a.tar!/absolute.xml", "a.tar!tab\u{FFFD}[2J.xml",
      ])
    #expect(contents.members.count == 4)
    #expect(contents.diagnostics.map(\.rule) == ["too-large"])
  }

  @Test("What is no archive is refused", arguments: ["", "PK", "<label/>", "\u{1F}\u{8B}"])
  func noArchive(text: String) throws {
    let path = try folder.write("a.zip", text)
    #expect(throws: SourceError.self) {
      try ArchiveReader().read(path, report: { _ in }, { _ in })
    }
  }

  @Test("An archive that is not there, and one that is a folder, are refused")
  func unreadable() throws {
    for path in [folder.path + "/none.zip", folder.path] {
      #expect(throws: SourceError.self) { try ArchiveReader().read(path, report: { _ in }, { _ in }) }
    }
  }

  @Test("An encrypted member is reported")
  func encrypted() throws {
    var bytes = try ArchiveWriting.archive(.zip, [("secret.xml", "<secret/>"), ("open.xml", "<open/>")])
    // The first bit of the flags, in the local header and in the table of contents.
    bytes[6] |= 1
    let entry = try #require(bytes.firstRange(of: [0x50, 0x4B, 0x01, 0x02])).lowerBound
    bytes[entry + 8] |= 1
    let contents = try contents(bytes, name: "a.zip")
    #expect(contents.members == ["a.zip!open.xml"])
    #expect(contents.diagnostics.map(\.message) == ["It is encrypted and is not read."])
  }

  @Test("What the reader of a member throws is the member's, and the next is read; anything else ends it")
  func errors() throws {
    struct Full: Error {}
    let path = try folder.write("a.zip", try ArchiveWriting.archive(.zip, [("a", "1"), ("b", "2")]))
    var seen: [String] = []
    var reported: [String] = []
    try ArchiveReader().read(path, name: "a.zip", report: { reported.append("\($0.file):\($0.line)") }) {
      seen.append($0.name)
      if $0.name == "a" { throw SourceError.damaged(name: $0.stream.name, line: 3, reason: "no label") }
    }
    #expect(seen == ["a", "b"])
    #expect(reported == ["a.zip!a:3"])
    #expect(throws: Full.self) { try ArchiveReader().read(path, report: { _ in }) { _ in throw Full() } }
  }

  @Test("A member cannot be read once the archive has gone on")
  func lateReading() throws {
    let path = try folder.write("a.zip", try ArchiveWriting.archive(.zip, [("a", "1"), ("b", "2")]))
    var streams: [ByteStream] = []
    try ArchiveReader().read(path, report: { _ in }) { streams.append($0.stream) }
    #expect(throws: SourceError.self) { try streams[0].next() }
  }
}
