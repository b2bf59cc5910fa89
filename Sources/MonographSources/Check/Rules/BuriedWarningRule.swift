import MonographModel

/// Finds words of the gravest warnings in text that is not a callout, where a hurried reader misses them.
struct BuriedWarningRule: ContentRule {
  let rule = Rule.buriedWarning

  /// What is not to be done, in lower case; a word that ends with a hyphen is the beginning of words.
  private static let deeds: [[String]] = [
    ["abruptly", "stop-"], ["abruptly", "discontinu-"], ["abruptly", "withdraw-"], ["stop-", "abruptly"],
    ["discontinu-", "abruptly"], ["withdrawn", "abruptly"],
  ]
  /// What may come of it, which a text may also deny.
  private static let outcomes: [[String]] = [
    ["abrupt", "withdrawal"], ["abrupt", "discontinuation"], ["abrupt", "cessation"], ["fatal"], ["fatally"],
    ["fatalities"], ["life", "-", "threatening"], ["boxed", "warning-"], ["black", "box", "warning-"],
  ]
  /// What makes an outcome no warning: it is denied, or only pointed at.
  private static let denials: Set<String> = ["no", "not", "without", "non", "never", "see", "complete"]

  func findings(in text: CheckedText) -> [Finding] {
    text.rows.filter { !$0.isInCallout && $0.kind != .caption }.compactMap { row in
      row.cells.lazy.compactMap { finding(in: $0.tokens) }.first
    }
  }

  private func finding(in tokens: [CheckToken]) -> Finding? {
    for index in tokens.indices {
      let isDenied = tokens[..<index].suffix(2).contains { $0.isWord(in: Self.denials) }
      let phrases = isDenied ? Self.deeds : Self.deeds + Self.outcomes
      guard let phrase = phrases.first(where: { stands($0, at: index, in: tokens) }) else { continue }
      let words = tokens[index..<(index + phrase.count)].reduce(into: "") { text, token in
        if token.isSpaced, !text.isEmpty { text += " " }
        text += token.text
      }
      return Finding(
        place: tokens[index].place, message: "“\(words)” stands in plain text, where it is passed over.",
        fix: "put it into a callout: > [!WARNING]")
    }
    return nil
  }

  private func stands(_ phrase: [String], at index: Int, in tokens: [CheckToken]) -> Bool {
    guard index + phrase.count <= tokens.count else { return false }
    return zip(phrase, tokens[index...]).allSatisfy { wanted, token in
      wanted.count > 1 && wanted.hasSuffix("-")
        ? token.lowercased.hasPrefix(wanted.dropLast()) : token.lowercased == wanted
    }
  }
}
