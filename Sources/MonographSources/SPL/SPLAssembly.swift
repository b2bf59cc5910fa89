import MonographModel

/// Makes the document of a label that was read.
struct SPLAssembly {
  let label: SPLLabel
  let file: SourceFile
  let log: DiagnosticLog

  /// The document; `lineCount` is that of its source.
  func monograph(lineCount: Int) -> Monograph {
    let naming = SPLNaming(label.products)
    let title = title(naming)
    var outline = SPLOutline()
    var sections = outline.sections(of: label)
    let product = productSection(&outline)
    resolve(&sections, outline)
    if let opening { sections.insert(opening, at: 0) }
    var monograph = Monograph(
      entity: entity(title), title: title, kind: "drug", aliases: naming.aliases.filter { $0 != title },
      entityClass: naming.entityClass, source: source(lineCount: lineCount),
      identifiers: naming.identifiers, sections: sections)
    if let product {
      monograph.sections.append(product)
      monograph.infobox = tables.infobox.map {
        InfoboxPart(anchor: product.anchor, title: $0.caption.plainText, table: $0)
      }
    }
    return monograph
  }

  // MARK: - Names

  /// The generic name; else the label's own title, else its labeler, else its set id.
  private func title(_ naming: SPLNaming) -> String {
    if let name = naming.name { return name }
    log.report(
      .missingTitle, line: 1, "The label names no product, so its page is named after its title or company.")
    let own = label.title.plainText.trimmed
    if !own.isEmpty { return own }
    if let labeler { return "Label of \(labeler)" }
    return label.setID ?? file.document
  }

  private var labeler: String? {
    label.organizations.first { $0.isLabeler && !$0.name.isEmpty }?.name
  }

  private func entity(_ title: String) -> EntityID {
    let slug = EntityID.slug(fromName: title)
    return EntityID(folder: "drugs", slug: String(slug.prefix(200)))
      ?? EntityID(folder: "drugs", slug: EntityID.slug(fromName: label.setID ?? "")) ?? Self.unnamed
  }

  private static let unnamed: EntityID = {
    guard let id = EntityID(folder: "drugs", slug: "unnamed") else { preconditionFailure("a fixed id") }
    return id
  }()

  private func source(lineCount: Int) -> Source {
    if label.setID == nil {
      log.report(
        .markup, line: 1, "The label has no set id; it is told from others by its file's name.",
        fix: "give it a setId")
    }
    return Source(
      document: label.setID ?? file.document, publisher: "US drug label (SPL)", labeler: labeler,
      url: address, version: label.version, effective: label.effective,
      note: "This text may differ from the currently approved label.", lineCount: lineCount)
  }

  /// The label's page at DailyMed, which is found by a set id that is a UUID.
  private var address: String? {
    guard let id = label.setID, Self.isUUID(id) else { return nil }
    return "https://dailymed.nlm.nih.gov/dailymed/drugInfo.cfm?setid=\(id)"
  }

  private static func isUUID(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    return parts.map(\.utf8.count) == [8, 4, 4, 4, 12]
      && parts.allSatisfy { $0.utf8.allSatisfy { $0.isASCIIDigit || (0x61...0x66).contains($0.lowercased) } }
  }

  // MARK: - Sections

  /// The label's own title, before the first heading. Where it has none: the product and its company.
  private var opening: Section? {
    var content = label.title
    if content.isEmpty {
      let product = label.products.first?.names.joined(separator: " ") ?? ""
      let words = [product, labeler ?? ""].filter { !$0.isEmpty }.joined(separator: ", ")
      guard !words.isEmpty else { return nil }
      content = [.text(words)]
    }
    return Section(
      heading: [], level: 0, anchor: "", blocks: [Block(.paragraph(content), lines: label.titleLines)],
      lines: label.titleLines)
  }

  private var tables: SPLProductTables {
    SPLProductTables(
      products: label.products, organizations: label.organizations)
  }

  /// The product data, as the last section.
  private func productSection(_ outline: inout SPLOutline) -> Section? {
    var blocks = tables.tables.map { Block(.table($0), lines: label.productLines) }
    if !label.type.isEmpty {
      blocks.insert(Block(.paragraph([.text("Label type: " + label.type)])), at: 0)
    }
    blocks += label.further.map { Block(.paragraph([.text($0)])) }
    guard !blocks.isEmpty else { return nil }
    let heading: [Inline] = label.productTitle.isEmpty ? [.text("Product data")] : label.productTitle
    return Section(
      heading: heading, level: 1, anchor: outline.anchor(for: heading, within: nil),
      sourceKey: SPLHeading.productData, effective: label.productDate, blocks: blocks,
      lines: label.productLines)
  }

  // MARK: - Links and pictures

  private func resolve(_ sections: inout [Section], _ outline: SPLOutline) {
    var folded: [String: Int] = [:]
    for (id, number) in label.ids {
      let name = id.lowercased()
      // The first of several, so that the same label always gives the same links.
      folded[name] = min(folded[name] ?? .max, number)
    }
    let resolver = SPLResolver(
      target: { id in
        guard var number = label.ids[id] ?? folded[id.lowercased()] else {
          log.report(
            .danglingAnchor, line: label.linkLines[id] ?? 0,
            "A link leads to “\(id.prefix(80))”, which is not in this label.",
            fix: "name an ID of the label")
          return nil
        }
        while let holder = label.holders[number] { number = holder }
        return outline.anchors[number].map { .section(anchor: $0) }
      },
      picture: { id in
        guard let picture = label.pictures[id] else { return ("", id) }
        return (picture.alternative, picture.file)
      })
    for index in sections.indices { resolve(&sections[index], resolver, outline.unresolved) }
  }

  private func resolve(_ section: inout Section, _ resolver: SPLResolver, _ unresolved: Set<String>) {
    if unresolved.contains(section.anchor) {
      section.heading = resolver.resolved(section.heading)
      for index in section.blocks.indices { resolver.resolve(&section.blocks[index]) }
    }
    for index in section.subsections.indices { resolve(&section.subsections[index], resolver, unresolved) }
  }
}
