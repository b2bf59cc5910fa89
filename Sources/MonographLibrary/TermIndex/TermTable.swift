/// The distinct terms of a document or a library while they are gathered, numbered from 0 in the order first met.
///
/// Open addressing with linear probing; at most half of the places are taken.
struct TermTable {
  /// A term's bytes, `start ..< start + length` of all.
  struct Key {
    var hash: UInt32
    var start: UInt32
    var length: UInt8
  }

  /// The terms' bytes behind one another.
  private(set) var bytes: [UInt8] = []
  private(set) var keys: [Key] = []
  /// For each place, one more than the number of the term that has it; 0 where it is free.
  private var places: [UInt32]

  /// Makes an empty table with room for a number of terms.
  init(capacity: Int) {
    var size = 64
    while size < 2 * capacity { size *= 2 }
    places = Array(repeating: 0, count: size)
  }

  var count: Int { keys.count }

  /// How much memory it takes, about.
  var size: Int { bytes.count + keys.count * MemoryLayout<Key>.stride + places.count * 4 }

  /// The number of a term, which is new where it was not met before: then it is one less than `count`.
  mutating func number(of term: UnsafeBufferPointer<UInt8>, hash: UInt32) -> Int {
    let mask = places.count &- 1
    var place = Int(hash) & mask
    while true {
      let entry = places[place]
      if entry == 0 { break }
      let number = Int(entry) &- 1
      let key = keys[number]
      if key.hash == hash, Int(key.length) == term.count, isEqual(key, term) { return number }
      place = (place &+ 1) & mask
    }
    keys.append(Key(hash: hash, start: UInt32(bytes.count), length: UInt8(term.count)))
    bytes.append(contentsOf: term)
    places[place] = UInt32(keys.count)
    if keys.count * 2 > places.count { grow() }
    return keys.count &- 1
  }

  /// Calls a closure with the bytes of a term.
  func withBytes<Value>(of number: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> Value) rethrows
    -> Value
  {
    let key = keys[number]
    return try bytes.withUnsafeBufferPointer {
      try body(UnsafeBufferPointer(rebasing: $0[Int(key.start)..<Int(key.start) + Int(key.length)]))
    }
  }

  /// The numbers of all terms in the order of their bytes.
  func sorted() -> [Int] {
    struct Item {
      /// The first eight bytes as a number, so that most comparisons are of numbers.
      var beginning: UInt64
      var number: Int
    }
    return bytes.withUnsafeBufferPointer { bytes in
      var items = keys.enumerated().map { number, key in
        var beginning: UInt64 = 0
        for index in 0..<8 {
          let byte = index < Int(key.length) ? bytes[Int(key.start) + index] : 0
          beginning = beginning << 8 | UInt64(byte)
        }
        return Item(beginning: beginning, number: number)
      }
      items.sort { left, right in
        if left.beginning != right.beginning { return left.beginning < right.beginning }
        let (left, right) = (keys[left.number], keys[right.number])
        return UnsafeBufferPointer(rebasing: bytes[Int(left.start)..<Int(left.start) + Int(left.length)])
          .lexicographicallyPrecedes(
            UnsafeBufferPointer(rebasing: bytes[Int(right.start)..<Int(right.start) + Int(right.length)]))
      }
      return items.map(\.number)
    }
  }

  /// A hash that is the same in every run and on every machine: multiply and fold, eight bytes at a time.
  static func hash(_ term: UnsafeBufferPointer<UInt8>) -> UInt32 {
    let bytes = UnsafeRawBufferPointer(term)
    let multiplier: UInt64 = 0x9E37_79B9_7F4A_7C15
    var hash = UInt64(bytes.count) &* multiplier
    var offset = 0
    func mix(_ word: UInt64) {
      let product = (hash ^ word).multipliedFullWidth(by: multiplier)
      hash = product.high ^ product.low
    }
    while offset &+ 8 <= bytes.count {
      mix(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
      offset &+= 8
    }
    if offset < bytes.count {
      var word: UInt64 = 0
      while offset < bytes.count {
        word = word << 8 | UInt64(bytes[offset])
        offset &+= 1
      }
      mix(word)
    }
    return UInt32(truncatingIfNeeded: hash ^ hash >> 32)
  }

  private func isEqual(_ key: Key, _ term: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = Int(key.start)
    for index in 0..<term.count where bytes[start &+ index] != term[index] { return false }
    return true
  }

  private mutating func grow() {
    var larger = [UInt32](repeating: 0, count: places.count * 2)
    let mask = larger.count &- 1
    for (number, key) in keys.enumerated() {
      var place = Int(key.hash) & mask
      while larger[place] != 0 { place = (place &+ 1) & mask }
      larger[place] = UInt32(number &+ 1)
    }
    places = larger
  }
}
