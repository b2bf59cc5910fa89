import MonographModel

/// Reads zip, tar, tar in gzip and gzip, and the archives within them, member by member.
///
/// Nothing is written to disk. Memory does not grow with the size of the archive; unpacking costs about 3 ms a
/// megabyte. What is wrong with a member is reported, and the rest is read.
public struct ArchiveReader: Sendable {
  let limits: ArchiveLimits

  /// Makes a reader.
  public init(limits: ArchiveLimits = .default) { self.limits = limits }

  /// Gives each file in the archive at a path, in its order; those of nested archives where these stand.
  ///
  /// A ``SourceError`` that `body` throws is reported as the member's; any other error ends the reading and is
  /// thrown. What is thrown besides says why the file as a whole cannot be read.
  public func read(
    _ path: String, name: String? = nil, report: (Diagnostic) throws -> Void,
    _ body: (ArchiveMember) throws -> Void
  ) throws {
    let file = try OpenFile(path: path, name: name ?? path)
    let expansion = Expansion(name: file.name, packedSize: file.size, limits: limits)
    let (head, stream) = try ByteStream(name: file.name) { try file.next() }.withHead(ArchiveKind.headSize)
    guard let kind = ArchiveKind(head: head) else {
      throw SourceError.damaged(
        name: file.name, line: 0, reason: head.isEmpty ? "it is empty" : "it is no zip, tar or gzip")
    }
    try withoutActuallyEscaping(report) { report in
      try withoutActuallyEscaping(body) { body in
        let traversal = ArchiveTraversal(limits: limits, expansion: expansion, report: report, body: body)
        do {
          switch kind {
          case .zip:
            let zip = try ArchiveHandle(OpenFile(path: path, name: file.name))
            try traversal.visitMembers(of: zip, depth: 1)
          case .tar: try traversal.visitTar(stream, depth: 1)
          case .gzip: try traversal.visitGzip(stream, name: Self.lastPart(of: path), depth: 1)
          }
        } catch let exceeded as Expansion.Exceeded {
          try report(exceeded.error.diagnostic)
        }
      }
    }
  }

  private static func lastPart(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }
}

/// The walk through one archive and those nested in it.
private struct ArchiveTraversal {
  let limits: ArchiveLimits
  let expansion: Expansion
  let report: (Diagnostic) throws -> Void
  let body: (ArchiveMember) throws -> Void

  /// Visits the members of a zip or tar. Throws what the body throws, a ``SourceError`` left out, and
  /// ``Expansion/Exceeded``.
  func visitMembers(of archive: ArchiveHandle, depth: Int) throws {
    while true {
      let header: ArchiveHandle.Header?
      do {
        header = try archive.nextHeader()
      } catch let error as SourceError {
        return try report(error.diagnostic)
      }
      guard let header else { return }
      try expansion.countMember()
      guard header.isFile else { continue }
      try visit(header, of: archive, depth: depth)
    }
  }

  private func visit(_ header: ArchiveHandle.Header, of archive: ArchiveHandle, depth: Int) throws {
    let place = "\(archive.name)!\(header.name)"
    guard header.name.utf8.count <= limits.nameLength else {
      let start = "\(archive.name)!\(header.name.prefix(80))…"
      return try report(
        SourceError.tooLarge(name: start, reason: "its name is longer than \(limits.nameLength) bytes")
          .diagnostic)
    }
    guard !header.isEncrypted else {
      return try report(
        Diagnostic(
          file: place, line: 0, rule: Rule.damaged.name, severity: Rule.damaged.severity,
          message: "It is encrypted and is not read.", fix: "pack it without a password"))
    }
    let cursor = MemberCursor(
      archive: archive, place: place, size: header.size, limits: limits, expansion: expansion)
    let stream = ByteStream(name: place) { try cursor.next() }
    defer { cursor.isOver = true }
    try reportingDamage {
      try visit(ArchiveMember(name: header.name, size: header.size, stream: stream), depth: depth)
    }
  }

  /// Visits what a gzip file holds. A tar in it is no further level.
  func visitGzip(_ packed: ByteStream, name: String, depth: Int) throws {
    try reportingDamage {
      let gzip = try GzipStream(packed, limits: limits)
      let counted = gzip.unpacked(name: packed.name)
      let expansion = expansion
      let (head, stream) = try ByteStream(name: packed.name) {
        guard let piece = try counted.next() else { return nil }
        try expansion.count(piece.count)
        return piece
      }.withHead(ArchiveKind.headSize)
      if ArchiveKind(head: head) == .tar {
        return try visitTar(stream, depth: depth)
      }
      try expansion.countMember()
      let member = Self.unpackedName(name)
      let place = ByteStream(name: "\(packed.name)!\(member)") { try stream.next() }
      try visit(ArchiveMember(name: member, stream: place), depth: depth)
    }
  }

  /// Visits a tar, and then reads on to the end of what holds it, where a check sum may stand.
  ///
  /// A tar ends with two blocks of zeros (POSIX.1, ustar interchange format); libarchive is silent where one
  /// that was cut off between two members has none.
  func visitTar(_ stream: ByteStream, depth: Int) throws {
    var zeros = 0
    var hasFailed = false
    let watched = ByteStream(name: stream.name) {
      let next: [UInt8]?
      do {
        next = try stream.next()
      } catch {
        hasFailed = true
        throw error
      }
      guard let piece = next else { return nil }
      let end = piece.reversed().prefix { $0 == 0 }.count
      zeros = end == piece.count ? zeros + end : end
      return piece
    }
    try visitMembers(of: try ArchiveHandle(watched), depth: depth)
    while try watched.next() != nil {}
    guard zeros < 1_024, !hasFailed else { return }
    let reason = "it is cut off: its end mark is missing"
    try report(SourceError.damaged(name: stream.name, line: 0, reason: reason).diagnostic)
  }

  /// Gives a member to the body, or visits its members where it is an archive.
  private func visit(_ member: ArchiveMember, depth: Int) throws {
    guard ArchiveKind.isArchiveName(member.name) else { return try body(member) }
    let (head, stream) = try member.stream.withHead(ArchiveKind.headSize)
    guard let kind = ArchiveKind(head: head) else {
      return try body(ArchiveMember(name: member.name, size: member.size, stream: stream))
    }
    guard depth < limits.depth else {
      throw SourceError.tooLarge(
        name: stream.name, reason: "it is an archive nested more than \(limits.depth) deep")
    }
    switch kind {
    case .gzip: try visitGzip(stream, name: member.name, depth: depth + 1)
    case .tar: try visitTar(stream, depth: depth + 1)
    case .zip:
      let (bytes, whole) = try stream.bytes(upTo: limits.nestedSizeInMemory)
      let archive = try bytes.map { try ArchiveHandle($0, name: stream.name) } ?? ArchiveHandle(whole)
      try visitMembers(of: archive, depth: depth + 1)
    }
  }

  private func reportingDamage(_ work: () throws -> Void) throws {
    do {
      try work()
    } catch let error as SourceError {
      try report(error.diagnostic)
    }
  }

  /// `edges.sif` for `edges.sif.gz`, `paths.tar` for `paths.tgz`.
  private static func unpackedName(_ name: String) -> String {
    let lower = name.lowercased()
    if lower.hasSuffix(".tgz") { return name.dropLast(4) + ".tar" }
    return lower.hasSuffix(".gz") ? String(name.dropLast(3)) : name
  }
}

/// Takes one member out of an archive, and refuses to once the archive has gone on.
private final class MemberCursor {
  private let archive: ArchiveHandle
  private let place: String
  private let size: Int?
  private let limits: ArchiveLimits
  private let expansion: Expansion
  private let start: Int
  private var produced = 0
  private var isAtEnd = false
  var isOver = false

  init(archive: ArchiveHandle, place: String, size: Int?, limits: ArchiveLimits, expansion: Expansion) {
    self.archive = archive
    self.place = place
    self.size = size
    self.limits = limits
    self.expansion = expansion
    start = archive.packedOffset
  }

  func next() throws -> [UInt8]? {
    guard !isOver else {
      throw SourceError.unreadable(name: place, reason: "the archive has gone on to the next member")
    }
    guard !isAtEnd else { return nil }
    do {
      return try nextPiece()
    } catch {
      isAtEnd = true
      throw error
    }
  }

  private func nextPiece() throws -> [UInt8]? {
    let piece: (bytes: [UInt8], offset: Int)?
    do {
      piece = try archive.nextPiece()
    } catch SourceError.damaged(_, let line, let reason) {
      throw SourceError.damaged(name: place, line: line, reason: reason)
    }
    guard let piece else {
      isAtEnd = true
      if let size, size != produced {
        throw SourceError.damaged(
          name: place, line: 0, reason: "it has \(produced) of its \(size) bytes")
      }
      return nil
    }
    guard piece.offset == produced else {
      throw SourceError.damaged(name: place, line: 0, reason: "it has holes")
    }
    produced += piece.bytes.count
    try Expansion.check(
      packed: archive.packedOffset - start, unpacked: produced, name: place, limits: limits)
    try expansion.count(piece.bytes.count)
    return piece.bytes
  }
}
