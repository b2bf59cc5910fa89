/// Watches how much a file unpacks to, over all the archives nested in it.
final class Expansion {
  private let limits: ArchiveLimits
  private let name: String
  /// The packed size of the file; nil where it is not known.
  private let packedSize: Int?
  private var unpackedSize = 0
  private var memberCount = 0

  init(name: String, packedSize: Int?, limits: ArchiveLimits) {
    self.name = name
    self.packedSize = packedSize
    self.limits = limits
  }

  /// Why the rest of a file is not looked at, nested archives and all.
  struct Exceeded: Error {
    var error: SourceError
  }

  /// Counts a member.
  func countMember() throws(Exceeded) {
    memberCount += 1
    guard memberCount <= limits.memberCount else {
      throw Exceeded(
        error: .tooLarge(
          name: name, reason: "it has more than \(limits.memberCount) members; the rest is left"))
    }
  }

  /// Counts bytes that came out.
  func count(_ bytes: Int) throws(Exceeded) {
    unpackedSize += bytes
    guard let packedSize else { return }
    do throws(SourceError) {
      try Self.check(
        packed: packedSize, unpacked: unpackedSize, name: name, limits: limits, limitsSize: false)
    } catch {
      throw Exceeded(error: error)
    }
  }

  /// Refuses what unpacks to far more than it is packed to, and what is too large altogether.
  static func check(
    packed: Int, unpacked: Int, name: String, limits: ArchiveLimits, limitsSize: Bool = true
  ) throws(SourceError) {
    if limitsSize, unpacked > limits.memberSize {
      throw .tooLarge(name: name, reason: "it unpacks to more than \(limits.memberSize) bytes")
    }
    guard unpacked > limits.sizeAtAnyRatio else { return }
    let (most, overflow) = max(packed, 1).multipliedReportingOverflow(by: limits.ratio)
    guard overflow || unpacked <= most else {
      throw .tooLarge(
        name: name, reason: "it unpacks to more than \(limits.ratio) times its size, as no text does")
    }
  }
}
