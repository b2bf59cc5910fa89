/// Rules that spell a term as another country spells it. A side of a rule is a piece of a word: it begins words where
/// it ends with a hyphen, ends words where it begins with one, stands anywhere with both, and is a whole word with
/// none.
struct SpellingRules: Sendable {
  private struct Side: Sendable {
    var letters: [UInt8]
    var beginsWord: Bool
    var endsWord: Bool

    init(_ text: Substring) {
      beginsWord = text.utf8.first != UInt8(ascii: "-")
      endsWord = text.utf8.last != UInt8(ascii: "-")
      letters = text.utf8.filter { $0 != UInt8(ascii: "-") }
    }

    /// Where the piece first stands in a word, from a place on. What ends words follows at least two letters: `four` is
    /// no British `for`.
    func place(in word: [UInt8], from start: Int) -> Int? {
      let last = word.count - letters.count
      guard last >= start else { return nil }
      guard !beginsWord || start == 0 else { return nil }
      guard beginsWord || !endsWord || last >= 2 else { return nil }
      let places = beginsWord ? start...start : start...last
      return places.first { place in
        (!endsWord || place == last) && word[place..<(place + letters.count)].elementsEqual(letters)
      }
    }
  }

  private struct Rule: Sendable {
    var from: Side
    var to: [UInt8]
    var group: Int
    /// Where in the piece made the piece replaced stands, if it does: `emi` in `aemi`.
    var offset: Int?
    /// Whether it goes from the left side to the right.
    var isForward: Bool

    /// Whether the word has at this place already what the rule would make.
    func isDone(in word: [UInt8], at place: Int) -> Bool {
      guard let offset, place >= offset else { return false }
      return word[(place - offset)...].starts(with: to)
    }
  }

  private struct Group: Sendable {
    var reason: String
    var weight: Double
  }

  /// Spellings made of one term; words with more pieces than that are not worth the search.
  private static let most = 12

  private var rules: [Rule] = []
  private var wholeWords: [String: [Int]] = [:]
  private var groups: [Group] = []

  init(_ groups: [VocabularyTable.Group], file: String) throws(VocabularyError) {
    for group in groups {
      self.groups.append(
        Group(reason: try group.value("reason", in: file), weight: try group.weight(in: file, standard: 1)))
      for row in group.rows {
        let sides = row.text.split(separator: "=").map(TermShape.trimmed)
        guard sides.count == 2, sides.allSatisfy({ !$0.isEmpty }) else {
          throw VocabularyError(
            file: file, line: row.line, problem: "'\(row.text)' is not a rule of spelling",
            fix: "write 'piece = piece', with a hyphen where the word goes on")
        }
        let (left, right) = (Side(sides[0]), Side(sides[1]))
        guard left.beginsWord == right.beginsWord, left.endsWord == right.endsWord else {
          throw VocabularyError(
            file: file, line: row.line,
            problem: "the sides of '\(row.text)' stand at different places of a word",
            fix: "put the hyphens alike on both sides")
        }
        add(from: left, to: right, isForward: true)
        add(from: right, to: left, isForward: false)
      }
    }
  }

  private mutating func add(from: Side, to: Side, isForward: Bool) {
    let offset = (0...max(0, to.letters.count - from.letters.count)).first { offset in
      to.letters[offset...].starts(with: from.letters)
    }
    let rule = Rule(from: from, to: to.letters, group: groups.count - 1, offset: offset, isForward: isForward)
    if rule.from.beginsWord && rule.from.endsWord {
      wholeWords[String(decoding: rule.from.letters, as: UTF8.self), default: []].append(rules.count)
    }
    rules.append(rule)
  }

  /// The other spellings of a term, nearest first. Cost: some microseconds.
  func variants(of term: String) -> [Alternative] {
    let word = Array(term.utf8)
    guard word.count >= 4, word.count <= 40 else { return [] }
    var found: [Alternative] = []
    var seen: Set<[UInt8]> = [word]
    var edge = [word]
    // A word may hold two pieces that differ (haemoglobinaemia); each further round changes one more.
    for _ in 0..<3 where found.count < Self.most {
      var next: [[UInt8]] = []
      for spelling in edge {
        for (made, rule) in steps(from: spelling)
        where found.count < Self.most && seen.insert(made).inserted {
          next.append(made)
          found.append(alternative(made, of: term, by: rule))
        }
      }
      edge = next
    }
    return found
  }

  private func steps(from word: [UInt8]) -> [([UInt8], Rule)] {
    var steps: [([UInt8], Rule)] = []
    for index in wholeWords[String(decoding: word, as: UTF8.self)] ?? [] {
      steps.append((rules[index].to, rules[index]))
    }
    for rule in rules where !(rule.from.beginsWord && rule.from.endsWord) {
      var start = 0
      while let place = rule.from.place(in: word, from: start) {
        let rest = word[(place + rule.from.letters.count)...]
        start = place + 1
        if rule.isDone(in: word, at: place) { continue }
        steps.append((Array(word[..<place]) + rule.to + Array(rest), rule))
      }
    }
    return steps
  }

  private func alternative(_ made: [UInt8], of term: String, by rule: Rule) -> Alternative {
    let spelling = String(decoding: made, as: UTF8.self)
    let (left, right) = rule.isForward ? (term, spelling) : (spelling, term)
    return Alternative(
      terms: [spelling], weight: groups[rule.group].weight,
      reason: SpellingRules.sentence(groups[rule.group].reason, left, right))
  }

  /// The reason with the words in their places, `{left}` and `{right}`.
  static func sentence(_ reason: String, _ left: String, _ right: String) -> String {
    var sentence = ""
    var rest = reason[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      sentence += rest[..<open]
      sentence += rest[open...close] == "{left}" ? left : right
      rest = rest[rest.index(after: close)...]
    }
    return sentence + rest
  }
}
