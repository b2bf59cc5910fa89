internal import CLibXML2

/// Parses HTML with libxml2, which repairs what is not well formed and fetches nothing.
enum HTMLTree {
  /// The library is loaded and sets itself up once in a process. Where it is missing no HTML can be read, and
  /// each table is reported.
  private static let isReady: Bool = {
    guard libxml2_is_available() == 1 else { return false }
    xmlInitParser()
    return true
  }()

  /// The deepest nesting that libxml2 follows; it stops reading at 256.
  static let deepest = 250

  /// The body of an HTML text; nil where it cannot be read or is nested so deeply that libxml2 gives up.
  static func body(of bytes: [UInt8]) -> HTMLElement? {
    guard isReady, let size = Int32(exactly: bytes.count) else { return nil }
    let options =
      MONOGRAPH_HTML_RECOVER | MONOGRAPH_HTML_NOERROR | MONOGRAPH_HTML_NOWARNING | MONOGRAPH_HTML_NONET
    let document = bytes.withUnsafeBytes { buffer in
      htmlReadMemory(
        buffer.bindMemory(to: CChar.self).baseAddress, size, nil, "UTF-8", Int32(options))
    }
    guard let document else { return nil }
    defer { xmlFreeDoc(document) }
    guard let reader = xmlReaderWalker(document) else { return nil }
    defer { xmlFreeTextReader(reader) }
    return tree(reader)
  }

  private static func tree(_ reader: OpaquePointer) -> HTMLElement? {
    var open = [HTMLElement(name: "", line: 1)]
    func closeLast() {
      guard open.count > 1, let element = open.popLast() else { return }
      open[open.count - 1].children.append(.element(element))
    }
    while xmlTextReaderRead(reader) == 1 {
      guard xmlTextReaderDepth(reader) < deepest else { return nil }
      switch xmlTextReaderNodeType(reader) {
      case Int32(MONOGRAPH_XML_ELEMENT):
        open.append(element(reader))
        if xmlTextReaderIsEmptyElement(reader) == 1 { closeLast() }
      case Int32(MONOGRAPH_XML_END_ELEMENT): closeLast()
      case Int32(MONOGRAPH_XML_TEXT), Int32(MONOGRAPH_XML_CDATA),
        Int32(MONOGRAPH_XML_WHITESPACE), Int32(MONOGRAPH_XML_SIGNIFICANT_WHITESPACE):
        open[open.count - 1].children.append(
          .text(string(xmlTextReaderConstValue(reader)), line: line(reader)))
      case Int32(MONOGRAPH_XML_ENTITY_REFERENCE):
        let name = string(xmlTextReaderConstName(reader))
        open[open.count - 1].children.append(.text("&\(name);", line: line(reader)))
      default: break
      }
    }
    while open.count > 1 { closeLast() }
    return open[0]
  }

  private static func element(_ reader: OpaquePointer) -> HTMLElement {
    var element = HTMLElement(name: string(xmlTextReaderConstName(reader)).lowercased(), line: line(reader))
    var found = xmlTextReaderMoveToFirstAttribute(reader)
    while found == 1 {
      let name = string(xmlTextReaderConstName(reader)).lowercased()
      element.attributes[name] = string(xmlTextReaderConstValue(reader))
      found = xmlTextReaderMoveToNextAttribute(reader)
    }
    _ = xmlTextReaderMoveToElement(reader)
    return element
  }

  private static func line(_ reader: OpaquePointer) -> Int {
    max(1, xmlGetLineNo(xmlTextReaderCurrentNode(reader)))
  }

  private static func string(_ pointer: UnsafePointer<UInt8>?) -> String {
    pointer.map { String(cString: $0) } ?? ""
  }
}
