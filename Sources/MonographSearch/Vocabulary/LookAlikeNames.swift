/// A name of a drug with the letters that tell it from another in capitals: `hydrOXYzine`.
public struct TallManName: Hashable, Sendable {
  /// The name with tall man letters; without capitals where the list has none for it (`morphine`).
  public var spelling: String
  /// Who recommends it: FDA, ISMP.
  public var list: String

  /// Makes a name.
  public init(spelling: String, list: String) {
    self.spelling = spelling
    self.list = list
  }
}

/// Names of drugs that are mistaken for one another, as the FDA and ISMP list them. The lists and their sources stand
/// in `look-alikes.yaml`.
public struct LookAlikeNames: Sendable {
  /// The lists that are compiled in. Parsed when they are first asked for.
  public static let standard = EmbeddedTable.read(
    PackageResources.look_alikes_yaml, file: "look-alikes.yaml", LookAlikeNames.init(yaml:file:))

  private var names: [String: TallManName] = [:]
  private var confused: [String: [String]] = [:]

  /// Reads lists.
  public init(yaml: String, file: String) throws(VocabularyError) {
    for list in try VocabularyTable(yaml: yaml, file: file).groups("lists") {
      let owner = try list.value("name", in: file)
      for row in list.rows {
        let spellings = row.text.split(separator: ",").map { String(TermShape.trimmed($0)) }
        guard spellings.count > 1, spellings.allSatisfy({ !$0.isEmpty }) else {
          throw VocabularyError(
            file: file, line: row.line, problem: "'\(row.text)' names nothing that it is mistaken for",
            fix: "write 'name, name'")
        }
        for spelling in spellings {
          let known = names[spelling.lowercased(), default: TallManName(spelling: spelling, list: owner)]
          guard known.spelling == spelling else {
            throw VocabularyError(
              file: file, line: row.line,
              problem: "'\(spelling)' is '\(known.spelling)' in another row", fix: "spell it alike in both")
          }
          names[spelling.lowercased()] = known
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

  /// The names that a name is mistaken for, in the order of the lists; of a name of several words, what each of its
  /// words is mistaken for (`hydroxyzine hydrochloride`). Empty where no list has it.
  public func lookAlikes(of name: String) -> [TallManName] {
    var found: [TallManName] = []
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
      if let tallMan = names[piece.lowercased()], tallMan.spelling.contains(where: \.isUppercase) {
        spelt += tallMan.spelling
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
