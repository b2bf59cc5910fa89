import BrowserUI
import Foundation

/// Where themes are found.
enum ThemeLocator {
  /// The theme named, else that of `$MONOGRAPH_THEME`, else the one built in. A name that is a file is read;
  /// other names are looked for in `Themes/`, the installed folders, and the person's own.
  static func theme(named name: String?) throws -> Theme {
    let environment = ProcessInfo.processInfo.environment
    guard let name = name ?? environment["MONOGRAPH_THEME"], !name.isEmpty else { return .standard }
    let home = environment["HOME"] ?? ""
    let configuration = environment["XDG_CONFIG_HOME"].flatMap { $0.isEmpty ? nil : $0 } ?? "\(home)/.config"
    let folders = [
      "Themes", "/usr/local/share/monograph/themes", "/usr/share/monograph/themes",
      "\(configuration)/monograph/themes",
    ]
    let candidates =
      name.contains("/") || name.hasSuffix(".yaml") ? [name] : folders.map { "\($0)/\(name).yaml" }
    for path in candidates {
      guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { continue }
      do {
        return try Theme(yaml: text)
      } catch {
        throw Failure.input("\(path): \(error)")
      }
    }
    let known = folders.flatMap { (try? FileManager.default.contentsOfDirectory(atPath: $0)) ?? [] }
      .filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
    throw Failure.input(
      "there is no theme \(name)"
        + (known.isEmpty ? "; name a base16 scheme file" : "; there are: \(known.joined(separator: ", "))"))
  }

  /// How many colours to use of those a terminal has: none where `NO_COLOR` is set to anything.
  static func depth(colors: Int) -> ColorDepth {
    let wish = ProcessInfo.processInfo.environment["NO_COLOR"] ?? ""
    return wish.isEmpty ? ColorDepth(colors: colors) : .monochrome
  }
}
