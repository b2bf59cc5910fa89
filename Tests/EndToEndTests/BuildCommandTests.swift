import Foundation
import MonographLibrary
import MonographModel
import TerminalTesting
import Testing

@testable import monograph

@Suite("Sources of every form become one library")
struct BuildCommandTests {
  private static let page = """
    ---
    title: Testazole
    kind: drug
    identifiers: [UNII:TEST000001]
    ---

    # Overview

    Our own page about testazole.
    """

  /// A file in openFDA's bulk form with labels of the given names.
  private static func labels(_ names: [(name: String, unii: String)]) -> String {
    let records = names.enumerated().map { index, label in
      """
      {
       "set_id": "label-\(index)-\(label.unii)", "version": "3", "effective_time": "20260102",
       "boxed_warning": ["WARNING: TESTING Do not stop \(label.name) abruptly."],
       "dosage_and_administration": ["2 DOSAGE AND ADMINISTRATION 2.1 Adults Take 5 mg of \(label.name) daily."],
       "openfda": {"generic_name": ["\(label.name.uppercased())"], "unii": ["\(label.unii)"],
        "manufacturer_name": ["Example Laboratories"]}
      }
      """
    }
    return """
      {"meta": {"disclaimer": "d", "license": "l", "last_updated": "2026-01-01"}, "results": [
      \(records.joined(separator: ",\n"))
      ]}
      """
  }

  private static let spl = """
    <?xml version="1.0" encoding="UTF-8"?>
    <document xmlns="urn:hl7-org:v3"><setId root="spl-set-1"/><versionNumber value="7"/>
    <effectiveTime value="20250304"/><title>TESTAZOLE tablets</title>
    <author><assignedEntity><representedOrganization><name>Other Laboratories</name></representedOrganization>
    </assignedEntity></author>
    <component><structuredBody>
    <component><section><subject><manufacturedProduct><manufacturedProduct><name>Testex</name>
    <asEntityWithGeneric><genericMedicine><name>testazole</name></genericMedicine></asEntityWithGeneric>
    <ingredient classCode="ACTIB"><ingredientSubstance>
    <code code="TEST000001" codeSystem="2.16.840.1.113883.4.9"/><name>TESTAZOLE</name>
    </ingredientSubstance></ingredient></manufacturedProduct></manufacturedProduct></subject></section></component>
    <component><section><code code="34067-9" codeSystem="2.16.840.1.113883.6.1"/>
    <title>INDICATIONS</title><text><paragraph>For testitis, 10 mg/m<sup>2</sup>.</paragraph></text>
    </section></component>
    </structuredBody></component></document>
    """

  private static let files = [
    "pages/drugs/testazole.md": page,
    "labels/drug-label-1.json": labels([("testazole", "TEST000001"), ("otherazole", "TEST000002")]),
    "labels/testex.xml": spl,
    "graph/x_nodes.tsv": "id\tcategory\tname\nUNII:TEST000001\tbiolink:Drug\tTestazole\n"
      + "MONDO:1\tbiolink:Disease\tTestitis\n",
    "graph/x_edges.tsv": "subject\tpredicate\tobject\tprimary_knowledge_source\n"
      + "UNII:TEST000001\tbiolink:treats\tMONDO:1\tinfores:example\n",
  ]

  @Test("one drug in four of them is one entity with three documents and a relation")
  func joining() throws {
    let folder = try CommandFolder(Self.files)
    let build = try CommandRun(
      ["build", "pages", "labels", "graph", "-o", "all.library", "--report"], in: folder.path)
    #expect(build.status == 0)
    #expect(build.errorText == "")
    #expect(build.text.contains("all.library: 2 pages from 4 documents"))
    #expect(build.text.contains("1 relations"))
    #expect(build.text.contains("openFDA drug label: 2 documents"))
    #expect(!build.text.contains("documents that lack words"))
    #expect(build.text.contains("/drugs/testazole: drugs/testazole.md, label-0-TEST000001, spl-set-1"))
    #expect(build.text.contains("UNII:TEST000001"))

    let library = try Library.open(path: folder.path + "/all.library")
    let testazole = try #require(EntityID(path: "/drugs/testazole"))
    let page = try #require(try library.page(testazole))
    #expect(Set(page.documents.map(\.document)) == ["drugs/testazole.md", "label-0-TEST000001", "spl-set-1"])
    #expect(page.neighbours.edges.map(\.relation.objectName) == ["Testitis"])
    #expect(page.neighbours.edges.map(\.relation.source) == ["example"])
  }

  @Test("a label tells its set id, version, dates, company and that it may differ")
  func facts() throws {
    let folder = try CommandFolder(Self.files)
    _ = try CommandRun(["build", "labels", "-o", "all.library"], in: folder.path)
    let shown = try CommandRun(
      ["show", "--library", "all.library", "testazole", "--source", "spl-set-1"], in: folder.path)
    for fact in ["spl-set-1", "version 7", "2025-03-04", "Other Laboratories", "may differ", "10 mg/m²"] {
      #expect(shown.text.contains(fact), "\(fact)")
    }
    let json = try CommandRun(
      ["show", "--library", "all.library", "otherazole", "--format", "json"], in: folder.path)
    for fact in [
      "label-1-TEST000002", "\"version\" : \"3\"", "2026-01-02", "Example Laboratories", "may differ",
    ] {
      #expect(json.text.contains(fact), "\(fact)")
    }
  }

  @Test("the same sources give the same bytes, also when unchanged files are not read again")
  func sameBytes() throws {
    let folder = try CommandFolder(Self.files)
    func build(_ name: String) throws -> Data {
      let run = try CommandRun(["build", "pages", "labels", "graph", "-o", name], in: folder.path)
      #expect(run.status == 0)
      return try Data(contentsOf: URL(filePath: folder.path + "/" + name))
    }
    let first = try build("a.library")
    #expect(try build("b.library") == first)
    #expect(try build("a.library") == first)

    // Elsewhere, and named in another way.
    let elsewhere = try CommandFolder(Self.files)
    let other = try CommandRun(
      ["build"] + ["pages", "labels/", "graph"].map { "\(elsewhere.path)/\($0)" }
        + ["-o", "\(elsewhere.path)/d.library"], in: folder.path)
    #expect(other.status == 0)
    #expect(try Data(contentsOf: URL(filePath: elsewhere.path + "/d.library")) == first)

    let changed = Self.labels([("testazole", "TEST000001"), ("thirdazole", "TEST000003")])
    try Data(changed.utf8).write(to: URL(filePath: folder.path + "/labels/drug-label-1.json"))
    let rebuilt = try build("a.library")
    #expect(rebuilt != first)
    #expect(try build("c.library") == rebuilt)
  }

  @Test("after one file changed, only that one is parsed; what it gives is joined to the others anew")
  func reuse() throws {
    let folder = try CommandFolder(Self.files.merging(Self.graphs) { $1 })
    let sources = ["pages", "labels", "graph", "hetionet", "paths"].map { "\(folder.path)/\($0)" }
    let output = folder.path + "/a.library"
    func replace(_ file: String, _ text: String, by other: String) throws {
      let path = URL(filePath: folder.path + "/" + file)
      let changed = try String(contentsOf: path, encoding: .utf8).replacing(text, with: other)
      try Data(changed.utf8).write(to: path)
    }
    _ = try LibraryBuild(paths: sources, output: output, title: "x").run()
    for (file, text, other) in [
      ("labels/drug-label-1.json", "otherazole", "changedazole"),
      ("graph/x_edges.tsv", "treats", "prevents"), ("graph/x_nodes.tsv", "Testitis", "Changeditis"),
      ("hetionet/nodes.tsv", "Testase", "Otherase"), ("hetionet/edges.sif", "DB00001\tCbG", "DB00001\tCdG"),
      ("paths/one.yaml", "treats", "prevents"),
    ] {
      try replace(file, text, by: other)
      let build = LibraryBuild(paths: sources, output: output, title: "x")
      let (read, stored) = try Self.files(of: build)
      #expect(read == [file.split(separator: "/").last.map(String.init)])
      #expect(stored.count == Self.graphs.count + Self.files.count - 2, "\(stored)")
      _ = try build.run()
      _ = try LibraryBuild(paths: sources, output: folder.path + "/new.library", title: "x").run()
      #expect(
        try Data(contentsOf: URL(filePath: output))
          == Data(contentsOf: URL(filePath: folder.path + "/new.library")), "\(file)")
      try FileManager.default.removeItem(atPath: folder.path + "/new.library")
    }
  }

  @Test("edges are read again when the table that spells them changed, and nodes are not")
  func spellings() throws {
    let folder = try CommandFolder(Self.graphs)
    let sources = ["\(folder.path)/hetionet"]
    let output = folder.path + "/a.library"
    _ = try LibraryBuild(paths: sources, output: output, title: "x").run()
    let path = URL(filePath: folder.path + "/hetionet/metaedges.tsv")
    let changed = try String(contentsOf: path, encoding: .utf8).replacing("binds", with: "touches")
    try Data(changed.utf8).write(to: path)
    let (read, stored) = try Self.files(of: LibraryBuild(paths: sources, output: output, title: "x"))
    #expect(read == ["edges.sif"])
    #expect(stored == ["nodes.tsv"])
  }

  @Test("what a page's comments allow is not told, by check as by build, nor when the page is not read again")
  func allowances() throws {
    let page = """
      ---
      title: Testazole
      kind: drug
      ---

      # Overview

      <!-- check: allow dangling-link: written next week -->
      [One](/drugs/missing-one) comes first.

      [Two](/drugs/missing-two) follows.

      <!-- check: allow empty-section: the committee writes it -->

      # Dosage

      <!-- check: allow empty-section -->

      # Monitoring
      """
    let folder = try CommandFolder(["Content/drugs/testazole.md": page])
    func found(_ text: String) -> [String] {
      text.split(separator: "\n").map(String.init).filter {
        $0.contains(".md:") && !$0.contains("[allowance]")
      }
    }
    let check = found(try CommandRun(["check", "Content"], in: folder.path).text)
    #expect(check.contains { $0.contains("missing-two") } && check.contains { $0.contains("Monitoring") })
    #expect(!check.contains { $0.contains("missing-one") || $0.contains("Dosage") })
    for _ in 1...2 {
      let build = try CommandRun(["build", "Content", "-o", "a.library"], in: folder.path)
      #expect(found(build.errorText + build.text) == check)
    }
  }

  @Test("a label that was left out for another like it is there once that one is gone")
  func duplicate() throws {
    let labels = Self.labels([("testazole", "TEST000001")])
    let folder = try CommandFolder(["labels/a.json": labels, "labels/b.json": labels])
    let output = folder.path + "/a.library"
    func build() throws -> LibraryBuild.Outcome {
      try LibraryBuild(paths: [folder.path + "/labels"], output: output, title: "x").run()
    }
    for _ in 1...2 {
      let outcome = try build()
      #expect(outcome.summary.pages == 1)
      #expect(outcome.leftOut == 1)
      #expect(outcome.diagnostics.map(\.rule).contains("left-out"))
    }
    try FileManager.default.removeItem(atPath: folder.path + "/labels/a.json")
    #expect(try build().summary.pages == 1)
  }

  @Test("a file that is changed while it is read is told")
  func changedWhileRead() throws {
    let folder = try CommandFolder(Self.files)
    let name = "labels/drug-label-1.json"
    let build = LibraryBuild(paths: ["\(folder.path)/labels"], output: "\(folder.path)/a.library", title: "x")
    var told: [String] = []
    func walk(changing isChanging: Bool) throws {
      told = []
      try build.walk.run { item, _ in
        if case .record = item, isChanging {
          try Data(Self.labels([("otherazole", "TEST000009")]).utf8)
            .write(to: URL(filePath: "\(folder.path)/\(name)"))
        }
        if case .diagnostic(let diagnostic) = item { told.append(diagnostic.message) }
      }
    }
    try walk(changing: false)
    #expect(!told.contains { $0.contains("changed while it was read") })
    try walk(changing: true)
    #expect(told.contains { $0.contains("changed while it was read") })
  }

  /// The last parts of the names of files that a build reads, and of those it takes from the previous library.
  private static func files(of build: LibraryBuild) throws -> (read: [String], stored: [String]) {
    var read: [String] = []
    var stored: [String] = []
    var file = ""
    var isStored = false
    func add(_ name: String, to names: inout [String]) {
      let last = name.split(separator: "/").last.map(String.init) ?? name
      if names.last != last { names.append(last) }
    }
    try build.walk.run { item, _ in
      switch item {
      case .beginFile(let name, _, _):
        file = name
        isStored = false
      case .storedDiagnostics: isStored = true
      case .page, .label, .record: add(file, to: &read)
      case .graph: isStored ? add(file, to: &stored) : add(file, to: &read)
      case .stored: add(file, to: &stored)
      case .diagnostic, .endFile, .progress: break
      }
    }
    return (read, stored)
  }

  /// Graphs of the forms that ``files`` lacks. The table of kinds of edge gives neither nodes nor edges.
  private static let graphs = [
    "hetionet/metaedges.tsv": "metaedge\tabbreviation\nCompound - binds - Gene\tCbG\n"
      + "Compound - downregulates - Gene\tCdG\n",
    "hetionet/nodes.tsv": "id\tname\tkind\nCompound::DB00001\tTestazole\tCompound\n"
      + "Gene::1\tTestase\tGene\n",
    "hetionet/edges.sif": "source\tmetaedge\ttarget\nCompound::DB00001\tCbG\tGene::1\n",
    "paths/one.yaml": """
    - directed: true
      graph: {_id: DB00001_MESH_D000001_1, drug: testazole, drugbank: "DB:DB00001"}
      comment: A curator's remark.
      links:
      - {key: treats, source: "DB:DB00001", target: "MESH:D000001"}
      nodes:
      - {id: "DB:DB00001", label: Drug, name: testazole}
      - {id: "MESH:D000001", label: Disease, name: Testitis}
    """,
  ]

  @Test("a broken source is told with its place, and the rest is built")
  func brokenSources() throws {
    var files = Self.files
    files["labels/cut.json"] = String(Self.files["labels/drug-label-1.json"]!.dropLast(40))
    files["labels/broken.xml"] = String(Self.spl.prefix(900))
    files["labels/secret.xml"] =
      "<!DOCTYPE document [<!ENTITY x SYSTEM \"/etc/passwd\">]>\n<document xmlns=\"urn:hl7-org:v3\">&x;</document>"
    let folder = try CommandFolder(files)
    let build = try CommandRun(["build", "labels", "-o", "a.library"], in: folder.path)
    #expect(build.status == 0)
    #expect(build.text.contains("left out"))
    for place in ["labels/cut.json:", "labels/broken.xml:", "labels/secret.xml:2"] {
      #expect(build.errorText.contains(place), "\(place) in \(build.errorText)")
    }
    #expect(!build.errorText.contains("root:"))
    let strict = try CommandRun(["build", "labels", "-o", "a.library", "--strict"], in: folder.path)
    #expect(strict.status == 1)
  }

  @Test("an interrupted build leaves the library that stood there, and nothing else")
  func interruption() throws {
    let many = Self.labels((0..<20_000).map { ("drug\($0)azole", "U\(String($0, radix: 16))") })
    let folder = try CommandFolder(Self.files.merging(["many/labels.json": many]) { $1 })
    _ = try CommandRun(["build", "pages", "-o", "a.library"], in: folder.path)
    let before = try Data(contentsOf: URL(filePath: folder.path + "/a.library"))
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)

    let session = try TerminalSession(
      program: #require(ProductPath.executable("monograph")),
      arguments: ["build", "many", "-o", "a.library"],
      environment: Reader.environment(), workingDirectory: folder.path)
    #expect(session.wait(for: "documents"))
    try session.type("<C-c>")
    #expect(session.waitForExit() == .exited(130))
    #expect(session.screen.joined().contains("stopped; a.library is as it was"))
    #expect(try Data(contentsOf: URL(filePath: folder.path + "/a.library")) == before)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == names.sorted())
  }

  @Test("where nothing can be read, the library that stood there stays")
  func nothingReadable() throws {
    let folder = try CommandFolder(
      Self.files.merging(["cut/cut.json": "{\"meta\": {}, \"results\": [{\"set"]) { $1 })
    _ = try CommandRun(["build", "pages", "-o", "a.library"], in: folder.path)
    let before = try Data(contentsOf: URL(filePath: folder.path + "/a.library"))
    let run = try CommandRun(["build", "cut", "-o", "a.library"], in: folder.path)
    #expect(run.status == 2)
    #expect(run.errorText.contains("nothing could be read"))
    #expect(try Data(contentsOf: URL(filePath: folder.path + "/a.library")) == before)
  }

  @Test("what cannot be built from is told")
  func nothing() throws {
    let folder = try CommandFolder(["empty/note.txt": "no page"])
    let missing = try CommandRun(["build", "nowhere", "-o", "a.library"], in: folder.path)
    #expect(missing.status == 2)
    #expect(missing.errorText.contains("nowhere: there is no such file or folder"))
    let empty = try CommandRun(["build", "empty", "-o", "a.library"], in: folder.path)
    #expect(empty.status == 2)
    #expect(empty.errorText.contains("there is nothing to build from"))
  }
}

@Suite("Work on several threads")
struct OrderedPipelineTests {
  @Test("gives its results in the order of the items, whatever takes longest")
  func order() throws {
    let pipeline = OrderedPipeline<Int, Int>(workers: 4, weightLimit: 10) { number in
      if number % 7 == 0 { usleep(200) }
      return number * 2
    }
    pipeline.produce { add in
      for number in 0..<1_000 { try add(number, number % 5) }
    }
    var results: [Int] = []
    while let result = try pipeline.next() { results.append(result) }
    #expect(results == (0..<1_000).map { $0 * 2 })
  }

  @Test("gives what was added before an error, then the error")
  func failure() throws {
    struct Lost: Error {}
    let pipeline = OrderedPipeline<Int, Int>(workers: 2, weightLimit: 3) { $0 }
    pipeline.produce { add in
      try add(1, 1)
      try add(2, 100)
      throw Lost()
    }
    #expect(try pipeline.next() == 1)
    #expect(try pipeline.next() == 2)
    #expect(throws: Lost.self) { try pipeline.next() }
  }

  @Test("stops adding when nobody wants the results")
  func cancellation() throws {
    let pipeline = OrderedPipeline<Int, Int>(workers: 2, weightLimit: 2) { $0 }
    let isStopped = DispatchSemaphore(value: 0)
    pipeline.produce { add in
      defer { isStopped.signal() }
      for number in 0... { try add(number, 1) }
    }
    _ = try pipeline.next()
    pipeline.cancel()
    #expect(isStopped.wait(timeout: .now() + 10) == .success)
  }
}
