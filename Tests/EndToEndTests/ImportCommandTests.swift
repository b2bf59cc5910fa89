import Foundation
import Glibc
import Testing

@Suite("import writes a page from the text of a wiki page")
struct ImportCommandTests {
  private static let dump = """
    Testazole
    Overview
    Testazole is invented[@a2001].
    Dosing
    Dose : 5 mg daily
    Pharmacokinetics
    Half-life : 2 hours
    References
    [A B, Invented (2001)](http://example.org/a)
    Show full description
    """

  @Test("where it says, whole, and never over another page unless it is told to")
  func writes() throws {
    let folder = try CommandFolder(["dump.txt": Self.dump])
    let first = try folder.run("import", "dump.txt", "-o", "pages")
    #expect(first.status == 0)
    #expect(first.text == "pages/drugs/testazole.md\n")
    #expect(first.errorText.contains("dump.txt:10:1: warning: “Show full description” is left over"))
    let path = folder.path + "/pages/drugs/testazole.md"
    #expect(try String(contentsOfFile: path, encoding: .utf8).contains("Dose\n: 5 mg daily\n"))
    #expect(try folder.run("check", "pages").status == 0)

    try Data("mine".utf8).write(to: URL(fileURLWithPath: path))
    let second = try folder.run("import", "dump.txt", "-o", "pages/")
    #expect(second.status == 2)
    #expect(second.errorText.hasSuffix("pages/drugs/testazole.md is there already and was left as it is\n"))
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "mine")
    #expect(try folder.run("import", "dump.txt", "-o", "pages", "--force").status == 0)
    #expect(try String(contentsOfFile: path, encoding: .utf8).hasPrefix("---\ntitle: Testazole\n"))
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path + "/pages/drugs") == ["testazole.md"])
    #expect(
      try folder.run("import", "dump.txt", "-o", "pages", "--kind", "gene").text
        == "pages/genes/testazole.md\n")
  }

  @Test("or says why not")
  func refuses() throws {
    let folder = try CommandFolder(["empty.txt": "", "cites.txt": "Name\nOverview\nText[@lost2001].\n"])
    #expect(try folder.run("import", "gone.txt").status == 2)
    #expect(try folder.run("import", "").status == 2)
    let empty = try folder.run("import", "empty.txt")
    #expect(empty.status == 2)
    #expect(empty.errorText.contains("The file holds no words."))
    #expect(empty.text == "")
    let kind = try folder.run("import", "cites.txt", "--kind", "no/kind")
    #expect(kind.status == 2)
    #expect(
      kind.errorText
        == "monograph: “no/kind” is no kind; write one word in the singular, such as drug or disease\n")
    // Written, but something in it is wrong.
    let cites = try folder.run("import", "cites.txt", "-o", "out")
    #expect(cites.status == 1)
    #expect(cites.text == "out/entities/name.md\n")
    let taken = try folder.run("import", "cites.txt", "-o", "cites.txt")
    #expect(taken.status == 2)
    #expect(taken.errorText.contains("cannot be made"))
  }
}
