import BrowserUI
import Foundation

/// The themes that ship with the program.
enum ThemeFiles {
  /// The text of each file of `Themes`, by its name.
  static func texts() throws -> [String: String] {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let folder = root.appendingPathComponent("Themes")
    var texts: [String: String] = [:]
    for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    where file.pathExtension == "yaml" {
      texts[file.deletingPathExtension().lastPathComponent] = try String(contentsOf: file, encoding: .utf8)
    }
    return texts
  }

  /// Every theme that ships, the built-in one among them.
  static func themes() throws -> [String: Theme] {
    var themes = try texts().mapValues { try Theme(yaml: $0) }
    themes["built in"] = .standard
    return themes
  }
}
