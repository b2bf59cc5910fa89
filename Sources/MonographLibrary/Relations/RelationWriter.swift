import GRDB
import MonographModel

/// Writes the relations of a library in the order in which they are shown, and for each entity where they stand: see
/// ``Schema``.
///
/// First the relations are sorted by their subjects and written; then what each object has of them, together with the
/// subject's part of that entity, which waits in a file. Memory: a run of ``SortedRecords``, and what the most related
/// entity has, 16 bytes a relation.
struct RelationWriter {
  /// The part of an entity that it has as a subject.
  private struct OutgoingPart {
    var entity = 0
    var firstRow = 0
    /// By the places of their readings, in order.
    var groups: [(reading: Int, predicate: Int, count: Int)] = []
    /// Other entities, by relations that are not negated; ascending.
    var objects: [Int32] = []
  }

  /// A relation as one of its ends has it, where its place is not that of its row.
  private struct ListedRelation {
    var entity: Int
    var reading: Int
    var other: Int
    var row: Int
    var predicate: Int
    var isOutgoing: Bool
    var isNegated: Bool
  }

  private let path: String
  private let readings: RelationReadings
  private let resolution: EntityResolution
  private let phrases: [String]
  private var sorted: SortedRecords
  private var levels: [Int: Int] = [:]
  /// How many relations were added.
  private(set) var count = 0
  /// How many others each entity is related to, by its key; at 0 stands nothing.
  private(set) var degrees: [UInt32]

  /// Begins.
  ///
  /// - Parameters:
  ///   - path: The library, for the folder of temporary files and for errors.
  ///   - predicates: The keys of all predicates that will come.
  init(beside path: String, predicates: Set<Int>, phrases: [String], resolution: EntityResolution) {
    self.path = path
    self.resolution = resolution
    self.phrases = phrases
    readings = RelationReadings(predicates, phrases: phrases)
    sorted = SortedRecords(beside: path)
    degrees = Array(repeating: 0, count: resolution.entities.count + 1)
  }

  /// Adds a relation.
  mutating func add(_ relation: StagedRelation) throws {
    count += 1
    let subject = resolution.key(of: relation.subject)
    let object = resolution.key(of: relation.object)
    let level = level(of: relation.evidence)
    let publications = min(RelationPublications.count(relation.publications), Self.largestPublicationCount)
    // Subject and reading; then evidence, publications and object.
    let key = SortedRecords.Key(
      first: subject << 32 | readings.place(of: relation.predicate, isOutgoing: true),
      second: level << 48 | (Self.largestPublicationCount - publications) << 32 | object)
    try sorted.append(key) { encoder in
      encoder.write(count: relation.predicate)
      encoder.write(byte: relation.origin.rawValue << 1 | (relation.isNegated ? 1 : 0))
      encoder.write(count: relation.source ?? 0)
      encoder.write(count: relation.evidence ?? 0)
      encoder.write(count: relation.note ?? 0)
      encoder.write(count: relation.section ?? 0)
      encoder.write(relation.publications ?? "")
    }
  }

  /// More publications are not told apart in the order.
  private static let largestPublicationCount = 0xFFFF

  private mutating func level(of evidence: Int?) -> Int {
    if let level = levels[evidence ?? 0] { return level }
    let level = EvidenceLevel(evidence.map { phrases[$0 - 1] }).rank
    levels[evidence ?? 0] = level
    return level
  }

  /// Writes all that was added.
  mutating func write(into database: Database) throws {
    let parts = StagingFile(beside: path)
    let listed = SortedRecords(beside: path)
    try writeRows(parts: parts, listed: listed, into: database)
    try writeNeighbourhoods(parts: parts, listed: listed, into: database)
  }

  private mutating func writeRows(
    parts: StagingFile, listed: SortedRecords, into database: Database
  ) throws {
    let statement = try RowStatement(
      "INSERT INTO relation VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", in: database)
    let mechanisms = try MechanismTableWriter(phrases, in: database)
    var cursor = try sorted.cursor()
    var part = OutgoingPart()
    var row = 0
    while true {
      let read: Void? = try cursor.next { key, decoder in
        let (subject, reading) = (key.first >> 32, key.first & 0xFFFF_FFFF)
        let object = key.second & 0xFFFF_FFFF
        let predicate = try decoder.number()
        let flags = try decoder.byte()
        let source = try decoder.number()
        let evidence = try decoder.number()
        let note = try decoder.number()
        let section = try decoder.number()
        let publications = try decoder.text()
        row += 1
        try statement.run(
          .integer(row), .integer(subject), .integer(predicate), .integer(object), .integer(Int(flags)),
          source == 0 ? .null : .integer(source), evidence == 0 ? .null : .integer(evidence),
          publications.isEmpty ? .null : .text(publications), section == 0 ? .null : .integer(section),
          note == 0 ? .null : .integer(note))
        try mechanisms.add(row: row, source: source, subject: subject, object: object)
        if part.entity != subject {
          try Self.save(&part, to: parts)
          part.entity = subject
          part.firstRow = row
        }
        if part.groups.last?.reading == reading {
          part.groups[part.groups.count - 1].count += 1
        } else {
          part.groups.append((reading, predicate, 1))
        }
        let isNegated = flags & 1 == 1
        if !isNegated, object != subject { part.objects.append(Int32(object)) }
        let number = row
        func list(_ entity: Int, _ reading: Int, other: Int, isOutgoing: Bool) throws {
          let place = SortedRecords.Key(
            first: entity << 32 | reading, second: (key.second & ~0xFFFF_FFFF) | other)
          try listed.append(place) { encoder in
            encoder.write(count: number)
            encoder.write(count: predicate)
            encoder.write(byte: (isOutgoing ? 2 : 0) | (isNegated ? 1 : 0))
          }
        }
        if readings.mixed.contains(reading) { try list(subject, reading, other: object, isOutgoing: true) }
        if object != subject {
          try list(
            object, readings.place(of: predicate, isOutgoing: false), other: subject, isOutgoing: false)
        }
      }
      if read == nil { break }
    }
    try Self.save(&part, to: parts)
    // It is not read again, and takes room on the disk.
    sorted = SortedRecords(beside: path)
  }

  private static func save(_ part: inout OutgoingPart, to parts: StagingFile) throws {
    guard part.entity > 0 else { return }
    part.objects = distinct(part.objects)
    try parts.append { encoder in
      encoder.write(count: part.entity)
      encoder.write(count: part.firstRow)
      encoder.write(count: part.groups.count)
      for group in part.groups {
        encoder.write(count: group.reading)
        encoder.write(count: group.predicate)
        encoder.write(count: group.count)
      }
      encoder.write(count: part.objects.count)
      var last = 0
      for object in part.objects {
        encoder.write(count: Int(object) - last)
        last = Int(object)
      }
    }
    part = OutgoingPart()
  }

  private static func part(_ decoder: inout PageDecoder) throws -> OutgoingPart {
    var part = OutgoingPart(entity: try decoder.number(), firstRow: try decoder.number())
    for _ in 0..<(try decoder.count()) {
      part.groups.append((try decoder.number(), try decoder.number(), try decoder.number()))
    }
    var last = 0
    for _ in 0..<(try decoder.count()) {
      last += try decoder.number()
      part.objects.append(Int32(last))
    }
    return part
  }

  private static func distinct(_ keys: [Int32]) -> [Int32] {
    var distinct: [Int32] = []
    for key in keys.sorted() where distinct.last != key { distinct.append(key) }
    return distinct
  }

  private mutating func writeNeighbourhoods(
    parts: StagingFile, listed: SortedRecords, into database: Database
  ) throws {
    let statement = try RowStatement("INSERT INTO neighbourhood VALUES (?, ?, ?)", in: database)
    var list = try RelationListWriter(in: database)
    var cursor = try listed.cursor()
    func next() throws -> ListedRelation? {
      try cursor.next { key, decoder in
        let row = try decoder.number()
        let predicate = try decoder.number()
        let flags = try decoder.byte()
        return ListedRelation(
          entity: key.first >> 32, reading: key.first & 0xFFFF_FFFF, other: key.second & 0xFFFF_FFFF,
          row: row, predicate: predicate, isOutgoing: flags & 2 == 2, isNegated: flags & 1 == 1)
      }
    }
    var ahead = try next()
    func writeEntity(_ part: OutgoingPart) throws {
      let place = list.count
      var own = part.groups.filter { !readings.mixed.contains($0.reading) }[...]
      var groups: [Neighbourhood.Group] = []
      var others = part.objects
      func takeOwn(before reading: Int) {
        while let group = own.first, group.reading < reading {
          own.removeFirst()
          groups.append(
            Neighbourhood.Group(
              members: [
                Neighbourhood.Member(predicate: group.predicate, isOutgoing: true, count: group.count)
              ], isListed: false, first: 0, count: group.count))
        }
      }
      var reading = 0
      while let relation = ahead, relation.entity == part.entity {
        if relation.reading != reading {
          reading = relation.reading
          takeOwn(before: reading)
          groups.append(Neighbourhood.Group(members: [], isListed: true, first: 0, count: 0))
        }
        try list.append(relation.row)
        groups[groups.count - 1].add(relation.predicate, isOutgoing: relation.isOutgoing)
        if !relation.isOutgoing, !relation.isNegated { others.append(Int32(relation.other)) }
        ahead = try next()
      }
      takeOwn(before: .max)
      others = Self.distinct(others)
      degrees[part.entity] = UInt32(others.count)
      try statement.run(
        .integer(part.entity),
        .bytes(Neighbourhood(groups: groups).bytes(row: part.firstRow, place: place)),
        .bytes(NeighbourKeys.bytes(others)))
    }
    try parts.forEach { decoder in
      let part = try Self.part(&decoder)
      while let relation = ahead, relation.entity < part.entity {
        try writeEntity(OutgoingPart(entity: relation.entity))
      }
      try writeEntity(part)
    }
    while let relation = ahead { try writeEntity(OutgoingPart(entity: relation.entity)) }
    try list.flush()
  }
}

extension Neighbourhood.Group {
  /// Counts a relation.
  fileprivate mutating func add(_ predicate: Int, isOutgoing: Bool) {
    count += 1
    if let index = members.firstIndex(where: { $0.predicate == predicate && $0.isOutgoing == isOutgoing }) {
      members[index].count += 1
    } else {
      members.append(Neighbourhood.Member(predicate: predicate, isOutgoing: isOutgoing, count: 1))
    }
  }
}
