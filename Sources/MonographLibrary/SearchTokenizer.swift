import Foundation
import GRDB

/// How full text cuts texts and queries into words.
///
/// A text is cut by SQLite's `unicode61`: runs of letters and digits, in lower case, without accents. Words are
/// indexed as they stand, so that the beginning of a word finds it whatever its ending. A word of a query also
/// stands for its other forms in the library, those that share its stem (see `word_form` in ``Schema``). They
/// are given as synonyms: scores and snippets treat them as one word.
final class SearchTokenizer: FTS5CustomTokenizer {
  static let name = "monograph_words"

  private weak var database: Database?
  private let words: any FTS5Tokenizer

  init(db: Database, arguments: [String]) throws {
    database = db
    words = try db.makeTokenizer(.unicode61(diacritics: .remove))
  }

  func tokenize(
    context: UnsafeMutableRawPointer?, tokenization: FTS5Tokenization, pText: UnsafePointer<CChar>?,
    nText: CInt, tokenCallback: @escaping FTS5TokenCallback
  ) -> CInt {
    guard tokenization.contains(.query) else {
      return words.tokenize(
        context: context, tokenization: tokenization, pText: pText, nText: nText,
        tokenCallback: tokenCallback)
    }
    /// A query has no use for the places of its words.
    func pass(_ word: String, _ flags: FTS5TokenFlags) -> CInt {
      var word = word
      return word.withUTF8 { bytes in
        bytes.withMemoryRebound(to: CChar.self) { bytes in
          tokenCallback(context, flags.rawValue, bytes.baseAddress, CInt(bytes.count), 0, 0)
        }
      }
    }
    do {
      let query = String(decoding: UnsafeRawBufferPointer(start: pText, count: Int(nText)), as: UTF8.self)
      for (word, _) in try words.tokenize(query: query) {
        var code = pass(word, [])
        for form in try forms(of: word) where code == Self.success && form != word {
          code = pass(form, .colocated)
        }
        guard code == Self.success else { return code }
      }
      return Self.success
    } catch let error as DatabaseError {
      return error.extendedResultCode.rawValue
    } catch {
      return ResultCode.SQLITE_ERROR.rawValue
    }
  }

  /// The words of the library that share the stem of a word.
  private func forms(of word: String) throws -> [String] {
    var forms: [String] = []
    try database?.forEachRow("SELECT word FROM word_form WHERE word_form MATCH ?", ["\"\(word)\""]) { row in
      forms.append(try row.text())
    }
    return forms
  }

  private static let success = ResultCode.SQLITE_OK.rawValue
}

extension Database {
  /// Adds what a connection needs for full text: the words and the texts.
  func addSearch() {
    add(tokenizer: SearchTokenizer.self)
    add(function: SectionText.function)
  }
}
