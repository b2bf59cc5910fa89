import MonographModel

/// Gathers the terms of names, which come in the order of their keys.
struct NameTerms: ~Copyable {
  /// How many names are one run.
  private static let runLength = 4_096

  private let gatherer: TermGatherer
  private var builder = TermRunBuilder(capacity: runLength)
  /// For each term of the run, the last name that has it.
  private var lastNames: [Int] = []
  private var base = 1
  private var next = 1

  init(_ gatherer: TermGatherer) { self.gatherer = gatherer }

  /// Adds the name with the next key.
  mutating func add(_ text: String, name: Int) throws(LibraryError) {
    var numbers: [Int] = []
    TermScanner.scan(text) { term in
      let number = builder.number(of: term.bytes)
      if number == lastNames.count { lastNames.append(0) }
      if lastNames[number] != name {
        lastNames[number] = name
        numbers.append(number)
      }
    }
    for number in numbers { builder.add(number, at: name - base, weight: 0) }
    next = name + 1
    if next - base >= Self.runLength { try end() }
  }

  /// Hands over what is left.
  mutating func end() throws(LibraryError) {
    try gatherer.add(builder.run(), base: base)
    builder = TermRunBuilder(capacity: Self.runLength)
    lastNames.removeAll(keepingCapacity: true)
    base = next
  }
}
