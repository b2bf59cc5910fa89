import GRDB

extension LibraryError {
  /// The error for a failure while a library is written.
  init(writing path: String, _ error: any Error) {
    switch error {
    case let error as LibraryError: self = error
    case let error as DatabaseError where error.resultCode == .SQLITE_FULL: self = .diskFull(path: path)
    default: self = .cannotWrite(path: path, reason: Self.reason(of: error))
    }
  }

  /// The error for a failure while a library is read. The file was a library when it was opened, so what
  /// SQLite cannot make sense of now is damage.
  init(reading path: String, _ error: any Error) {
    switch error {
    case let error as LibraryError: self = error
    case let error as PageCodecError: self = .damaged(path: path, detail: error.description)
    case let error as DatabaseError:
      switch error.resultCode {
      case .SQLITE_INTERRUPT: self = .interrupted
      case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH:
        self = .unreadable(path: path, reason: Self.reason(of: error))
      default: self = .damaged(path: path, detail: Self.reason(of: error))
      }
    default: self = .damaged(path: path, detail: Self.reason(of: error))
    }
  }

  private static func reason(of error: any Error) -> String {
    guard let error = error as? DatabaseError else { return String(describing: error) }
    return error.message ?? "SQLite error \(error.extendedResultCode.rawValue)"
  }
}
