/// Running text as it is shown: its markup taken out, each character with its place in the source.
///
/// Emphasis, the brackets and addresses of links and HTML tags that change only the look of letters leave
/// nothing behind, so that a number is read as it is seen: `**5**.0 mg` is `5.0 mg`. Other tags part words. Code and
/// citations leave a ``gap``. A backslash before a sign is taken away; character references that stand for a sign
/// of a dose become that sign.
struct RenderedText {
  /// What stands for something that is no text: it parts words, and is none.
  static let gap: Unicode.Scalar = "\u{FFFC}"

  /// The characters.
  private(set) var scalars: [PlacedScalar] = []
  /// The citations by key, each with the place of its `@`.
  private(set) var citations: [(key: String, place: SourcePlace)] = []
  /// Whether a citation or a mark of a footnote stands there.
  private(set) var isCited = false

  private let source: [PlacedScalar]
  private var index = 0
  private var delimiters = EmphasisDelimiters()

  /// Reads a text. Costs time in proportion to it.
  init(_ source: some Sequence<PlacedScalar>) {
    self.source = Array(source)
    scalars.reserveCapacity(self.source.count)
    while index < self.source.count { step() }
    let marks = delimiters.paired()
    if !marks.isEmpty { remove(marks) }
  }

  private func value(_ offset: Int) -> Unicode.Scalar? {
    index + offset < source.count ? source[index + offset].value : nil
  }

  private mutating func step() {
    let scalar = source[index]
    switch scalar.value {
    case "*", "_": takeDelimiters(scalar.value)
    case "`": skipCode()
    case "\\" where value(1).map { !$0.isLetter && !$0.isDigit && !$0.isBlank } == true:
      scalars.append(source[index + 1])
      index += 2
    case "[": takeBracket()
    case "]" where value(1) == "(": skip(to: ")", from: 2)
    case "]": index += 1
    case "<" where isTag: takeTag()
    case "&": takeReference()
    default:
      scalars.append(scalar)
      index += 1
    }
  }

  private mutating func append(_ value: Unicode.Scalar) {
    scalars.append(PlacedScalar(value: value, line: source[index].line, column: source[index].column))
  }

  // MARK: - Emphasis

  /// Takes a run of asterisks or underscores as text; those that turn out to be emphasis are removed in the end.
  private mutating func takeDelimiters(_ sign: Unicode.Scalar) {
    let count = source[index...].prefix { $0.value == sign }.count
    delimiters.add(
      sign, at: scalars.count, count: count, after: index > 0 ? source[index - 1].value : nil,
      before: value(count))
    scalars += source[index..<(index + count)]
    index += count
  }

  private mutating func remove(_ marks: [Range<Int>]) {
    var kept: [PlacedScalar] = []
    kept.reserveCapacity(scalars.count)
    var next = 0
    for mark in marks {
      kept += scalars[next..<mark.lowerBound]
      next = mark.upperBound
    }
    scalars = kept + scalars[next...]
  }

  // MARK: - Tags, code, links

  private var isTag: Bool {
    guard let next = value(1), next == "/" || next == "!" || next.isLetter else { return false }
    return source[index...].prefix(400).contains { $0.value == ">" }
  }

  /// Tags that change the look of letters and part nothing.
  private static let looks: Set<String> = [
    "a", "abbr", "b", "big", "cite", "del", "em", "font", "i", "ins", "mark", "q", "s", "small", "span",
    "strong",
    "u",
  ]

  private mutating func takeTag() {
    let name = source[(index + 1)...].drop { $0.value == "/" }.prefix { $0.value.isLetter }.text.lowercased()
    // A raised or lowered number is not the rest of the one before it: 10<sup>6</sup>.
    if name == "sup" || name == "sub" {
      append(Self.gap)
    } else if !Self.looks.contains(name) {
      append(" ")
    }
    skip(to: ">", from: 1)
  }

  /// Passes over everything up to and with a character; over one character where that does not come.
  private mutating func skip(to end: Unicode.Scalar, from offset: Int) {
    let rest = source[min(index + offset, source.count)...].prefix(4_000)
    index = rest.firstIndex { $0.value == end }.map { $0 + 1 } ?? index + 1
  }

  /// Passes over text between backticks, which is code; over the backticks alone where it never ends.
  private mutating func skipCode() {
    append(Self.gap)
    let length = source[index...].prefix { $0.value == "`" }.count
    index += length
    var end = index
    while end < min(source.count, index + 4_000) {
      let run = source[end...].prefix { $0.value == "`" }.count
      if run == length { return index = end + run }
      end += max(run, 1)
    }
  }

  private mutating func takeBracket() {
    if value(1) == "^" {
      isCited = true
      append(Self.gap)
      return skip(to: "]", from: 1)
    }
    guard value(1) == "@" || (value(1) == "\"" && value(2) == "@") || value(1) == " " else {
      index += 1
      return
    }
    let rest = source[index...].prefix(400)
    guard let end = rest.firstIndex(where: { $0.value == "]" }),
      let keys = CitationScanner.pieces(of: rest[index...end].text), case .citation? = keys.first
    else {
      index += 1
      return
    }
    isCited = true
    append(Self.gap)
    for at in index..<end where source[at].value == "@" {
      let key = source[(at + 1)..<end].prefix { $0.value != ";" && $0.value != "\"" && !$0.value.isBlank }
      citations.append((key.text, source[at].place))
    }
    index = end + 1
  }

  /// The characters that matter in a dose and may be written as references.
  private static let references: [(name: String, sign: Unicode.Scalar)] = [
    ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"), ("&micro;", "µ"), ("&mu;", "μ"), ("&nbsp;", " "),
  ]

  private mutating func takeReference() {
    let known = Self.references.first { source[index...].startsIgnoringCase(with: $0.name) }
    append(known?.sign ?? "&")
    index += known?.name.unicodeScalars.count ?? 1
  }
}
