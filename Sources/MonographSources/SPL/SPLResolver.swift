import MonographModel

/// Puts in where links lead and what pictures show, which is known only when a whole label has been read.
struct SPLResolver {
  /// Where the link to an id leads; nil where it leads nowhere, and its words alone are kept.
  let target: (String) -> LinkTarget?
  /// What the picture with an id shows, and its file.
  let picture: (String) -> (alternative: String, source: String)

  init(
    target: @escaping (String) -> LinkTarget?,
    picture: @escaping (String) -> (alternative: String, source: String)
  ) {
    self.target = target
    self.picture = picture
  }

  /// Resolves all links and pictures of a block.
  func resolve(_ block: inout Block) {
    switch block.content {
    case .paragraph(let content): block.content = .paragraph(resolved(content))
    case .list(var list):
      for index in list.items.indices { resolve(&list.items[index]) }
      block.content = .list(list)
    case .table(var table):
      table.caption = resolved(table.caption)
      table.notes = table.notes.map(resolved)
      resolve(&table.header)
      resolve(&table.body)
      resolve(&table.footer)
      block.content = .table(table)
    case .callout(var callout):
      callout.title = resolved(callout.title)
      resolve(&callout.blocks)
      block.content = .callout(callout)
    case .quote(var blocks):
      resolve(&blocks)
      block.content = .quote(blocks)
    case .definitionList, .diagram, .code, .thematicBreak, .bibliography, .columns: break
    }
  }

  private func resolve(_ blocks: inout [Block]) {
    for index in blocks.indices { resolve(&blocks[index]) }
  }

  private func resolve(_ rows: inout [[Table.Cell]]) {
    for row in rows.indices {
      for column in rows[row].indices { resolve(&rows[row][column].blocks) }
    }
  }

  /// The running text with its links and pictures resolved.
  func resolved(_ content: [Inline]) -> [Inline] {
    guard content.contains(where: \.needsResolving) else { return content }
    var result: [Inline] = []
    for inline in content {
      switch inline {
      case .link(let link):
        let words = resolved(link.content)
        guard case .section(let id) = link.target else {
          result.append(.link(Link(target: link.target, content: words)))
          continue
        }
        if let target = target(id) {
          result.append(.link(Link(target: target, content: words)))
        } else {
          result += words
        }
      case .image(_, let id):
        let (alternative, source) = picture(id)
        result.append(.image(alternative: alternative, source: source))
      case .emphasis(let inner): result.append(.emphasis(resolved(inner)))
      case .strong(let inner): result.append(.strong(resolved(inner)))
      case .struck(let inner): result.append(.struck(resolved(inner)))
      case .superscript(let inner): result.append(.superscript(resolved(inner)))
      case .subscript(let inner): result.append(.subscript(resolved(inner)))
      case .text, .code, .citation, .lineBreak: result.append(inline)
      }
    }
    return result.joiningTexts()
  }
}

extension Inline {
  /// Whether it is, or may hold, a link or a picture.
  fileprivate var needsResolving: Bool {
    switch self {
    case .link, .image: true
    case .emphasis(let content), .strong(let content), .struck(let content), .superscript(let content),
      .subscript(let content):
      content.contains(where: \.needsResolving)
    case .text, .code, .citation, .lineBreak: false
    }
  }
}
