internal import CLibXML2

/// Walks over XML element by element on libxml2's own pointers, so that no string is made that nobody keeps.
///
/// Nothing is fetched, no entity is expanded, and libxml2's own limits (256 levels) hold. An element without
/// content begins and ends like any other.
final class XMLCursor {
  /// What the cursor stands on.
  enum Event {
    /// An element begins: ``element`` tells which.
    case start
    /// The innermost open element ends.
    case end
    /// Characters: ``value`` holds them.
    case text
    /// A reference to an entity that XML itself does not know: ``value`` is its name.
    case entity
    /// A document type declaration, which could define entities.
    case documentType
    /// The end of the text.
    case finished
    /// The text is not well formed from here on.
    case failed
  }

  /// How the text is read.
  enum Form {
    /// As XML, up to the first fault.
    case strict
    /// As XML, faults mended by libxml2.
    case mended
    /// As HTML, which knows hardly any faults.
    case html
  }

  /// Which element begins, or ended last.
  private(set) var element = SPLElement.unknown
  /// How many elements are open, that of a `start` counted.
  private(set) var depth = 0
  /// The line, from 1, that has been read to.
  private(set) var line = 1
  /// The line, from 1, at which the tag of the element began.
  private(set) var tagLine = 1

  private let reader: OpaquePointer
  private let document: OpaquePointer?
  private var endIsDue = false
  private var isAtTag = false
  private var elements = NameTable<SPLElement>(otherwise: .unknown)
  private var attributes = NameTable<SPLAttribute>(otherwise: .unknown)

  /// libxml2 is loaded and sets itself up once in a process.
  private static let isReady: Bool = {
    guard libxml2_is_available() == 1 else { return false }
    xmlInitParser()
    return true
  }()

  private init(reader: OpaquePointer, document: OpaquePointer? = nil) {
    self.reader = reader
    self.document = document
  }

  deinit {
    xmlFreeTextReader(reader)
    if let document { xmlFreeDoc(document) }
  }

  /// Gives a cursor at the beginning of a text, which stays valid within `body` only; nil where libxml2 is
  /// missing, or the text is empty, 2 GiB or larger, or such that nothing of it can be mended.
  static func withCursor<Result>(
    over bytes: [UInt8], as form: Form, _ body: (XMLCursor) -> Result
  ) -> Result? {
    guard isReady, let size = Int32(exactly: bytes.count), size > 0 else { return nil }
    xmlResetLastError()
    return bytes.withUnsafeBytes { buffer -> Result? in
      guard let start = buffer.bindMemory(to: CChar.self).baseAddress,
        let cursor = cursor(over: start, size, as: form)
      else { return nil }
      return body(cursor)
    }
  }

  private static func cursor(
    over start: UnsafePointer<CChar>, _ size: Int32, as form: Form
  ) -> XMLCursor? {
    let quiet =
      MONOGRAPH_XML_NONET | MONOGRAPH_XML_NOERROR | MONOGRAPH_XML_NOWARNING | MONOGRAPH_XML_COMPACT
      | MONOGRAPH_XML_BIG_LINES
    let document: OpaquePointer?
    switch form {
    case .strict:
      return xmlReaderForMemory(start, size, nil, nil, Int32(quiet)).map { XMLCursor(reader: $0) }
    case .mended: document = xmlReadMemory(start, size, nil, nil, Int32(quiet | MONOGRAPH_XML_RECOVER))
    case .html:
      let options =
        MONOGRAPH_HTML_RECOVER | MONOGRAPH_HTML_NOERROR | MONOGRAPH_HTML_NOWARNING | MONOGRAPH_HTML_NONET
      document = htmlReadMemory(start, size, nil, "UTF-8", Int32(options))
    }
    guard let document else { return nil }
    guard let reader = xmlReaderWalker(document) else {
      xmlFreeDoc(document)
      return nil
    }
    return XMLCursor(reader: reader, document: document)
  }

  /// Goes on to the next event.
  func next() -> Event {
    if isAtTag {
      isAtTag = false
      if endIsDue { return end() }
    } else if endIsDue {
      return end()
    }
    while true {
      let result = xmlTextReaderRead(reader)
      guard result == 1 else { return result == 0 ? .finished : .failed }
      switch xmlTextReaderNodeType(reader) {
      case Int32(MONOGRAPH_XML_ELEMENT): return start()
      case Int32(MONOGRAPH_XML_END_ELEMENT):
        element = elements[xmlTextReaderConstLocalName(reader)]
        depth -= 1
        return .end
      case Int32(MONOGRAPH_XML_TEXT), Int32(MONOGRAPH_XML_CDATA), Int32(MONOGRAPH_XML_WHITESPACE),
        Int32(MONOGRAPH_XML_SIGNIFICANT_WHITESPACE):
        return .text
      case Int32(MONOGRAPH_XML_ENTITY_REFERENCE): return .entity
      case Int32(MONOGRAPH_XML_DOCUMENT_TYPE): return .documentType
      case Int32(MONOGRAPH_XML_COMMENT): passLines(of: xmlTextReaderConstValue(reader))
      default: break
      }
    }
  }

  private func start() -> Event {
    element = elements[xmlTextReaderConstLocalName(reader)]
    depth += 1
    tagLine = line
    // The line at which the tag ends, which makes up for what was not counted.
    line = max(1, xmlGetLineNo(xmlTextReaderCurrentNode(reader)))
    if depth == 1 || tagLine > line { tagLine = line }
    endIsDue = xmlTextReaderIsEmptyElement(reader) == 1
    isAtTag = true
    return .start
  }

  private func end() -> Event {
    endIsDue = false
    depth -= 1
    return .end
  }

  /// The characters of a `text`, or the name of an `entity`.
  var value: UnsafePointer<UInt8>? {
    xmlTextReaderNodeType(reader) == Int32(MONOGRAPH_XML_ENTITY_REFERENCE)
      ? xmlTextReaderConstName(reader) : xmlTextReaderConstValue(reader)
  }

  /// Counts line ends that somebody has read over.
  func pass(lines: Int) { line += lines }

  private func passLines(of text: UnsafePointer<UInt8>?) {
    guard var place = text else { return }
    while place.pointee != 0 {
      if place.pointee == .lineFeed { line += 1 }
      place += 1
    }
  }

  /// Whether the element is of SPL's namespace.
  var isOfSPL: Bool {
    guard let address = xmlTextReaderConstNamespaceUri(reader) else { return false }
    return String(cString: address) == "urn:hl7-org:v3"
  }

  /// The local name of the element, for a diagnostic.
  var name: String { xmlTextReaderConstLocalName(reader).map { String(cString: $0) } ?? "" }

  /// Calls `body` with each attribute of the element that has just begun.
  func forEachAttribute(_ body: (SPLAttribute, UnsafePointer<UInt8>) -> Void) {
    guard xmlTextReaderHasAttributes(reader) == 1 else { return }
    var found = xmlTextReaderMoveToFirstAttribute(reader)
    while found == 1 {
      let attribute = attributes[xmlTextReaderConstLocalName(reader)]
      if attribute != .unknown, let value = xmlTextReaderConstValue(reader) { body(attribute, value) }
      found = xmlTextReaderMoveToNextAttribute(reader)
    }
    _ = xmlTextReaderMoveToElement(reader)
  }

  /// An attribute of the element that has just begun.
  func attribute(_ wanted: SPLAttribute) -> String? {
    var value: String?
    forEachAttribute { if $0 == wanted { value = String(cString: $1) } }
    return value
  }

  /// The line, from 1, that libxml2 has read to, which may be ahead of the cursor.
  var parserLine: Int { Int(xmlTextReaderGetParserLineNumber(reader)) }

  /// What libxml2 says of the last fault, and its line; nil where it says nothing.
  var fault: (line: Int, message: String)? {
    guard let error = xmlGetLastError() else { return nil }
    let message = error.pointee.message.map { String(cString: $0).trimmed } ?? ""
    return (Int(error.pointee.line), message)
  }
}

/// Tells names apart by the addresses that libxml2 keeps them at, which are the same for equal names.
private struct NameTable<Name: RawRepresentable & CaseIterable> where Name.RawValue == String {
  private var slots: [(address: UnsafePointer<UInt8>, name: Name)?] = Array(repeating: nil, count: 128)
  private let otherwise: Name

  init(otherwise: Name) { self.otherwise = otherwise }

  subscript(address: UnsafePointer<UInt8>?) -> Name {
    mutating get {
      guard let address else { return otherwise }
      let slot = (Int(bitPattern: address) >> 3) & 127
      if let known = slots[slot], known.address == address { return known.name }
      let text = String(cString: address)
      // HTML's names are in lower case.
      let name =
        Name(rawValue: text) ?? Name.allCases.first { $0.rawValue.lowercased() == text } ?? otherwise
      slots[slot] = (address, name)
      return name
    }
  }
}
