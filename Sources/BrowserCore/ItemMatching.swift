import TextLayout

/// Where the blocks of a page stand in a later reading of it.
struct ItemMatching {
  private let old: DocumentLayout
  private let new: DocumentLayout

  init(from old: DocumentLayout, to new: DocumentLayout) {
    self.old = old
    self.new = new
  }

  /// The same place: in a block of the same words, the nearest in the section of the same anchor, else anywhere;
  /// else the block that has its number in that section; else about as far down the page.
  func passage(_ passage: Passage) -> Passage {
    guard old.items.indices.contains(passage.item), !new.items.isEmpty else { return Passage(item: 0) }
    var moved = passage
    moved.item = item(for: passage.item)
    moved.offset = min(passage.offset, new.text(of: moved.item).utf8.count)
    return moved
  }

  /// The same focus; a link that is no longer there has none.
  func focus(_ focus: PageFocus) -> PageFocus {
    switch focus {
    case .none: return .none
    case .passage(let passage): return .passage(self.passage(passage))
    case .link(let link):
      guard old.links.indices.contains(link) else { return .none }
      let item = item(for: old.links[link].item)
      let same = new.links.indices.filter {
        new.links[$0].target == old.links[link].target && new.links[$0].text == old.links[link].text
      }
      return (same.first { new.links[$0].item == item } ?? same.first).map { .link($0) } ?? .none
    }
  }

  /// The sections of the same anchors.
  func sections(_ sections: Set<Int>) -> Set<Int> {
    Set(
      sections.compactMap { section in
        old.sections.indices.contains(section) ? new.section(anchor: old.sections[section].anchor) : nil
      })
  }

  private func item(for item: Int) -> Int {
    let section = old.sections[old.items[item].section]
    let text = old.text(of: item)
    let number = item - section.items.lowerBound
    guard let found = new.section(anchor: section.anchor), !new.sections[found].items.isEmpty else {
      return new.items.indices.first { new.text(of: $0) == text } ?? itemByWeight(item)
    }
    let items = new.sections[found].items
    let expected = min(items.lowerBound + number, items.upperBound - 1)
    let same = items.filter { new.text(of: $0) == text }
    return same.min { abs($0 - expected) < abs($1 - expected) } ?? expected
  }

  private func itemByWeight(_ item: Int) -> Int {
    let start = old.items[item].startWeight
    let total = max(1, old.totalWeight)
    return new.items.lastIndex { $0.startWeight * total <= start * new.totalWeight } ?? 0
  }
}
