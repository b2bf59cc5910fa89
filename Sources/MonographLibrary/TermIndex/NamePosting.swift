/// A name that holds a word.
public struct NamePosting: Hashable, Sendable {
  /// Its key in the `name` table.
  public let name: Int
  /// What it is to its entity.
  let role: NameRole
  /// How many terms it has, compounds not counted twice; 63 for more.
  public let length: Int

  /// The byte that is stored: bits 7 and 6 the role, 5 to 0 the length.
  enum Weight {
    static func byte(role: NameRole, length: Int) -> UInt8 {
      UInt8(role.rawValue) << 6 | UInt8(min(63, length))
    }
  }

  init(name: Int, weight: UInt8) {
    self.name = name
    role = NameRole(rawValue: Int(weight >> 6)) ?? .identifier
    length = Int(weight & 0x3F)
  }
}
