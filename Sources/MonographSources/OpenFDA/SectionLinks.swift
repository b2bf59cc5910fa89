/// Where the section numbers of a label lead.
struct SectionLinks {
  /// The anchors of the sections by number.
  var anchors: [SectionNumber: String] = [:]
  /// The words of the main sections' headings without the number, as bytes in lower case.
  var names: [Int: [UInt8]] = [:]

  /// The links of a reference: `Warnings and Precautions (5.1)` as a whole where the section's name stands
  /// before its number, else each number alone.
  ///
  /// A lone number in parentheses may be a count or a spread (`12 (5.2)`), so that a whole number counts only
  /// after its section's name, and one with parts not after a digit or a percent sign.
  func links(
    _ reference: SectionReference, in text: LabelText, within range: Range<Int>
  ) -> [(range: Range<Int>, anchor: String)] {
    var links: [(range: Range<Int>, anchor: String)] = []
    guard let first = reference.numbers.first else { return [] }
    let nameStart = nameStart(first.number, before: reference, in: text, range)
    if let nameStart, reference.numbers.count == 1, let anchor = anchors[first.number] {
      return [(nameStart..<reference.range.upperBound, anchor)]
    }
    let before = text.lastByte(before: reference.range.lowerBound)
    let isMeasure = before.map { $0.isASCIIDigit || $0 == .percentSign || $0 == 0xB1 } ?? false
    for (number, place) in reference.numbers where place.lowerBound >= range.lowerBound {
      guard let anchor = anchors[number], number.parts.count > 1 && !isMeasure || nameStart != nil else {
        continue
      }
      links.append((place, anchor))
    }
    return links
  }

  /// Where the name of the section stands right before a reference to it, or to a part of it.
  private func nameStart(
    _ number: SectionNumber, before reference: SectionReference, in text: LabelText, _ range: Range<Int>
  ) -> Int? {
    guard let first = number.parts.first, let name = names[first], !name.isEmpty else { return nil }
    var end = reference.range.lowerBound
    while end > range.lowerBound, text.bytes[end - 1] == .space { end -= 1 }
    let start = end - name.count
    guard start >= range.lowerBound, text.isWordStart(start) || text.bytes[start - 1] == .leftBracket else {
      return nil
    }
    for step in name.indices where text.bytes[start + step].lowercased != name[step] { return nil }
    return start
  }
}
