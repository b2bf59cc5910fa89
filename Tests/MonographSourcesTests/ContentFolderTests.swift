import Foundation
import MonographModel
import MonographSources
import Testing

/// Folders of pages on disk, and the checks across their pages.
@Suite struct ContentFolderTests {
  /// Makes a folder with files, hands it to a function, and removes it.
  func withFolder(_ files: [String: String], _ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "monograph-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in files {
      let file = folder.appending(path: name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    try body(folder.path())
  }

  @Test("Pages are listed by document with size and time; what is no page is passed over")
  func listing() throws {
    let files = [
      "drugs/b.md": "bb", "drugs/a.md": "a", "diseases/z.md": "zzz", "README.md": "x", "LICENSE": "x",
      ".git/x.md": "x", "drugs/.hidden.md": "x", "drugs/notes.txt": "x", "drugs/deep/x.md": "x",
      "drugs/deep/er/y.md": "x", "drugs/deep/notes.txt": "x",
      "stray.md": "x",
    ]
    try withFolder(files) { path in
      let listing = ContentFolder(path + "/").list()
      #expect(
        listing.files.map(\.document) == [
          "diseases/z.md", "drugs/a.md", "drugs/b.md", "drugs/deep/er/y.md", "drugs/deep/x.md", "stray.md",
        ])
      #expect(listing.files.map(\.size) == [3, 1, 2, 1, 1, 1])
      #expect(listing.files.allSatisfy { $0.modified > 1_600_000_000_000_000_000 })
      #expect(listing.diagnostics == [])
      let read = try ContentFolder.read(listing.files[1])
      #expect(read.bytes == Array("a".utf8))
      let named = try ContentFolder.file(at: path + "/drugs/a.md")
      #expect(named == listing.files[1])
    }
  }

  @Test(
    "A page in UTF-16 is read as the same page in UTF-8, and so is a tree of them", arguments: [false, true])
  func utf16(isBigEndian: Bool) throws {
    let text = "---\ntitle: Alphadol\n---\n\n## Dosing\n\n5 µg 😀, see [[betadol]].\n"
    let other = "---\ntitle: Betadol\naliases: [Beta]\n---\n\n## Uses\n\nUses of [[Alphadol]].\n"
    func pages(_ write: (String) -> [UInt8]) throws -> [ReadResult] {
      var results: [ReadResult] = []
      try withFolder([:]) { path in
        for (name, text) in [("alphadol", text), ("betadol", other)] {
          let folder = URL(filePath: path).appending(path: "drugs")
          try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
          try Data(write(text)).write(to: folder.appending(path: "\(name).md"))
        }
        results = ContentFolder(path).list().files.map { MarkdownReader().read($0) }
      }
      return results
    }
    let plain = try pages { Array($0.utf8) }
    let wide = try pages { UTF16DecoderTests.bytes($0, isBigEndian: isBigEndian) }
    #expect(wide.map(\.monograph) == plain.map(\.monograph))
    #expect(wide.compactMap(\.monograph).map(\.title) == ["Alphadol", "Betadol"])
    #expect(wide.map(\.diagnostics.count) == plain.map(\.diagnostics.count))
    #expect(wide[0].monograph?.sections[0].blocks.plainText().hasPrefix("5 µg 😀") == true)
    // Cut within a character: said where it stands, never a crash.
    try withFolder([:]) { path in
      let file = URL(filePath: path).appending(path: "x.md")
      try FileManager.default.createDirectory(at: URL(filePath: path), withIntermediateDirectories: true)
      try Data(UTF16DecoderTests.bytes("# X\n\ntext", isBigEndian: isBigEndian).dropLast()).write(to: file)
      let result = MarkdownReader().read(try ContentFolder.file(at: file.path()))
      #expect(result.monograph?.title == "X")
      #expect(result.diagnostics.contains { $0.rule == "encoding" })
    }
  }

  @Test("What cannot be read is a diagnostic")
  func unreadable() throws {
    #expect(ContentFolder("/nowhere/at/all").list().diagnostics.map(\.rule) == ["unreadable"])
    #expect(throws: ContentError.self) { try ContentFolder.file(at: "/nowhere/at/all.md") }
    #expect(throws: ContentError.notAFile(path: "/")) { try ContentFolder.file(at: "/") }
    try withFolder(["drugs/a.md": "# T\n\nlong text"]) { path in
      var file = try ContentFolder.file(at: path + "/drugs/a.md")
      #expect(
        MarkdownReader(limits: ReaderLimits(fileSize: 5)).read(file).diagnostics.map(\.rule) == ["too-large"])
      file.path += ".gone"
      #expect(
        MarkdownReader().read(file)
          == ReadResult(
            monograph: nil,
            diagnostics: [
              Diagnostic(
                file: file.path, line: 0, rule: "unreadable", severity: .error,
                message: "It cannot be read: No such file or directory.",
                fix: "check its name and permissions")
            ]))
    }
    try withFolder(["drugs/a.md": "x"]) { path in
      try FileManager.default.createSymbolicLink(
        atPath: path + "/drugs/broken.md", withDestinationPath: path + "/drugs/gone.md")
      try FileManager.default.createDirectory(
        atPath: path + "/drugs/folder.md", withIntermediateDirectories: true)
      #expect(ContentFolder(path).list().diagnostics.map(\.rule) == ["unreadable", "unreadable"])
    }
  }

  @Test("Links across pages are held against the pages there are")
  func crossLinks() {
    var check = ContentCheck()
    func add(_ document: String, _ text: String) {
      check.add(
        MarkdownReader().read(SourceFile(name: document, document: document, bytes: Array(text.utf8))),
        file: document)
    }
    add(
      "drugs/a.md",
      """
      ---
      title: A
      redirects: [/drugs/old-a]
      relations:
        - {predicate: treats, object: /diseases/lost}
      ---
      [b](/drugs/b), [b](/drugs/b#one), [b](/drugs/b#two), [c](/drugs/c), [c](/drugs/c) again, [a](/drugs/old-a).
      """)
    add("drugs/b.md", "# B\n\n## One\n\n[a](a.md#nothing)\n")
    add("drugs/b.md", "---\nredirects: [/drugs/old-a, /drugs/a]\n---\n# B\n\nx\n")
    #expect(
      check.finish().map(\.description) == [
        "drugs/a.md:5: note: /diseases/lost has no page. [dangling-link]",
        "drugs/a.md:7:35: warning: /drugs/b has no section “two”. [dangling-anchor]",
        "drugs/a.md:7:54: note: /drugs/c has no page. [dangling-link]",
        "drugs/b.md: error: /drugs/a is redirected, and drugs/a.md is its page. (remove the redirect)"
          + " [duplicate-entity]",
        "drugs/b.md: error: drugs/a.md redirects /drugs/old-a too. (remove one) [duplicate-entity]",
        "drugs/b.md: error: drugs/b.md is about /drugs/b too. (join the two) [duplicate-entity]",
        "drugs/b.md:5:1: warning: /drugs/a has no section “nothing”. [dangling-anchor]",
      ])
  }

  @Test("Folders that lead round in a circle are looked at once")
  func circle() throws {
    try withFolder(["drugs/a.md": "x", "drugs/deep/x.md": "x"]) { path in
      try FileManager.default.createSymbolicLink(
        atPath: path + "/drugs/deep/round", withDestinationPath: path + "/drugs")
      let listing = ContentFolder(path).list()
      #expect(listing.files.map(\.document) == ["drugs/a.md", "drugs/deep/x.md"])
      #expect(listing.diagnostics == [])
    }
  }

  @Test("Two ids that differ in upper and lower case alone are reported")
  func spellings() {
    var check = ContentCheck()
    for document in ["drugs/Dup.md", "drugs/dup.md", "genes/dup.md"] {
      check.add(
        MarkdownReader().read(
          SourceFile(name: document, document: document, bytes: Array("# T\n\nx\n".utf8))),
        file: document)
    }
    #expect(
      check.finish().map(\.description) == [
        "drugs/dup.md: error: drugs/Dup.md is about /drugs/Dup, which differs from /drugs/dup in upper and lower"
          + " case alone. (join the two, or give one another name) [duplicate-entity]"
      ])
  }
}
