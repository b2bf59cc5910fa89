import MonographModel

/// A block with its words gathered, ready to be laid out at any width.
struct LayoutBlock: Sendable {
  /// What is to be laid out.
  var content: Content
  /// Whether a mark says that the block was inferred.
  var isInferred = false

  /// The forms that blocks take on the screen.
  indirect enum Content: Sendable {
    case paragraph(Passage)
    case list(LayoutList)
    case definitions([LayoutDefinition])
    case table(LayoutTable)
    case diagram(LayoutDiagram)
    case callout(LayoutCallout)
    case quote([LayoutBlock])
    case code([Passage])
    case rule
    case columns([LayoutColumn])
  }

  /// The passage of a paragraph.
  var paragraph: Passage? {
    if case .paragraph(let passage) = content, !isInferred { return passage }
    return nil
  }
}

/// A list with its markers.
struct LayoutList: Sendable {
  /// The number of the first item; nil for bullets.
  var start: Int?
  /// The blocks of each item.
  var items: [[LayoutBlock]]
}

/// A term with its definitions.
struct LayoutDefinition: Sendable {
  /// The term.
  var term: Passage
  /// The term with a colon, and the first paragraph behind it, where there is one to set on the same line.
  var runIn: Passage
  /// Whether the first paragraph is part of it.
  var includesFirst = false
  /// The blocks of each definition.
  var definitions: [[LayoutBlock]]

  /// Whether there are several, to be told apart.
  var isMultiple: Bool { definitions.count > 1 }
}

/// A table's words. The cells are in the order of `table.grid.cells`.
struct LayoutTable: Sendable {
  /// The table.
  var table: Table
  /// Its caption, where it has one.
  var caption: Passage?
  /// The blocks of each cell.
  var cells: [[LayoutBlock]]
  /// The notes under it.
  var notes: [Passage]
}

/// A callout's words.
struct LayoutCallout: Sendable {
  /// How much it matters.
  var severity: Callout.Severity
  /// The severity's word, and the title.
  var title: Passage
  /// The text.
  var blocks: [LayoutBlock]
}

/// A column's name and words.
struct LayoutColumn: Sendable {
  /// Its name, with a mark where its source has a boxed warning. Decoration.
  var name: Passage
  /// Its blocks, part by part.
  var parts: [[LayoutBlock]]
}

/// A part of a diagram that is told as text.
enum DiagramPart: Sendable {
  /// A line of its own.
  case line(Passage)
  /// What leads where: a predicate and its objects.
  case relations([LayoutDefinition])
}
