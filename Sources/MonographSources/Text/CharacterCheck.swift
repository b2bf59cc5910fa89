import MonographModel

/// Finds the characters that a terminal would obey rather than show.
struct CharacterCheck {
  let text: SourceText
  let log: DiagnosticLog

  /// Reports each C0, C1 and bidirectional control with its line and column, and lines of absurd length.
  func run(longestLine: Int) {
    text.bytes.withUnsafeBufferPointer { bytes in
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        if byte >= 0x20, byte < 0x7F {
          index += 1
          continue
        }
        check(bytes, at: index)
        index += 1
      }
    }
    checkLineLengths(longestLine)
  }

  private func check(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) {
    func following(_ distance: Int) -> UInt8 {
      index + distance < bytes.count ? bytes[index + distance] : 0
    }
    switch bytes[index] {
    case .tab, .lineFeed, .carriageReturn: break
    case 0x00:
      report(.controlCharacter, at: index, "A NUL character is shown as \u{FFFD}.")
    case let byte where byte < 0x20 || byte == 0x7F:
      report(.controlCharacter, at: index, "The control character \(name(UInt32(byte))) is in the text.")
    case 0xC2 where following(1) < 0xA0:
      report(
        .controlCharacter, at: index, "The control character \(name(UInt32(following(1)))) is in the text.")
    case 0xD8 where following(1) == 0x9C: reportDirection(0x061C, at: index)
    case 0xE2:
      let scalar = 0x2000 + (UInt32(following(1) & 0x3F) << 6) + UInt32(following(2) & 0x3F)
      switch scalar {
      case 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: reportDirection(scalar, at: index)
      default: break
      }
    default: break
    }
  }

  private func reportDirection(_ scalar: UInt32, at offset: Int) {
    report(
      .bidirectionalControl, at: offset, "\(name(scalar)) changes the direction of the text around it.")
  }

  private func report(_ rule: Rule, at offset: Int, _ message: @autoclosure () -> String) {
    guard !log.isFull(rule) else { return log.report(rule, line: 0, message()) }
    let line = text.line(at: offset)
    log.report(
      rule, line: line, column: text.column(at: offset, line: line), message(), fix: "remove the character")
  }

  private func checkLineLengths(_ longest: Int) {
    for number in 0..<text.lineCount {
      let end = number + 1 < text.lineCount ? text.lineStarts[number + 1] : text.bytes.count
      let length = end - text.lineStarts[number]
      guard length > longest else { continue }
      log.report(
        .tooLarge, line: number + 1, severity: .warning, "The line is \(length) bytes long.",
        fix: "break the line")
    }
  }

  private func name(_ scalar: UInt32) -> String {
    let digits = String(scalar, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
