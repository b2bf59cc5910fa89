/// What a row names an entity by before it is known which entities there are. Rows keep it as one number.
enum EntityReference {
  /// An id in a link or in front matter, by its key in a ``PathTable``.
  case path(Int)
  /// An outside identifier at the end of an edge, by its number in an ``IdentifierTable``.
  case identifier(Int)
  /// The entity that a claim is about, by the place of the claim.
  case claim(Int)
  /// An entity, by its key in the library.
  case entity(Int)

  /// The reference as a number.
  var code: Int {
    switch self {
    case .path(let key): key << 2
    case .identifier(let key): key << 2 | 1
    case .claim(let key): key << 2 | 2
    case .entity(let key): key << 2 | 3
    }
  }

  /// The reference of a number.
  init(code: Int) {
    switch code & 3 {
    case 0: self = .path(code >> 2)
    case 1: self = .identifier(code >> 2)
    case 2: self = .claim(code >> 2)
    default: self = .entity(code >> 2)
    }
  }
}
