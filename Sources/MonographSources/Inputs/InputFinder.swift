import MonographModel

/// Finds what a library can be built from at a path.
public enum InputFinder {
  /// How deeply folders are looked into.
  static let depthLimit = 64
  /// How many files of no known form are listed one by one.
  static let unknownLimit = 200

  /// The inputs at a path, a file or a folder with all its folders, in an order that is the same on every
  /// machine: by name, folder by folder, but the nodes of a graph before the edges beside them. All Markdown
  /// under a folder is one input, which comes first.
  ///
  /// Names that begin with a dot are passed over; a folder that links lead to twice is looked at once. Costs one
  /// look at each file and its first 64 KiB; of an archive, at its members up to the first of a known form.
  public static func find(_ path: String) -> (inputs: [SourceInput], diagnostics: [Diagnostic]) {
    var search = InputSearch()
    do {
      let path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
      let status = try FileStatus(path)
      switch status.kind {
      case .folder: search.searchTree(path, status)
      case .file: search.takeNamedFile(path, status)
      case .other: throw ContentError.notAFile(path: path)
      }
    } catch let error as ContentError {
      search.diagnostics.append(error.diagnostic)
    } catch {
      search.diagnostics.append(SourceError.unreadable(name: path, reason: "\(error)").diagnostic)
    }
    return (search.inputs, search.diagnostics)
  }
}

/// One search, with what it has found.
private struct InputSearch {
  var inputs: [SourceInput] = []
  var diagnostics: [Diagnostic] = []
  private var visited: Set<FileStatus.Identity> = []
  private var unknownCount = 0
  private var pages = (count: 0, size: 0, modified: Int64.min)

  /// A file that was asked for by name.
  mutating func takeNamedFile(_ path: String, _ status: FileStatus) {
    let (form, isArchive, head) = form(of: path)
    guard let form else {
      diagnostics.append(SourceInput.unknownForm(path, head: head, severity: .error))
      return
    }
    take(path, status, form: form, isArchive: isArchive)
  }

  /// Everything in a folder.
  mutating func searchTree(_ path: String, _ status: FileStatus) {
    visited.insert(status.identity)
    search(path, root: path, depth: 1)
    if unknownCount > InputFinder.unknownLimit {
      diagnostics.append(
        Diagnostic(
          file: path, line: 0, rule: Rule.unknownForm.name, severity: Rule.unknownForm.severity,
          message: "\(unknownCount - InputFinder.unknownLimit) more files of no known form are not listed."))
    }
    guard pages.count > 0 else { return }
    inputs.insert(
      SourceInput(
        path: path, name: "\(path) (\(SourceForm.markdownFolder.description))", size: pages.size,
        modified: pages.modified, form: .markdownFolder, files: [], isArchive: false),
      at: 0)
  }

  private mutating func search(_ folder: String, root: String, depth: Int) {
    guard depth <= InputFinder.depthLimit else {
      diagnostics.append(
        Diagnostic(
          file: folder, line: 0, rule: Rule.tooDeep.name, severity: Rule.tooDeep.severity,
          message: "The folder is more than \(InputFinder.depthLimit) folders deep and is not looked into.",
          fix: "move it up"))
      return
    }
    var found: [Found] = []
    var folders: [String] = []
    do throws(ContentError) {
      for name in try ContentFolder.names(in: folder) {
        let path = folder == "/" ? "/" + name : folder + "/" + name
        do throws(ContentError) {
          let status = try FileStatus(path)
          guard status.kind != .other else { throw .notAFile(path: path) }
          guard visited.insert(status.identity).inserted else { continue }
          if status.kind == .folder {
            folders.append(path)
          } else if let file = look(at: path, name: name, isTop: folder == root, status) {
            found.append(file)
          }
        } catch {
          diagnostics.append(error.diagnostic)
        }
      }
    } catch {
      diagnostics.append(error.diagnostic)
    }
    takeAll(found, in: folder)
    for inner in folders { search(inner, root: root, depth: depth + 1) }
  }

  /// A file in a folder that may be an input.
  private struct Found {
    var path: String
    var status: FileStatus
    var form: SourceForm
    var isArchive: Bool

    /// Whether it may hold tables of several forms. A table that is packed by itself is no more than it.
    var holdsSeveral: Bool {
      let name = path.lowercased()
      return isArchive && !name.hasSuffix(".tsv.gz") && !name.hasSuffix(".sif.gz")
    }
  }

  private mutating func look(at path: String, name: String, isTop: Bool, _ status: FileStatus) -> Found? {
    let isReadMe = FormDetector.isBeside(name)
    guard !isReadMe else { return nil }
    let (form, isArchive, head) = form(of: path)
    guard let form else {
      unknownCount += 1
      if unknownCount <= InputFinder.unknownLimit {
        diagnostics.append(SourceInput.unknownForm(path, head: head))
      }
      return nil
    }
    guard form != .markdownPage || isArchive else {
      pages = (pages.count + 1, pages.size + status.size, max(pages.modified, status.modified))
      return nil
    }
    return Found(path: path, status: status, form: form, isArchive: isArchive)
  }

  /// Takes the files of one folder: tables of Hetionet together, edges after nodes.
  private mutating func takeAll(_ found: [Found], in folder: String) {
    func inOrder(_ files: [Found]) -> [Found] {
      files.enumerated().sorted { ($0.element.form.order, $0.offset) < ($1.element.form.order, $1.offset) }
        .map(\.element)
    }
    let hetionet = inOrder(found.filter(\.form.isOfHetionet))
    if let newest = hetionet.map(\.status.modified).max() {
      inputs.append(
        SourceInput(
          path: folder, name: "\(folder) (\(SourceForm.hetionet.description))",
          size: hetionet.reduce(0) { $0 + $1.status.size }, modified: newest, form: .hetionet,
          files: hetionet.map(\.path),
          spellings: Self.spellings(of: hetionet),
          isArchive: hetionet.contains(where: \.isArchive)))
    }
    for file in inOrder(found.filter { !$0.form.isOfHetionet }) {
      take(file.path, file.status, form: file.form, isArchive: file.isArchive)
    }
  }

  /// What spells the edges of each file that may hold some.
  private static func spellings(of files: [Found]) -> [String: [String]] {
    var spellings: [String: [String]] = [:]
    for (index, file) in files.enumerated() where file.form == .hetionetEdges || file.holdsSeveral {
      spellings[file.path] =
        files[..<index].filter { $0.form == .hetionetEdgeKinds || $0.holdsSeveral }.map(\.path)
    }
    return spellings
  }

  private mutating func take(_ path: String, _ status: FileStatus, form: SourceForm, isArchive: Bool) {
    if let refusal = SourceInput.refusal(of: form, name: path, isMember: isArchive) {
      diagnostics.append(refusal)
      return
    }
    let form = form.isOfHetionet ? SourceForm.hetionet : form
    inputs.append(
      SourceInput(
        path: path, name: "\(path) (\(form.description))", size: status.size, modified: status.modified,
        form: form, files: [path], isArchive: isArchive))
  }

  // MARK: - Forms

  /// Thrown to leave an archive once enough of it was seen.
  private struct SeenEnough: Error {}

  /// The form of a file, or of what an archive holds, and its first bytes; the form is nil where it is not known,
  /// after why it cannot be read was reported.
  private mutating func form(of path: String) -> (form: SourceForm?, isArchive: Bool, head: [UInt8]) {
    if path.lowercased().hasSuffix(".md") { return (.markdownPage, false, []) }
    do {
      let (head, _) = try ByteStream.file(path).decodingUTF16().withHead(FormDetector.headSize)
      guard ArchiveKind(head: head) == nil else { return (formOfMembers(path), true, head) }
      return (FormDetector.form(name: path, head: head), false, head)
    } catch {
      if let error = error as? SourceError { diagnostics.append(error.diagnostic) }
      return (nil, false, [])
    }
  }

  /// The form of the first member that can be built from, else of the first that is known at all.
  private mutating func formOfMembers(_ path: String) -> SourceForm? {
    var known: SourceForm?
    var refused: SourceForm?
    var faults: [Diagnostic] = []
    var count = 0
    do {
      try ArchiveReader().read(path, report: { faults.append($0) }) { member in
        count += 1
        guard count <= Self.memberLimit else { throw SeenEnough() }
        guard !SourceInput.isHidden(member.name), !FormDetector.isBeside(member.name) else { return }
        let (head, _) = try member.stream.decodingUTF16().withHead(FormDetector.headSize)
        guard let form = FormDetector.form(name: member.name, head: head) else { return }
        if SourceInput.refusal(of: form, name: path, isMember: true) == nil {
          known = form
          throw SeenEnough()
        }
        refused = refused ?? form
      }
    } catch let error as SourceError {
      faults.append(error.diagnostic)
    } catch {
      // The members seen tell the form.
    }
    let form = known ?? refused
    if form == nil { diagnostics += faults }
    return form
  }

  /// How many members of an archive are looked at for one of a known form.
  private static let memberLimit = 1_000
}
