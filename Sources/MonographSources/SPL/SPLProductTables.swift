import MonographModel

/// Sets out the product data of a label as tables: products, active ingredients, other ingredients, packages,
/// appearance, companies.
struct SPLProductTables {
  let products: [SPLProduct]
  let organizations: [SPLOrganization]

  /// The tables, in that order, those that would be empty left out.
  var tables: [Table] {
    [
      productTable, activeTable, ingredientTable, packageTable, appearanceTable, companyTable,
    ].compactMap { $0 }
  }

  /// The tables that make up the infobox: products and active ingredients.
  var infobox: [Table] { [productTable, activeTable].compactMap { $0 } }

  /// A product, with the kit that it is part of.
  private struct Row {
    var product: SPLProduct
    var kit: SPLProduct?
  }

  private var rows: [Row] {
    func rows(_ product: SPLProduct, within kit: SPLProduct?) -> [Row] {
      [Row(product: product, kit: kit)] + product.parts.flatMap { rows($0, within: product) }
    }
    return products.flatMap { rows($0, within: nil) }
  }

  /// A table of those columns in which something stands. Nil without rows.
  private func table(_ caption: String, _ columns: [String], _ rows: [[String]]) -> Table? {
    guard !rows.isEmpty else { return nil }
    let kept = columns.indices.filter { column in rows.contains { !$0[column].isEmpty } }
    func cells(_ row: [String], isHeader: Bool) -> [Table.Cell] {
      kept.map { Table.Cell(row[$0].isEmpty ? [] : [.text(row[$0])], isHeader: isHeader) }
    }
    guard !kept.isEmpty else { return nil }
    return Table(
      caption: [.text(caption)], header: [cells(columns, isHeader: true)],
      body: rows.map { row in
        var cells = cells(row, isHeader: false)
        if kept.first == 0 { cells[0].isHeader = true }
        return cells
      })
  }

  // MARK: - Products

  private var productTable: Table? {
    table(
      "Products", ["Product", "Strength", "Form", "Route", "Product code", "Class", "Marketing", "Further"],
      rows.map { row in
        let product = row.product
        return [
          name(row), strength(product), product.form, joined(product.routes), product.code,
          joined(product.classes), joined(product.marketing), joined(product.further),
        ]
      })
  }

  private func name(_ row: Row) -> String {
    let product = row.product
    var name = product.names.joined(separator: " ")
    let generic = joined(product.genericNames)
    if !generic.isEmpty { name = name.isEmpty ? generic : "\(name) (\(generic))" }
    if let kit = row.kit {
      name += kit.code.isEmpty ? ", part of a kit" : ", part of the kit \(kit.code)"
      if !product.quantity.text.isEmpty { name += ": \(product.quantity.text)" }
    } else if !product.quantity.text.isEmpty {
      name += ": \(product.quantity.text)"
    }
    return name
  }

  /// The strengths of the active ingredients, named where there are several.
  private func strength(_ product: SPLProduct) -> String {
    let active = product.ingredients.filter { $0.isActive && !$0.quantity.text.isEmpty }
    if active.count == 1 { return active[0].quantity.text }
    return joined(active.map { "\($0.basis) \($0.quantity.text)" })
  }

  private func joined(_ texts: [String]) -> String {
    texts.filter { !$0.isEmpty }.joined(separator: "; ")
  }

  // MARK: - Ingredients

  private var activeTable: Table? {
    var seen: Set<SPLProduct.Ingredient> = []
    var found: [SPLProduct.Ingredient] = []
    for row in rows {
      for var ingredient in row.product.ingredients where ingredient.isActive {
        ingredient.quantity = SPLProduct.Quantity()
        if seen.insert(ingredient).inserted { found.append(ingredient) }
      }
    }
    return table(
      "Active ingredients",
      [
        "Ingredient", "UNII", "Active moiety", "UNII of the moiety", "Strength is of", "Reference substance",
        "UNII of the reference",
      ],
      found.map { ingredient in
        [
          ingredient.substance.name, ingredient.substance.unii, joined(ingredient.moieties.map(\.name)),
          joined(ingredient.moieties.map(\.unii)), ingredient.basis, ingredient.reference.name,
          ingredient.reference.unii,
        ]
      })
  }

  /// The ingredients that are not active, each with the products that hold it.
  private var ingredientTable: Table? {
    var order: [SPLProduct.Ingredient] = []
    var holders: [SPLProduct.Ingredient: [String]] = [:]
    let holding = rows.filter { $0.product.ingredients.contains { !$0.isActive } }
    for row in holding {
      for ingredient in row.product.ingredients where !ingredient.isActive {
        if holders[ingredient] == nil { order.append(ingredient) }
        holders[ingredient, default: []].append(shortName(row))
      }
    }
    return table(
      "Inactive ingredients", ["Ingredient", "UNII", "Amount", "Active moiety", "Products"],
      order.map { ingredient in
        let products = holders[ingredient] ?? []
        let places = holding.count == 1 ? "" : products.count == holding.count ? "all" : joined(products)
        return [
          ingredient.substance.name, ingredient.substance.unii, ingredient.quantity.text,
          joined(ingredient.moieties.map { "\($0.name) \($0.unii)" }), places,
        ]
      })
  }

  /// The code of a product, or its name and its kit's code.
  private func shortName(_ row: Row) -> String {
    if !row.product.code.isEmpty { return row.product.code }
    let name = row.product.names.joined(separator: " ")
    return row.kit.map { "\(name) in \($0.code)" } ?? name
  }

  // MARK: - Packages and appearance

  private var packageTable: Table? {
    table(
      "Packages", ["Package code", "Contents", "Product", "Further"],
      rows.flatMap { row in
        row.product.packages.map { package in
          [joined(package.codes), joined(package.contents), shortName(row), joined(package.facts)]
        }
      })
  }

  private var appearanceTable: Table? {
    var codes: [String] = []
    for row in rows {
      for characteristic in row.product.characteristics where !codes.contains(characteristic.code) {
        codes.append(characteristic.code)
      }
    }
    let described = rows.filter { !$0.product.characteristics.isEmpty }
    return table(
      "Appearance", ["Product"] + codes.map(Self.label),
      described.map { row in
        [shortName(row)]
          + codes.map { code in
            joined(row.product.characteristics.filter { $0.code == code }.map(\.value))
          }
      })
  }

  /// The names of the characteristics in FDA's list; another's code is shown as it is.
  private static func label(_ code: String) -> String {
    switch code {
    case "SPLCOLOR": "Color"
    case "SPLSHAPE": "Shape"
    case "SPLSIZE": "Size"
    case "SPLSCORE": "Score"
    case "SPLIMPRINT": "Imprint"
    case "SPLFLAVOR": "Flavor"
    case "SPLCOATING": "Coating"
    case "SPLSYMBOL": "Symbol"
    case "SPLCONTAINS": "Contains"
    case "SPLCMBPRDTP": "Combination product"
    case "SPLUSE": "Use"
    default: code
    }
  }

  // MARK: - Companies

  private var companyTable: Table? {
    table(
      "Companies", ["Company", "Identifier", "Operations"],
      organizations.filter { !$0.name.isEmpty || !$0.operations.isEmpty }.map { organization in
        let operations = organization.operations.map { operation in
          operation.products.isEmpty
            ? operation.name : "\(operation.name) (\(operation.products.joined(separator: ", ")))"
        }
        return [
          organization.name, joined(organization.identifiers),
          joined((organization.isLabeler ? ["labeler"] : []) + operations),
        ]
      })
  }
}
