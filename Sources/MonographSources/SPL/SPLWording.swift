import MonographModel

/// The words of a label by a plain scan: every text of the XML, and the attributes whose values are shown.
///
/// An element within running text (`content`, `sub`, `sup`, `linkHtml`) does not part words; any other does.
/// Attributes are read in the product data (`subject`, `author`) only: the names of codes (`displayName`), codes
/// of products (NDC) and substances (UNII), numbers of companies and applications, amounts and dates.
///
/// Not text, and not scanned:
/// - ids, set id, version, dates of the document and its sections (facts of the source, not words of it);
/// - namespaces, OIDs, codes of HL7 and the NCI Thesaurus beside their names, countries;
/// - names of the codes of sections and characteristics (headings and column heads are made from them);
/// - layout: style codes, widths, alignment, spans; targets and tooltips of links; files of pictures; comments;
/// - that an amount is of one unit.
///
/// Set aside are highlights that say what their section says, and ingredients and operations that are given again
/// for each product: they are shown once.
struct SPLWording {
  private(set) var wording = SourceWording()
  private let cursor: XMLCursor
  /// The open elements, outermost first.
  private var open: [SPLElement] = []
  private var run: [UInt8] = []
  private var marks = ScannedMarks()
  /// How many open elements hold product data.
  private var productDepth = 0
  /// What an ingredient says, while it is read; and what ingredients said before.
  private var ingredient: [String]?
  private var ingredients: Set<String> = []
  private var operations: Set<String> = []
  /// For each open section, the texts of its own and of its highlights.
  private var sections: [(own: [String], highlights: [String])] = []

  private init(cursor: XMLCursor) { self.cursor = cursor }

  /// The wording of a label, as far as it can be read.
  static func wording(of bytes: [UInt8], as form: XMLCursor.Form) -> SourceWording {
    XMLCursor.withCursor(over: bytes, as: form) { cursor in
      var scan = SPLWording(cursor: cursor)
      scan.run(over: cursor)
      return scan.wording
    } ?? SourceWording()
  }

  private mutating func run(over cursor: XMLCursor) {
    while true {
      switch cursor.next() {
      case .start: begin(cursor.element)
      case .end: end()
      case .text, .entity: append(cursor.value)
      case .documentType: break
      case .finished, .failed: return flush()
      }
    }
  }

  private mutating func append(_ text: UnsafePointer<UInt8>?) {
    guard var place = text else { return }
    while place.pointee != 0 {
      run.append(place.pointee)
      place += 1
    }
  }

  private static func isWithinWords(_ element: SPLElement) -> Bool {
    switch element {
    case .content, .sub, .sup, .linkHtml, .strong, .b, .em, .i, .u, .a: true
    default: false
    }
  }

  private mutating func begin(_ element: SPLElement) {
    if !Self.isWithinWords(element) { flush() }
    switch element {
    case .sup, .sub: marks.begin(at: run.count)
    case .subject, .author: productDepth += 1
    case .section: sections.append(([], []))
    case .representedOrganization, .assignedOrganization: operations = []
    case .ingredientSubstance, .activeIngredientSubstance, .inactiveIngredientSubstance: ingredient = []
    default: break
    }
    if productDepth > 0 || (element == .code && open == [.document]) { addAttributes(of: element) }
    open.append(element)
  }

  private mutating func end() {
    guard let element = open.last else { return }
    if !Self.isWithinWords(element) { flush() }
    open.removeLast()
    switch element {
    case .sup, .sub: marks.end(at: run.count, isRaised: element == .sup)
    case .subject, .author: productDepth -= 1
    case .section: endSection()
    case .ingredientSubstance, .activeIngredientSubstance, .inactiveIngredientSubstance: endIngredient()
    default: break
    }
  }

  /// Ends a text.
  private mutating func flush() {
    marks.part(&run)
    let text = run.trimmingWhitespace.text
    run.removeAll(keepingCapacity: true)
    if !text.isEmpty { add(text) }
  }

  private mutating func add(_ text: String) {
    if ingredient != nil {
      ingredient?.append(text)
      return
    }
    wording.texts.append(text)
    guard !sections.isEmpty, productDepth == 0 else { return }
    if open.contains(.excerpt) {
      sections[sections.count - 1].highlights.append(text)
    } else if open.last != .title, !open.contains(.observationMedia) {
      sections[sections.count - 1].own.append(text)
    }
  }

  private mutating func setAside(_ text: String, because reason: String) {
    wording.setAside.append(SourceWording.SetAside(text, because: reason))
  }

  private mutating func endSection() {
    guard let (own, highlights) = sections.popLast(), !highlights.isEmpty,
      Self.words(own) == Self.words(highlights)
    else { return }
    for text in highlights { setAside(text, because: "highlights that say what their section says") }
  }

  private static func words(_ texts: [String]) -> [Substring] {
    texts.flatMap { $0.split(whereSeparator: \.isWhitespace) }
  }

  private mutating func endIngredient() {
    guard let texts = ingredient else { return }
    ingredient = nil
    let isKnown = !ingredients.insert(texts.joined(separator: "\n")).inserted
    for text in texts {
      add(text)
      if isKnown { setAside(text, because: "ingredient of several products, shown once") }
    }
  }

  // MARK: - Attributes

  private mutating func addAttributes(of element: SPLElement) {
    var values: [SPLAttribute: String] = [:]
    cursor.forEachAttribute { values[$0] = String(cString: $1) }
    let parent = open.last ?? .unknown
    if let name = values[.displayName], !name.isEmpty, parent != .characteristic || element != .code {
      add(name)
      if element == .code, open.contains(.performance), !operations.insert(name).inserted {
        setAside(name, because: "operation for several products, shown once")
      }
    }
    switch element {
    case .code where [SPLCode.ndc, SPLCode.unii].contains(values[.codeSystem] ?? ""):
      add(values[.code] ?? "")
    case .id where SPLCode.applications.contains(values[.root] ?? "") || values[.root] == SPLCode.duns:
      add(values[.extension] ?? "")
    case .statusCode: add(values[.code] ?? "")
    case .low, .high: values[.value].flatMap(SPLDate.iso).map { add($0) }
    case .denominator where open.dropLast().last != .asContent && values[.value] == "1":
      addUnit(values[.unit])
    case .numerator, .denominator, .value:
      add(values[.value] ?? "")
      addUnit(values[.unit])
    default: break
    }
  }

  /// A unit of `1` counts things.
  private mutating func addUnit(_ unit: String?) {
    if let unit, unit != "1" { add(unit) }
  }
}
