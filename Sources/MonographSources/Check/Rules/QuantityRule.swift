import MonographModel

/// A rule that looks at one quantity at a time: how its number and its unit are written.
struct QuantityRule: ContentRule {
  let rule: Rule
  /// What is wrong with a quantity of a cell, if anything is.
  let fault: @Sendable (_ quantity: Quantity, _ tokens: [CheckToken]) -> [Finding]

  func findings(in text: CheckedText) -> [Finding] {
    text.rows.flatMap { row in
      row.cells.flatMap { cell in
        cell.quantities.filter { !$0.isLaboratory }.flatMap { fault($0, cell.tokens) }
      }
    }
  }

  /// The table of these rules.
  static let all: [any ContentRule] = [
    QuantityRule(rule: .trailingZero) { quantity, tokens in
      quantity.numbers.map { tokens[$0] }.compactMap { number in
        guard let point = number.text.lastIndex(of: "."), number.text.hasSuffix("0") else { return nil }
        let digits = number.text[point...].reversed().drop { $0 == "0" }.count
        let whole = number.text[..<point] + number.text[point...].prefix(digits > 1 ? digits : 0)
        let unit = tokens[quantity.units[0]].text
        return Finding(
          place: number.place,
          message: "“\(number.text) \(unit)” is read as “\(number.text.filter { $0 != "." }) \(unit)” "
            + "where the point is not seen.",
          fix: "write \(whole.isEmpty ? "0" : whole) \(unit)")
      }
    },
    QuantityRule(rule: .nakedDecimal) { quantity, tokens in
      quantity.numbers.map { tokens[$0] }.compactMap { number in
        guard number.text.hasPrefix(".") else { return nil }
        let unit = tokens[quantity.units[0]].text
        return Finding(
          place: number.place,
          message:
            "“\(number.text) \(unit)” is read as “\(number.text.dropFirst()) \(unit)” where the point is "
            + "not seen.",
          fix: "write 0\(number.text) \(unit)")
      }
    },
    QuantityRule(rule: .thousands) { quantity, tokens in
      quantity.numbers.map { tokens[$0] }.compactMap { number in
        let whole = number.text.prefix { $0 != "." }
        guard whole.count > 3, !whole.contains(",") else { return nil }
        return Finding(
          place: number.place, message: "The digits of “\(number.text)” are not parted by a comma.",
          fix: "write \(Self.grouped(whole))\(number.text.dropFirst(whole.count))")
      }
    },
    QuantityRule(rule: .unitSpacing) { quantity, tokens in
      quantity.units.compactMap { unit in
        let number = tokens[unit - 1]
        guard number.kind == .number, !tokens[unit].isSpaced else { return nil }
        return Finding(
          place: number.place, message: "“\(number.text)\(tokens[unit].text)” runs number and unit together.",
          fix: "write \(number.text) \(tokens[unit].text)")
      }
    },
    QuantityRule(rule: .slashInDose) { quantity, tokens in
      let slashed = quantity.denominators.contains {
        $0.isSlash && DoseVocabulary.dosingTimes.contains($0.word)
      }
      guard slashed, let unit = quantity.units.last else { return [] }
      let written = tokens[unit..<quantity.range.upperBound].map(\.text).joined()
      let name =
        tokens[unit].lowercased == "μg" || tokens[unit].lowercased == "µg" ? "mcg" : tokens[unit].text
      let spelled = ([name] + quantity.denominators.map { "per \($0.word)" }).joined(
        separator: " ")
      return [
        Finding(
          place: tokens[unit].place, message: "The slash of “\(written)” can be read as the number 1.",
          fix: "write \(spelled)")
      ]
    },
  ]

  /// Digits with a comma before each group of three.
  private static func grouped(_ digits: Substring) -> String {
    digits.enumerated().reduce(into: "") { text, next in
      if next.offset > 0, (digits.count - next.offset) % 3 == 0 { text += "," }
      text.append(next.element)
    }
  }
}
