import GRDB

/// Stems of English words (M. F. Porter, "An algorithm for suffix stripping", Program 14, 1980), as SQLite has them:
/// words of one stem are forms of one word.
///
/// Unchecked: SQLite's stemmer writes to memory of its own, so that it may move between threads and be used by one at a
/// time; who has one uses it within the queue of its connection.
struct Stemmer: @unchecked Sendable {
  private let tokenizer: any FTS5Tokenizer

  /// Takes SQLite's stemmer from a connection, with which it may be used.
  ///
  /// An interruption of the connection meanwhile would end the process.
  init(_ database: Database) throws {
    tokenizer = try database.makeTokenizer(.porter(wrapping: .ascii()))
  }

  /// Whether a term can have other forms: it is of Latin letters alone.
  static func hasForms(_ term: some Sequence<UInt8>) -> Bool { term.allSatisfy { $0 &- 0x61 < 26 } }

  /// The stems of terms that have forms, in order.
  func stems(of terms: [[UInt8]]) -> [[UInt8]] {
    var text: [CChar] = []
    for term in terms {
      text += term.map { CChar(bitPattern: $0) }
      text.append(0x20)
    }
    var stems: [[UInt8]] = []
    stems.reserveCapacity(terms.count)
    withUnsafeMutablePointer(to: &stems) { stems in
      _ = text.withUnsafeBufferPointer { text in
        tokenizer.tokenize(
          context: stems, tokenization: .document, pText: text.baseAddress, nText: CInt(text.count)
        ) { context, _, token, length, _, _ in
          guard let token, let stems = context?.assumingMemoryBound(to: [[UInt8]].self) else { return 0 }
          stems.pointee.append(
            Array(UnsafeRawBufferPointer(start: UnsafeRawPointer(token), count: Int(length))))
          return 0
        }
      }
    }
    return stems
  }

  /// The stem of a term; nil where it has no other forms.
  func stem(of term: String) -> [UInt8]? {
    let bytes = Array(term.utf8)
    guard !bytes.isEmpty, Self.hasForms(bytes) else { return nil }
    return stems(of: [bytes]).first
  }
}
