import MonographModel
import MonographSearch

/// What `search` prints: the places page by page as the reader lists them, what may have been meant, what there is to
/// know besides.
struct SearchReport {
  private let result: SearchResult
  private let explains: Bool
  private let groups: [HitGroup]
  private let readings: [(suggestion: NameSuggestion, groups: [HitGroup])]

  /// A report of a result.
  ///
  /// - Parameter explains: Whether it says what each score is made of.
  init(_ result: SearchResult, explains: Bool) {
    self.result = result
    self.explains = explains
    let groups = HitGroup.groups(of: result.hits)
    self.groups = groups.filter { $0.best.readAs == nil }
    readings = result.suggestions.map { suggestion in
      (suggestion, groups.filter { $0.best.readAs?.lowercased() == suggestion.name.lowercased() })
    }
  }

  // MARK: Text

  var text: String {
    var text = result.remarks.map { PrintedText.line($0) }.joined()
    for alternative in result.alternatives {
      text += PrintedText.line("read also as “\(alternative.words)”: \(alternative.reason)")
    }
    for group in groups { text += lines(of: group) }
    for (suggestion, groups) in readings {
      var line = "no “\(suggestion.typed)” here; did you mean \(suggestion.name)?"
      if !suggestion.lookAlikes.isEmpty {
        line += " ! not \(suggestion.lookAlikes.joined(separator: ", "))"
      }
      text += PrintedText.line(line)
      for group in groups { text += lines(of: group) }
    }
    guard !result.hits.isEmpty else { return text + "nothing found for “\(result.query)”\n" }
    return text + "\(result.hits.count) of \(result.total) places\n"
  }

  private func lines(of group: HitGroup) -> String {
    let best = group.best
    let caution = LookAlikeNames.standard.caution(for: best.title)
    let name = [caution?.spelling ?? best.title, caution?.remark].compactMap { $0 }.joined(separator: " ")
    let facts = best.pageFacts.map(\.text).joined(separator: "; ")
    var text = PrintedText.line(facts.isEmpty ? name : "\(name)  \(facts)")
    for hit in group.hits {
      let place = hit.sectionPath.isEmpty ? "beginning of the page" : hit.sectionPath.joined(separator: " > ")
      text += PrintedText.line("  \(place)")
      let line = hit.line.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      if !line.isEmpty { text += PrintedText.line("    \(line)") }
      text += PrintedText.line("    \(address(of: hit))")
      guard explains else { continue }
      for reason in [SearchHit.Reason(text: "score", value: hit.score)] + hit.reasons {
        text += PrintedText.line(
          "    \(reason.value < 0 ? "" : " ")\(reason.value.hundredths)  \(reason.text)")
      }
    }
    return text
  }

  private func address(of hit: SearchHit) -> String {
    hit.anchor.isEmpty ? hit.entity.path : "\(hit.entity.path)#\(hit.anchor)"
  }

  // MARK: JSON

  var json: JSONValue {
    .object([
      ("query", .string(result.query)), ("total", .integer(result.total)),
      ("hits", .array(result.hits.map { json($0) })),
      ("groups", .array(HitGroup.groups(of: result.hits).map { json($0) })),
      ("suggestions", .array(result.suggestions.map { json($0) })),
      ("remarks", .strings(result.remarks)),
    ])
    .adding([("alternatives", explains ? .array(result.alternatives.map { json($0) }) : nil)])
  }

  private func json(_ hit: SearchHit) -> JSONValue {
    let reasons = hit.reasons.map { reason in
      JSONValue.object([("text", .string(reason.text)), ("value", .number(reason.value))])
    }
    return JSONValue(hit).adding([("reasons", explains ? .array(reasons) : nil)])
  }

  private func json(_ group: HitGroup) -> JSONValue {
    let best = group.best
    let places = group.hits.compactMap { hit in result.hits.firstIndex(of: hit).map { JSONValue.integer($0) }
    }
    return .object([
      ("entity", .string(best.entity.path)), ("document", .string(best.document)),
      ("title", .string(best.title)),
      ("kind", .string(best.kind)), ("class", .optional(best.entityClass)), ("form", .optional(best.form)),
      ("labeler", .optional(best.labeler)), ("publisher", .optional(best.publisher)),
      ("readAs", .optional(best.readAs)), ("hits", .array(places)),
    ])
  }

  private func json(_ alternative: WordAlternative) -> JSONValue {
    .object([("words", .string(alternative.words)), ("reason", .string(alternative.reason))])
  }

  private func json(_ suggestion: NameSuggestion) -> JSONValue {
    .object([
      ("typed", .string(suggestion.typed)), ("name", .string(suggestion.name)),
      ("lookAlikes", .strings(suggestion.lookAlikes)),
    ])
  }
}
