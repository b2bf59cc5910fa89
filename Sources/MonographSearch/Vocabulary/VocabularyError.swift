/// A fault in a table of the vocabulary: which table, on which line, what is wrong and what to do.
public struct VocabularyError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The name of the table's file.
  public var file: String
  /// The line in it, from 1.
  public var line: Int
  /// What is wrong, one sentence without a full stop.
  public var problem: String
  /// What to do about it.
  public var fix: String

  /// Makes an error.
  public init(file: String, line: Int, problem: String, fix: String) {
    self.file = file
    self.line = line
    self.problem = problem
    self.fix = fix
  }

  /// The sentence that a person reads.
  public var description: String { "\(file):\(line): \(problem); \(fix)" }
}
