import Foundation

/// Names as they are compared: `Alzheimer’s Disease` and `alzheimers disease` are one, `GABA-B` and
/// `gaba b`, `Ménière` and `meniere`, `µg` and `μg`.
enum FoldedName {
  /// The folded form: lower case, without accents and apostrophes, compatibility forms replaced by plain
  /// ones, anything but letters and digits one space, none at the ends. A name of symbols alone is kept
  /// as it is, in lower case.
  static func fold(_ name: String) -> String {
    var name = name
    if let folded = name.withUTF8({ foldASCII($0) }) { return folded.isEmpty ? name.lowercased() : folded }
    let folded = foldUnicode(name)
    return folded.isEmpty ? name.lowercased() : folded
  }

  /// Nil where there is more than ASCII.
  private static func foldASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    var folded: [UInt8] = []
    folded.reserveCapacity(bytes.count)
    var isSpaceDue = false
    for byte in bytes {
      let lowered: UInt8
      switch byte {
      case 0x30...0x39, 0x61...0x7A: lowered = byte
      case 0x41...0x5A: lowered = byte | 0x20
      case 0x27: continue
      case 0x80...: return nil
      default:
        isSpaceDue = !folded.isEmpty
        continue
      }
      if isSpaceDue { folded.append(0x20) }
      isSpaceDue = false
      folded.append(lowered)
    }
    return String(decoding: folded, as: UTF8.self)
  }

  private static func foldUnicode(_ name: String) -> String {
    var folded = String.UnicodeScalarView()
    var isSpaceDue = false
    for scalar in name.decomposedStringWithCompatibilityMapping.lowercased().unicodeScalars {
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .enclosingMark: continue
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .spacingMark,
        .decimalNumber, .letterNumber, .otherNumber:
        if isSpaceDue { folded.append(" ") }
        isSpaceDue = false
        folded.append(scalar)
      default:
        if scalar != "'" && scalar != "\u{2019}" && scalar != "\u{2BC}" { isSpaceDue = !folded.isEmpty }
      }
    }
    return String(folded)
  }
}

/// What a name is to its entity. The order is that in which equal names are offered; the numbers are part
/// of the file format.
enum NameRole: Int, Comparable {
  case title = 0
  case slug = 1
  case alias = 2
  case identifier = 3

  static func < (left: NameRole, right: NameRole) -> Bool { left.rawValue < right.rawValue }
}
