import Foundation
import Testing

/// Expected screens in files: blocks of text that begin with a line `== name`.
///
/// `MONOGRAPH_RECORD=1` writes the files anew, and that run fails: a recording is read by a person before it is
/// committed.
public struct Recording {
  private let folder: URL

  /// The recordings in a folder beside a test's file.
  public init(beside file: String, folder: String) {
    self.folder = URL(fileURLWithPath: file).deletingLastPathComponent().appendingPathComponent(folder)
  }

  /// Compares text with the file of that name, and shows the first block that differs.
  public func compare(_ text: String, with name: String) throws {
    let file = folder.appendingPathComponent("\(name).txt")
    if ProcessInfo.processInfo.environment["MONOGRAPH_RECORD"] == "1" {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try text.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("recorded \(name); read it before it is committed")
      return
    }
    let expected = Self.blocks(of: try String(contentsOf: file, encoding: .utf8))
    let shown = Self.blocks(of: text)
    for (shown, wanted) in zip(shown, expected) where shown != wanted {
      Issue.record("\(name) shows\n\(shown)\nwhere this was recorded\n\(wanted)")
      return
    }
    #expect(
      shown.count == expected.count, "\(name) has \(shown.count) blocks, recorded are \(expected.count)")
  }

  private static func blocks(of text: String) -> [String] { text.components(separatedBy: "\n== ") }
}

/// The pages of this checkout's `Content/`.
public enum CheckoutContent {
  /// The root of the checkout.
  public static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
}
