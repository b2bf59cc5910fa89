/// Where sentences of a section's text end: at each line break, and after a full stop, question mark or exclamation mark
/// with a blank behind it, unless what follows is no capital, digit, bracket or bullet (`e.g. this`, `5 mg. per`).
public struct SentenceBoundaries {
  /// The offsets in UTF-8 bytes just behind each end, in order.
  public private(set) var ends: [Int] = []

  /// Cost: one pass over the text, up to `limit` bytes.
  public init(_ text: String, limit: Int) {
    var text = text
    ends = text.withUTF8 { bytes in
      var ends: [Int] = []
      let count = min(bytes.count, limit)
      for index in 0..<count {
        switch bytes[index] {
        case 0x0A: ends.append(index + 1)
        case 0x2E, 0x3F, 0x21:
          guard index + 2 < count, bytes[index + 1] == 0x20, index > 1, bytes[index - 2] != 0x2E else {
            continue
          }
          switch bytes[index + 2] {
          case 0x41...0x5A, 0x30...0x39, 0x5B, 0xE2: ends.append(index + 2)
          default: continue
          }
        default: continue
        }
      }
      return ends
    }
  }
}
