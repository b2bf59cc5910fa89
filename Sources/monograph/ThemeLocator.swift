import BrowserUI
import Glibc

/// Where themes are found.
enum ThemeLocator {
  /// The theme named, else that of `$MONOGRAPH_THEME`, else the one built in. A name that is a file is read;
  /// other names are looked for in `Themes/`, the installed folders, and the person's own.
  static func theme(named name: String?) throws -> Theme {
    guard let name = name ?? Surroundings.variable("MONOGRAPH_THEME") else { return .standard }
    let folders = [
      "Themes", "/usr/local/share/monograph/themes", "/usr/share/monograph/themes",
      "\(Surroundings.configuration)/monograph/themes",
    ]
    let candidates =
      name.contains("/") || name.hasSuffix(".yaml") ? [name] : folders.map { "\($0)/\(name).yaml" }
    for path in candidates {
      guard let text = text(ofFile: path) else { continue }
      do {
        return try Theme(yaml: text)
      } catch {
        throw Failure.input("\(path): \(error)")
      }
    }
    let known = folders.flatMap(Surroundings.names).filter { $0.hasSuffix(".yaml") }
      .map { String($0.dropLast(5)) }.sorted()
    throw Failure.input(
      "there is no theme \(name)"
        + (known.isEmpty ? "; name a base16 scheme file" : "; there are: \(known.joined(separator: ", "))"))
  }

  /// How many colours to use of those a terminal has: none where `NO_COLOR` is set to anything.
  static func depth(colors: Int) -> ColorDepth {
    Surroundings.variable("NO_COLOR") == nil ? ColorDepth(colors: colors) : .monochrome
  }

  /// The text of a file; nil where it cannot be read, or is far too large for a scheme.
  private static func text(ofFile path: String) -> String? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    let count = fread(&bytes, 1, bytes.count, file)
    return ferror(file) == 0 ? String(decoding: bytes[..<count], as: UTF8.self) : nil
  }
}
