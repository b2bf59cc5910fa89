import MonographModel
import TextLayout

/// Lists that are asked for by typing: search in the library, open by name.
extension BrowserState {
  // MARK: Asking

  /// Opens a list that is asked for by typing.
  mutating func ask(_ purpose: ListOverlay.Purpose, title: String) {
    overlays.removeAll {
      if case .list(let overlay) = $0 { overlay.field != nil } else { false }
    }
    overlays.append(.list(ListOverlay(purpose: purpose, title: title, field: TextField())))
  }

  mutating func type(_ key: Key, in overlay: ListOverlay) -> [Effect] {
    var overlay = overlay
    defer { if !overlays.isEmpty, case .list = overlays.last { replaceTop(with: overlay) } }
    if overlay.list.isTyping {
      if overlay.list.type(key) { return [] }
    } else if var field = overlay.field {
      let isChanging = field.handle(key)
      if isChanging {
        let isChanged = field.text != overlay.field?.text
        overlay.field = field
        overlay.isChoosing = false
        guard isChanged else { return [] }
        return ask(&overlay)
      }
    }
    switch key {
    case .escape, .control("c"):
      overlays.removeLast()
      // What is left on top must not be replaced by the list just closed.
      if case .list(let next) = overlays.last { overlay = next }
      return []
    case .enter where !overlay.isAnswered:
      overlay.choosesFirst = true
      say("looking for “\(overlay.field?.text ?? "")”")
      return []
    case .enter:
      guard let selected = overlay.selected else {
        if let field = overlay.field, !field.isEmpty { complain("nothing found for “\(field.text)”") }
        return []
      }
      let effects = choose(selected)
      if case .question = selected.target, case .list(let changed) = overlays.last { overlay = changed }
      return effects
    case .down, .control("n"), .tab: return moveSelection(&overlay, .lineDown)
    case .up, .control("p"), .backTab: return moveSelection(&overlay, .lineUp)
    case .pageDown, .control("f"): return moveSelection(&overlay, .pageDown)
    case .pageUp, .control("b"): return moveSelection(&overlay, .pageUp)
    case .function(1):
      replaceTop(with: overlay)
      showHelp()
      return []
    default: break
    }
    return []
  }

  /// Asks what the field holds. What answered the question before stays until the answer comes.
  private mutating func ask(_ overlay: inout ListOverlay) -> [Effect] {
    generation += 1
    // A search stops what is being made: the person has gone on.
    work = nil
    overlay.generation = generation
    overlay.choosesFirst = false
    overlay.answer?.isAskingForMore = false
    let text = overlay.field?.text ?? ""
    guard text.contains(where: { !$0.isWhitespace }) else {
      overlay.entries = overlay.purpose == .comparison ? comparableSources : []
      overlay.answer = nil
      overlay.note = ""
      overlay.list = FilteredList()
      overlay.answered = overlay.generation
      return []
    }
    switch overlay.purpose {
    case .names, .path, .comparison: return [.names(text, generation: overlay.generation)]
    default: return [.search(text, limit: SearchAnswer.firstLimit, generation: overlay.generation)]
    }
  }

  /// Asks another question in the list on top.
  mutating func ask(_ query: String) -> [Effect] {
    guard case .list(var overlay) = overlays.last, overlay.field != nil else { return [] }
    overlay.field = TextField(query)
    let effects = ask(&overlay)
    replaceTop(with: overlay)
    return effects
  }

  mutating func replaceTop(with overlay: ListOverlay) {
    guard !overlays.isEmpty else { return }
    overlays[overlays.count - 1] = .list(overlay)
  }

  /// Moves the selection; past the end of a list of hits asks for more of them.
  mutating func moveSelection(
    _ overlay: inout ListOverlay, _ command: Command, repeating times: Int = 1
  ) -> [Effect] {
    guard overlay.isAnswered else { return [] }
    overlay.isChoosing = overlay.selected != nil
    let shown = overlay.shownEntries
    let before = overlay.list.list.selection
    let rows = OverlayArrangement(size: size).listRows
    switch command {
    case .pageDown, .pageUp, .halfPageDown, .halfPageUp:
      let isHalf = command == .halfPageDown || command == .halfPageUp
      overlay.list.list.turn(
        command == .pageDown || command == .halfPageDown ? .forward : .backward,
        rows: (isHalf ? rows / 2 : rows) * max(1, min(times, 10_000)), count: shown.count,
        height: { shown[$0].rows(columns: size.columns, glyphs: glyphs, isSelected: false) },
        isSelectable: { shown[$0].isSelectable })
    default:
      overlay.list.list.move(command, repeating: times, rows: rows, count: shown.count) {
        shown[$0].isSelectable
      }
    }
    let goesDown = [.lineDown, .nextLink, .pageDown, .halfPageDown, .bottom].contains(command)
    guard goesDown, overlay.list.list.selection == before, overlay.list.filter == nil,
      overlay.answer?.isAskingForMore == false, let limit = overlay.answer?.nextLimit,
      let text = overlay.field?.text
    else { return [] }
    overlay.answer?.isAskingForMore = true
    return [.search(text, limit: limit, generation: overlay.generation)]
  }

  /// Lets the end of a list ask again after the answer failed.
  mutating func stopAskingForMore() {
    for index in overlays.indices {
      guard case .list(var overlay) = overlays[index], overlay.answer?.isAskingForMore == true else {
        continue
      }
      overlay.answer?.isAskingForMore = false
      overlays[index] = .list(overlay)
    }
  }

  // MARK: Answers

  mutating func show(_ result: SearchResult, names: [NameMatch], generation: Int) -> [Effect] {
    let caution = self.caution
    if addMore(result, generation: generation) { return [] }
    return update(generation) { overlay in
      let answer = SearchAnswer(result, names: names)
      overlay.entries = answer.entries(caution: caution)
      overlay.note = answer.note
      overlay.answer = answer
    }
  }

  /// Adds to a list of hits that was answered already and asked for more; false where none did.
  private mutating func addMore(_ result: SearchResult, generation: Int) -> Bool {
    for index in overlays.indices {
      guard case .list(var overlay) = overlays[index], overlay.generation == generation,
        overlay.answered == generation, var answer = overlay.answer
      else { continue }
      let selected = overlay.selected
      let wasAsked = answer.isAskingForMore
      answer.add(result)
      overlay.answer = answer
      overlay.entries = answer.entries(caution: caution)
      overlay.note = answer.note
      if let selected, let place = overlay.shownEntries.firstIndex(of: selected) {
        overlay.list.list.top += place - overlay.list.list.selection
        overlay.list.list.top = max(0, overlay.list.list.top)
        overlay.list.list.selection = place
      }
      overlays[index] = .list(overlay)
      // The person went past the end to see what comes after it.
      if wasAsked, index == overlays.count - 1, overlay.list.filter == nil {
        let shown = overlay.shownEntries
        overlay.list.list.move(.lineDown, repeating: 1, rows: 1, count: shown.count) {
          shown[$0].isSelectable
        }
        overlays[index] = .list(overlay)
      }
      return true
    }
    return false
  }

  mutating func show(_ names: [NameMatch], generation: Int) -> [Effect] {
    let caution = self.caution
    return update(generation) { overlay in
      let sure = names.filter { $0.quality < .fuzzy }.map { ListEntry(for: $0, caution: caution($0.title)) }
      let unsure = names.filter { $0.quality == .fuzzy }.map {
        ListEntry(for: $0, caution: caution($0.title))
      }
      overlay.entries = sure
      if !unsure.isEmpty {
        overlay.entries.append(ListEntry(row: .question, target: .heading, isSelectable: true))
        overlay.entries += unsure
      }
      overlay.note = names.isEmpty ? "no such name" : names.count == 1 ? "1 name" : "\(names.count) names"
    }
  }

  /// Changes the list that asked, if it still waits for that answer, and chooses its first entry where that
  /// was asked for meanwhile.
  private mutating func update(_ generation: Int, _ change: (inout ListOverlay) -> Void) -> [Effect] {
    for index in overlays.indices {
      guard case .list(var overlay) = overlays[index], overlay.generation == generation, overlay.field != nil
      else { continue }
      change(&overlay)
      overlay.list = FilteredList()
      let entries = overlay.entries
      overlay.list.list.select(0, count: entries.count) { entries[$0].isSelectable }
      overlay.answered = generation
      let isChoosing = overlay.choosesFirst && index == overlays.count - 1
      overlay.choosesFirst = false
      overlays[index] = .list(overlay)
      guard isChoosing else { continue }
      message = nil
      if let selected = overlay.selected { return choose(selected) }
      complain("nothing found for “\(overlay.field?.text ?? "")”")
    }
    return []
  }

  // MARK: Hits

  /// Opens a hit of the list on top, and remembers the hits beside it for `n`.
  mutating func choose(_ hit: SearchHit) -> [Effect] {
    guard case .list(let overlay) = overlays.last else { return [] }
    // Of the hits in the order shown, those read in the same way: n never leads to another name by itself.
    let hits = overlay.entries.compactMap { entry -> SearchHit? in
      guard case .hit(let other) = entry.target, other.readAs == hit.readAs else { return nil }
      return other
    }
    let index = hits.firstIndex(of: hit) ?? 0
    let isWhole = overlay.answer?.nextLimit == nil
    let total = isWhole ? hits.count : max(hits.count, overlay.answer?.total ?? 0)
    let trail = HitTrail(
      hits: hits.isEmpty ? [hit] : hits, index: index, total: total, list: overlay.generation)
    return [.open(hit.entity, document: hit.document, .hit(trail, isStep: false))]
  }

  /// Goes on to the next or the previous hit of the list that led here; back still returns to the list.
  mutating func step(_ direction: Direction, along trail: HitTrail) -> [Effect] {
    guard let next = trail.stepped(direction) else {
      let isLast = direction == .forward
      say(
        isLast && trail.total > trail.hits.count
          ? "that was the last of the \(trail.hits.count) hits listed; back returns to the list, which has more"
          : "that was the \(isLast ? "last" : "first") hit; back returns to the list")
      return []
    }
    guard let page, page.page.entity == next.hit.entity, page.page.document == next.hit.document else {
      return [.open(next.hit.entity, document: next.hit.document, .hit(next, isStep: true))]
    }
    arrive(along: next, isStep: true)
    return []
  }

  /// Goes to the line of a hit on the page that has been opened.
  mutating func arrive(along trail: HitTrail, isStep: Bool) {
    let hit = trail.hit
    arrive(atAnchor: hit.anchor, line: hit.passage, words: hit.matchedWords)
    if page?.search == nil, let view = page?.view { page?.search = PageSearch(words: [], in: view.layout) }
    page?.trail = trail
    guard isStep else { return }
    history.changeLast { place in
      guard place.overlay?.generation == trail.list, place.overlay?.purpose == .search else { return false }
      guard let entry = place.overlay?.entries.firstIndex(where: { $0.target == .hit(hit) }) else {
        return true
      }
      place.overlay?.list.filter = nil
      place.overlay?.list.list.selection = entry
      return true
    }
    say(trail.sentence)
  }
}
