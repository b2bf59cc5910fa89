import Foundation

/// A term of a run; see ``GatheredTerm``.
struct SpilledTerm {
  var text: [UInt8] = []
  var first = 0
  var last = 0
  var count = 0
  var list: [UInt8] = []
}

/// Sorted runs of terms in a nameless file beside the library, which the system removes whatever becomes of the
/// process.
final class TermRunFile {
  /// How much is written and read at once.
  private static let pieceSize = 1 << 18

  private let path: String
  private let descriptor: Int32
  private var size = 0
  private var runs: [Range<Int>] = []

  /// Makes the file; `path` names the library, for its folder and for errors.
  init(beside path: String) throws(LibraryError) {
    self.path = path
    descriptor = try StagingFile.open(beside: path)
  }

  deinit { close(descriptor) }

  /// Adds what is in memory as a run.
  func append(_ buffer: consuming TermBuffer) throws(LibraryError) {
    let start = size
    var bytes: [UInt8] = []
    func flush() throws(LibraryError) {
      try StagingFile.save(bytes, to: descriptor, path: path)
      size += bytes.count
      bytes.removeAll(keepingCapacity: true)
    }
    do {
      let terms = SortedTerms(buffer)
      try terms.forEach(in: 0..<terms.count) { term in
        for number in [term.text.count, term.first, term.last - term.first, term.count, term.list.count] {
          bytes.append(variable: number)
        }
        bytes += term.text
        bytes += term.list
        if bytes.count >= Self.pieceSize { try flush() }
      }
      try flush()
    } catch {
      throw LibraryError(writing: path, error)
    }
    runs.append(start..<size)
  }

  /// The runs, in the order they were added.
  func sources() -> [Source] { runs.map { Source(self, range: $0) } }

  /// Reads a run.
  final class Source {
    private let file: TermRunFile
    private var range: Range<Int>
    private var buffer: [UInt8] = []
    private var offset = 0
    /// The term that reading has come to.
    private(set) var current = SpilledTerm()

    fileprivate init(_ file: TermRunFile, range: Range<Int>) {
      self.file = file
      self.range = range
    }

    /// Goes to the next term; false where there is none.
    func advance() throws -> Bool {
      if offset == buffer.count, range.isEmpty { return false }
      let length = try number()
      current.first = try number()
      current.last = current.first + (try number())
      current.count = try number()
      let size = try number()
      try take(length, into: \.text)
      try take(size, into: \.list)
      return true
    }

    private func number() throws -> Int {
      var (number, shift) = (0, 0)
      while true {
        if offset == buffer.count { try fill() }
        let byte = buffer[offset]
        offset += 1
        number |= Int(byte & 0x7F) << shift
        if byte < 0x80 { return number }
        shift += 7
      }
    }

    private func take(_ count: Int, into part: WritableKeyPath<SpilledTerm, [UInt8]>) throws {
      current[keyPath: part].removeAll(keepingCapacity: true)
      var left = count
      while left > 0 {
        if offset == buffer.count { try fill() }
        let piece = min(left, buffer.count - offset)
        current[keyPath: part] += buffer[offset..<offset + piece]
        offset += piece
        left -= piece
      }
    }

    /// Reads the next piece. Only this process writes the file, so that less than was written is an error of the system.
    private func fill() throws {
      let count = min(range.count, TermRunFile.pieceSize)
      guard count > 0 else {
        throw LibraryError.cannotWrite(path: file.path, reason: "its words were cut short")
      }
      buffer = [UInt8](repeating: 0, count: count)
      try StagingFile.load(&buffer, from: file.descriptor, at: off_t(range.lowerBound), path: file.path)
      range = range.lowerBound + count..<range.upperBound
      offset = 0
    }
  }
}
