import MonographLibrary
import MonographModel
import MonographSources
import TextLayout

/// Compiles content folders into a library file.
enum LibraryCompiler {
  /// What came of it.
  struct Outcome {
    /// What is in the library.
    var summary: BuildSummary
    /// Everything found wrong, in order of file and line.
    var diagnostics: [Diagnostic]
    /// How many files could not be read at all.
    var unreadable: Int
  }

  /// Reads every file and writes the library. A file that cannot be read is reported and left out; the
  /// library that stood at the path stays until the new one is whole.
  static func compile(
    _ folders: [ContentFolder.Listing], to path: String, title: String, fingerprint: String
  ) throws -> Outcome {
    let total = folders.reduce(0) { $0 + $1.files.count }
    guard total > 0 else {
      throw Failure.input("there are no pages; a page is a file such as Content/drugs/baclofen.md")
    }
    let writer = try LibraryWriter(path: path, title: title, fingerprint: fingerprint)
    var diagnostics = folders.flatMap(\.diagnostics)
    var unreadable = 0
    var progress = ProgressBar(total: total, label: "compiling")
    var check = ContentCheck()
    do {
      for (layer, folder) in folders.enumerated() {
        for file in folder.files {
          progress.advance(to: file.document)
          let (source, result) = SourceReading.read(file)
          diagnostics += result.diagnostics
          guard let source, let monograph = result.monograph else {
            unreadable += 1
            continue
          }
          check.add(result, file: file.path)
          do {
            try writer.add(monograph, source: source.bytes, layer: layer)
          } catch LibraryError.duplicateDocument, LibraryError.unstorable {
            // The library goes on without the page; the check across pages names the other one.
            diagnostics.append(Self.leftOut(file))
            unreadable += 1
          }
        }
      }
      progress.finish()
      diagnostics += check.finish()
      let summary = try writer.finish()
      return Outcome(summary: summary, diagnostics: diagnostics.sorted(), unreadable: unreadable)
    } catch {
      progress.finish()
      writer.cancel()
      throw error
    }
  }
}

extension LibraryCompiler {
  fileprivate static func leftOut(_ file: ContentFile) -> Diagnostic {
    Diagnostic(
      file: file.path, line: 0, rule: "left-out", severity: .error,
      message: "The page is not in the library: another file has its place, or it is nested too deeply.",
      fix: "give it an id and a shape of its own")
  }
}

/// Reads a file and then what it holds; what goes wrong at either step is a diagnostic.
enum SourceReading {
  static func read(_ file: ContentFile) -> (source: SourceFile?, result: ReadResult) {
    do {
      let source = try ContentFolder.read(file)
      return (source, MarkdownReader().read(source))
    } catch {
      return (nil, ReadResult(monograph: nil, diagnostics: [error.diagnostic]))
    }
  }
}

/// A bar on standard error that shows how far a long task is; silent where nobody looks, and for what takes
/// less than a moment.
struct ProgressBar {
  private let total: Int
  private let label: String
  private let isShown: Bool
  private var done = 0
  private var lastDrawn = ContinuousClock.now
  private var hasDrawn = false

  init(total: Int, label: String) {
    self.total = total
    self.label = label
    isShown = StandardError.isTerminal
  }

  /// One more item is being worked on.
  mutating func advance(to item: String) {
    done += 1
    guard isShown, lastDrawn.duration(to: .now) > .milliseconds(100) else { return }
    lastDrawn = .now
    hasDrawn = true
    let filled = 30 * done / max(1, total)
    let bar = String(repeating: "=", count: filled) + String(repeating: " ", count: 30 - filled)
    let glyphs = Surroundings.glyphs
    let name = DisplayText.truncate(DisplayText.visible(item, glyphs: glyphs), width: 24, glyphs: glyphs)
    StandardError.draw("\r\u{1B}[K\(label) [\(bar)] \(done)/\(total) \(name)")
  }

  /// Takes the bar away.
  mutating func finish() {
    if hasDrawn { StandardError.draw("\r\u{1B}[K") }
    hasDrawn = false
  }
}
