import Foundation
import MonographModel
import MonographSources
import Testing

@Suite struct InputFinderTests {
  let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  static let spl =
    "<?xml version=\"1.0\"?>\n<document xmlns=\"urn:hl7-org:v3\"><title>Testazole</title></document>"
  static let openFDA =
    "{\n \"meta\": {\"results\": {\"total\": 1}},\n \"results\": [ {\"set_id\": \"a\"} ]\n}"
  static let path =
    "directed: true\ngraph:\n  _id: A\nlinks:\n  - key: treats\n    source: DB:1\n    target: MESH:1\n"

  /// What is found in the folder: `path form`, an archive with a `*`, and its diagnostics.
  func found(_ name: String = "") -> (inputs: [String], diagnostics: [String]) {
    let path = name.isEmpty ? folder.path : folder.path + "/" + name
    let (inputs, diagnostics) = InputFinder.find(path)
    func short(_ text: String) -> String { text.replacingOccurrences(of: folder.path, with: "~") }
    return (
      inputs.map { "\(short($0.path)) \($0.form)\($0.isArchive ? " *" : "")" },
      diagnostics.map { "\(short($0.file)) \($0.severity) \($0.rule)" }
    )
  }

  /// The parts that an input gives, with their texts.
  func parts(of input: SourceInput) throws -> (parts: [String], diagnostics: [String]) {
    var parts: [String] = []
    var diagnostics: [String] = []
    func short(_ text: String) -> String { text.replacingOccurrences(of: folder.path, with: "~") }
    try input.read(report: { diagnostics.append("\(short($0.file)) \($0.severity) \($0.rule)") }) { part in
      while try part.stream.next() != nil {}
      parts.append("\(short(part.stream.name)) \(part.form)")
    }
    return (parts, diagnostics)
  }

  @Test("Each form is told by its name and its first bytes")
  func forms() throws {
    try folder.write("a/label.xml", Self.spl)
    try folder.write("a/part.json", Self.openFDA)
    try folder.write("a/part.json.zip", ArchiveWriting.archive(.zip, [("part.json", Self.openFDA)]))
    try folder.write("a/label.zip", ArchiveWriting.archive(.zip, [("a.jpg", "x"), ("label.xml", Self.spl)]))
    let inner = try ArchiveWriting.archive(.zip, [("label.xml", Self.spl)])
    try folder.write("a/release.zip", ArchiveWriting.archive(.zip, [("rx/1.zip", inner)]))
    try folder.write("b/graph_edges.tsv", "subject\tpredicate\tobject\nA:1\tbiolink:treats\tB:1\n")
    try folder.write("b/graph_nodes.tsv", "id\tcategory\nA:1\tbiolink:Drug\n")
    try folder.write("b/rows.jsonl", "{\"subject\": \"A:1\", \"object\": \"B:1\", \"predicate\": \"x\"}\n")
    try folder.write("b/things.jsonl", "{\"id\": \"A:1\"}\n")
    try folder.write("c/one.yaml", Self.path)
    try folder.write("c/paths.tar.gz", ArchiveWriting.archive(.tarGzip, [("paths/one.yaml", Self.path)]))
    let (inputs, diagnostics) = found()
    #expect(
      inputs == [
        "~/a/label.xml spl", "~/a/label.zip spl *", "~/a/part.json openFDA", "~/a/part.json.zip openFDA *",
        "~/a/release.zip spl *",
        "~/b/graph_nodes.tsv kgxNodes(MonographSources.SourceForm.TableForm.table)",
        "~/b/things.jsonl kgxNodes(MonographSources.SourceForm.TableForm.objects)",
        "~/b/graph_edges.tsv kgxEdges(MonographSources.SourceForm.TableForm.table)",
        "~/b/rows.jsonl kgxEdges(MonographSources.SourceForm.TableForm.objects)",
        "~/c/one.yaml drugMechDB", "~/c/paths.tar.gz drugMechDB *",
      ])
    #expect(diagnostics == [])
  }

  @Test("Hetionet's tables are one input, read in the order that edges need")
  func hetionet() throws {
    try folder.write("h/edges.sif", "source\tmetaedge\ttarget\nCompound::DB1\tCtD\tDisease::DOID:1\n")
    try folder.write("h/metaedges.tsv", "metaedge\tabbreviation\nCompound - heals - Disease\tCtD\n")
    try folder.write("h/metanodes.tsv", "metanode\tabbreviation\nCompound\tC\n")
    try folder.write("h/nodes.tsv", "id\tname\tkind\nCompound::DB1\tone\tCompound\n")
    let (inputs, diagnostics) = InputFinder.find(folder.path)
    #expect(diagnostics == [])
    let input = try #require(inputs.first)
    #expect(inputs.count == 1)
    #expect(input.form == .hetionet)
    #expect(
      input.files.map { $0.split(separator: "/").last } == [
        "metaedges.tsv", "metanodes.tsv", "nodes.tsv", "edges.sif",
      ])
    var reader = GraphPartReader()
    var lines: [String] = []
    try input.read(report: { _ in }) { part in
      let wasRead = try reader.read(part) { lines.append($0.line) }
      #expect(wasRead)
    }
    #expect(
      lines == [
        "node DrugBank:DB1 one, drug, source Hetionet v1.0",
        "edge DrugBank:DB1 heals DOID:1, source Hetionet v1.0",
      ])
  }

  @Test("A folder of pages is one input, and what stands beside it is not lost")
  func markdown() throws {
    try folder.write("LICENSE", "free")
    try folder.write("README.md", "# About")
    try folder.write("drugs/testazole.md", "# Testazole")
    try folder.write("drugs/testazole.png", "picture")
    try folder.write("drugs/label.xml", Self.spl)
    let (inputs, diagnostics) = found()
    #expect(inputs == ["~ markdownFolder", "~/drugs/label.xml spl"])
    #expect(diagnostics == [])
    let input = try #require(InputFinder.find(folder.path + "/").inputs.first)
    #expect(input.path == folder.path)
    #expect(input.size == 11)
    #expect(ContentFolder(input.path).list().files.map(\.document) == ["drugs/testazole.md"])
    #expect(found("drugs/testazole.md").inputs == ["~/drugs/testazole.md markdownPage"])
  }

  @Test("A wiki page's text is not built from, and its reader is told what to do")
  func wikiDump() throws {
    try folder.write("page.txt", "Testazole\nOverview\nTestazole is a test.\n")
    try folder.write("notes.txt", "Testazole\nCall the pharmacy.\n")
    let (inputs, diagnostics) = InputFinder.find(folder.path)
    #expect(inputs == [])
    #expect(diagnostics.map(\.rule) == ["unknown-form", "unknown-form"])
    #expect(diagnostics.map(\.severity) == [.note, .warning])
    #expect(diagnostics.last?.fix?.contains("monograph import \(folder.path)/page.txt -o DIR") == true)
  }

  @Test("What is of no known form is noted in a folder, and an error where it was asked for")
  func unknown() throws {
    try folder.write("data.bin", [0, 1, 2])
    try folder.write("empty.xml", "")
    try folder.write("other.xml", "<html/>")
    try folder.write("docs.zip", ArchiveWriting.archive(.zip, [("a.xyz", "x")]))
    try folder.write("broken.zip", Array(ArchiveWriting.archive(.zip, [("label.xml", Self.spl)]).prefix(30)))
    try folder.write(".hidden.xml", Self.spl)
    let (inputs, diagnostics) = found()
    #expect(inputs == [])
    #expect(
      diagnostics.sorted() == [
        "~/broken.zip error damaged", "~/broken.zip note unknown-form", "~/data.bin note unknown-form",
        "~/docs.zip note unknown-form", "~/empty.xml note unknown-form", "~/other.xml note unknown-form",
      ])
    #expect(found("other.xml").diagnostics == ["~/other.xml error unknown-form"])
    #expect(found("none.xml").diagnostics == ["~/none.xml error unreadable"])
  }

  @Test("Very many files of no known form are counted")
  func manyUnknown() throws {
    for number in 0..<250 { try folder.write("\(number).bin", [0]) }
    let (_, diagnostics) = InputFinder.find(folder.path)
    #expect(diagnostics.count == 201)
    #expect(diagnostics.last?.message == "50 more files of no known form are not listed.")
  }

  @Test("Loops of links end, pipes are not waited for, and a file is found once")
  func links() throws {
    try folder.write("a/label.xml", Self.spl)
    let manager = FileManager.default
    try manager.createSymbolicLink(atPath: folder.path + "/a/up", withDestinationPath: folder.path)
    try manager.createSymbolicLink(atPath: folder.path + "/a/self", withDestinationPath: "self")
    try manager.createSymbolicLink(atPath: folder.path + "/a/label-2.xml", withDestinationPath: "label.xml")
    #expect(mkfifo(folder.path + "/a/pipe", 0o600) == 0)
    let (inputs, diagnostics) = found()
    #expect(inputs == ["~/a/label-2.xml spl"])
    #expect(diagnostics == ["~/a/pipe error unreadable", "~/a/self error unreadable"])
  }

  @Test("A graph in one object, tables in CSV, a label with a prefix and texts in UTF-16 are known")
  func furtherForms() throws {
    let prefixed = "<?xml version=\"1.0\"?>\n<v3:document xmlns:v3=\"urn:hl7-org:v3\"></v3:document>"
    try folder.write("a.json", "{\"nodes\": [{\"id\": \"A:1\", \"name\": \"x\"}], \"edges\": []}")
    try folder.write("b.csv", "id,name,category\nA:1,x,biolink:Drug\n")
    try folder.write("c.csv", "subject,predicate,object\nA:1,biolink:treats,B:1\n")
    try folder.write("d.xml", prefixed)
    for (name, isBig) in [("e.xml", false), ("f.xml", true)] {
      try folder.write(name, UTF16DecoderTests.bytes(Self.spl, isBigEndian: isBig))
    }
    let (inputs, diagnostics) = found()
    let commas = "MonographSources.SourceForm.TableForm.commas"
    #expect(
      inputs == [
        "~/a.json kgxGraph", "~/b.csv kgxNodes(\(commas))", "~/d.xml spl", "~/e.xml spl", "~/f.xml spl",
        "~/c.csv kgxEdges(\(commas))",
      ])
    #expect(diagnostics == [])
  }

  @Test(
    "What is of no known form is told by what it looks like, with what to do",
    arguments: [
      ("a.json", "{\"nodes\": [{\"data\": 1}]}", "JSON", "“nodes” and “edges”"),
      ("a.json", "[{\"id\": \"A:1\"}]", "a list in JSON", "an object a line"),
      (
        "a.xml", "<?xml version=\"1.0\"?><!-- <x> --><rss a='1'>", "XML whose root is <rss>", "urn:hl7-org:v3"
      ),
      ("a.tsv", "drug\tdose\n", "a table that begins “drug dose”", "subject, predicate and object"),
      ("a.csv", "drug,dose\n", "a table that begins “drug,dose”", "subject, predicate and object"),
      ("a.txt", "Dear reader,\nhello", "text that begins “Dear reader,”", ".md"),
      ("a.bin", "MZ\0\0", "no text", "Markdown"), ("a.yaml", "a: 1", "YAML", "links:"),
    ])
  func likeness(name: String, text: String, likeness: String, fix: String) throws {
    try folder.write(name, text)
    let diagnostic = try #require(InputFinder.find(folder.path + "/" + name).diagnostics.first)
    #expect(diagnostic.message.contains("its form is not known. It looks like \(likeness)."))
    #expect(diagnostic.fix?.contains(fix) == true)
  }

  @Test("Folders too deep are reported")
  func depth() throws {
    try folder.write(Array(repeating: "d", count: 70).joined(separator: "/") + "/label.xml", Self.spl)
    let (inputs, diagnostics) = found()
    #expect(inputs == [])
    #expect(diagnostics.count == 1)
    #expect(diagnostics.first?.hasSuffix("error too-deep") == true)
  }

  @Test("An archive gives its parts, nodes before edges, and says what it does not read")
  func archiveParts() throws {
    let members: [(name: String, text: String)] = [
      ("kg/kg_edges.tsv", "subject\tpredicate\tobject\nA:1\ttreats\tB:1\n"),
      ("kg/notes.md", "# Notes"), ("kg/picture.png", "x"), ("kg/.DS_Store", "x"), ("kg/x.bin", "x"),
      ("kg/kg_nodes.tsv", "id\tcategory\nA:1\tbiolink:Drug\n"),
      ("kg/more_edges.tsv", "subject\tpredicate\tobject\nA:1\ttreats\tB:2\n"),
    ]
    try folder.write("kg.tar.gz", ArchiveWriting.archive(.tarGzip, members))
    let input = try #require(InputFinder.find(folder.path).inputs.first)
    let (parts, diagnostics) = try parts(of: input)
    let table = "MonographSources.SourceForm.TableForm.table"
    #expect(
      parts == [
        "~/kg.tar.gz!kg/kg_nodes.tsv kgxNodes(\(table))", "~/kg.tar.gz!kg/more_edges.tsv kgxEdges(\(table))",
        "~/kg.tar.gz!kg/kg_edges.tsv kgxEdges(\(table))",
      ])
    #expect(
      diagnostics == [
        "~/kg.tar.gz!kg/notes.md warning unknown-form", "~/kg.tar.gz!kg/x.bin note unknown-form",
      ])
  }

  @Test("A damaged member costs itself only")
  func damagedPart() throws {
    let noise = ArchiveReaderTests.noise(100_000)
    var bytes = try ArchiveWriting.archive(
      .zip,
      [
        ("a.xml", Array(Self.spl.utf8)), ("b.xml", Array(Self.spl.utf8) + noise),
        ("c.xml", Array(Self.spl.utf8)),
      ])
    for offset in 0..<8 { bytes[bytes.count / 2 + offset] ^= 0xFF }
    try folder.write("labels.zip", bytes)
    let input = try #require(InputFinder.find(folder.path).inputs.first)
    let (parts, diagnostics) = try parts(of: input)
    #expect(parts == ["~/labels.zip!a.xml spl", "~/labels.zip!c.xml spl"])
    #expect(diagnostics == ["~/labels.zip!b.xml error damaged"])
  }

  @Test("The corpora are found in all their forms", .enabled(if: Corpora.isPresent, "no corpora"))
  func corpora() throws {
    let root = Corpora.folder.path().trimmingCharacters(in: ["/"])
    let (inputs, diagnostics) = InputFinder.find("/" + root)
    let found = inputs.map { "\($0.path.dropFirst(root.count + 2)) \($0.form.description)" }
    #expect(
      found == [
        " Markdown pages", "drugmechdb/paths.tar.gz DrugMechDB paths", "hetionet Hetionet",
        "kgx/chebi_kgx_tsv_nodes.tsv KGX nodes", "kgx/graph_nodes.tsv KGX nodes",
        "kgx/valid_nodes.jsonl KGX nodes", "kgx/chebi_kgx_tsv_edges.tsv KGX edges",
        "kgx/graph_edges.tsv KGX edges", "kgx/monarch-tiny_edges.tsv KGX edges",
        "kgx/valid_edges.jsonl KGX edges", "openfda/drug-label-0001-of-0002.json.zip openFDA labels",
        "openfda/drug-label-0002-of-0002.json.zip openFDA labels", "spl/cough.xml SPL label",
        "spl/humira.xml SPL label", "spl/lipitor-orig.xml SPL label", "spl/lipitor-repack.xml SPL label",
        "spl/no-title.xml SPL label", "spl/viagra.xml SPL label",
      ])
    #expect(diagnostics == [])
  }
}
