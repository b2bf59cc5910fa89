/// How much of an archive is unpacked before it is refused, so that no archive can exhaust time or memory.
///
/// Members are unpacked piece by piece, so that the sizes bound time; memory is bounded by
/// ``nestedSizeInMemory`` for each level of nesting.
public struct ArchiveLimits: Hashable, Sendable {
  /// How deeply archives are opened within archives: 1 opens none but the file itself. A tar in a gzip file
  /// counts as one archive.
  public var depth: Int
  /// The most members that one file may have, those of nested archives included.
  public var memberCount: Int
  /// The longest name of a member, in bytes.
  public var nameLength: Int
  /// The most bytes that one member may unpack to.
  public var memberSize: Int
  /// How many times its packed size a member, and the whole file with all that is nested in it, may unpack to.
  /// Tables and labels pack ten to thirty times; the most that deflate can is 1,032.
  public var ratio: Int
  /// The unpacked size in bytes up to which the ratio does not matter.
  public var sizeAtAnyRatio: Int
  /// The largest nested zip that is held in memory, in bytes, where its table of contents helps to read past
  /// damage. Larger ones are read as they come.
  public var nestedSizeInMemory: Int

  /// Makes limits; what is not given is as in ``default``.
  public init(
    depth: Int = 3, memberCount: Int = 1_000_000, nameLength: Int = 1_024, memberSize: Int = 16 << 30,
    ratio: Int = 200, sizeAtAnyRatio: Int = 64 << 20, nestedSizeInMemory: Int = 32 << 20
  ) {
    self.depth = depth
    self.memberCount = memberCount
    self.nameLength = nameLength
    self.memberSize = memberSize
    self.ratio = ratio
    self.sizeAtAnyRatio = sizeAtAnyRatio
    self.nestedSizeInMemory = nestedSizeInMemory
  }

  /// Three levels, 16 GiB a member, and 200 times the packed size beyond 64 MiB.
  public static let `default` = ArchiveLimits()
}
