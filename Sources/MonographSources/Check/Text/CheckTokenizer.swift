/// Takes running text apart into words, numbers and signs, each with its place.
///
/// Markup is left out: emphasis, the addresses of links, citations, inline HTML tags. Character references
/// that stand for a sign of a dose become that sign.
struct CheckTokenizer {
  /// The tokens, in order.
  private(set) var tokens: [CheckToken] = []
  /// The citations by key, each with the place of its `@`.
  private(set) var citations: [(key: String, place: SourcePlace)] = []
  /// Whether a citation or a mark of a footnote stands there.
  private(set) var isCited = false

  private let scalars: [PlacedScalar]
  private var index = 0
  private var isSpaced = true

  /// Takes a text apart. Costs time in proportion to it.
  init(_ scalars: some Sequence<PlacedScalar>) {
    self.scalars = Array(scalars)
    while index < self.scalars.count { step() }
  }

  private func value(_ offset: Int) -> Unicode.Scalar? {
    index + offset < scalars.count ? scalars[index + offset].value : nil
  }

  private mutating func step() {
    let scalar = scalars[index].value
    if scalar.isBlank {
      isSpaced = true
      index += 1
    } else if scalar.isDigit || (scalar == "." && isNakedPoint) {
      takeNumber()
    } else if scalar.isLetter {
      takeWord()
    } else {
      takeSign(scalar)
    }
  }

  // MARK: - Numbers and words

  /// A point before a digit and after neither a digit nor a letter.
  private var isNakedPoint: Bool {
    guard let next = value(1), next.isDigit else { return false }
    guard index > 0 else { return true }
    let before = scalars[index - 1].value
    // Points that lead the eye to a number are not its own: Codeine…….60 mg.
    return !before.isDigit && !before.isLetter && before != "." && before != "…"
  }

  private mutating func takeNumber() {
    let start = index
    while let digit = value(0) {
      if digit.isDigit {
        index += 1
      } else if digit == ".", value(1)?.isDigit == true {
        index += 1
      } else if digit == ",", isGroup(after: 1) {
        index += 1
      } else {
        break
      }
    }
    append(.number, from: start)
  }

  /// Whether three digits follow, and no fourth.
  private func isGroup(after offset: Int) -> Bool {
    (0..<3).allSatisfy { value(offset + $0)?.isDigit == true } && value(offset + 3)?.isDigit != true
  }

  private mutating func takeWord() {
    let start = index
    if takeDottedLetters() { return append(.word, from: start) }
    while let letter = value(0),
      letter.isLetter || letter.isDigit || (letter == "_" && value(1)?.isLetter == true)
    {
      index += 1
    }
    append(.word, from: start)
  }

  /// Takes letters with a point after each, such as `q.d.`; false where there are none.
  private mutating func takeDottedLetters() -> Bool {
    var length = 0
    while let letter = value(length), letter.isLetter, value(length + 1) == "." { length += 2 }
    if length == 0 { return false }
    // The last letter may lack its point, but a word that follows is none.
    if let last = value(length), last.isLetter, value(length + 1)?.isLetter != true { length += 1 }
    guard length > 2, value(length)?.isLetter != true else { return false }
    index += length
    return true
  }

  private mutating func append(_ kind: CheckToken.Kind, from start: Int) {
    tokens.append(
      CheckToken(
        kind: kind, text: scalars[start..<index].text, place: scalars[start].place, isSpaced: isSpaced))
    isSpaced = false
  }

  // MARK: - Signs and markup

  private mutating func takeSign(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "*", "_", "|": index += 1
    case "`": skipCode()
    case "\\" where value(1).map { !$0.isLetter && !$0.isDigit && !$0.isBlank } == true:
      index += 1
      appendSign(scalars[index].value)
    case "[": takeBracket()
    case "]" where value(1) == "(": skip(to: ")", from: 2)
    case "]": index += 1
    case "<" where isTag: skip(to: ">", from: 1)
    case "&": takeReference()
    default: appendSign(scalar)
    }
  }

  private mutating func appendSign(_ sign: Unicode.Scalar) {
    tokens.append(
      CheckToken(kind: .sign, text: String(sign), place: scalars[index].place, isSpaced: isSpaced))
    isSpaced = false
    index += 1
  }

  private var isTag: Bool {
    guard let next = value(1), next == "/" || next == "!" || next.isLetter else { return false }
    return scalars[index...].prefix(400).contains { $0.value == ">" }
  }

  /// Passes over everything up to and with a character; over one character where that does not come.
  private mutating func skip(to end: Unicode.Scalar, from offset: Int) {
    let rest = scalars[min(index + offset, scalars.count)...].prefix(4_000)
    guard let found = rest.firstIndex(where: { $0.value == end }) else {
      index += 1
      return
    }
    // A tag such as <br> parts words; an address does not.
    if end == ">" { isSpaced = true }
    index = found + 1
  }

  /// Passes over text between backticks, which is code; over the backticks alone where it never ends.
  private mutating func skipCode() {
    let length = scalars[index...].prefix { $0.value == "`" }.count
    index += length
    var end = index
    while end < scalars.count {
      let run = scalars[end...].prefix { $0.value == "`" }.count
      if run == length { return index = end + run }
      end += max(run, 1)
    }
  }

  private mutating func takeBracket() {
    if value(1) == "^" {
      isCited = true
      return skip(to: "]", from: 1)
    }
    guard value(1) == "@" || (value(1) == "\"" && value(2) == "@") || value(1) == " " else {
      index += 1
      return
    }
    let rest = scalars[index...].prefix(400)
    guard let end = rest.firstIndex(where: { $0.value == "]" }),
      let keys = CitationScanner.pieces(of: rest[index...end].text), case .citation? = keys.first
    else {
      index += 1
      return
    }
    isCited = true
    for at in index..<end where scalars[at].value == "@" {
      let key = scalars[(at + 1)..<end].prefix { $0.value != ";" && $0.value != "\"" && !$0.value.isBlank }
      citations.append((key.text, scalars[at].place))
    }
    index = end + 1
  }

  /// The characters that matter in a dose and may be written as references.
  private static let references: [(name: String, sign: Unicode.Scalar)] = [
    ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"), ("&micro;", "µ"), ("&mu;", "μ"), ("&nbsp;", " "),
  ]

  private mutating func takeReference() {
    guard let known = Self.references.first(where: { scalars[index...].startsIgnoringCase(with: $0.name) })
    else { return appendSign("&") }
    let place = scalars[index].place
    index += known.name.unicodeScalars.count
    if known.sign == " " {
      isSpaced = true
    } else if known.sign.isLetter {
      var text = String(known.sign)
      while let letter = value(0), letter.isLetter {
        text.unicodeScalars.append(letter)
        index += 1
      }
      tokens.append(CheckToken(kind: .word, text: text, place: place, isSpaced: isSpaced))
      isSpaced = false
    } else {
      tokens.append(
        CheckToken(kind: .sign, text: String(known.sign), place: place, isSpaced: isSpaced))
      isSpaced = false
    }
  }
}
