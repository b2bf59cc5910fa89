/// A character of a source with the place where it stands.
struct PlacedScalar: Hashable {
  /// The character.
  var value: Unicode.Scalar
  /// The line, from 1.
  var line: Int32
  /// The column in characters, from 1.
  var column: Int32

  var place: SourcePlace { SourcePlace(line: Int(line), column: Int(column)) }
}

/// A line and a column of a source, both from 1; the column in characters.
struct SourcePlace: Hashable, Comparable {
  var line: Int
  var column: Int

  static func < (left: SourcePlace, right: SourcePlace) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

extension SourceText {
  /// The characters of a line with their places. Costs time in proportion to the line.
  func placedScalars(ofLine number: Int) -> [PlacedScalar] {
    var scalars: [PlacedScalar] = []
    let bytes = line(number)
    scalars.reserveCapacity(bytes.count)
    var column: Int32 = 1
    for value in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      scalars.append(PlacedScalar(value: value, line: Int32(clamping: number), column: column))
      column += 1
    }
    return scalars
  }
}

extension Unicode.Scalar {
  /// A space, a tab, a line end, a space that does not break.
  var isBlank: Bool { properties.isWhitespace }
  /// A digit from 0 to 9.
  var isDigit: Bool { (0x30...0x39).contains(value) }
  /// A letter of any script, or a mark that belongs to one.
  var isLetter: Bool {
    value < 0x80 ? (0x61...0x7A).contains(value | 0x20) : properties.isAlphabetic || isCombining
  }

  private var isCombining: Bool {
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: true
    default: false
    }
  }
}

extension Collection<PlacedScalar> {
  /// The characters as text.
  var text: String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: lazy.map(\.value))
    return String(view)
  }

  /// Whether the characters begin with an ASCII text, letters of either case.
  func startsIgnoringCase(with text: String) -> Bool {
    var index = startIndex
    for wanted in text.unicodeScalars {
      guard index < endIndex,
        self[index].value.properties.lowercaseMapping == wanted.properties.lowercaseMapping
      else { return false }
      index = self.index(after: index)
    }
    return true
  }
}

extension BidirectionalCollection<PlacedScalar> {
  /// Without blanks at both ends.
  var trimmingBlanks: SubSequence {
    guard let first = firstIndex(where: { !$0.value.isBlank }),
      let last = lastIndex(where: { !$0.value.isBlank })
    else { return self[endIndex...] }
    return self[first...last]
  }
}
