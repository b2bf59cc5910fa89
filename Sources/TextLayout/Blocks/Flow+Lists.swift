extension Flow {
  /// Writes a list: markers aligned, items close together where each is one paragraph, with lists under it.
  mutating func write(_ list: LayoutList) {
    let isCompact = list.items.allSatisfy(\.isCompactItem)
    let numbers = list.start.map { Self.numbers(from: $0, count: list.items.count) }
    let columns = 1 + (numbers?.map(\.utf8.count).max() ?? 1)
    for (index, item) in list.items.enumerated() {
      if index > 0, !isCompact { writeBlank() }
      let sign = numbers?[index] ?? (glyphs == .unicode ? "•" : "*")
      let width = numbers == nil ? 1 : sign.utf8.count
      let before = columns - 1 - width
      indent(marker: [
        Span(Blanks.of(before) + sign + " ", width: before + width + 1, style: Style(.marker))
      ])
      write(item)
      endIndent()
    }
  }

  private static func numbers(from start: Int, count: Int) -> [String] {
    (0..<count).map { String(start.addingReportingOverflow($0).partialValue) + "." }
  }
}

extension [LayoutBlock] {
  /// Whether it is one paragraph, or one with lists under it.
  fileprivate var isCompactItem: Bool {
    allSatisfy { block in
      if case .list = block.content { return true }
      return block.paragraph != nil
    } && (count < 2 || dropFirst().allSatisfy { $0.paragraph == nil })
  }
}
