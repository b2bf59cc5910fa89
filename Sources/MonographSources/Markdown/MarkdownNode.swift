internal import CCMark

/// A node of cmark's tree. Valid only while the tree is: inside ``MarkdownTree/withTree(_:_:)``.
struct MarkdownNode {
  /// What a node is.
  enum Kind {
    case document, blockQuote, list, item, taskItem, codeBlock, htmlBlock, paragraph, heading, thematicBreak
    case footnoteDefinition, table, tableHeader, tableRow, tableCell
    case text, softBreak, lineBreak, code, htmlInline, emphasis, strong, strikethrough, link, image
    case footnoteReference, other
  }

  let pointer: OpaquePointer

  var kind: Kind {
    switch cmark_node_get_type(pointer) {
    case CMARK_NODE_TEXT: .text
    case CMARK_NODE_SOFTBREAK: .softBreak
    case CMARK_NODE_LINEBREAK: .lineBreak
    case CMARK_NODE_CODE: .code
    case CMARK_NODE_HTML_INLINE: .htmlInline
    case CMARK_NODE_EMPH: .emphasis
    case CMARK_NODE_STRONG: .strong
    case CMARK_NODE_LINK: .link
    case CMARK_NODE_IMAGE: .image
    case CMARK_NODE_FOOTNOTE_REFERENCE: .footnoteReference
    case CMARK_NODE_PARAGRAPH: .paragraph
    case CMARK_NODE_HEADING: .heading
    case CMARK_NODE_ITEM: typeName == "tasklist" ? .taskItem : .item
    case CMARK_NODE_LIST: .list
    case CMARK_NODE_BLOCK_QUOTE: .blockQuote
    case CMARK_NODE_CODE_BLOCK: .codeBlock
    case CMARK_NODE_HTML_BLOCK: .htmlBlock
    case CMARK_NODE_THEMATIC_BREAK: .thematicBreak
    case CMARK_NODE_FOOTNOTE_DEFINITION: .footnoteDefinition
    case CMARK_NODE_DOCUMENT: .document
    default: extensionKind
    }
  }

  /// Extensions number their kinds when they are registered, so those are told by name.
  private var extensionKind: Kind {
    switch typeName {
    case "table": .table
    case "table_header": .tableHeader
    case "table_row": .tableRow
    case "table_cell": .tableCell
    case "strikethrough": .strikethrough
    default: .other
    }
  }

  private var typeName: String { string(cmark_node_get_type_string(pointer)) }

  /// The nodes within, in order.
  var children: Children { Children(following: cmark_node_first_child(pointer)) }
  /// The node after this one.
  var next: MarkdownNode? { cmark_node_next(pointer).map(MarkdownNode.init) }
  /// The text of a text, code or HTML node.
  var literal: String { string(cmark_node_get_literal(pointer)) }
  /// Where a link leads, or where a picture is.
  var url: String { string(cmark_node_get_url(pointer)) }
  /// What follows the opening fence of a code block.
  var fenceInfo: String { string(cmark_node_get_fence_info(pointer)) }
  /// Whether a code block stands between fences.
  var isFenced: Bool {
    var length: Int32 = 0
    var offset: Int32 = 0
    var mark: CChar = 0
    return cmark_node_get_fenced(pointer, &length, &offset, &mark) != 0
  }
  /// 1 for `#`, 2 for `##`.
  var headingLevel: Int { Int(cmark_node_get_heading_level(pointer)) }
  /// The number of the first item of a numbered list; nil for bullets.
  var listStart: Int? {
    cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST ? Int(cmark_node_get_list_start(pointer)) : nil
  }
  /// Whether a task is ticked.
  var isChecked: Bool { cmark_gfm_extensions_get_tasklist_item_checked(pointer) }
  /// The alignment of each column of a table: `l`, `c`, `r` or 0.
  var columnAlignments: [UInt8] {
    let count = Int(cmark_gfm_extensions_get_table_columns(pointer))
    guard count > 0, let alignments = cmark_gfm_extensions_get_table_alignments(pointer) else { return [] }
    return Array(UnsafeBufferPointer(start: alignments, count: count))
  }
  /// The first line, from 1, in the text that was parsed.
  var startLine: Int { Int(cmark_node_get_start_line(pointer)) }
  /// The first column, from 1, in bytes; not right everywhere.
  var startColumn: Int { Int(cmark_node_get_start_column(pointer)) }
  /// The last line; before the first where cmark does not know.
  var endLine: Int { Int(cmark_node_get_end_line(pointer)) }

  /// The words of everything within, in order, however deep; blocks and line ends become spaces.
  var allText: String {
    guard let iterator = cmark_iter_new(pointer) else { return "" }
    defer { cmark_iter_free(iterator) }
    var text = ""
    while true {
      let event = cmark_iter_next(iterator)
      if event == CMARK_EVENT_DONE { return text.trimmed }
      guard event == CMARK_EVENT_ENTER, let current = cmark_iter_get_node(iterator) else { continue }
      let node = MarkdownNode(pointer: current)
      switch node.kind {
      case .text, .code, .htmlInline: text += node.literal
      case .codeBlock, .htmlBlock: text += " " + node.literal
      case .emphasis, .strong, .strikethrough, .link, .image: break
      default: text += " "
      }
    }
  }

  private func string(_ pointer: UnsafePointer<CChar>?) -> String {
    pointer.map { String(cString: $0) } ?? ""
  }

  /// The nodes within a node.
  struct Children: Sequence, IteratorProtocol {
    fileprivate var following: OpaquePointer?

    mutating func next() -> MarkdownNode? {
      guard let pointer = following else { return nil }
      following = cmark_node_next(pointer)
      return MarkdownNode(pointer: pointer)
    }
  }
}
