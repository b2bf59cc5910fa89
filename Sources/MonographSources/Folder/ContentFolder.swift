import Glibc
import MonographModel

/// A folder of pages: `<folder>/<name>.md`, one folder for each kind.
///
/// Names that begin with a dot are passed over, at the top also LICENSE, README.md and whatever is no
/// Markdown file.
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
    do {
      for name in try Self.names(in: path) {
        let inner = path + "/" + name
        switch Self.status(of: inner) {
        case .folder: listFolder(inner, name: name, into: &listing)
        case .file where name.hasSuffix(".md") && name != "README.md":
          listing.diagnostics.append(
            Diagnostic(
              file: inner, line: 0, rule: Rule.fileName.name, severity: Rule.fileName.severity,
              message: "The page stands in no folder, so that its kind is not known; it is not read.",
              fix: "move it into a folder such as drugs"))
        case .failure(let error): listing.diagnostics.append(error.diagnostic)
        case .file, .other: break
        }
      }
    } catch {
      listing.diagnostics.append(error.diagnostic)
    }
    listing.files.sort { $0.document.utf8.lexicographicallyPrecedes($1.document.utf8) }
    return listing
  }

  private func listFolder(_ folder: String, name: String, into listing: inout Listing) {
    do {
      for file in try Self.names(in: folder) {
        let path = folder + "/" + file
        guard file.hasSuffix(".md") else {
          reportPages(under: path, depth: 0, in: &listing)
          continue
        }
        switch Self.status(of: path) {
        case .file(let size, let modified):
          listing.files.append(
            ContentFile(path: path, document: name + "/" + file, size: size, modified: modified))
        case .failure(let error): listing.diagnostics.append(error.diagnostic)
        case .folder, .other: listing.diagnostics.append(ContentError.notAFile(path: path).diagnostic)
        }
      }
    } catch {
      listing.diagnostics.append(error.diagnostic)
    }
  }

  /// Reports the pages of folders within a folder of pages, which are not read. Follows no symbolic links,
  /// and looks at most eight folders deep.
  private func reportPages(under path: String, depth: Int, in listing: inout Listing) {
    var status = stat()
    guard depth < 8, lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { return }
    do {
      for name in try Self.names(in: path) {
        let inner = path + "/" + name
        if name.hasSuffix(".md"), name != "README.md" {
          listing.diagnostics.append(
            Diagnostic(
              file: inner, line: 0, rule: Rule.fileName.name, severity: Rule.fileName.severity,
              message: "The page stands in a folder within a folder of pages; it is not read.",
              fix: "move it into a folder such as drugs"))
        } else {
          reportPages(under: inner, depth: depth + 1, in: &listing)
        }
      }
    } catch {
      listing.diagnostics.append(error.diagnostic)
    }
  }

  // MARK: - Files

  /// The file at a path, which need not be in a folder of pages; the last two parts of the path are its
  /// document.
  public static func file(at path: String) throws(ContentError) -> ContentFile {
    switch status(of: path) {
    case .file(let size, let modified):
      let document = path.split(separator: "/").suffix(2).joined(separator: "/")
      return ContentFile(path: path, document: document, size: size, modified: modified)
    case .failure(let error): throw error
    case .folder, .other: throw .notAFile(path: path)
    }
  }

  /// Reads a file, up to a limit.
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
      guard count > 0 else { return SourceFile(name: file.path, document: file.document, bytes: bytes) }
      bytes += chunk[..<count]
      guard bytes.count <= limits.fileSize else {
        throw .tooLarge(path: file.path, size: max(file.size, bytes.count), limit: limits.fileSize)
      }
    }
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
