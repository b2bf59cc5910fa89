import GRDB
import MonographModel

/// A word of a name that is near what was typed.
struct NearName: Hashable {
  /// The word.
  var word: String
  /// The name's key in the `name` table.
  var name: Int
  /// How near, 0…1.
  var quality: Double
}

extension NameIndex {
  /// The names of entities with pages of which a word is nearest to what was typed, within two edits; those that begin
  /// with the same letter first. Where there are none, those of which a word sounds like it. Empty where nothing is near,
  /// or the index is damaged.
  func near(
    _ typed: String, limit: Int, bySound: () throws -> Bool = { true },
    checkCancellation: () throws -> Void = {}
  ) throws -> [NearName] {
    let near = try namesWithinEdits(of: typed, limit: limit, checkCancellation)
    guard near.isEmpty, try bySound() else { return near }
    return try names(soundingLike: typed, limit: limit, checkCancellation)
  }

  private func namesWithinEdits(
    of typed: String, limit: Int, _ checkCancellation: () throws -> Void
  ) rethrows -> [NearName] {
    guard var distance = EditDistance(Array(typed.utf8)) else { return [] }
    var best = EditDistance.limit + 1
    var found: [NearName] = []
    let isWhole = try forEach { record in
      if record.name % Self.stride == 0 { try checkCancellation() }
      guard record.hasPage, distance.isNear(record.letters) else { return }
      record.forEachWord { word in
        guard word.count >= 4, let edits = distance.distance(to: word), edits <= best else { return }
        if edits < best {
          best = edits
          found.removeAll()
        }
        guard found.count < 4 * limit else { return }
        let text = String(decoding: word, as: UTF8.self)
        let sameBeginning = text.first == typed.first
        found.append(
          NearName(
            word: text, name: record.name, quality: (edits <= 1 ? 0.85 : 0.7) * (sameBeginning ? 1 : 0.85)))
      }
    }
    return isWhole ? Self.best(found, limit) : []
  }

  /// The names with a word that sounds like what was typed, those that differ in the fewest letters first.
  private func names(
    soundingLike typed: String, limit: Int, _ checkCancellation: () throws -> Void
  ) rethrows -> [NearName] {
    guard let spoken = SpokenForm(typed.utf8) else { return [] }
    let beginnings = spoken.beginnings
    var found: [NearName] = []
    let isWhole = try forEach { record in
      if record.name % Self.stride == 0 { try checkCancellation() }
      guard record.hasPage else { return }
      record.forEachWord { word in
        guard word.count >= 4, beginnings >> UInt32(word[0] &- 0x61) & 1 == 1, found.count < 16 * limit,
          let difference = spoken.difference(of: word)
        else {
          return
        }
        found.append(
          NearName(
            word: String(decoding: word, as: UTF8.self), name: record.name,
            quality: max(0.4, 0.75 - 0.05 * Double(difference))))
      }
    }
    return isWhole ? Self.best(found, limit) : []
  }

  private static func best(_ names: [NearName], _ limit: Int) -> [NearName] {
    Array(names.sorted { ($1.quality, $0.name) < ($0.quality, $1.name) }.prefix(limit))
  }

  /// How many names are looked at between two looks at whether the search goes on.
  private static let stride = 4_096
}
