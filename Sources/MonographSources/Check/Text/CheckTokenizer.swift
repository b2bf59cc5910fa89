/// Takes running text apart into words, numbers and signs, each with its place.
///
/// Markup is left out first: see ``RenderedText``.
struct CheckTokenizer {
  /// The tokens, in order.
  private(set) var tokens: [CheckToken] = []
  /// The citations by key, each with the place of its `@`.
  let citations: [(key: String, place: SourcePlace)]
  /// Whether a citation or a mark of a footnote stands there.
  let isCited: Bool

  private let scalars: [PlacedScalar]
  private var index = 0
  private var isSpaced = true

  /// Takes a text apart. Costs time in proportion to it.
  init(_ scalars: some Sequence<PlacedScalar>) {
    let text = RenderedText(scalars)
    self.scalars = text.scalars
    citations = text.citations
    isCited = text.isCited
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

  // MARK: - Signs

  private mutating func takeSign(_ sign: Unicode.Scalar) {
    switch sign {
    case "*", "_", "|", RenderedText.gap: break
    default:
      tokens.append(
        CheckToken(kind: .sign, text: String(sign), place: scalars[index].place, isSpaced: isSpaced))
      isSpaced = false
    }
    index += 1
  }
}
