import MonographModel

extension PageEncoder {
  /// Writes a whole page. The order of the fields is the file format.
  mutating func write(_ monograph: Monograph) throws(PageCodecError) {
    write(monograph.entity)
    write(monograph.title)
    write(monograph.kind)
    write(monograph.aliases)
    write(monograph.entityClass)
    write(monograph.source)
    write(list: monograph.identifiers) { $0.write($1) }
    write(list: monograph.relations) { $0.write($1) }
    write(list: monograph.references) { $0.write($1) }
    write(list: monograph.redirects) { $0.write($1) }
    try write(list: monograph.infobox) { (encoder, part) throws(PageCodecError) in
      encoder.write(part.anchor)
      encoder.write(part.title)
      encoder.write(part.inference)
      try encoder.write(part.table)
    }
    try write(monograph.sections)
  }

  private mutating func write(_ source: Source) {
    write(source.document)
    write(source.publisher)
    write(source.labeler)
    write(source.url)
    write(source.licence)
    write(source.version)
    write(source.effective)
    write(source.reviewed)
    write(source.note)
    write(source.lineCount)
  }

  private mutating func write(_ identifier: Identifier) {
    write(identifier.prefix)
    write(identifier.local)
  }

  private mutating func write(_ relation: Relation) {
    write(relation.subject)
    write(relation.subjectName)
    write(relation.predicate)
    write(relation.object)
    write(relation.objectName)
    write(relation.isNegated)
    write(relation.source)
    write(relation.evidence)
    write(relation.note)
    write(relation.publications)
    switch relation.origin {
    case .frontMatter: write(byte: OriginTag.frontMatter.rawValue)
    case .diagram(let anchor):
      write(byte: OriginTag.diagram.rawValue)
      write(anchor)
    case .graph: write(byte: OriginTag.graph.rawValue)
    }
  }

  private mutating func write(_ reference: Reference) {
    write(reference.key)
    write(reference.authors)
    write(reference.title)
    write(reference.container)
    write(reference.year)
    write(reference.url)
    write(list: reference.identifiers) { $0.write($1) }
    write(reference.note)
    write(reference.number)
  }

  private mutating func write(_ sections: [Section]) throws(PageCodecError) {
    try write(list: sections) { (encoder, section) throws(PageCodecError) in
      try encoder.nested { (encoder) throws(PageCodecError) in
        try encoder.write(section.heading)
        encoder.write(section.level)
        encoder.write(section.anchor)
        encoder.write(section.sourceKey)
        encoder.write(section.effective)
        encoder.write(section.lines)
        try encoder.write(encoder.leavesBlocksOut ? [] : section.blocks)
        try encoder.write(section.subsections)
      }
    }
  }
}
