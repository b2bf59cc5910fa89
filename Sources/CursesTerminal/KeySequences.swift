import BrowserCore
import CNcurses

/// The byte sequences that stand for keys, each beginning with an escape. At most eight bytes long, so that
/// one is a number: its bytes from the highest down. Making and asking them costs little at start.
struct KeySequences {
  private var keys: [UInt64: Key] = [:]
  private var prefixes: Set<UInt64> = []

  /// The key of a whole sequence.
  subscript(bytes: [UInt8]) -> Key? { Self.number(bytes).flatMap { keys[$0] } }

  /// Whether a known sequence begins with these bytes and goes on.
  func isPrefix(_ bytes: [UInt8]) -> Bool { Self.number(bytes).map(prefixes.contains) ?? false }

  private static func number(_ bytes: [UInt8]) -> UInt64? {
    bytes.count > 8 ? nil : bytes.reduce(0) { $0 << 8 | UInt64($1) }
  }

  private mutating func define(_ bytes: some Sequence<UInt8>, _ key: Key) {
    var number: UInt64 = 0
    var count = 0
    for byte in bytes {
      guard count < 8, byte != 0, count > 0 || byte == 0x1b else { return }
      number = number << 8 | UInt64(byte)
      count += 1
    }
    guard count > 1 else { return }
    keys[number] = key
    for length in 1..<count { prefixes.insert(number >> (8 * UInt64(count - length))) }
  }

  private mutating func define(_ text: String, _ key: Key) { define("\u{1b}\(text)".utf8, key) }

  /// What terminals of xterm's family send, whether or not the terminal database says so.
  static let common: KeySequences = {
    var sequences = KeySequences()
    let letters: [(String, Key)] = [
      ("A", .up), ("B", .down), ("C", .right), ("D", .left), ("H", .home), ("F", .end),
    ]
    for (letter, key) in letters {
      sequences.define("[" + letter, key)
      sequences.define("O" + letter, key)
    }
    let numbers: [(Int, Key)] = [
      (1, .home), (2, .insert), (3, .delete), (4, .end), (5, .pageUp), (6, .pageDown), (7, .home), (8, .end),
    ]
    for (number, key) in numbers { sequences.define("[\(number)~", key) }
    let functionNumbers = [11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24, 25, 26, 28, 29, 31, 32, 33, 34]
    for (index, number) in functionNumbers.enumerated() {
      sequences.define("[\(number)~", .function(index + 1))
    }
    for (index, letter) in ["P", "Q", "R", "S"].enumerated() {
      sequences.define("O" + letter, .function(index + 1))
    }
    for (index, letter) in ["A", "B", "C", "D", "E"].enumerated() {
      sequences.define("[[" + letter, .function(index + 1))
    }
    sequences.define("[Z", .backTab)
    // The keypad while the terminal is in application mode.
    sequences.define("OM", .enter)
    for (letter, character) in zip("pqrstuvwxyjklmnoX", "0123456789*+,-./=") {
      sequences.define("O\(letter)", .character(character))
    }
    return sequences
  }()

  /// The common ones and those of the terminal that ncurses has open, which win.
  static func ofTerminal() -> KeySequences {
    var sequences = common
    let capabilities: [(String, Key)] = [
      ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right), ("khome", .home), ("kend", .end),
      ("kpp", .pageUp), ("knp", .pageDown), ("kich1", .insert), ("kdch1", .delete), ("kbs", .backspace),
      ("kcbt", .backTab), ("kent", .enter),
    ]
    for (name, key) in capabilities { sequences.define(Capability.string(name), key) }
    for number in 1...20 { sequences.define(Capability.string("kf\(number)"), .function(number)) }
    return sequences
  }
}

/// What the terminal database says of the terminal that ncurses has open.
enum Capability {
  /// A string capability, empty where the terminal lacks it.
  static func string(_ name: String) -> [UInt8] {
    // The database's answer for a name that is no string capability is the address -1.
    guard let found = tigetstr(name), UInt(bitPattern: found) != UInt.max else { return [] }
    return bytes(found)
  }

  /// A string capability without its padding, `$<5>`, which only old terminals need.
  static func unpadded(_ name: String) -> [UInt8] { unpadded(string(name)) }

  static func unpadded(_ bytes: [UInt8]) -> [UInt8] {
    var kept: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "$"), index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "<"),
        let close = bytes[index...].firstIndex(of: UInt8(ascii: ">"))
      {
        index = close + 1
      } else {
        kept.append(bytes[index])
        index += 1
      }
    }
    return kept
  }

  /// Moves the cursor to a place, without padding.
  static func position(row: Int, column: Int) -> [UInt8] {
    guard let text = curses_position(Int32(row), Int32(column)) else { return [] }
    return unpadded(bytes(text))
  }

  private static func bytes(_ text: UnsafePointer<CChar>) -> [UInt8] {
    var bytes: [UInt8] = []
    var index = 0
    while text[index] != 0 {
      bytes.append(UInt8(bitPattern: text[index]))
      index += 1
    }
    return bytes
  }
}
