/// A piece of HTML as libxml2 reads it.
indirect enum HTMLNode {
  /// Characters, and the line they begin on.
  case text(String, line: Int)
  /// An element.
  case element(HTMLElement)
}

/// An element with what is in it.
struct HTMLElement {
  /// The name, lower case.
  var name: String
  /// The attributes, by their names in lower case.
  var attributes: [String: String] = [:]
  /// What is in it, in order.
  var children: [HTMLNode] = []
  /// The line its start tag ends on, from 1 in the text that was parsed.
  var line: Int

  /// The elements directly within.
  var elements: [HTMLElement] {
    children.compactMap { if case .element(let element) = $0 { element } else { nil } }
  }

  /// The words within, however deep.
  var allText: String {
    var text = ""
    var pending = Array(children.reversed())
    while let node = pending.popLast() {
      switch node {
      case .text(let words, _): text += words
      case .element(let element):
        if element.name == "br" { text += " " }
        pending += element.children.reversed()
      }
    }
    return text
  }
}
