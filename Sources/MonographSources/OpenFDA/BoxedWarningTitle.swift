/// The title of a boxed warning: `WARNING: SERIOUS INFECTIONS AND MALIGNANCY` before the sentences of the
/// box.
struct BoxedWarningTitle {
  let text: LabelText
  let names: NameWords

  private static let longest = 600

  /// Where the title ends that a box begins with: behind the last word in capitals before the first that is
  /// not. Where the box begins, if it has none.
  func end(in box: Range<Int>) -> Int {
    var end = box.lowerBound
    var last: LabelWord?
    var count = 0
    var place = text.afterSpace(box.lowerBound, limit: box.upperBound)
    while place < min(box.upperBound, box.lowerBound + Self.longest) {
      let wordEnd = text.wordEnd(place, limit: box.upperBound)
      let word = LabelWord(place..<wordEnd, in: text)
      let isSmall = word.form == .lower && word.code.map(HeadingWords.small.contains) == true
      guard
        word.form == .capitals || word.form == .neutral || isSmall
          || word.form == .capital && word.range.count < 3
      else {
        // The product's name in capitals begins the sentence: `WARNING: ABUSE APADAZ can`.
        if word.form == .lower, let name = last, name.code.map(names.first.contains) == true {
          return text.trimmed(box.lowerBound..<name.range.lowerBound).upperBound
        }
        break
      }
      if word.form == .capitals {
        count += 1
        end = wordEnd
        last = word
      }
      place = text.afterSpace(wordEnd, limit: box.upperBound)
    }
    return count > 1 || end == box.upperBound ? end : box.lowerBound
  }

  /// The title up to where its first words stand again in it, and what stands from there on.
  func once(_ title: Range<Int>) -> (title: Range<Int>, again: Range<Int>)? {
    let length = 16
    guard title.count > 2 * length else { return nil }
    for place in title.dropFirst(length)
    where text.isWordStart(place) && text.matches(title.lowerBound, place, count: length) {
      return (text.trimmed(title.lowerBound..<place), text.trimmed(place..<title.upperBound))
    }
    return nil
  }

  /// Where the title stands again, as it does where the highlights' box follows the full one.
  func repetition(of title: Range<Int>, in box: Range<Int>, from start: Int) -> Int? {
    guard title.count > 8, start < box.upperBound else { return nil }
    let wanted = Array(text.bytes[title.lowerBound..<min(title.upperBound, title.lowerBound + 40)])
    return text.range(of: wanted, from: start).flatMap {
      $0.lowerBound < box.upperBound ? $0.lowerBound : nil
    }
  }
}
