import Yams

extension Theme {
  /// Reads a scheme file: `palette:` with a colour for each slot as tinted-theming's builders take it, or the
  /// older flat form, quoted or not, with `#` (then quoted) or without.
  ///
  /// Beside the format's own keys (`name` or `scheme`, `variant`) it reads two of this program:
  /// `background: painted` or `terminal`, and `minimum-contrast`, a number from 4.5 to 7. Other keys are passed over.
  /// A scheme that does not tell its variant has the one its colours show.
  public init(yaml: String) throws(ThemeError) {
    try Self.checkExtent(of: yaml)
    let scheme = try Self.mapping(in: yaml)
    let colors = scheme["palette"]?.mapping ?? scheme
    let palette = try Self.palette(from: colors)
    let name = scheme["name"]?.scalar?.string ?? scheme["scheme"]?.scalar?.string ?? ""
    let isDark = palette[.base00].luminance <= palette[.base05].luminance
    self.init(
      name: name,
      variant: try Self.value("variant", in: scheme, allowed: "dark or light") ?? (isDark ? .dark : .light),
      palette: palette,
      background: try Self.value("background", in: scheme, allowed: "painted or terminal") ?? .painted,
      minimumContrast: try Self.minimumContrast(in: scheme))
  }

  /// A scheme is flat and short. The parser below recurses, so that what is nested must not reach it.
  private static func checkExtent(of yaml: String) throws(ThemeError) {
    var column = 0
    var brackets = 0
    for byte in yaml.utf8 {
      column = byte == UInt8(ascii: "\n") ? 0 : column + 1
      if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{") { brackets += 1 }
      guard column <= 500, brackets <= 50 else { throw .tooLarge }
    }
    guard yaml.utf8.count <= 32_768 else { throw .tooLarge }
  }

  private static func mapping(in yaml: String) throws(ThemeError) -> Node.Mapping {
    let node: Node?
    do {
      node = try Yams.compose(yaml: yaml)
    } catch let error as YamlError {
      switch error {
      case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
        .composer(_, let problem, let mark, _):
        throw .syntax(line: mark.line, problem: problem)
      case .duplicatedKeysInMapping(let duplicates, let context):
        let names = duplicates.sorted().joined(separator: ", ")
        throw .syntax(line: context.mark.line, problem: "\(names) twice")
      default:
        throw .syntax(line: nil, problem: "it cannot be read as text")
      }
    } catch {
      throw .syntax(line: nil, problem: "it cannot be read as text")
    }
    guard let mapping = node?.mapping else { throw .notAScheme }
    return mapping
  }

  private static func palette(from colors: Node.Mapping) throws(ThemeError) -> Palette {
    var found: [Palette.Slot: Color] = [:]
    for slot in Palette.Slot.allCases {
      let name = "\(slot)"
      guard let node = colors[name] ?? colors[name.lowercased()] else { continue }
      let text = node.scalar?.string ?? ""
      guard let color = Color(hexadecimal: text) else {
        throw .notAColor(slot: name, value: text, line: node.mark?.line)
      }
      found[slot] = color
    }
    guard !found.isEmpty else { throw .notAScheme }
    do {
      return try Palette { found[$0] }
    } catch {
      throw .missingColor(slot: "\(error.slot)")
    }
  }

  private static func value<Value: RawRepresentable<String>>(
    _ key: String, in scheme: Node.Mapping, allowed: String
  ) throws(ThemeError) -> Value? {
    guard let node = scheme[key] else { return nil }
    let text = node.scalar?.string ?? ""
    guard let value = Value(rawValue: text.lowercased()) else {
      throw .unknownValue(key: key, value: text, allowed: allowed, line: node.mark?.line)
    }
    return value
  }

  private static func minimumContrast(in scheme: Node.Mapping) throws(ThemeError) -> Double {
    guard let node = scheme["minimum-contrast"] else { return 4.5 }
    let text = node.scalar?.string ?? ""
    guard let value = Double(text), (4.5...7).contains(value) else {
      throw .unknownValue(
        key: "minimum-contrast", value: text, allowed: "a number from 4.5 to 7", line: node.mark?.line)
    }
    return value
  }
}
