import MonographModel

extension PageDecoder {
  /// Reads a whole page.
  mutating func monograph() throws(PageCodecError) -> Monograph {
    Monograph(
      entity: try entity(), title: try text(), kind: try text(), aliases: try texts(),
      entityClass: try optionalText(), source: try source(),
      identifiers: try list { (decoder) throws(PageCodecError) in try decoder.identifier() },
      relations: try list { (decoder) throws(PageCodecError) in try decoder.relation() },
      references: try list { (decoder) throws(PageCodecError) in try decoder.reference() },
      redirects: try list { (decoder) throws(PageCodecError) in try decoder.entity() },
      infobox: try list { (decoder) throws(PageCodecError) in try decoder.infoboxPart() },
      sections: try sections())
  }

  private mutating func infoboxPart() throws(PageCodecError) -> InfoboxPart {
    let anchor = try text()
    let title = try text()
    let inference = try optionalText()
    return InfoboxPart(anchor: anchor, title: title, table: try table(), inference: inference)
  }

  private mutating func source() throws(PageCodecError) -> Source {
    Source(
      document: try text(), publisher: try optionalText(), labeler: try optionalText(),
      url: try optionalText(), licence: try optionalText(), version: try optionalText(),
      effective: try optionalText(), reviewed: try optionalText(), note: try optionalText(),
      lineCount: try integer())
  }

  private mutating func identifier() throws(PageCodecError) -> Identifier {
    Identifier(prefix: try text(), local: try text())
  }

  private mutating func relation() throws(PageCodecError) -> Relation {
    Relation(
      subject: try entity(), subjectName: try text(), predicate: try text(), object: try entity(),
      objectName: try text(), isNegated: try flag(), source: try optionalText(),
      evidence: try optionalText(), note: try optionalText(), publications: try texts(), origin: try origin())
  }

  private mutating func origin() throws(PageCodecError) -> Relation.Origin {
    switch try tagged(OriginTag.self) {
    case .frontMatter: .frontMatter
    case .diagram: .diagram(anchor: try text())
    case .graph: .graph
    }
  }

  private mutating func reference() throws(PageCodecError) -> Reference {
    Reference(
      key: try text(), authors: try texts(), title: try text(), container: try optionalText(),
      year: try optionalText(), url: try optionalText(),
      identifiers: try list { (decoder) throws(PageCodecError) in try decoder.identifier() },
      note: try optionalText(), number: try optionalInteger())
  }

  private mutating func sections() throws(PageCodecError) -> [Section] {
    try list { (decoder) throws(PageCodecError) in
      try decoder.nested { (decoder) throws(PageCodecError) in try decoder.section() }
    }
  }

  private mutating func section() throws(PageCodecError) -> Section {
    let heading = try inlines()
    let level = try integer()
    let anchor = try text()
    let sourceKey = try text()
    let effective = try optionalText()
    let lines = try lineRange()
    return Section(
      heading: heading, level: level, anchor: anchor, sourceKey: sourceKey, effective: effective,
      blocks: try blocks(), subsections: try sections(), lines: lines)
  }
}
