/// The bytes that a terminal of xterm's family sends for keys.
public enum KeyBytes {
  /// Reads a string of keys such as `3j<Tab><C-d><Enter>`; `<Raw:1b5b5a>` stands for those bytes. Nil where
  /// a name between angle brackets is unknown.
  public static func bytes(of keys: String) -> [UInt8]? {
    var bytes: [UInt8] = []
    var rest = Substring(keys)
    while let first = rest.first {
      guard first == "<", let close = rest.firstIndex(of: ">") else {
        bytes += Array(String(first).utf8)
        rest = rest.dropFirst()
        continue
      }
      guard let key = named(rest[rest.index(after: rest.startIndex)..<close]) else { return nil }
      bytes += key
      rest = rest[rest.index(after: close)...]
    }
    return bytes
  }

  private static func named(_ name: Substring) -> [UInt8]? {
    if let bytes = table[String(name)] { return bytes }
    if name.hasPrefix("C-"), name.utf8.count == 3, let letter = name.utf8.last { return [letter & 0x1f] }
    if name.hasPrefix("Raw:") { return hexadecimal(name.dropFirst(4)) }
    return nil
  }

  private static func hexadecimal(_ text: Substring) -> [UInt8]? {
    let digits = Array(text)
    guard digits.count.isMultiple(of: 2) else { return nil }
    var bytes: [UInt8] = []
    for index in stride(from: 0, to: digits.count, by: 2) {
      guard let byte = UInt8(String(digits[index...index + 1]), radix: 16) else { return nil }
      bytes.append(byte)
    }
    return bytes
  }

  private static let table: [String: [UInt8]] = [
    "Space": " ", "lt": "<", "Tab": "\t", "Enter": "\r", "Esc": "\u{1b}", "BS": "\u{7f}",
    "Up": "\u{1b}OA", "Down": "\u{1b}OB", "Right": "\u{1b}OC", "Left": "\u{1b}OD", "Home": "\u{1b}OH",
    "End": "\u{1b}OF", "Ins": "\u{1b}[2~", "Del": "\u{1b}[3~", "PgUp": "\u{1b}[5~", "PgDn": "\u{1b}[6~",
    "S-Tab": "\u{1b}[Z", "F1": "\u{1b}OP", "F2": "\u{1b}OQ", "F3": "\u{1b}OR", "F4": "\u{1b}OS",
    "F5": "\u{1b}[15~", "F6": "\u{1b}[17~", "F7": "\u{1b}[18~", "F8": "\u{1b}[19~", "F9": "\u{1b}[20~",
    "F10": "\u{1b}[21~", "F11": "\u{1b}[23~", "F12": "\u{1b}[24~",
  ].mapValues { Array($0.utf8) }
}
