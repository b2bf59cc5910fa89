/// Why a source, or the rest of it, cannot be read.
public enum SourceError: Error, Hashable {
  /// The system refused, in its words.
  case unreadable(name: String, reason: String)
  /// What it holds is not what its form asks for: cut off, damaged, or of another form.
  case damaged(name: String, line: Int, reason: String)
  /// It goes beyond a limit that keeps hostile files from exhausting memory or patience.
  case tooLarge(name: String, reason: String)
}
