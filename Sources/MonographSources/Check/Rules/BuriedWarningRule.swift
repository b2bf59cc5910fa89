import MonographModel

/// Finds words of the gravest warnings in text that is not a callout, where a hurried reader misses them.
struct BuriedWarningRule: ContentRule {
  let rule = Rule.buriedWarning

  /// What is not to be done, by the beginnings of words, in lower case.
  private static let deeds = ["stop", "discontinu", "withdraw", "ceas", "interrupt"]
  /// How it is not to be done.
  private static let manners: Set<String> = ["abruptly", "suddenly"]
  /// What may come of it, which a text may also deny.
  private static let outcomes: [[String]] = [
    ["abrupt", "withdrawal"], ["abrupt", "discontinuation"], ["abrupt", "cessation"],
    ["sudden", "withdrawal"],
    ["sudden", "discontinuation"], ["sudden", "cessation"], ["fatal"], ["fatally"], ["fatalities"],
    ["life", "-", "threatening"], ["life", "threatening"], ["boxed", "warning-"],
    ["black", "box", "warning-"],
    ["black", "-", "box", "warning-"],
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
      let phrase = isDenied ? nil : Self.outcomes.first { stands($0, at: index, in: tokens) }
      guard let end = phrase.map({ index + $0.count }) ?? endOfDeed(at: index, in: tokens) else { continue }
      return Finding(
        place: tokens[index].place,
        message: "“\(tokens[index..<end].text)” stands in plain text, where it is passed over.",
        fix: "put it into a callout: > [!WARNING]")
    }
    return nil
  }

  /// The end of words that tell of stopping and of doing it abruptly, the one near the other in a sentence: `stop
  /// baclofen abruptly`, `abruptly discontinued`; nil where none begin here.
  private func endOfDeed(at index: Int, in tokens: [CheckToken]) -> Int? {
    if tokens[index].isWord(in: Self.manners) {
      return index + 1 < tokens.count && isDeed(tokens[index + 1]) ? index + 2 : nil
    }
    guard isDeed(tokens[index]) else { return nil }
    let sentence = tokens[(index + 1)...].prefix(Self.reach).prefix { !$0.endsSentence }
    return sentence.firstIndex { $0.isWord(in: Self.manners) }.map { $0 + 1 }
  }

  /// How many words further on the manner of a deed is looked for.
  private static let reach = 5

  private func isDeed(_ token: CheckToken) -> Bool {
    token.kind == .word && Self.deeds.contains { token.lowercased.hasPrefix($0) }
  }

  private func stands(_ phrase: [String], at index: Int, in tokens: [CheckToken]) -> Bool {
    guard index + phrase.count <= tokens.count else { return false }
    return zip(phrase, tokens[index...]).allSatisfy { wanted, token in
      wanted.count > 1 && wanted.hasSuffix("-")
        ? token.lowercased.hasPrefix(wanted.dropLast()) : token.lowercased == wanted
    }
  }
}
