/// What is wrong with a theme file. Lines count from 1.
public enum ThemeError: Error, Hashable, Sendable {
  /// Not YAML.
  case syntax(line: Int?, problem: String)
  /// YAML, but no table of names and values.
  case notAScheme
  /// Larger, or nested deeper, than a scheme can be.
  case tooLarge
  /// A slot of base16 has no colour.
  case missingColor(slot: String)
  /// The value of a slot is no colour; empty where there is none.
  case notAColor(slot: String, value: String, line: Int?)
  /// The value of a key is none of those it may have.
  case unknownValue(key: String, value: String, allowed: String, line: Int?)
}

extension ThemeError: CustomStringConvertible {
  /// The sentence for the person.
  public var description: String {
    switch self {
    case .syntax(let line, let problem):
      "\(Self.place(line))the theme is not YAML (\(problem)); mend the file or choose another theme"
    case .notAScheme:
      "the theme is not a base16 scheme; it needs `palette:` with the colours base00 to base0F"
    case .tooLarge:
      "the theme file is larger than a scheme can be; choose a base16 scheme file"
    case .missingColor(let slot):
      "the theme has no colour \(slot); add `\(slot): \"rrggbb\"`"
    case .notAColor(let slot, let value, let line) where value.isEmpty:
      "\(Self.place(line))\(slot) has no value; write the colour in quotes, as in \(slot): \"#1a2b3c\""
    case .notAColor(let slot, let value, let line):
      "\(Self.place(line))\(slot) is \(value), which is no colour; write six hexadecimal digits, as in \"1a2b3c\""
    case .unknownValue(let key, let value, let allowed, let line):
      "\(Self.place(line))\(key) is \(value); it may be \(allowed)"
    }
  }

  private static func place(_ line: Int?) -> String { line.map { "line \($0): " } ?? "" }
}
