import GRDB
import GRDBSQLite

/// A statement that is run once for each of many rows. It goes to SQLite past GRDB's own binding, which takes
/// longer than SQLite for short rows.
struct RowStatement {
  /// A value of a column.
  enum Value {
    case null
    case integer(Int)
    case text(String)
    case bytes([UInt8])

    /// An integer or null.
    static func optional(_ number: Int?) -> Value { number.map { .integer($0) } ?? .null }

    /// A text or null.
    static func optional(_ text: String?) -> Value { text.map { .text($0) } ?? .null }
  }

  private let statement: Statement
  private let database: Database

  /// Compiles a statement.
  init(_ sql: String, in database: Database) throws {
    statement = try database.makeStatement(sql: sql)
    self.database = database
  }

  /// Runs the statement with values for its parameters, in order.
  func run(_ values: Value...) throws {
    let handle = statement.sqliteStatement
    for (index, value) in values.enumerated() {
      let code = Self.bind(value, at: CInt(index + 1), to: handle)
      guard code == SQLITE_OK else { throw error(code) }
    }
    let code = sqlite3_step(handle)
    sqlite3_reset(handle)
    guard code == SQLITE_DONE || code == SQLITE_ROW else { throw error(code) }
  }

  private static func bind(_ value: Value, at index: CInt, to handle: OpaquePointer) -> CInt {
    /// SQLite copies what it is given.
    let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    switch value {
    case .null: return sqlite3_bind_null(handle, index)
    case .integer(let number): return sqlite3_bind_int64(handle, index, Int64(number))
    case .text(var text):
      return text.withUTF8 { utf8 in
        utf8.withMemoryRebound(to: CChar.self) {
          sqlite3_bind_text64(
            handle, index, $0.baseAddress, UInt64($0.count), transient, UInt8(SQLITE_UTF8))
        }
      }
    case .bytes(let bytes):
      return bytes.withUnsafeBytes {
        sqlite3_bind_blob64(handle, index, $0.baseAddress, UInt64($0.count), transient)
      }
    }
  }

  private func error(_ code: CInt) -> DatabaseError {
    let message = database.sqliteConnection.map { String(cString: sqlite3_errmsg($0)) }
    return DatabaseError(resultCode: ResultCode(rawValue: code), message: message)
  }
}
