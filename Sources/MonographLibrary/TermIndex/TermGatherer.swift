/// Gathers the lists of all terms while a library is written, in bounded memory: what grows beyond a limit is
/// written to a file as a sorted run, and all runs are merged in the end.
final class TermGatherer {
  private let path: String
  private let memoryLimit: Int
  private var buffer = TermBuffer()
  private var runs: TermRunFile?

  /// Begins; `path` names the library, for its folder and for errors.
  init(beside path: String, memoryLimit: Int = 48 << 20) {
    self.path = path
    self.memoryLimit = memoryLimit
  }

  /// Adds a run whose places follow those added before: its place 0 is `base`.
  func add(_ run: borrowing TermRun, base: Int) throws(LibraryError) {
    buffer.add(run, base: base)
    if buffer.size > memoryLimit { try spill() }
  }

  /// What was gathered, which is taken away.
  enum Gathered {
    /// In memory.
    case unsorted(UnsortedTerms)
    /// In a file; places of a run follow those of the runs before.
    case runs(TermRunFile)
  }

  /// Takes what was gathered away.
  func takeAll() throws(LibraryError) -> Gathered {
    guard let runs else { return .unsorted(UnsortedTerms(take())) }
    try spill()
    self.runs = nil
    return .runs(runs)
  }

  private func take() -> TermBuffer {
    var taken = TermBuffer()
    swap(&taken, &buffer)
    return taken
  }

  private func spill() throws(LibraryError) {
    let runs: TermRunFile
    if let standing = self.runs { runs = standing } else { runs = try TermRunFile(beside: path) }
    self.runs = runs
    try runs.append(take())
  }
}
