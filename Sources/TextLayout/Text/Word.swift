/// A stretch of text without a space, and how it hangs together with the word before it.
struct Word: Hashable {
  /// Its bytes.
  var bytes: Range<Int>
  /// The columns it takes.
  var columns: Int
  /// Whether its bytes are shown as they are, one column each.
  var isPlain: Bool
  /// Whether it holds a digit.
  var hasDigit: Bool
  /// How it hangs together with the word before it.
  var bond: Bond = .loose
  /// The columns of the space before it.
  var gap = 1
  /// Whether that space is one blank.
  var isGapPlain = true

  /// How firmly two words hold together.
  enum Bond: UInt8, Hashable, Comparable {
    /// A line may end between them.
    case loose
    /// A line ends between them only where both do not fit on one.
    case firm
    /// Likewise, and gives way after firm bonds: a label and its value, words around a no-break space.
    case close
    /// A value and its unit: the last to give way.
    case unbreakable
    /// A line must end between them.
    case broken

    /// The bond that gives way next.
    var firmer: Bond { Bond(rawValue: rawValue + 1) ?? .broken }

    /// Whether it keeps two words on one line where both fit.
    var holds: Bool { self != .loose && self != .broken }

    /// By the force that keeps them together.
    static func < (left: Bond, right: Bond) -> Bool { left.rawValue < right.rawValue }
  }
}
