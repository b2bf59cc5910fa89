/// What a character beyond ASCII means to terms. See ``TermScanner``.
enum TermFolding {
  /// What a character is.
  enum Kind: Equatable {
    /// A letter, or a digit like any other, as plain text in lower case.
    case letter(String)
    /// A raised or lowered digit.
    case raisedDigit(String)
    /// A Greek letter: itself, plain.
    case greek(Unicode.Scalar)
    /// A sign that is one or several terms, parted by spaces: `½` is `1 2`.
    case sign(String)
    /// It joins words as a hyphen does.
    case hyphen
    /// A raised point between digits, as in `0·5`.
    case decimalPoint
    /// A mark, an apostrophe, a soft hyphen: words go on as if it were not there.
    case nothing
    /// It parts words.
    case gap
  }

  /// What a character beyond ASCII is. About 50 ns.
  static func kind(of scalar: Unicode.Scalar) -> Kind {
    switch scalar.value {
    // Soft hyphen, apostrophes, primes, joiners.
    case 0xAD, 0x2019, 0x2BC, 0x2032, 0x200C, 0x200D, 0x2060, 0xFEFF: return .nothing
    // Hyphens, and the dash that stands between two names.
    case 0x2010, 0x2011, 0x2013: return .hyphen
    case 0xB7: return .decimalPoint
    case 0xB5, 0x3BC: return .greek("\u{3BC}")
    case 0x2000...0x206F: return .gap
    default: break
    }
    if let kind = table[scalar.value] { return kind }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return .nothing
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .spacingMark,
      .decimalNumber, .letterNumber, .otherNumber:
      return letter(scalar.properties.lowercaseMapping)
    default: return .gap
    }
  }

  /// The name of a plain Greek letter, as clinicians write it out.
  static func name(ofGreek scalar: Unicode.Scalar) -> StaticString? {
    // The final sigma stands between rho and sigma.
    guard (0x3B1...0x3C9).contains(scalar.value) else { return nil }
    return greekNames[Int(scalar.value - 0x3B1)]
  }

  /// Whether letters after a micro sign make it a unit, or begin one that is still being typed: `g`, `mol`, `mo`, `L`.
  static func isUnit(afterMicro letters: String) -> Bool { unitsAfterMicro.contains(letters) }

  private static func letter(_ text: String) -> Kind {
    if let only = text.unicodeScalars.first, text.unicodeScalars.count == 1, name(ofGreek: only) != nil {
      return .greek(only)
    }
    return .letter(text)
  }

  private static let greekNames: [StaticString] = [
    "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda", "mu",
    "nu", "xi", "omicron", "pi", "rho", "sigma", "sigma", "tau", "upsilon", "phi", "chi", "psi", "omega",
  ]

  private static let unitsAfterMicro: Set<String> = [
    "a", "c", "ci", "e", "eq", "f", "g", "gy", "h", "i", "iu", "j", "k", "ka", "kat", "l", "m", "mo", "mol",
    "mole", "moles", "s", "se", "sec", "sv", "u", "v", "w",
  ]

  private static let table: [UInt32: Kind] = {
    var table: [UInt32: Kind] = [:]
    func add(_ lines: String, _ kind: (String) -> Kind) {
      for line in lines.split(separator: "\n") {
        guard let equals = line.firstIndex(of: "=") else { continue }
        let kind = kind(String(line[..<equals]))
        for scalar in line[equals...].unicodeScalars.dropFirst() { table[scalar.value] = kind }
      }
    }
    add(TermFoldingTable.letters, letter)
    add(TermFoldingTable.raisedDigits) { .raisedDigit($0) }
    add(TermFoldingTable.signs) { .sign($0) }
    return table
  }()
}
