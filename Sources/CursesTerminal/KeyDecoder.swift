import BrowserCore

/// Turns the bytes a terminal sends into keys. A value without a clock: who feeds it says when the delay
/// after an escape is over.
///
/// ncurses' own decoder is not used since it hands an unknown escape sequence on letter by letter, each a
/// command, and loses the keys that follow a byte that is not UTF-8. The rules for where a sequence ends
/// are ECMA-48's (5.4 for control sequences, 5.6 for control strings).
struct KeyDecoder {
  private let sequences: KeySequences
  private let isUTF8: Bool
  private var pending: [UInt8] = []

  /// The longest sequence held; a longer one is dropped as it comes.
  private static let limit = 256

  init(sequences: KeySequences, isUTF8: Bool) {
    self.sequences = sequences
    self.isUTF8 = isUTF8
  }

  /// Whether bytes are held whose meaning depends on what follows.
  var isPending: Bool { !pending.isEmpty }

  /// Takes bytes in the order they came and adds the keys they complete.
  mutating func feed(_ bytes: some Sequence<UInt8>, into keys: inout [Key]) {
    for byte in bytes { take(byte, &keys) }
  }

  /// Nothing more came within the delay: what is held is all there is.
  mutating func expire(into keys: inout [Key]) {
    defer { pending.removeAll(keepingCapacity: true) }
    if let key = sequences[pending] {
      keys.append(key)
    } else if pending == [0x1b] {
      keys.append(.escape)
    } else if pending == [0x1b, 0x1b] {
      keys += [.escape, .escape]
    }
  }

  private mutating func take(_ byte: UInt8, _ keys: inout [Key]) {
    if pending.isEmpty, byte != 0x1b, byte < 0x80 {
      if let key = Self.key(ascii: byte) { keys.append(key) }
      return
    }
    pending.append(byte)
    switch state() {
    case .incomplete:
      if pending.count > Self.limit { pending.removeLast(pending.count - 3) }
    case .key(let key):
      pending.removeAll(keepingCapacity: true)
      keys.append(key)
    case .ignored:
      pending.removeAll(keepingCapacity: true)
    case .broken:
      pending.removeAll(keepingCapacity: true)
      take(byte, &keys)
    case .escapeBefore:
      pending.removeAll(keepingCapacity: true)
      keys.append(.escape)
      pending.append(0x1b)
      take(byte, &keys)
    }
  }

  private enum State {
    /// More is to come.
    case incomplete
    /// A key.
    case key(Key)
    /// Whole, and none of ours.
    case ignored
    /// The last byte does not belong to those before it, which mean nothing.
    case broken
    /// The Escape key, then an escape with the last byte.
    case escapeBefore
  }

  private func state() -> State {
    if pending[0] >= 0x80 { return character(at: 0) }
    if sequences.isPrefix(pending) { return .incomplete }
    if let key = sequences[pending] { return .key(key) }
    guard pending.count > 1 else { return .incomplete }
    switch pending[1] {
    case UInt8(ascii: "["): return controlSequence(from: 2)
    case UInt8(ascii: "O"): return singleShift(from: 2)
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "X"), UInt8(ascii: "^"), UInt8(ascii: "_"):
      return controlString()
    case 0x1b:
      guard pending.count > 2 else { return .incomplete }
      switch pending[2] {
      // An Alt+arrow as some terminals send it: an escape before the whole sequence.
      case UInt8(ascii: "["): return controlSequence(from: 3)
      case UInt8(ascii: "O"): return singleShift(from: 3)
      default: return .escapeBefore
      }
    case 0x80...:
      // Alt with a character: no key of ours, and neither Escape nor the character alone.
      if case .incomplete = character(at: 1) { return .incomplete }
      return .ignored
    default: return .ignored
    }
  }

  private func controlSequence(from start: Int) -> State {
    guard pending.count > start, let last = pending.last else { return .incomplete }
    // The Linux console's function keys: a second bracket and a letter.
    if pending[start] == UInt8(ascii: "[") { return pending.count > start + 1 ? .ignored : .incomplete }
    switch last {
    case 0x20...0x3f: return .incomplete
    case 0x40...0x7e: return .ignored
    default: return .broken
    }
  }

  private func singleShift(from start: Int) -> State {
    guard pending.count > start, let last = pending.last else { return .incomplete }
    switch last {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: ";"): return .incomplete
    case 0x20...0x7e: return .ignored
    default: return .broken
    }
  }

  private func controlString() -> State {
    if pending.last == 0x07 { return .ignored }
    return pending.count > 3 && pending.suffix(2) == [0x1b, UInt8(ascii: "\\")] ? .ignored : .incomplete
  }

  private func character(at start: Int) -> State {
    let lead = pending[start]
    guard isUTF8 else { return .ignored }
    let length =
      switch lead {
      case 0xc2...0xdf: 2
      case 0xe0...0xef: 3
      case 0xf0...0xf4: 4
      default: 1
      }
    guard length > 1 else { return .ignored }
    if pending.count - start > 1, pending[pending.count - 1] & 0xc0 != 0x80 { return .broken }
    guard pending.count - start == length else { return .incomplete }
    guard let text = String(validating: pending[start...], as: UTF8.self),
      let scalar = text.unicodeScalars.first, scalar.value >= 0xa0
    else { return .ignored }
    return .key(.character(Character(scalar)))
  }

  private static func key(ascii byte: UInt8) -> Key? {
    switch byte {
    case 0x08, 0x7f: .backspace
    case 0x09: .tab
    case 0x0a, 0x0d: .enter
    case 0x00: .control("@")
    case 0x01...0x1a: .control(Character(Unicode.Scalar(byte + 0x60)))
    case 0x1c...0x1f: .control(Character(Unicode.Scalar(byte + 0x40)))
    case 0x20...0x7e: .character(Character(Unicode.Scalar(byte)))
    default: nil
    }
  }
}
