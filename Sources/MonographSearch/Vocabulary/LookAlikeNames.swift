/// Names of drugs that are mistaken for one another, as the FDA and ISMP list them. The lists and their sources stand
/// in `look-alikes.yaml`.
public struct LookAlikeNames: Sendable {
  /// The lists that are compiled in. Parsed when they are first asked for.
  public static let standard = EmbeddedTable.read(
    PackageResources.look_alikes_yaml, file: "look-alikes.yaml", LookAlikeNames.init(yaml:file:))

  /// The spelling of each name, by the name in lower case.
  private var names: [String: String] = [:]
  private var confused: [String: [String]] = [:]

  /// Reads lists.
  public init(yaml: String, file: String) throws(VocabularyError) {
    for list in try VocabularyTable(yaml: yaml, file: file).groups("lists") {
      _ = try list.value("name", in: file)
      for row in list.rows {
        let spellings = row.text.split(separator: ",").map { String(TermShape.trimmed($0)) }
        guard spellings.count > 1, spellings.allSatisfy({ !$0.isEmpty }) else {
          throw VocabularyError(
            file: file, line: row.line, problem: "'\(row.text)' names nothing that it is mistaken for",
            fix: "write 'name, name'")
        }
        for spelling in spellings {
          let known = names.updateValue(spelling, forKey: spelling.lowercased()) ?? spelling
          guard known == spelling else {
            throw VocabularyError(
              file: file, line: row.line,
              problem: "'\(spelling)' is '\(known)' in another row", fix: "spell it alike in both")
          }
        }
        for name in spellings.map({ $0.lowercased() }) {
          for other in spellings.map({ $0.lowercased() })
          where other != name && !confused[name, default: []].contains(other) {
            confused[name, default: []].append(other)
          }
        }
      }
    }
  }

  /// How many names the lists have.
  public var count: Int { names.count }
  /// Whether a list has the name.
  public func has(_ name: String) -> Bool { names[name.lowercased()] != nil }
  /// The names of the lists, in lower case.
  var all: [String] { Array(names.keys) }

  /// The names that a name is mistaken for, as the lists spell them and in their order; of a name of several words,
  /// what each of its words is mistaken for (`hydroxyzine hydrochloride`). Empty where no list has it.
  public func lookAlikes(of name: String) -> [String] {
    var found: [String] = []
    for piece in Self.pieces(of: name) {
      for other in confused[piece.lowercased()] ?? [] {
        if let tallMan = names[other], !found.contains(tallMan) { found.append(tallMan) }
      }
    }
    return found
  }

  /// The name with tall man letters, word by word, all else as it stands; nil where no list has capitals for any of its
  /// words.
  public func tallMan(_ name: String) -> String? {
    var spelt = ""
    var isChanged = false
    for piece in Self.pieces(of: name) {
      if let tallMan = names[piece.lowercased()], tallMan.contains(where: \.isUppercase) {
        spelt += tallMan
        isChanged = true
      } else {
        spelt += piece
      }
    }
    return isChanged ? spelt : nil
  }

  /// The words of a name (letters and hyphens) and what stands between them, in order.
  private static func pieces(of name: String) -> [Substring] {
    var pieces: [Substring] = []
    var rest = name[...]
    while let first = rest.first {
      let isWord = isLetter(first)
      let piece = rest.prefix { isLetter($0) == isWord }
      pieces.append(piece)
      rest = rest[piece.endIndex...]
    }
    return pieces
  }

  private static func isLetter(_ character: Character) -> Bool { character.isLetter || character == "-" }
}
