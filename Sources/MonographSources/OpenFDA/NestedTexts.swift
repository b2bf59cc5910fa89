/// Where each text of a record is shown: by itself, or within another that holds the same words.
///
/// openFDA gives the text of a part both under its own key and within that of the section around it: all but
/// 5 of 345 `pregnancy` texts stand word for word in `use_in_specific_populations`, `precautions` or
/// `warnings`.
enum NestedTexts {
  /// A text's place.
  enum Place: Equatable {
    case own
    case within(text: Int, range: Range<Int>)
  }

  /// Texts shorter than this are too common to be told by their words.
  private static let shortest = 24

  /// A record with more texts than this is no label; each is then shown by itself.
  private static let most = 2_000

  /// The places of all texts.
  static func places(of texts: [LabelText]) -> [Place] {
    var places = [Place](repeating: .own, count: texts.count)
    guard texts.count <= most else { return places }
    var byKey: [String: [Int]] = [:]
    for (index, text) in texts.enumerated() { byKey[text.key, default: []].append(index) }
    let outer = LabelKey.outer.flatMap { byKey[$0] ?? [] }
    for (index, text) in texts.enumerated() {
      var found: Place?
      if text.index > 0, let first = byKey[text.key]?.first, first != index,
        text.key != "spl_unclassified_section"
      {
        found = place(of: text, in: first, texts)
      }
      if found == nil, LabelKey.inner.contains(text.key) {
        for other in outer where other != index && texts[other].key != text.key {
          // What holds one text may itself stand within a third.
          guard let place = place(of: text, in: other, texts) else { continue }
          found = place
          break
        }
      }
      if let found { places[index] = found }
    }
    for index in texts.indices { places[index] = resolved(places[index], places) }
    return places
  }

  private static func place(of text: LabelText, in other: Int, _ texts: [LabelText]) -> Place? {
    let outer = texts[other]
    guard text.count >= shortest, text.count < outer.count else { return nil }
    guard let range = outer.range(of: text.bytes), outer.isWordStart(range.lowerBound),
      range.upperBound == outer.count || outer.bytes[range.upperBound] == .space
    else { return nil }
    return .within(text: other, range: range)
  }

  /// The place within a text that is shown by itself.
  private static func resolved(_ place: Place, _ places: [Place]) -> Place {
    var place = place
    // Each text is shorter than what holds it, so that this ends.
    while case .within(let text, let range) = place, case .within(let outer, let outerRange) = places[text] {
      let start = outerRange.lowerBound + range.lowerBound
      place = .within(text: outer, range: start..<(start + range.count))
    }
    return place
  }
}
