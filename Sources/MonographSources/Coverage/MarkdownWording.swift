import MonographModel
internal import Yams

/// The words of a Markdown page by a plain scan: its front matter's values, and its body without the marks
/// that are no text.
///
/// Set aside are: what an Obsidian vault does not show, keys and comments of the front matter, addresses of
/// links, HTML tags and comments, the numbers of lists (Markdown counts anew), the marks of callouts, footnotes
/// and fences, and a first heading that repeats the title. The marks of emphasis part no words.
struct MarkdownWording {
  private(set) var wording = SourceWording()
  private var isInFence = false
  private var isInComment = false
  private var hasHeading = false

  init(_ text: SourceText) {
    let place = FrontMatter.place(in: text)
    let title = addFrontMatter(text, lines: place.yaml)
    var number = place.bodyLine
    while number <= text.lineCount {
      addLine(String(decoding: text.line(number), as: UTF8.self), title: title)
      number += 1
    }
  }

  /// Adds the values of the front matter; gives the title.
  private mutating func addFrontMatter(_ text: SourceText, lines: Range<Int>) -> String? {
    guard !lines.isEmpty else { return nil }
    let yaml = text.bytes[text.offset(ofLine: lines.lowerBound)..<text.offset(ofLine: lines.upperBound)]
    guard YAMLGuard.aliasCount(yaml) <= YAMLGuard.aliasLimit,
      let root = try? Yams.compose(yaml: String(decoding: yaml, as: UTF8.self))
    else { return nil }
    addValues(of: root)
    return root.mapping?["title"]?.scalar?.string
  }

  private mutating func addValues(of node: Node) {
    switch node {
    case .scalar(let scalar): wording.texts.append(scalar.string)
    case .sequence(let sequence): for child in sequence { addValues(of: child) }
    case .mapping(let mapping):
      for (key, value) in mapping {
        switch key.scalar?.string {
        case "infobox", "negated", "type": setAsideValues(of: value)
        case let name?
        where FrontMatterReader.foreignKeys.contains(name) || name == "date" || name == "permalink":
          setAsideValues(of: value)
        case "date-parts":
          for part in value.sequence?.first?.sequence ?? [] {
            wording.texts.append(CSLReader.padded(part.scalar?.string ?? ""))
          }
        default: addValues(of: value)
        }
      }
    case .alias: break
    }
  }

  /// Values that say how something is read or where it stands, and are no text.
  private mutating func setAsideValues(of node: Node) {
    if let scalar = node.scalar { setAside(scalar.string, because: "setting of the front matter") }
    for child in node.sequence ?? [] { setAsideValues(of: child) }
  }

  private mutating func addLine(_ line: String, title: String?) {
    let trimmed = line.drop { $0 == " " || $0 == "\t" || $0 == ">" }
    if trimmed.hasPrefix("```") || trimmed.hasPrefix("~~~") {
      if !isInFence { setAside(String(trimmed), because: "mark of a fence") }
      isInFence.toggle()
      return
    }
    guard !isInFence else { return wording.texts.append(line) }
    var rest = Substring(line)
    if trimmed.hasPrefix("#"), !hasHeading {
      hasHeading = true
      let words = trimmed.drop { $0 == "#" || $0 == " " }
      if let title, words.lowercased() == title.lowercased() {
        return setAside(String(words), because: "shown once")
      }
    }
    if !isInComment { takeListNumber(from: &rest, trimmed: trimmed) }
    addText(of: rest)
  }

  private mutating func takeListNumber(from rest: inout Substring, trimmed: Substring) {
    let digits = trimmed.prefix { $0.isASCII && $0.isNumber }
    guard !digits.isEmpty, digits.count < 10, let mark = trimmed.dropFirst(digits.count).first,
      mark == "." || mark == ")", trimmed.dropFirst(digits.count + 1).first.map({ $0 == " " }) ?? true
    else { return }
    setAside(String(digits), because: "number of a list")
    rest = trimmed.dropFirst(digits.count + 1)
  }

  /// Adds what is text in a line.
  private mutating func addText(of line: Substring) {
    var text = ""
    var marks = ScannedMarks()
    let emphasis = isInComment ? EmphasisMarks() : EmphasisMarks(of: line)
    var tagEnds = NextPlace(of: ">")
    var linkEnds = NextPlace(of: "]]")
    var linkBars = NextPlace(of: "|")
    var rest = line
    while let character = rest.first {
      if isInComment {
        let end = rest.firstRange(of: "-->")
        setAside(String(end.map { rest[..<$0.lowerBound] } ?? rest), because: "comment")
        guard let end else { break }
        isInComment = false
        rest = rest[end.upperBound...]
        continue
      }
      switch character {
      case "<" where rest.hasPrefix("<!--"):
        isInComment = true
        rest = rest.dropFirst(4)
      case "<":
        if let tag = Self.tag(at: rest, ends: &tagEnds) {
          setAside(String(tag), because: "HTML tag")
          if Self.partsWords(tag) { text.append(" ") }
          switch tag.lowercased() {
          case "<sup>", "<sub>": marks.begin(at: text.utf8.count)
          case "</sup>", "</sub>": marks.end(at: text.utf8.count, isRaised: tag.lowercased() == "</sup>")
          default: break
          }
          rest = rest[tag.endIndex...]
        } else {
          text.append(character)
          rest = rest.dropFirst()
        }
      case "&":
        let name = rest.dropFirst().prefix { $0.isLetter || $0.isNumber || $0 == "#" }
        if rest[name.endIndex...].first == ";", let decoded = Self.character(named: name) {
          text += decoded
          rest = rest[name.endIndex...].dropFirst()
        } else {
          text.append(character)
          rest = rest.dropFirst()
        }
      case "]" where rest.dropFirst().first == "(" || rest.dropFirst().first == ":":
        text.append(character)
        rest = rest.dropFirst()
        let isDefinition = rest.first == ":"
        var depth = 0
        let address = rest.prefix { next in
          if next == "(" { depth += 1 }
          if next == ")" { depth -= 1 }
          return isDefinition || depth > 0 || next != ")"
        }
        setAside(String(address), because: "address of a link")
        rest = rest[address.endIndex...]
      case "[" where rest.hasPrefix("[["):
        rest = rest.dropFirst(2)
        guard let end = linkEnds.first(in: rest), let bar = linkBars.first(in: rest), bar < end,
          rest[bar...].dropFirst().first != "]"
        else { break }
        setAside(String(rest[..<bar]), because: "address of a link")
        rest = rest[bar...].dropFirst()
      case "[" where rest.hasPrefix("[!") || rest.hasPrefix("[^"):
        let mark = rest.prefix { $0 != "]" }
        setAside(String(mark), because: "mark of a callout or footnote")
        rest = rest[mark.endIndex...]
      case "*", "_", "~":
        if !emphasis.contains(rest.startIndex) { text.append(character) }
        rest = rest.dropFirst()
      default:
        text.append(character)
        rest = rest.dropFirst()
      }
    }
    var bytes = Array(text.utf8)
    marks.part(&bytes)
    wording.texts.append(bytes.text)
  }

  private static func tag(at rest: Substring, ends: inout NextPlace) -> Substring? {
    let next = rest.dropFirst().first
    guard next == "/" || next.map({ $0.isASCII && $0.isLetter }) ?? false, let end = ends.first(in: rest)
    else { return nil }
    return rest[...end]
  }

  /// Whether a tag begins or ends a block or a line, so that the words beside it are two.
  private static func partsWords(_ tag: Substring) -> Bool {
    let name = tag.dropFirst().drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }.lowercased()
    return !["a", "b", "code", "del", "em", "i", "s", "small", "span", "strong", "sub", "sup", "u"].contains(
      name)
  }

  private static func character(named name: Substring) -> String? {
    guard name.first == "#" else { return HTMLEntity.character(named: String(name)) }
    let digits = name.dropFirst()
    let value =
      digits.first == "x" || digits.first == "X"
      ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return value.flatMap(Unicode.Scalar.init).map { String($0) }
  }

  private mutating func setAside(_ text: String, because reason: String) {
    wording.texts.append(text)
    wording.setAside.append(SourceWording.SetAside(text, because: reason))
  }
}

/// Where some characters stand next, asked for at ever later places of a line: no stretch is searched twice.
private struct NextPlace {
  let characters: String
  private var known: String.Index?
  private var isNoneLeft = false

  init(of characters: String) { self.characters = characters }

  mutating func first(in rest: Substring) -> String.Index? {
    if isNoneLeft { return nil }
    if let known, known >= rest.startIndex { return known }
    known = rest.firstRange(of: characters)?.lowerBound
    isNoneLeft = known == nil
    return known
  }
}

extension SourceWording {
  /// The words of a Markdown page. Costs time in proportion to its length.
  public init(ofMarkdown file: SourceFile) {
    let text = SourceText(decoding: file.bytes, log: DiagnosticLog(file: file.name, limitPerRule: 0))
    guard file.tree?.isVault ?? false else {
      self = MarkdownWording(text).wording
      return
    }
    let marks = ObsidianMarks(text: text, log: DiagnosticLog(file: file.name, limitPerRule: 0))
    let firstLine = FrontMatter.place(in: text).bodyLine
    self = MarkdownWording(marks.removed(from: firstLine)).wording
    for words in marks.texts(from: firstLine) {
      texts.append(words)
      setAside.append(SetAside(words, because: "not shown by a vault"))
    }
  }
}
