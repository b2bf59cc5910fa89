import Foundation

/// Where the package's executables are built.
public enum ProductPath {
  /// The path of an executable of this package, which stands beside the bundle of tests; nil where it was not
  /// built.
  public static func executable(_ name: String) -> String? {
    for argument in CommandLine.arguments {
      guard argument.contains(".xctest") else { continue }
      var folder = URL(fileURLWithPath: argument)
      while folder.path != "/" {
        folder.deleteLastPathComponent()
        let path = folder.appendingPathComponent(name).path
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue,
          FileManager.default.isExecutableFile(atPath: path)
        {
          return path
        }
      }
    }
    return nil
  }
}
