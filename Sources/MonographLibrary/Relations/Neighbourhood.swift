import GRDB

/// Where the relations of one entity stand, as its row in `neighbourhood` tells: see ``Schema``.
struct Neighbourhood {
  /// Relations of one predicate and direction.
  struct Member {
    /// The predicate's phrase.
    var predicate: Int
    var isOutgoing: Bool
    var count: Int
  }

  /// Relations that read alike.
  struct Group {
    var members: [Member]
    /// Whether the group's relations are listed in `relation_list`; else their rows follow one another.
    var isListed: Bool
    /// The first place in the list, or the first row.
    var first: Int
    var count: Int

    /// How many of them have the entity as their subject.
    var outgoingCount: Int { members.reduce(0) { $0 + ($1.isOutgoing ? $1.count : 0) } }
  }

  /// In the order in which they are shown.
  var groups: [Group]

  /// How many relations the entity is an end of.
  var count: Int { groups.reduce(0) { $0 + $1.count } }

  /// The error for bytes that were not written as they stand.
  static var damage: DatabaseError {
    DatabaseError(resultCode: .SQLITE_CORRUPT, message: "the relations of an entity are not readable")
  }

  init(groups: [Group]) { self.groups = groups }

  /// Reads the groups of a row.
  init(_ bytes: UnsafeRawBufferPointer) throws {
    var decoder = PageDecoder(bytes)
    var row = try Self.number(&decoder)
    var place = try Self.number(&decoder)
    groups = []
    for _ in 0..<(try decoder.count()) {
      let head = try Self.number(&decoder)
      var group = Group(members: [], isListed: head & 1 == 1, first: head & 1 == 1 ? place : row, count: 0)
      for _ in 0..<(head >> 1) {
        let predicate = try Self.number(&decoder)
        let count = try Self.number(&decoder)
        let member = Member(predicate: predicate >> 1, isOutgoing: predicate & 1 == 1, count: count)
        group.members.append(member)
        group.count += count
        if member.isOutgoing { row += count }
      }
      guard group.count > 0, group.isListed || group.members.allSatisfy(\.isOutgoing) else {
        throw Self.damage
      }
      if group.isListed { place += group.count }
      groups.append(group)
    }
    guard decoder.isAtEnd else { throw Self.damage }
  }

  /// The groups as a row has them.
  ///
  /// - Parameters:
  ///   - row: The first row of those of which the entity is the subject.
  ///   - place: The first place of its relations in the list.
  func bytes(row: Int, place: Int) -> [UInt8] {
    var encoder = PageEncoder()
    encoder.write(count: row)
    encoder.write(count: place)
    encoder.write(count: groups.count)
    for group in groups {
      encoder.write(count: group.members.count << 1 | (group.isListed ? 1 : 0))
      for member in group.members {
        encoder.write(count: member.predicate << 1 | (member.isOutgoing ? 1 : 0))
        encoder.write(count: member.count)
      }
    }
    return encoder.bytes
  }

  /// A number that stays an `Int` however many are added up: no library has more rows.
  private static func number(_ decoder: inout PageDecoder) throws -> Int {
    let number = try decoder.number()
    guard number <= 1 << 40 else { throw damage }
    return number
  }
}

extension Library {
  /// Where the relations of an entity stand; nil where it has none.
  static func neighbourhood(of entity: Int, in database: Database) throws -> Neighbourhood? {
    try database.firstRow("SELECT groups FROM neighbourhood WHERE entity = ?", [entity]) { row in
      try row.bytes { try Neighbourhood($0) }
    }
  }
}
