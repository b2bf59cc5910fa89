/// A term of a text: what is compared when words are searched. See ``TermScanner``.
public struct Term: Hashable, Sendable {
  /// The term: at most ``TermScanner/lengthLimit`` bytes of lower-case letters, digits and decimal points.
  public var text: String
  /// Where it stands in the text, in bytes of UTF-8. A joined term covers its parts.
  public var range: Range<Int>
  /// Whether it joins the parts of a compound, which are terms themselves.
  public var isJoined: Bool

  /// Makes a term.
  public init(text: String, range: Range<Int>, isJoined: Bool = false) {
    self.text = text
    self.range = range
    self.isJoined = isJoined
  }
}

/// A term where the scanner has it: its bytes may be read only until the closure that is given it returns.
public struct ScannedTerm {
  /// The folded bytes.
  public let bytes: UnsafeBufferPointer<UInt8>
  /// Where it stands in the text, in bytes of UTF-8.
  public let range: Range<Int>
  /// Whether it joins the parts of a compound.
  public let isJoined: Bool

  /// The term as a value of its own.
  public var term: Term {
    Term(text: String(decoding: bytes, as: UTF8.self), range: range, isJoined: isJoined)
  }
}
