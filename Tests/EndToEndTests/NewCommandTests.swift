import Foundation
import Testing

@Suite("new starts a page")
struct NewCommandTests {
  @Test("that check finds no fault with", arguments: ["drug", "disease", "gene", "entity"])
  func clean(kind: String) throws {
    let folder = try CommandFolder([:])
    try FileManager.default.createDirectory(atPath: folder.path, withIntermediateDirectories: true)
    let run = try folder.run("new", kind, "Test", "Azole")
    let plural = ["drug": "drugs", "disease": "diseases", "gene": "genes", "entity": "entities"][kind] ?? ""
    #expect(run.status == 0)
    #expect(run.text == "Content/\(plural)/test-azole.md\n")
    let check = try folder.run("check", "Content")
    #expect(check.text == "")
    #expect(check.status == 0)
    let shown = try folder.run("show", "test azole")
    #expect(shown.status == 0)
    #expect(shown.text.contains("Not stated."))
    #expect(shown.text.contains("No source was checked."))
  }

  @Test("and never writes over one")
  func overwriting() throws {
    let folder = try CommandFolder(["pages/drugs/testazole.md": "mine"])
    let run = try folder.run("new", "drug", "Testazole", "-o", "pages")
    #expect(run.status == 2)
    #expect(run.errorText == "monograph: pages/drugs/testazole.md is there already and was left as it is\n")
    let file = folder.path + "/pages/drugs/testazole.md"
    #expect(try String(contentsOfFile: file, encoding: .utf8) == "mine")
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path + "/pages/drugs") == ["testazole.md"])
  }

  @Test("or says what is wrong with the kind or the name")
  func refused() throws {
    let folder = try CommandFolder(["x": ""])
    for arguments in [
      ["new"], ["new", "drug"], ["new", "drug", ""], ["new", "", "x"], ["new", "a/b", "x"],
      ["new", "Drug", "x"],
      ["new", "drug", "--", "-"], ["new", "drug", "a\u{1B}[2Jb"],
    ] {
      let run = try CommandRun(arguments, in: folder.path)
      #expect(run.status == 2, "\(arguments)")
      #expect(run.output == [], "\(arguments)")
      #expect(!run.errors.contains(0x1B), "\(arguments)")
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["x"])
  }
}
