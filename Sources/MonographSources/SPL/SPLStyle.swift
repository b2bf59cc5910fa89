import MonographModel

/// Reads the style codes of a label, which stand in one attribute, parted by spaces: `bold italics xmChange`.
enum SPLStyle {
  /// The styles of running text, outermost first.
  static func styles(of codes: UnsafePointer<UInt8>) -> [SPLFlow.Style] {
    var styles: [SPLFlow.Style] = []
    forEachCode(codes) { code in
      let style: SPLFlow.Style? =
        if code.startsIgnoringCase(with: "bold") || code.startsIgnoringCase(with: "emphasis") {
          .strong
        } else if code.startsIgnoringCase(with: "italic") || code.startsIgnoringCase(with: "underline") {
          .emphasis
        } else if code.startsIgnoringCase(with: "xmchange") {
          .changed
        } else if code.startsIgnoringCase(with: "sup") {
          .superscript
        } else if code.startsIgnoringCase(with: "sub") {
          .subscript
        } else {
          nil
        }
      if let style, !styles.contains(style) { styles.append(style) }
    }
    return styles
  }

  /// Whether the codes mark something as recently changed.
  static func isChanged(_ codes: UnsafePointer<UInt8>) -> Bool { holds("xmchange", in: codes) }

  /// Whether the codes draw a rule under a cell or row.
  static func isUnderlined(_ codes: UnsafePointer<UInt8>) -> Bool { holds("botrule", in: codes) }

  private static func holds(_ wanted: StaticString, in codes: UnsafePointer<UInt8>) -> Bool {
    var isFound = false
    forEachCode(codes) { if $0.startsIgnoringCase(with: wanted) { isFound = true } }
    return isFound
  }

  private static func forEachCode(
    _ codes: UnsafePointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    var place = codes
    while true {
      while place.pointee.isASCIIWhitespace { place += 1 }
      guard place.pointee != 0 else { return }
      let start = place
      while place.pointee != 0, !place.pointee.isASCIIWhitespace { place += 1 }
      body(UnsafeBufferPointer(start: start, count: place - start))
    }
  }
}
