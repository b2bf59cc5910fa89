/// The distinct terms of a document or a library while they are gathered, numbered from 0 in the order first met.
///
/// Open addressing with linear probing; at most half of the places are taken. Memory of its own, not arrays: it is
/// looked up in for every word of every text.
struct TermTable: ~Copyable {
  /// A term.
  struct Key {
    /// Its first eight bytes, so that most terms are told apart without looking at the others.
    var beginning: UInt64
    var hash: UInt32
    /// Where its bytes begin among all.
    var start: UInt32
    var length: UInt32
  }

  private var keys: UnsafeMutablePointer<Key>
  private var keyCapacity: Int
  private(set) var count = 0
  private var bytes: UnsafeMutablePointer<UInt8>
  private var byteCapacity: Int
  private var byteCount = 0
  /// For each place, one more than the number of the term that has it; 0 where it is free.
  private var places: UnsafeMutablePointer<UInt32>
  private var placeCount: Int

  /// Makes an empty table with room for a number of terms.
  init(capacity: Int) {
    keyCapacity = 32
    while keyCapacity < capacity { keyCapacity *= 2 }
    keys = .allocate(capacity: keyCapacity)
    byteCapacity = keyCapacity * 8
    bytes = .allocate(capacity: byteCapacity)
    placeCount = keyCapacity * 2
    places = .allocate(capacity: placeCount)
    places.initialize(repeating: 0, count: placeCount)
  }

  deinit {
    keys.deallocate()
    bytes.deallocate()
    places.deallocate()
  }

  /// How much memory it takes, about.
  var size: Int { byteCapacity + keyCapacity * MemoryLayout<Key>.stride + placeCount * 4 }

  /// The bytes of all terms, behind one another.
  var allBytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: bytes, count: byteCount) }

  /// A term, by its number.
  subscript(number: Int) -> Key { keys[number] }

  /// The bytes of a term, which stay until another is added.
  func bytes(of number: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: bytes + Int(keys[number].start), count: Int(keys[number].length))
  }

  /// The number of a term, which is new where it was not met before: then it is one less than `count`.
  mutating func number(of term: UnsafeBufferPointer<UInt8>, hash: UInt32) -> Int {
    let mask = placeCount &- 1
    let beginning = Self.beginning(of: term)
    var place = Int(hash) & mask
    while true {
      let entry = places[place]
      if entry == 0 { break }
      let number = Int(entry) &- 1
      let key = keys + number
      if key.pointee.hash == hash, key.pointee.beginning == beginning, isEqual(key.pointee, term) {
        return number
      }
      place = (place &+ 1) & mask
    }
    return add(term, hash: hash, beginning: beginning, place: place)
  }

  private mutating func add(
    _ term: UnsafeBufferPointer<UInt8>, hash: UInt32, beginning: UInt64, place: Int
  ) -> Int {
    var place = place
    if count == keyCapacity {
      grow()
      place = freePlace(hash)
    }
    if byteCount + term.count > byteCapacity {
      let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: byteCapacity * 2)
      larger.update(from: bytes, count: byteCount)
      bytes.deallocate()
      bytes = larger
      byteCapacity *= 2
    }
    (keys + count).initialize(
      to: Key(beginning: beginning, hash: hash, start: UInt32(byteCount), length: UInt32(term.count)))
    for byte in term {
      bytes[byteCount] = byte
      byteCount &+= 1
    }
    count &+= 1
    places[place] = UInt32(count)
    return count &- 1
  }

  /// The numbers of all terms in the order of their bytes.
  func sorted() -> [Int] {
    var items = (0..<count).map { (beginning: keys[$0].beginning, number: $0) }
    items.sort { left, right in
      if left.beginning != right.beginning { return left.beginning < right.beginning }
      return bytes(of: left.number).lexicographicallyPrecedes(bytes(of: right.number))
    }
    return items.map(\.number)
  }

  /// A hash that is the same in every run and on every machine: multiply and fold, eight bytes at a time.
  static func hash(_ term: UnsafeBufferPointer<UInt8>) -> UInt32 {
    let bytes = UnsafeRawBufferPointer(term)
    let multiplier: UInt64 = 0x9E37_79B9_7F4A_7C15
    var hash = UInt64(bytes.count) &* multiplier
    var offset = 0
    while offset < bytes.count {
      let word = hash ^ Self.word(of: term, at: offset)
      let product = word.multipliedFullWidth(by: multiplier)
      hash = product.high ^ product.low
      offset &+= 8
    }
    return UInt32(truncatingIfNeeded: hash ^ hash >> 32)
  }

  /// The first eight bytes as a number that orders as they do.
  private static func beginning(of term: UnsafeBufferPointer<UInt8>) -> UInt64 { word(of: term, at: 0) }

  /// Eight bytes, the first the highest; those beyond the end are 0.
  private static func word(of term: UnsafeBufferPointer<UInt8>, at offset: Int) -> UInt64 {
    if offset &+ 8 <= term.count {
      return UInt64(
        bigEndian: UnsafeRawBufferPointer(term).loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }
    var word: UInt64 = 0
    var shift: UInt64 = 56
    var index = offset
    while index < term.count {
      word |= UInt64(term[index]) << shift
      shift &-= 8
      index &+= 1
    }
    return word
  }

  private func isEqual(_ key: Key, _ term: UnsafeBufferPointer<UInt8>) -> Bool {
    guard Int(key.length) == term.count else { return false }
    var index = 8
    while index < term.count {
      if bytes[Int(key.start) &+ index] != term[index] { return false }
      index &+= 1
    }
    return true
  }

  private func freePlace(_ hash: UInt32) -> Int {
    let mask = placeCount &- 1
    var place = Int(hash) & mask
    while places[place] != 0 { place = (place &+ 1) & mask }
    return place
  }

  private mutating func grow() {
    let larger = UnsafeMutablePointer<Key>.allocate(capacity: keyCapacity * 2)
    larger.moveInitialize(from: keys, count: count)
    keys.deallocate()
    keys = larger
    keyCapacity *= 2
    places.deallocate()
    placeCount *= 2
    places = .allocate(capacity: placeCount)
    places.initialize(repeating: 0, count: placeCount)
    for number in 0..<count { places[freePlace(keys[number].hash)] = UInt32(number &+ 1) }
  }
}
