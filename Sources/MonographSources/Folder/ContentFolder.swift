import Glibc
import MonographModel

/// A folder of pages: `<folder>/<name>.md`, one folder for each kind, or a tree of Markdown files as others keep
/// them, such as an Obsidian vault or the source of a Jekyll site.
///
/// Names that begin with a dot are passed over, at the top also LICENSE, README.md and whatever is no Markdown
/// file, and what a site's generator keeps for itself.
public struct ContentFolder: Hashable, Sendable {
  /// What a folder holds.
  public struct Listing: Hashable, Sendable {
    /// The pages, by document; the same order on every machine.
    public var files: [ContentFile]
    /// What could not be looked at, or stands where no page is looked for.
    public var diagnostics: [Diagnostic]
  }

  /// Where the folder is.
  public let path: String

  /// Makes a folder; it is looked at only when it is listed.
  public init(_ path: String) {
    self.path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
  }

  /// Lists the pages with their sizes and times, without reading them. Costs one look at each folder and
  /// each file.
  public func list() -> Listing {
    var listing = Listing(files: [], diagnostics: [])
    list(path, document: "", depth: 0, into: &listing)
    listing.files.sort { $0.document.utf8.lexicographicallyPrecedes($1.document.utf8) }
    let isVault: Bool
    if case .folder = Self.status(of: path + "/.obsidian") { isVault = true } else { isVault = false }
    let tree = PageTree(listing.files, isVault: isVault)
    for index in listing.files.indices { listing.files[index].tree = tree }
    return listing
  }

  /// The deepest folder that is looked into.
  private static let deepest = 32

  /// Folders that a site's generator keeps for itself.
  private static let generatorFolders: Set<String> = [
    "_site", "_includes", "_layouts", "_sass", "_data", "_drafts", "node_modules",
  ]

  /// Adds the pages of a folder and of those within it. Symbolic links to folders are followed at the top alone,
  /// so that none leads round in a circle.
  private func list(_ folder: String, document: String, depth: Int, into listing: inout Listing) {
    do {
      for name in try Self.names(in: folder) {
        let path = folder + "/" + name
        let isPage = DocumentPath.endings.contains { name.hasSuffix($0) }
        if depth == 0, name == "README.md" { continue }
        switch Self.status(of: path) {
        case .file(let size, let modified) where isPage:
          listing.files.append(
            ContentFile(path: path, document: document + name, size: size, modified: modified))
        case .folder where isPage && depth == 1:
          listing.diagnostics.append(ContentError.notAFile(path: path).diagnostic)
        case .folder:
          listFolder(path, name: name, document: document, depth: depth, into: &listing)
        case .other where isPage && depth > 0:
          listing.diagnostics.append(ContentError.notAFile(path: path).diagnostic)
        case .failure(let error) where isPage || depth == 0: listing.diagnostics.append(error.diagnostic)
        case .file, .other, .failure: break
        }
      }
    } catch {
      listing.diagnostics.append(error.diagnostic)
    }
  }

  private func listFolder(
    _ path: String, name: String, document: String, depth: Int, into listing: inout Listing
  ) {
    if Self.generatorFolders.contains(name) {
      listing.diagnostics.append(
        Diagnostic(
          file: path, line: 0, rule: Rule.fileName.name, severity: .note,
          message: "The folder holds what a site's generator keeps for itself; it is not read."))
    } else if depth >= Self.deepest {
      listing.diagnostics.append(
        Diagnostic(
          file: path, line: 0, rule: Rule.tooDeep.name, severity: .error,
          message: "The folder lies more than \(Self.deepest) folders deep; it is not read.",
          fix: "move its pages up"))
    } else if depth == 0 || !Self.isSymbolicLink(path) {
      list(path, document: document + name + "/", depth: depth + 1, into: &listing)
    }
  }

  private static func isSymbolicLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  // MARK: - Files

  /// The file at a path, which need not be in a folder of pages; the last two parts of the path are its
  /// document.
  public static func file(at path: String) throws(ContentError) -> ContentFile {
    switch status(of: path) {
    case .file(let size, let modified):
      let document = wholePath(path).split(separator: "/").suffix(2).joined(separator: "/")
      return ContentFile(path: path, document: document, size: size, modified: modified)
    case .failure(let error): throw error
    case .folder, .other: throw .notAFile(path: path)
    }
  }

  /// A path that names a folder: one of a file alone begins at the working directory.
  private static func wholePath(_ path: String) -> String {
    guard !path.contains("/"), let folder = realpath(".", nil) else { return path }
    defer { free(folder) }
    return String(cString: folder) + "/" + path
  }

  /// Reads a file, up to a limit; what begins with the mark of UTF-16 as UTF-8.
  public static func read(
    _ file: ContentFile, limits: ReaderLimits = .default
  ) throws(ContentError) -> SourceFile {
    let descriptor = open(file.path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw .unreadable(path: file.path, reason: reason()) }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(min(max(file.size, 0), limits.fileSize) + 1)
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = chunk.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .unreadable(path: file.path, reason: reason()) }
      guard count > 0 else {
        let text = UTF16Decoder.utf8(of: bytes)
        guard text.count <= limits.fileSize else {
          throw .tooLarge(path: file.path, size: text.count, limit: limits.fileSize)
        }
        var source = SourceFile(name: file.path, document: file.document, bytes: text)
        source.tree = file.tree
        return source
      }
      bytes += chunk[..<count]
      guard bytes.count <= limits.fileSize else {
        throw .tooLarge(path: file.path, size: max(file.size, bytes.count), limit: limits.fileSize)
      }
    }
  }

  /// The first bytes of a file, fewer where it ends; the text they hold as UTF-8.
  static func beginning(of file: ContentFile, size: Int) throws(ContentError) -> [UInt8] {
    let descriptor = open(file.path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw .unreadable(path: file.path, reason: reason()) }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: size)
    let count = bytes.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
    guard count >= 0 else { throw .unreadable(path: file.path, reason: reason()) }
    return UTF16Decoder.utf8(of: Array(bytes[..<count]))
  }

  // MARK: - The system

  private enum Status {
    case file(size: Int, modified: Int64)
    case folder
    case other
    case failure(ContentError)
  }

  private static func status(of path: String) -> Status {
    var status = stat()
    guard stat(path, &status) == 0 else { return .failure(.unreadable(path: path, reason: reason())) }
    switch status.st_mode & S_IFMT {
    case S_IFREG:
      let seconds = Int64(status.st_mtim.tv_sec)
      let (nanoseconds, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
      return .file(
        size: Int(status.st_size),
        modified: overflow ? seconds : nanoseconds &+ Int64(status.st_mtim.tv_nsec))
    case S_IFDIR: return .folder
    default: return .other
    }
  }

  /// The names in a folder, those that begin with a dot left out, in a stable order.
  package static func names(in path: String) throws(ContentError) -> [String] {
    guard let folder = opendir(path) else { throw .unreadable(path: path, reason: reason()) }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private static func reason() -> String { String(cString: strerror(errno)) }
}

extension MarkdownReader {
  /// Reads a file from disk. One that cannot be read gives a diagnostic and no document.
  public func read(_ file: ContentFile) -> ReadResult {
    do {
      return read(try ContentFolder.read(file, limits: limits))
    } catch {
      return ReadResult(monograph: nil, diagnostics: [error.diagnostic])
    }
  }
}
