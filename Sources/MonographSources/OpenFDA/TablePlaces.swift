/// Where the tables of a record stand: each `*_table` field's markup is found again by its words in the text.
///
/// In all 3,980 tables with words of the 398 labels that were looked at, the words stand in the text in the
/// markup's order, caption and footer first where the markup has them first; only the spaces differ.
struct TablePlaces {
  /// A table's place in a text.
  struct Placed {
    var table: Int
    var range: Range<Int>
  }

  /// For each text, the tables in it in order.
  private(set) var inText: [[Placed]]
  /// For each text, the tables that belong to it and were not found in its words.
  private(set) var afterText: [[Int]]
  /// The tables of keys that have no text.
  private(set) var alone: [Int] = []
  /// The tables that are shown elsewhere already.
  private(set) var repeated: [Int] = []

  /// Tables beyond this many are not looked for in the text; real labels have up to a hundred.
  private static let most = 1_000

  private let texts: [LabelText]
  private let tables: [LabelTable]
  private let places: [NestedTexts.Place]
  /// Letters compared so far are counted against this, a hundred times what a real label needs.
  private var effort: Int

  init(of tables: [LabelTable], in texts: [LabelText], places: [NestedTexts.Place]) {
    self.texts = texts
    self.tables = tables
    self.places = places
    inText = Array(repeating: [], count: texts.count)
    afterText = Array(repeating: [], count: texts.count)
    effort = 4_000_000 + 20 * texts.reduce(0) { $0 + $1.count }
    var keys: [String] = []
    for table in tables.prefix(Self.most) where !keys.contains(table.key) { keys.append(table.key) }
    // The sections before the parts that stand within them, whose tables are the same ones once more.
    let outerFirst = keys.filter(hasOwnText) + keys.filter { !hasOwnText($0) }
    for key in outerFirst { place(key) }
    alone += Array(tables.indices.dropFirst(Self.most))
    for index in inText.indices { inText[index].sort { $0.range.lowerBound < $1.range.lowerBound } }
  }

  private func hasOwnText(_ key: String) -> Bool {
    texts.indices.contains { texts[$0].key == key && places[$0] == .own }
  }

  private mutating func place(_ key: String) {
    // Each text of the key as a part of one that is shown by itself.
    var parts: [(text: Int, range: Range<Int>)] = []
    for index in texts.indices where texts[index].key == key {
      switch places[index] {
      case .own: parts.append((index, 0..<texts[index].count))
      case .within(let text, let range): parts.append((text, range))
      }
    }
    var part = 0
    var offset = 0
    for index in tables.indices.prefix(Self.most) where tables[index].key == key && !tables[index].isEmpty {
      guard !parts.isEmpty else {
        alone.append(index)
        continue
      }
      if isShown(index, in: parts.map(\.text), from: parts) {
        repeated.append(index)
        continue
      }
      var found = false
      // From the last table's end on, through the texts in turn, then from the beginning.
      for step in 0...parts.count where !found {
        let candidate = (part + step) % parts.count
        let (text, range) = parts[candidate]
        let start = step == 0 ? max(range.lowerBound, offset) : range.lowerBound
        guard start < range.upperBound,
          let place = tables[index].range(
            in: texts[text], within: start..<range.upperBound, outside: inText[text].map(\.range),
            effort: &effort)
        else { continue }
        inText[text].append(Placed(table: index, range: place))
        (part, offset) = (candidate, place.upperBound)
        found = true
      }
      if found { continue }
      if isEqualToPlaced(index, in: parts.map(\.text)) || isWithinPlaced(index, parts) {
        repeated.append(index)
      } else {
        afterText[parts[0].text].append(index)
      }
    }
  }

  /// Whether the table is one of another key that is shown within the same words.
  private func isShown(_ index: Int, in texts: [Int], from parts: [(text: Int, range: Range<Int>)]) -> Bool {
    guard !hasOwnText(tables[index].key) else { return false }
    return isEqualToPlaced(index, in: texts)
  }

  /// Whether the words stand within a larger table, which has this one in a cell of its own.
  private mutating func isWithinPlaced(_ index: Int, _ parts: [(text: Int, range: Range<Int>)]) -> Bool {
    for (text, range) in parts {
      guard let place = tables[index].range(in: texts[text], within: range, outside: [], effort: &effort)
      else {
        continue
      }
      return inText[text].contains {
        $0.range.lowerBound <= place.lowerBound && place.upperBound <= $0.range.upperBound
      }
    }
    return false
  }

  private func isEqualToPlaced(_ index: Int, in texts: [Int]) -> Bool {
    let letters = tables[index].letters
    return texts.contains { text in inText[text].contains { tables[$0.table].letters == letters } }
      || texts.contains { text in afterText[text].contains { tables[$0].letters == letters } }
  }
}
