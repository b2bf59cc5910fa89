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
  /// with the same letter first. Empty where nothing is near, or the index is damaged.
  func near(_ typed: String, limit: Int) -> [NearName] {
    guard var distance = EditDistance(Array(typed.utf8)) else { return [] }
    var best = EditDistance.limit + 1
    var found: [NearName] = []
    let isWhole = forEach { record in
      guard record.hasPage, distance.isNear(record.letters) else { return }
      for word in record.folded.split(separator: 0x20) where word.count >= 4 {
        guard let edits = distance.distance(to: UnsafeRawBufferPointer(rebasing: word)), edits <= best else {
          continue
        }
        if edits < best {
          best = edits
          found.removeAll()
        }
        guard found.count < 4 * limit else { continue }
        let text = String(decoding: UnsafeRawBufferPointer(rebasing: word), as: UTF8.self)
        let sameBeginning = text.first == typed.first
        found.append(
          NearName(
            word: text, name: record.name, quality: (edits <= 1 ? 0.85 : 0.7) * (sameBeginning ? 1 : 0.85)))
      }
    }
    guard isWhole else { return [] }
    return Array(found.sorted { ($1.quality, $0.name) < ($0.quality, $1.name) }.prefix(limit))
  }
}
