/// How many columns of a terminal a character takes.
///
/// The widths are those of the C library's `wcwidth`, which ncurses counts with; compiled in, they are the
/// same under every locale. A test holds the table against the C library.
public enum CharacterWidth {
  /// The columns a scalar takes: 0 for combining marks, 2 for East Asian wide characters, nil for what
  /// cannot be printed (controls, unassigned). ASCII, Latin-1 and Latin Extended need no search.
  public static func columns(of scalar: UInt32) -> Int? {
    if scalar < 0x7F { return scalar >= 0x20 ? 1 : nil }
    if scalar < 0x300 { return scalar >= 0xA0 ? 1 : nil }
    var low = 0
    var high = CharacterWidthTable.transitions.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if CharacterWidthTable.transitions[middle] >> 2 <= scalar { low = middle } else { high = middle }
    }
    let columns = Int(CharacterWidthTable.transitions[low] & 3)
    return columns == 3 ? nil : columns
  }

  /// Whether a scalar is meant to leave no mark of its own: joiners, fillers, direction controls, tags. Such
  /// characters can hide text or reorder it, so they are shown by their code. They are those of Unicode's
  /// property Default_Ignorable_Code_Point and of its category Format, and the separators of lines and
  /// paragraphs.
  static func isHidden(_ scalar: UInt32) -> Bool {
    if scalar < 0x34F { return scalar == 0xAD }
    switch scalar {
    case 0x34F, 0x600...0x605, 0x61C, 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x115F, 0x1160, 0x17B4, 0x17B5,
      0x180B...0x180F, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0x3164, 0xFE00...0xFE0F, 0xFEFF,
      0xFFA0, 0xFFF0...0xFFFB, 0x110BD, 0x110CD, 0x13430...0x1343F, 0x1BCA0...0x1BCA3, 0x1D173...0x1D17A,
      0xE0000...0xE0FFF:
      return true
    default: return false
    }
  }
}
