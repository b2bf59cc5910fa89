import MonographModel

/// Finds μg and µg, whichever of the two signs is used: U+03BC or U+00B5.
struct MicrogramSymbolRule: ContentRule {
  let rule = Rule.microgramSymbol

  func findings(in text: CheckedText) -> [Finding] {
    text.rows.flatMap(\.cells).flatMap(\.tokens).compactMap { token in
      guard token.kind == .word, let sign = token.text.unicodeScalars.first, sign == "μ" || sign == "µ",
        ["g", "gm", "gs", "gms"].contains(token.lowercased.dropFirst())
      else { return nil }
      let code = String(sign.value, radix: 16, uppercase: true)
      return Finding(
        place: token.place,
        message:
          "The sign of micro (U+\(String(repeating: "0", count: 4 - code.count))\(code)) is read as an m, "
          + "and the dose as milligrams.",
        fix: "write mcg or microgram")
    }
  }
}
