import Foundation
import MonographModel
import Testing

@testable import MonographLibrary

@Suite struct WriterTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func aCompileTellsWhatItWrote() throws {
    let summary = try folder.compile(Sample.all)
    let size = try #require(
      try FileManager.default.attributesOfItem(atPath: folder.file("test.monograph"))[.size] as? Int)
    #expect(
      summary
        == BuildSummary(
          pages: 4, documents: 4, sections: 8, links: 6, missingTargets: 1, relations: 6, bytes: size,
          entities: 6))
    #expect(try folder.files == ["test.monograph"])
  }

  @Test func theLibraryTellsWhatItHolds() throws {
    let written = try folder.compile(Sample.all)
    let path = folder.file("test.monograph")
    var noon = DateComponents()
    (noon.year, noon.month, noon.day, noon.hour) = (2026, 3, 4, 12)
    let date = try #require(Calendar.current.date(from: noon))
    try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: path)
    #expect(
      try Library.open(path: path).summary
        == LibrarySummary(
          title: "Test library", path: path, bytes: written.bytes, compiled: "2026-03-04", pages: 4,
          documents: 4,
          kinds: [
            LibrarySummary.KindCount(kind: "entity", count: 2),
            LibrarySummary.KindCount(kind: "disease", count: 1),
            LibrarySummary.KindCount(kind: "drug", count: 1),
          ], sections: 8, relations: 6, oldest: "2024-05-01", newest: "2025-02-03", notReviewed: 3,
          licences: ["CC-BY-4.0"]))
  }

  @Test func aLibraryMayBeEmpty() throws {
    let library = try folder.library([])
    let summary = try library.summary
    #expect(summary.pages == 0)
    #expect(summary.oldest == nil)
    #expect(try library.page("/drugs/baclofen") == nil)
    let result = try library.search("baclofen", limit: 5)
    #expect(result.hits.isEmpty && result.total == 0)
    #expect(result.remarks == ["No page of “baclofen” in this library."])
    #expect(try library.names(matching: "b", limit: 5) == [])
    #expect(try library.index() == [])
  }

  @Test func theSameInputGivesTheSameBytes() throws {
    var pages = Sample.all + [Everything.monograph]
    for seed in 0..<40 {
      var maker = RandomMonograph(seed: UInt64(seed))
      var page = maker.monograph()
      page.source.document = "\(seed)"
      pages.append(page)
    }
    try folder.compile(pages, name: "first")
    try folder.compile(pages, name: "second")
    let first = try Data(contentsOf: URL(fileURLWithPath: folder.file("first")))
    #expect(try first == Data(contentsOf: URL(fileURLWithPath: folder.file("second"))))
  }

  @Test func everyKindOfPageIsStoredAndRead() throws {
    let library = try folder.library(Sample.all + [Everything.monograph])
    #expect(try library.page("/drugs/everything")?.monograph == Everything.monograph)
  }

  @Test func theFingerprintIsRead() throws {
    try folder.compile([])
    #expect(Library.fingerprint(path: folder.file("test.monograph")) == "fingerprint 1")
    #expect(Library.fingerprint(path: folder.file("absent")) == nil)
    try Data("text".utf8).write(to: URL(fileURLWithPath: folder.file("text")))
    #expect(Library.fingerprint(path: folder.file("text")) == nil)
  }

  @Test func theStandingLibraryIsReplacedOnlyAtTheEnd() throws {
    try folder.compile([Sample.baclofen])
    let path = folder.file("test.monograph")
    let standing = try Library.open(path: path)
    let writer = try LibraryWriter(path: path, title: "New", fingerprint: "2")
    try writer.add(Sample.neurons, source: [])
    #expect(Library.fingerprint(path: path) == "fingerprint 1")
    _ = try writer.finish()
    #expect(Library.fingerprint(path: path) == "2")
    // Who had it open reads the old one on.
    #expect(try standing.page("/drugs/baclofen")?.monograph == Sample.baclofen)
    #expect(try Library.open(path: path).page("/drugs/baclofen") == nil)
  }

  @Test func aCancelledOrForgottenCompileLeavesNothing() throws {
    try folder.compile([Sample.baclofen])
    let path = folder.file("test.monograph")
    let writer = try LibraryWriter(path: path, title: "New", fingerprint: "2")
    try writer.add(Sample.neurons, source: [])
    #expect(try folder.files.count == 2)
    writer.cancel()
    writer.cancel()
    #expect(try folder.files == ["test.monograph"])
    #expect(throws: LibraryError.closed(path: path)) { try writer.add(Sample.gaba, source: []) }
    #expect(throws: LibraryError.closed(path: path)) { try writer.finish() }
    do {
      let forgotten = try LibraryWriter(path: path, title: "New", fingerprint: "3")
      try forgotten.add(Sample.neurons, source: [])
    }
    #expect(try folder.files == ["test.monograph"])
    #expect(Library.fingerprint(path: path) == "fingerprint 1")
  }

  @Test func aPageThatCannotBeStoredLeavesTheCompileAsItWas() throws {
    let writer = try LibraryWriter(path: folder.file("test.monograph"), title: "", fingerprint: "")
    var deepBlock = paragraph(.text("deep"))
    var deepSection = section("S", [])
    for _ in 0..<100_000 {
      deepBlock = Block(.quote([deepBlock]))
      deepSection = section("S", [], [deepSection])
    }
    defer { Self.takeApart(&deepBlock, &deepSection) }
    for sections in [[section("S", [deepBlock])], [deepSection]] {
      let page = Monograph(
        entity: "/drugs/deep", title: "Deep", source: Source(document: "deep.md"), sections: sections)
      #expect(
        throws: LibraryError.unstorable(
          entity: "/drugs/deep", document: "deep.md", reason: "it is nested more than 200 levels deep")
      ) { try writer.add(page, source: []) }
    }
    try writer.add(Sample.neurons, source: [])
    #expect(try writer.finish().pages == 1)
  }

  /// Lets go of deep trees level by level; freed at once they would need as deep a stack.
  private static func takeApart(_ block: inout Block, _ section: inout Section) {
    while case .quote(let inner) = block.content, let first = inner.first { block = first }
    while let first = section.subsections.first { section = first }
  }

  @Test func whatAKilledBuildLeftIsRemovedAndARunningOneIsNot() throws {
    let path = folder.file("test.monograph")
    for name in [
      "test.monograph.partial-1", "test.monograph.partial-1-journal", "test.monograph.partial-2-journal",
      "test.monograph.partial-old", "other.partial-1",
    ] {
      try Data("left".utf8).write(to: URL(fileURLWithPath: folder.file(name)))
    }
    let writer = try LibraryWriter(path: path, title: "", fingerprint: "")
    #expect(throws: LibraryError.cannotWrite(path: path, reason: "it is being built already")) {
      try LibraryWriter(path: path, title: "", fingerprint: "")
    }
    _ = try writer.finish()
    #expect(try folder.files == ["other.partial-1", "test.monograph", "test.monograph.partial-old"])
  }

  @Test func anotherBuildOfTheSameLibraryIsLeftAlone() throws {
    let path = folder.file("test.monograph")
    // What another process writes bears its number and is locked.
    let other = "\(path).partial-1"
    let descriptor = open(other, O_CREAT | O_RDWR, 0o644)
    defer { close(descriptor) }
    try #require(flock(descriptor, LOCK_EX | LOCK_NB) == 0)
    try folder.compile([Sample.neurons])
    #expect(try folder.files == ["test.monograph", "test.monograph.partial-1"])
    #expect(try Library.open(path: path).summary.pages == 1)
    // Let go, as by a process that is killed, it is removed by the next build.
    _ = flock(descriptor, LOCK_UN)
    try folder.compile([Sample.gaba])
    #expect(try folder.files == ["test.monograph"])
  }

  @Test(arguments: [1, 20, 60, 70, 80, 90, 100])
  func aFullDiskIsNamedAndTheStandingLibraryIsWhole(databasePages: Int) throws {
    try folder.compile([Sample.baclofen])
    let path = folder.file("test.monograph")
    let standing = try Data(contentsOf: URL(fileURLWithPath: path))
    // What cannot be packed.
    var random = SeededGenerator(seed: 1)
    let size = 73 * Schema.databasePageSize
    let source = (0..<size).map { _ in UInt8.random(in: 0...255, using: &random) }
    #expect(throws: LibraryError.diskFull(path: path)) {
      let writer = try LibraryWriter(path: path, title: "", fingerprint: "", databasePageLimit: databasePages)
      try writer.add(
        Sample.neurons, source: Array(source.prefix(databasePages * Schema.databasePageSize / 2)))
      try writer.add(Sample.gaba, source: source)
      _ = try writer.finish()
    }
    #expect(try folder.files == ["test.monograph"])
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == standing)
  }

  @Test func onlyALibraryOrAnEmptyFileIsReplaced() throws {
    func refusal(_ path: String) -> LibraryError? {
      do throws(LibraryError) {
        _ = try LibraryWriter(path: path, title: "", fingerprint: "").finish()
        return nil
      } catch {
        return error
      }
    }
    #expect(refusal("") == .noPath)
    #expect(refusal(folder.path) == .occupied(path: folder.path, occupant: "a folder"))
    #expect(refusal("/dev/null") == .occupied(path: "/dev/null", occupant: "a device"))
    let pipe = folder.file("pipe")
    try #require(mkfifo(pipe, 0o600) == 0)
    #expect(refusal(pipe) == .occupied(path: pipe, occupant: "a pipe"))
    let socket = folder.file("socket")
    try makeSocket(at: socket)
    #expect(refusal(socket) == .occupied(path: socket, occupant: "a socket"))
    let thesis = folder.file("thesis.md")
    try Data("# Thesis\n".utf8).write(to: URL(fileURLWithPath: thesis))
    #expect(refusal(thesis) == .occupied(path: thesis, occupant: "not a monograph library"))
    #expect(try String(contentsOfFile: thesis, encoding: .utf8) == "# Thesis\n")
    #expect(try folder.files == ["pipe", "socket", "thesis.md"])

    let empty = folder.file("empty")
    try Data().write(to: URL(fileURLWithPath: empty))
    #expect(refusal(empty) == nil)
    // A library of another version, and one that is cut short.
    var bytes = try Data(contentsOf: URL(fileURLWithPath: empty))
    bytes[63] = 200
    try bytes.prefix(5_000).write(to: URL(fileURLWithPath: empty))
    #expect(refusal(empty) == nil)
    #expect(Library.fingerprint(path: empty) == "")
  }

  @Test func whatCameMeanwhileIsNotReplaced() throws {
    let path = folder.file("test.monograph")
    let writer = try LibraryWriter(path: path, title: "", fingerprint: "")
    try Data("text".utf8).write(to: URL(fileURLWithPath: path))
    #expect(throws: LibraryError.occupied(path: path, occupant: "not a monograph library")) {
      try writer.finish()
    }
    #expect(try folder.files == ["test.monograph"])
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "text")
  }

  @Test func ofASymbolicLinkTheFileItNamesIsReplaced() throws {
    let files = FileManager.default
    try folder.compile([Sample.baclofen], name: "real")
    try files.createSymbolicLink(atPath: folder.file("link"), withDestinationPath: "real")
    try folder.compile([Sample.neurons], name: "link")
    #expect(try files.destinationOfSymbolicLink(atPath: folder.file("link")) == "real")
    let library = try Library.open(path: folder.file("real"))
    #expect(try library.summary.pages == 1)
    #expect(try library.page("/entities/neurons")?.monograph == Sample.neurons)

    let lost = folder.file("lost")
    try files.createSymbolicLink(atPath: lost, withDestinationPath: "absent")
    #expect(throws: LibraryError.occupied(path: lost, occupant: "a symbolic link that leads nowhere")) {
      try LibraryWriter(path: lost, title: "", fingerprint: "")
    }
    try files.createSymbolicLink(atPath: folder.file("null"), withDestinationPath: "/dev/null")
    #expect(throws: LibraryError.occupied(path: "/dev/null", occupant: "a device")) {
      try LibraryWriter(path: folder.file("null"), title: "", fingerprint: "")
    }
  }

  @Test func placesThatCannotBeWrittenAreNamed() throws {
    let absent = folder.file("absent/test.monograph")
    #expect(throws: LibraryError.cannotWrite(path: absent, reason: "No such file or directory")) {
      try LibraryWriter(path: absent, title: "", fingerprint: "")
    }
    let device = "/proc/test.monograph"
    #expect(throws: LibraryError.self) { try LibraryWriter(path: device, title: "", fingerprint: "") }
  }
}

@Suite struct SentenceTests {
  @Test(arguments: [
    ("One. Two >here< now. Three.", "Two here now."), (">All< of it", "All of it"),
    ("See e.g. >this< one. Next.", "See e.g. this one."), ("First! Is >it<? Yes.", "Is it?"),
    ("Take 2.5 mg of >it< daily. Stop.", "Take 2.5 mg of it daily."),
    ("By A. Smith et al. in >it<. End.", "By A. Smith et al. in it."),
    ("Known [@a]. Then (>it<). End.", "Then (it)."), ("End. >It<", "It"), (">It<.", "It."), ("><", ""),
    ("Same vs. >other<, approx. 5 mg. But", "Same vs. other, approx. 5 mg."),
    ("One.  Two\n>it<  ", "Two\nit"),
  ])
  func theSentenceAroundALinkIsCutOut(marked: String, expected: String) throws {
    let parts = marked.split(separator: ">", maxSplits: 1, omittingEmptySubsequences: false)
    let rest = try #require(parts.last).split(separator: "<", maxSplits: 1, omittingEmptySubsequences: false)
    let start = parts[0].utf8.count
    let range = start..<start + rest[0].utf8.count
    #expect(Sentence.containing(range, of: String(parts[0] + rest[0] + rest[1])) == expected)
  }

  @Test func aSentenceWithoutEndIsCutAtAWord() {
    let words = String(repeating: "word ", count: 400)
    let sentence = Sentence.containing(1_000..<1_004, of: words)
    #expect(sentence.hasPrefix("…word "))
    #expect(sentence.hasSuffix(" word…"))
    #expect(sentence.utf8.count < 2 * Sentence.reach + 40)
    let solid = String(repeating: "語", count: 2_000)
    #expect(Sentence.containing(3_000..<3_003, of: solid).allSatisfy { $0 == "語" || $0 == "…" })
  }
}
