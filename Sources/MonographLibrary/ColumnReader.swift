import Foundation
import GRDB
import MonographModel

/// Reads the columns of a row one after another. A value of another type than was written is damage, and
/// throws; GRDB's own subscripts would trap.
struct ColumnReader {
  private let row: Row
  private var index = 0

  init(_ row: Row) { self.row = row }

  mutating func integer() throws -> Int {
    guard case .int64(let number) = try storage(), let integer = Int(exactly: number) else { throw damage }
    return integer
  }

  mutating func optionalInteger() throws -> Int? {
    switch try storage() {
    case .null: return nil
    case .int64(let number): return Int(exactly: number)
    case .double, .string, .blob: throw damage
    }
  }

  mutating func flag() throws -> Bool { try integer() != 0 }

  mutating func number() throws -> Double {
    switch try storage() {
    case .double(let number): return number
    case .int64(let number): return Double(number)
    case .null, .string, .blob: throw damage
    }
  }

  mutating func text() throws -> String {
    guard let text = try optionalText() else { throw damage }
    return text
  }

  mutating func optionalText() throws -> String? {
    switch try storage() {
    case .null: return nil
    case .string(let text): return text
    case .int64, .double, .blob: throw damage
    }
  }

  mutating func entity() throws -> EntityID {
    guard let entity = EntityID(path: try text()) else { throw damage }
    return entity
  }

  /// Calls a closure with the bytes of a column, where they stand.
  mutating func bytes<Value>(_ body: (UnsafeRawBufferPointer) throws -> Value) throws -> Value {
    guard row.count > index else { throw damage }
    defer { index += 1 }
    return try row.withUnsafeData(atIndex: index) { data in
      guard let data else { throw damage }
      return try data.withUnsafeBytes(body)
    }
  }

  private mutating func storage() throws -> DatabaseValue.Storage {
    guard row.count > index else { throw damage }
    defer { index += 1 }
    return (row[index] as DatabaseValue).storage
  }

  private var damage: DatabaseError {
    DatabaseError(resultCode: .SQLITE_CORRUPT, message: "column \(index) of a row has the wrong type")
  }
}

extension Database {
  /// Calls a closure with each row of a query, in order.
  func forEachRow(
    _ sql: String, _ arguments: StatementArguments = [], _ body: (inout ColumnReader) throws -> Void
  ) throws {
    let rows = try Row.fetchCursor(try cachedStatement(sql: sql), arguments: arguments)
    while let row = try rows.next() {
      var columns = ColumnReader(row)
      try body(&columns)
    }
  }

  /// What a closure makes of the first row of a query; nil where there is none.
  func firstRow<Value>(
    _ sql: String, _ arguments: StatementArguments = [], _ body: (inout ColumnReader) throws -> Value
  ) throws -> Value? {
    let rows = try Row.fetchCursor(try cachedStatement(sql: sql), arguments: arguments)
    guard let row = try rows.next() else { return nil }
    var columns = ColumnReader(row)
    return try body(&columns)
  }
}
