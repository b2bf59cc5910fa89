import CNcurses
import Glibc

/// How the locale's characters travel.
package enum CharacterEncoding {
  /// Takes the character type of the environment's locale and tells whether it is UTF-8.
  ///
  /// Only the character type is taken: numbers and dates are the content's, never the locale's. Where the
  /// environment asks for UTF-8 in a locale that this machine lacks, as over SSH, `C.UTF-8` stands in.
  package static func adoptLocale() -> Bool {
    setlocale(LC_CTYPE, "")
    if isUTF8 { return true }
    guard environmentAsksForUTF8 else { return false }
    setlocale(LC_CTYPE, "C.UTF-8")
    return isUTF8
  }

  private static var isUTF8: Bool {
    guard let codeset = nl_langinfo(nl_item(CODESET)) else { return false }
    return String(cString: codeset) == "UTF-8"
  }

  private static var environmentAsksForUTF8: Bool {
    for name in ["LC_ALL", "LC_CTYPE", "LANG"] {
      guard let value = getenv(name), value.pointee != 0 else { continue }
      let locale = String(cString: value).lowercased()
      return locale.hasSuffix("utf-8") || locale.hasSuffix("utf8")
    }
    return false
  }
}
