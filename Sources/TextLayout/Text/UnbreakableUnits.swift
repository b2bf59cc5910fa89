/// Which words must stay on one line: a number with its unit, a sign with its number, a grade with its letter.
///
/// A value that is split from its unit, or a range from its second half, is misread: `5` at the end of a
/// line, `mg` or `-10 mg` at the start of the next. The rules follow the NHS Common User Interface design
/// guidance "Medication Line" (dose and unit, and numbers and their context, wrap together) and ISMP's list
/// of error-prone abbreviations, symbols and dose designations (a space between number and unit, and no
/// sign that can be read as part of a number). The vocabulary stands in ``UnitVocabulary``.
///
/// Ranges (`80-100`), rates (`mg/kg/day`) and the like hold no space and are never broken anyway.
enum UnbreakableUnits {
  /// Gives each word its bond to the one before it, where it has none as firm yet.
  static func bind(_ words: inout [Word], in bytes: [UInt8]) {
    guard words.count > 1 else { return }
    var left = WordShape(words[0], in: bytes)
    var right = WordShape(words[1], in: bytes)
    for index in 1..<words.count {
      let follows = index + 1 < words.count ? WordShape(words[index + 1], in: bytes) : nil
      if words[index].bond == .loose || words[index].bond == .close {
        var bond = bond(of: left, to: right, before: follows, after: words[index - 1].bond)
        if bond == .loose, right.isCitation, !isLinkNumber(at: index, in: words, bytes: bytes) {
          bond = .firm
        }
        words[index].bond = max(bond, words[index].bond)
      }
      guard let follows else { return }
      left = right
      right = follows
    }
  }

  /// Whether a number in brackets is that of the link whose words follow it without a space.
  private static func isLinkNumber(at index: Int, in words: [Word], bytes: [UInt8]) -> Bool {
    guard index + 1 < words.count, words[index + 1].gap == 0 else { return false }
    return bytes[words[index + 1].bytes.lowerBound] != UInt8(ascii: "[")
  }

  /// How firmly a word holds to the one before it, which has a bond of its own to what stands before.
  private static func bond(
    of left: WordShape, to right: WordShape, before follows: WordShape?, after previous: Word.Bond
  ) -> Word.Bond {
    let isHeld = previous == .unbreakable
    if right.startsNumber, holds(left, number: right, isHeld: isHeld) { return .unbreakable }
    if left.endsNumber || left.isOne(of: UnitVocabulary.numberWords) {
      if let bond = bond(ofNumber: left, with: right, before: follows) { return bond }
    }
    if !isHeld, left.isOne(of: UnitVocabulary.designators), right.isDesignation { return .unbreakable }
    if left.isOne(of: UnitVocabulary.frequencyWords), right.isOne(of: UnitVocabulary.frequencyEnds) {
      return .unbreakable
    }
    guard isHeld || previous == .firm else { return .loose }
    return bond(after: left, with: right, before: follows, isHeld: isHeld)
  }

  /// Whether a number must follow a word on its line: `≥ 18`, `x 3`, `Type 2`, `every 3`, `5 to 10`.
  private static func holds(_ left: WordShape, number right: WordShape, isHeld: Bool) -> Bool {
    if left.isComparison || left.isTimes { return true }
    // `Day 3`, but not the day of `every 3 days 5 mg`.
    if !isHeld, left.isOne(of: UnitVocabulary.designators) { return true }
    if left.isOne(of: UnitVocabulary.frequencyWords) { return true }
    if isHeld, left.isDash || left.isOne(of: UnitVocabulary.connectors) { return true }
    return left.isShortNumber && right.isGroupOfThree
  }

  /// What follows a number: `5 mg`, `3 x`, `5 - 10`, `1 in 100`, `100 per minute`.
  private static func bond(
    ofNumber left: WordShape, with right: WordShape, before follows: WordShape?
  ) -> Word.Bond? {
    if right.isOne(of: UnitVocabulary.units) { return .unbreakable }
    guard let follows else { return nil }
    if right.isOne(of: UnitVocabulary.articles), follows.isOne(of: UnitVocabulary.units) {
      return .unbreakable
    }
    if right.isSlash, follows.startsNumber || follows.isOne(of: UnitVocabulary.units) { return .unbreakable }
    if right.isOne(of: UnitVocabulary.multiples), follows.isOne(of: UnitVocabulary.units) {
      return .unbreakable
    }
    if follows.startsNumber, left.endsNumber {
      if right.isTimes || right.isDash || right.isComparison { return .unbreakable }
      if right.isOne(of: UnitVocabulary.connectors) { return .unbreakable }
    }
    return right.isOne(of: UnitVocabulary.per) ? .firm : nil
  }

  /// What follows a unit that holds to its number: `mg - 10 mg`, `times daily`, `mg per kg per day`.
  private static func bond(
    after left: WordShape, with right: WordShape, before follows: WordShape?, isHeld: Bool
  ) -> Word.Bond {
    let isUnit = left.isOne(of: UnitVocabulary.units)
    if left.isOne(of: UnitVocabulary.per) { return isHeld ? .unbreakable : .firm }
    if isHeld, left.isSlash, right.startsNumber || right.isOne(of: UnitVocabulary.units) {
      return .unbreakable
    }
    if isHeld, isUnit, right.isSlash, follows?.isOne(of: UnitVocabulary.units) == true { return .unbreakable }
    if isHeld, left.isOne(of: UnitVocabulary.times), right.isOne(of: UnitVocabulary.frequencyEnds) {
      return .unbreakable
    }
    let precedesUnit = left.isOne(of: UnitVocabulary.articles) || left.isOne(of: UnitVocabulary.multiples)
    if isHeld, precedesUnit, right.isOne(of: UnitVocabulary.units) { return .unbreakable }
    if let follows, follows.startsNumber, isHeld, isUnit {
      if right.isDash { return .unbreakable }
      if right.isTimes { return .firm }
    }
    return right.isOne(of: UnitVocabulary.per) ? .firm : .loose
  }
}
