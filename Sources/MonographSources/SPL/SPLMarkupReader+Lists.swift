import MonographModel

extension SPLMarkupReader {
  /// The list that has just begun. Its caption becomes a paragraph of strong text before it.
  ///
  /// The model numbers lists 1, 2, 3. Where a label counts in letters or Roman numerals its items are bullets
  /// whose text begins with the letter, as the label's readers see it.
  func list(captionTo before: inout [Block], nesting: Int) -> Block.Content {
    var isOrdered = cursor.element == .ol
    var style = Numbering.arabic
    var start = 1
    cursor.forEachAttribute { attribute, value in
      switch attribute {
      case .listType: isOrdered = String(cString: value).lowercased() == "ordered"
      case .styleCode: style = Numbering(String(cString: value))
      case .start: start = firstNumber(String(cString: value))
      case .id: onID(String(cString: value))
      default: break
      }
    }
    var items: [[Block]] = []
    let depth = cursor.depth
    while let event = next(within: depth) {
      switch event {
      case .start: readPart(to: &items, captionTo: &before, nesting: nesting)
      default: if let stray = stray(event) { items.append([Block(.paragraph(stray.content))]) }
      }
    }
    guard isOrdered else { return .list(List(items: items)) }
    if style == .arabic { return .list(List(start: start, items: items)) }
    for index in items.indices { items[index].lead(with: style.mark(start + index)) }
    return .list(List(items: items))
  }

  /// The numbers that a list may begin with.
  private static let firstNumbers = 0...999_999

  /// The number that a list begins with: 1 where what is stated is none, the nearest where it is beyond reason.
  private func firstNumber(_ stated: String) -> Int {
    guard let number = Int(stated) else { return 1 }
    let nearest = min(max(number, Self.firstNumbers.lowerBound), Self.firstNumbers.upperBound)
    if nearest != number {
      report(.markup, "A list begins with the number \(number); it is counted from \(nearest).")
    }
    return nearest
  }

  /// Reads an item or the caption of a list.
  private func readPart(to items: inout [[Block]], captionTo before: inout [Block], nesting: Int) {
    guard cursor.element == .caption else {
      readIdentity()
      items.append(styledBlocks(nesting: nesting))
      return
    }
    let caption = inlines()
    guard let caption else { return }
    let block = Block(.paragraph(caption.content.allStrong), lines: keepsLines ? caption.lines : nil)
    if items.isEmpty { before.append(block) } else { items.append([block]) }
  }

  /// The blocks of the cell or item that has just begun, in the styles that its codes give to all its text.
  func styledBlocks(nesting: Int) -> [Block] {
    let outer = inheritedStyles
    defer { inheritedStyles = outer }
    cursor.forEachAttribute { attribute, value in
      guard attribute == .styleCode else { return }
      inheritedStyles += SPLStyle.styles(of: value).filter { !outer.contains($0) }
    }
    return blocks(nesting: nesting)
  }

  /// Tells of the id of the element that has just begun.
  func readIdentity() {
    cursor.forEachAttribute { if $0 == .id { onID(String(cString: $1)) } }
  }

  /// How the items of an ordered list are counted.
  private enum Numbering: Equatable {
    case arabic, littleLetter, bigLetter, littleRoman, bigRoman

    init(_ styleCode: String) {
      let code = styleCode.lowercased()
      let isBig = code.contains("big") || code.contains("upper")
      if code.contains("alpha") {
        self = isBig ? .bigLetter : .littleLetter
      } else if code.contains("roman") {
        self = isBig ? .bigRoman : .littleRoman
      } else {
        self = .arabic
      }
    }

    func mark(_ number: Int) -> String {
      switch self {
      case .arabic: "\(number)."
      case .littleLetter: Self.letters(number) + "."
      case .bigLetter: Self.letters(number).uppercased() + "."
      case .littleRoman: Self.roman(number) + "."
      case .bigRoman: Self.roman(number).uppercased() + "."
      }
    }

    /// `a`, `b` … `z`, `aa`.
    private static func letters(_ number: Int) -> String {
      var letters: [UInt8] = []
      var rest = max(0, number - 1)
      repeat {
        letters.insert(UInt8(ascii: "a") + UInt8(rest % 26), at: 0)
        rest = rest / 26 - 1
      } while rest >= 0
      return letters.text
    }

    private static func roman(_ number: Int) -> String {
      guard (1..<4_000).contains(number) else { return "\(number)" }
      let numerals = [
        (1_000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
        (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
      ]
      var rest = number
      var text = ""
      for (value, numeral) in numerals {
        while rest >= value {
          text += numeral
          rest -= value
        }
      }
      return text
    }
  }
}

extension [Block] {
  /// Puts a mark before the text of the first paragraph.
  fileprivate mutating func lead(with mark: String) {
    if let first, case .paragraph(let content) = first.content {
      self[0].content = .paragraph(([.text(mark + " ")] + content).joiningTexts())
    } else {
      insert(Block(.paragraph([.text(mark)])), at: 0)
    }
  }
}

extension [Inline] {
  /// Strong, unless it is that already.
  var allStrong: [Inline] {
    if count == 1, case .strong = self[0] { return self }
    return [.strong(self)]
  }
}
