import MonographModel

/// What an import reports, and the words of the dump that it leaves out.
final class DumpLog {
  let log: DiagnosticLog
  let text: SourceText
  private(set) var setAside: [SourceWording.SetAside] = []

  init(log: DiagnosticLog, text: SourceText) {
    self.log = log
    self.text = text
  }

  /// Tells what was inferred at a line.
  func infer(_ message: String, at line: Int, words: String = "", fix: String? = nil) {
    report(.inferred, at: line, words: words, message, fix: fix)
  }

  /// Reports something at a line, at the column where some words of it stand.
  func report(_ rule: Rule, at line: Int, words: String = "", _ message: String, fix: String? = nil) {
    let column = words.isEmpty ? 0 : text.column(of: words, line: line, near: 1)
    log.report(rule, line: line, column: column, message, fix: fix)
  }

  /// Notes words that the page does not have, and why.
  func leaveOut(_ words: String, because reason: String) {
    setAside.append(SourceWording.SetAside(words, because: reason))
  }

  /// Reports what is left over from a web page's controls, which the page does not have.
  func leaveOutResidue(_ words: String, at line: Int) {
    leaveOut(words, because: "left over from a web page")
    report(
      .residue, at: line, words: words, "“\(words.prefix(80))” is left over from a web page; it was removed.")
  }
}
