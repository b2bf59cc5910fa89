/// What a name is mistaken for, and how it is spelt so that it is not.
public struct NameCaution: Hashable, Sendable {
  /// The name with tall-man letters: `hydrOXYzine`; as it stands where no list has capitals for it.
  public var spelling: String
  /// The names it is mistaken for, with tall-man letters.
  public var mistakenFor: [String]

  /// Makes a caution.
  public init(spelling: String, mistakenFor: [String]) {
    self.spelling = spelling
    self.mistakenFor = mistakenFor
  }

  /// What is said beside the name: `! not hydrALAZINE`. The mark and the words say it without colour.
  public var remark: String { "! not \(mistakenFor.joined(separator: ", "))" }
}
