import MonographModel
import TextLayout

extension BrowserState {
  /// Takes in what happened and gives what is to be done about it.
  public mutating func update(_ event: BrowserEvent) -> [Effect] {
    var effects = respond(to: event)
    if let made, !isTypingSomethingElse {
      self.made = nil
      arrive(at: made.page, made.arrival)
    }
    settle()
    if let wanted = nextPreview() { effects.append(.preview(wanted)) }
    return effects
  }

  private mutating func respond(to event: BrowserEvent) -> [Effect] {
    switch event {
    case .key(let key):
      message = nil
      return press(key)
    case .resize(let size):
      self.size = Size(columns: max(1, size.columns), rows: max(1, size.rows))
    case .timeout:
      if !pending.prefix.isEmpty { pending.showsContinuations = true }
    case .opened(let page, let arrival): arrive(at: page, arrival)
    case .failed(let sentence):
      work = nil
      stopAskingForMore()
      page?.relations.forgetQuestions()
      stopReadingGraphs()
      complain(sentence)
    case .found(let result, let names, let generation):
      return show(result, names: names, generation: generation)
    case .named(let names, let generation): return show(names, generation: generation)
    case .indexed(let entries): showIndex(entries)
    case .previewed(let page): showPreview(page)
    case .fileRead(let page, let file, let diagnostics): takeFile(page, file: file, diagnostics)
    case .fileUnchanged: diagnostics?.problem = nil
    case .fileLost(let sentence): loseFile(sentence)
    case .related(let entity, let query, let groups, let generation):
      if takeRelationsInGraph(groups, generation: generation) { return [] }
      takeRelations(of: entity, groups, to: query, generation: generation)
    case .faceted(let entity, let facets, _): return takeFacets(of: entity, facets)
    case .reported(let page, let arrival, let generation):
      guard work?.generation == generation else { return [] }
      work = nil
      made = (page, arrival)
    case .sourceText(let text, let lines): showSourceText(text, lines: lines)
    }
    return []
  }

  /// Brings every part of the state in line with the size, the panels and each other.
  private mutating func settle() {
    let arrangement = self.arrangement
    fitPage()
    if let contents = arrangement.contents { settleContents(rows: contents.rows) }
    if let relations = arrangement.relations {
      if showsDiagnostics { settleDiagnostics(in: relations) } else { settleRelations(in: relations) }
    }
    for index in overlays.indices {
      switch overlays[index] {
      case .list(var overlay):
        overlay.reveal(
          rows: OverlayArrangement(size: size).listRows, columns: size.columns, glyphs: glyphs)
        overlays[index] = .list(overlay)
      case .document(var overlay):
        let arrangement = OverlayArrangement(size: size)
        overlay.view.resize(
          options: DocumentLayout.Options(
            width: arrangement.measure, glyphs: glyphs,
            showsLinkNumbers: index == overlays.count - 1 && isHinting),
          rows: arrangement.documentRows)
        overlays[index] = .document(overlay)
      case .graph(var graph):
        graph.settle(size: size, glyphs: glyphs)
        overlays[index] = .graph(graph)
      }
    }
    if let preview = arrangement.preview {
      self.preview?.view.resize(
        options: DocumentLayout.Options(
          width: max(1, preview.columns - 1), glyphs: glyphs, showsLinkNumbers: false),
        rows: max(1, preview.rows))
    }
  }

  /// Gives the page the width and height that its panel has now.
  mutating func fitPage() {
    let options = pageOptions
    let rows = pageRows
    page?.view.resize(options: options, rows: rows)
  }

  private var isHinting: Bool { if case .hints = prompt { true } else { false } }

  private mutating func settleContents(rows: Int) {
    guard var page else { return }
    let count = page.shownSections.count
    if panels.focus != .contents {
      page.contents.list.selection = page.currentContentsEntry ?? 0
    }
    // The selected entry may be shown on more rows than one, and a filter takes one.
    page.contents.list.reveal(rows: max(1, rows - 3), count: count)
    self.page = page
  }

  // MARK: Keys

  private mutating func press(_ key: Key) -> [Effect] {
    if key == .control("l") { return [.redraw] }
    if work != nil, key == .escape || key == .control("c") { return stopWork() }
    if key == .control("z") { return [.suspend] }
    if isTyping { return type(key) }
    if pending.prefix.isEmpty, let effects = pressDigit(key) { return effects }
    let keys = pending.prefix + [key]
    switch keymap.meaning(of: keys, in: context) {
    case .command(let command):
      let count = pending.count
      pending = Pending()
      return perform(command, count: count)
    case .prefix:
      pending.prefix = keys
      pending.showsContinuations = false
      return []
    case .unbound:
      let prefix = pending.prefix
      pending = Pending()
      if prefix.isEmpty || key == .escape {
        if prefix.isEmpty { complain("\(key) does nothing here; \(helpKey) shows the keys") }
        return []
      }
      switch key {
      // Keys that leave or help do so in the middle of a command, too.
      case .control, .function: return press(key)
      default: complainAboutPrefix(prefix, key)
      }
      return []
    }
  }

  /// The key that shows all keys where the person is.
  private var helpKey: String {
    let entry = CommandTable.entries.first { $0.command == .help && $0.contexts.contains(context) }
    return entry?.keys.first.map(KeyName.name(of:)) ?? "F1"
  }

  private mutating func complainAboutPrefix(_ prefix: [Key], _ key: Key) {
    let begun = prefix.map(\.description).joined()
    let letters = keymap.continuations(of: prefix, in: context).map(\.description).joined(separator: " ")
    complain("\(begun)\(key) does nothing; \(begun) goes on with \(letters)")
  }

  /// Digits gather into a count or a link's number; Backspace mends it, Esc drops it, Enter follows it.
  private mutating func pressDigit(_ key: Key) -> [Effect]? {
    switch key {
    case .character(let digit) where digit.isASCII && digit.isNumber:
      if pending.digits.isEmpty, digit == "0" { return nil }
      if pending.digits.count < 6 { pending.digits.append(digit) }
      return []
    case .backspace where !pending.digits.isEmpty:
      pending.digits.removeLast()
      return []
    case .escape where !pending.digits.isEmpty, .control("c") where !pending.digits.isEmpty:
      pending = Pending()
      return []
    case .enter where !pending.digits.isEmpty:
      let number = pending.count ?? 0
      pending = Pending()
      return follow(number: number)
    default: return nil
    }
  }

  // MARK: Commands

  mutating func perform(_ command: Command, count: Int?) -> [Effect] {
    switch command {
    case .quit: return [.quit]
    case .redraw: return [.redraw]
    case .suspend: return [.suspend]
    case .close: return close()
    case .cancel:
      cancel()
      return []
    case .help:
      showHelp()
      return []
    case .commandLine:
      prompt = .command(TextField())
      return []
    case .searchLibrary:
      ask(.search, title: "Search")
      return []
    case .openByName:
      ask(.names, title: "Open by name")
      return []
    case .index: return [.index]
    case .back: return goBack()
    case .forward: return goForward()
    case .whereAmI:
      if case .graph = overlays.last { showSelectedRelation() } else { showFacts() }
      return []
    default: break
    }
    switch context {
    case .start: return []
    case .list: return performInList(command, count: count)
    case .document: return performInDocument(command, count: count)
    case .graph: return performInGraph(command, count: count)
    case .page, .contents, .relations: return performInPanels(command, count: count)
    }
  }

  /// Esc: closes what is on top, else returns to the page, else drops marks and focus. Never quits.
  private mutating func cancel() {
    pending = Pending()
    if dropGraphFilter() {
      return
    } else if !overlays.isEmpty {
      overlays.removeLast()
    } else if panels.focus != .page {
      panels.focus = .page
    } else if page?.search != nil {
      page?.search = nil
    } else if panels.isZoomed {
      panels.isZoomed = false
    } else {
      page?.view.focus = .none
    }
  }

  /// `q`: closes an overlay or a drawer, returns from a panel that hides the page, else quits.
  private mutating func close() -> [Effect] {
    if !overlays.isEmpty {
      overlays.removeLast()
      return []
    }
    guard page != nil else { return [.quit] }
    if arrangement.isSinglePanel, panels.focus != .page {
      panels.focus = .page
      return []
    }
    if size.columns < 120, panels.showsRelations == true, !arrangement.isSinglePanel {
      panels.showsRelations = nil
      if panels.focus == .relations { panels.focus = .page }
      return []
    }
    return [.quit]
  }
}
