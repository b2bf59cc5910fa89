/// The marks of a body that are to be text, so that cmark reads the rest in linear time.
///
/// Found by trial on cmark-gfm 0.29.0.gfm.6: each link walks back over all the emphasis marks of its paragraph
/// (`process_emphasis` from the end of the delimiter stack), each cell of a row over the cells before it, and
/// each piece of running text up through all quotes and lists around it. So the brackets of a paragraph
/// beyond ``ReaderLimits/linkCost``, the bars of a line beyond ``ReaderLimits/tableColumns`` and the marks of
/// quotes and lists beyond twice ``ReaderLimits/depth`` are to be escaped.
struct MarkBounds {
  /// Something that is too much, and the line at which it becomes so.
  struct Excess {
    var line: Int
    var message: String
  }

  /// The offsets, in order, before which a backslash belongs.
  private(set) var escapes: [Int] = []
  /// What was too much: once for a paragraph.
  private(set) var excesses: [Excess] = []
  /// What cmark will still spend on links, in steps.
  private(set) var cost = 0

  /// What makes the body too costly all the same, where something does.
  var obstacle: String? {
    cost > 1_500_000_000 ? "The paragraphs up to here have too many links among their emphasis." : nil
  }

  private let limits: ReaderLimits
  /// The emphasis marks of the paragraph, or list item, or row.
  private var marks = 0
  /// What its links cost.
  private var linkCost = 0
  /// The emphasis marks since the last line that surely begins something new.
  private var sureMarks = 0
  private var isVerbatim = false
  private var isInParagraph = false
  private var hasTableRule = false
  private var isReported = false

  init(limits: ReaderLimits) { self.limits = limits }

  /// Looks at a line that is not blank, without its indentation.
  mutating func add(_ words: ArraySlice<UInt8>, line: Int, indent: Int, isInFence: Bool) {
    let opening = Opening(words)
    if !isInParagraph {
      isInParagraph = true
      isVerbatim = indent >= 4 || opening.first == .lessThan
    }
    if opening.isBlank { return end() }
    if opening.beginsBlock || (hasTableRule && opening.first == .verticalBar) {
      marks = 0
      linkCost = 0
      if opening.isSure && indent < 4 { sureMarks = 0 }
    }
    if opening.isTableRule { hasTableRule = true }
    let isText = isInFence || isVerbatim
    if !isText { boundNesting(words, indent: indent) }
    addMarks(of: words, line: line, isText: isText)
  }

  /// Ends a paragraph, at a blank line.
  mutating func end() {
    marks = 0
    linkCost = 0
    sureMarks = 0
    isInParagraph = false
    isVerbatim = false
    hasTableRule = false
    isReported = false
  }

  /// Escapes the first mark of a quote or an item that lies too deep.
  private mutating func boundNesting(_ words: ArraySlice<UInt8>, indent: Int) {
    let limit = limits.depth * 2
    var depth = indent > limit * 2 ? limit : 0
    var index = words.startIndex
    while index < words.endIndex {
      let byte = words[index]
      let following = index + 1 < words.endIndex ? words[index + 1] : .space
      var end = index + 1
      switch byte {
      case .space, .tab:
        index += 1
        continue
      case .greaterThan: break
      case .hyphen, .asterisk, .plusSign:
        guard following == .space || following == .tab else { return }
      case 0x30...0x39:
        while end < words.endIndex, end - index < 10, words[end].isASCIIDigit { end += 1 }
        guard end < words.endIndex, words[end] == .period || words[end] == .rightParenthesis else { return }
        if depth >= limit { return escapes.append(end) }
        end += 1
      default: return
      }
      if depth >= limit { return escapes.append(index) }
      depth += 1
      index = end
    }
  }

  private mutating func addMarks(of words: ArraySlice<UInt8>, line: Int, isText: Bool) {
    var bars = 0
    var before: UInt8 = 0
    var code: CodeSpans?
    for index in words.indices {
      let byte = words[index]
      switch byte {
      case .asterisk, .underscore, .tilde:
        if byte != before {
          marks += 1
          sureMarks += 1
        }
      case .rightBracket:
        linkCost += marks
        if isText || linkCost <= limits.linkCost { cost += sureMarks }
      case .leftBracket where !isText && linkCost > limits.linkCost && before != .backslash:
        if code == nil { code = CodeSpans(words) }
        if code?.contains(index) ?? false {
          cost += sureMarks
        } else {
          escape(
            index, line: line,
            "A paragraph has more links and emphasis than are read together; further brackets")
        }
      case .verticalBar where !isText:
        bars += 1
        if bars > limits.tableColumns, before != .backslash {
          escape(index, line: line, "A line has more bars than \(limits.tableColumns); further ones")
        }
      default: break
      }
      before = byte
    }
  }

  private mutating func escape(_ offset: Int, line: Int, _ message: String) {
    // The mark of a quote or item comes first, so the offsets are in order.
    escapes.append(offset)
    guard !isReported else { return }
    isReported = true
    excesses.append(Excess(line: line, message: message + " are shown as text."))
  }
}

extension MarkBounds {
  /// What a line begins with, marks of quotes aside.
  private struct Opening {
    var first: UInt8 = 0
    /// Whether nothing but marks of quotes stands in the line.
    var isBlank = true
    /// Whether it looks like a heading or a list item.
    var beginsBlock = false
    /// Whether that ends any paragraph.
    var isSure = false
    /// Whether it could be the rule below the head of a table.
    var isTableRule = false

    init(_ words: ArraySlice<UInt8>) {
      let rest = words.drop { $0 == .greaterThan || $0 == .space || $0 == .tab }
      guard let first = rest.first else { return }
      self.first = first
      isBlank = false
      let following = rest.dropFirst().first
      switch first {
      case .hyphen, .asterisk, .plusSign, .numberSign:
        let marks = first == .numberSign ? rest.prefix { $0 == .numberSign }.count : 1
        beginsBlock = marks <= 6 && rest.dropFirst(marks).first == .space && rest.count > marks + 1
        isSure = beginsBlock
      case 0x30...0x39:
        let number = rest.prefix(10).prefix(while: \.isASCIIDigit)
        let mark = rest.dropFirst(number.count).first
        beginsBlock = mark == .period || mark == .rightParenthesis
      default: break
      }
      isTableRule =
        (first == .verticalBar || first == .hyphen || first == .colon)
        && (following == .hyphen || following == .colon || following == .verticalBar || following == .space)
        && rest.contains(.verticalBar)
        && rest.allSatisfy {
          $0 == .verticalBar || $0 == .hyphen || $0 == .colon || $0 == .space || $0 == .tab
        }
    }
  }
}
