import MonographModel

/// Gathers the terms of a document: those of its sections' texts and of the headings above them.
struct DocumentTerms: ~Copyable {
  /// What a term is to the section that is being read.
  private struct Occurrence {
    var count: UInt32 = 0
    var field = PostingWeight.Field.text
    var isMet = false
  }

  private var builder = TermRunBuilder(capacity: 2_000)
  private var occurrences: [Occurrence] = []
  private var met: [Int] = []
  private var section = 0

  /// Adds the next section.
  ///
  /// - Parameters:
  ///   - text: Its own text, as ``SectionText`` has it.
  ///   - headings: The headings down to it.
  ///   - hasHeading: Whether the last of them is its own.
  mutating func add(text: [UInt8], headings: [String], hasHeading: Bool) {
    var length = 0
    text.withUnsafeBufferPointer { text in
      TermScanner.scan(text) { term in
        if !term.isJoined { length &+= 1 }
        let number = note(term)
        occurrences[number].count &+= 1
      }
    }
    for (index, heading) in headings.enumerated() {
      let field: PostingWeight.Field = hasHeading && index == headings.count - 1 ? .heading : .outerHeading
      TermScanner.scan(heading) { term in
        let number = note(term)
        if occurrences[number].field.rawValue < field.rawValue { occurrences[number].field = field }
      }
    }
    for number in met {
      let occurrence = occurrences[number]
      let weight = PostingWeight(field: occurrence.field, count: Int(occurrence.count), length: length)
      builder.add(number, at: section, weight: weight.rawValue)
      occurrences[number] = Occurrence()
    }
    met.removeAll(keepingCapacity: true)
    section += 1
  }

  /// What was gathered; sections are numbered from 0.
  func run() -> TermRun { builder.run() }

  private mutating func note(_ term: ScannedTerm) -> Int {
    let number = builder.number(of: term.bytes)
    if number == occurrences.count { occurrences.append(Occurrence()) }
    if !occurrences[number].isMet {
      occurrences[number].isMet = true
      met.append(number)
    }
    return number
  }
}
