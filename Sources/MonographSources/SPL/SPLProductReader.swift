/// Reads the product data of a label: what stands in `subject`, and the companies in `author`.
struct SPLProductReader {
  let markup: SPLMarkupReader
  private var cursor: XMLCursor { markup.cursor }

  init(markup: SPLMarkupReader) { self.markup = markup }

  /// The products of the `subject` that has just begun.
  func products() -> [SPLProduct] {
    var products: [SPLProduct] = []
    markup.children { element in
      var product = SPLProduct()
      switch element {
      case .manufacturedProduct: read(&product)
      case .identifiedSubstance: readSubstance(&product)
      default: gather(into: &product.further)
      }
      products.append(product)
    }
    return products
  }

  private func read(_ product: inout SPLProduct) {
    markup.children { element in
      switch element {
      case .manufacturedProduct, .manufacturedMedicine, .partProduct, .partMedicine: read(&product)
      case .code:
        let code = cursor.attribute(.code) ?? ""
        if product.code.isEmpty { product.code = code }
      case .name: product.names.append(contentsOf: text())
      case .desc: product.further.append(contentsOf: text())
      case .formCode: product.form = cursor.attribute(.displayName) ?? product.form
      case .asEntityWithGeneric: readNames(to: &product.genericNames)
      case .asEquivalentEntity:
        for code in codes() { product.further.append("source \(code)") }
      case .ingredient, .activeIngredient, .inactiveIngredient: product.ingredients.append(ingredient())
      case .quantity: product.quantity = quantity()
      case .asContent:
        var package = SPLProduct.Package()
        read(&package)
        product.packages.append(package)
      case .part:
        var part = SPLProduct()
        read(&part)
        product.parts.append(part)
      case .subjectOf: readFacts(&product)
      case .consumedIn: gather(into: &product.routes)
      case .asSpecializedKind: gather(into: &product.classes)
      default: gather(into: &product.further)
      }
    }
  }

  /// A substance of an index file: its name, UNII and pharmacologic classes.
  private func readSubstance(_ product: inout SPLProduct) {
    var substance = SPLProduct.Substance()
    func read() {
      markup.children { element in
        switch element {
        case .identifiedSubstance: read()
        case .code: substance.unii = cursor.attribute(.code) ?? ""
        case .name: substance.name = markup.words()
        case .asSpecializedKind: gather(into: &product.classes)
        default: gather(into: &product.further)
        }
      }
    }
    read()
    product.genericNames = [substance.name]
    product.ingredients = [.init(classCode: "ACTIB", substance: substance, moieties: [substance])]
  }

  private func text() -> [String] {
    let words = markup.words()
    return words.isEmpty ? [] : [words]
  }

  private func readNames(to names: inout [String]) {
    markup.children { element in
      if element == .name { names.append(contentsOf: text()) } else { readNames(to: &names) }
    }
  }

  /// The codes of the elements within.
  private func codes() -> [String] {
    var codes: [String] = []
    markup.children { element in
      if element != .code {
        codes += self.codes()
      } else if cursor.attribute(.codeSystem) == SPLCode.ndc, let code = cursor.attribute(.code) {
        codes.append(code)
      }
    }
    return codes
  }

  /// Everything with a name, and all text, within the element that has just begun.
  private func gather(into names: inout [String]) {
    if let name = cursor.attribute(.displayName), !name.isEmpty { names.append(name) }
    markup.children(text: { if let text = $0.finish() { names.append(text.content.plainText) } }) { _ in
      gather(into: &names)
    }
  }

  private func ingredient() -> SPLProduct.Ingredient {
    var ingredient = SPLProduct.Ingredient()
    let given = cursor.attribute(.classCode) ?? ""
    switch cursor.element {
    case .activeIngredient: ingredient.classCode = given.hasPrefix("ACT") ? given : "ACTIB"
    case .inactiveIngredient: ingredient.classCode = "IACT"
    default: ingredient.classCode = given
    }
    markup.children { element in
      switch element {
      case .quantity: ingredient.quantity = quantity()
      case .ingredientSubstance, .activeIngredientSubstance, .inactiveIngredientSubstance:
        readSubstance(of: &ingredient)
      default: break
      }
    }
    return ingredient
  }

  private func readSubstance(of ingredient: inout SPLProduct.Ingredient) {
    markup.children { element in
      switch element {
      case .code: ingredient.substance.unii = cursor.attribute(.code) ?? ""
      case .name: ingredient.substance.name = markup.words()
      case .activeMoiety: ingredient.moieties.append(substance())
      case .asEquivalentSubstance: ingredient.reference = substance()
      default: break
      }
    }
  }

  private func substance() -> SPLProduct.Substance {
    var found = SPLProduct.Substance()
    markup.children { element in
      switch element {
      case .code: found.unii = cursor.attribute(.code) ?? ""
      case .name: found.name = markup.words()
      case .activeMoiety, .definingSubstance: found = substance()
      default: break
      }
    }
    return found
  }

  private func quantity() -> SPLProduct.Quantity {
    var quantity = SPLProduct.Quantity()
    markup.children { element in
      let value = cursor.attribute(.value) ?? ""
      var unit = cursor.attribute(.unit) ?? ""
      markup.children { inner in
        // A unit that UCUM lacks is named by a translation.
        if inner == .translation, let name = cursor.attribute(.displayName), !name.isEmpty {
          unit = unit.isEmpty || unit == "1" ? name : "\(unit) (\(name))"
        }
      }
      switch element {
      case .numerator: (quantity.numerator, quantity.numeratorUnit) = (value, unit)
      case .denominator: (quantity.denominator, quantity.denominatorUnit) = (value, unit)
      default: break
      }
    }
    return quantity
  }

  private func read(_ package: inout SPLProduct.Package) {
    var quantity = SPLProduct.Quantity()
    var form = ""
    var outer: [SPLProduct.Package] = []
    markup.children { element in
      switch element {
      case .quantity: quantity = self.quantity()
      case .containerPackagedProduct, .containerPackagedMedicine:
        markup.children { inner in
          switch inner {
          case .code: if let code = cursor.attribute(.code), !code.isEmpty { package.codes.append(code) }
          case .formCode: form = cursor.attribute(.displayName) ?? ""
          case .asContent:
            var further = SPLProduct.Package()
            read(&further)
            outer.append(further)
          default: gather(into: &package.facts)
          }
        }
      case .subjectOf:
        var product = SPLProduct()
        readFacts(&product)
        package.facts += product.marketing + product.characteristics.map(\.value) + product.further
      default: gather(into: &package.facts)
      }
    }
    let amount = SPLProduct.Quantity.join(quantity.numerator, quantity.numeratorUnit)
    let base = SPLProduct.Quantity.join(quantity.denominator, quantity.denominatorUnit)
    let container = [base, form].filter { !$0.isEmpty }.joined(separator: " ")
    package.contents.append([amount, container].filter { !$0.isEmpty }.joined(separator: " in "))
    for further in outer {
      package.codes += further.codes
      package.contents += further.contents
      package.facts += further.facts
    }
  }

  /// Reads a `subjectOf`: approval, marketing, schedule, characteristic.
  private func readFacts(_ product: inout SPLProduct) {
    markup.children { element in
      switch element {
      case .approval, .marketingAct: product.marketing.append(marketing())
      case .policy: gather(into: &product.marketing)
      case .characteristic: product.characteristics.append(characteristic())
      default: gather(into: &product.further)
      }
    }
  }

  private func marketing() -> String {
    var words: [String] = []
    markup.children { element in
      switch element {
      case .id: if let id = cursor.attribute(.extension), !id.isEmpty { words.append(id) }
      case .code: if let name = cursor.attribute(.displayName), !name.isEmpty { words.insert(name, at: 0) }
      case .statusCode: if let status = cursor.attribute(.code) { words.append(status) }
      case .effectiveTime:
        markup.children { bound in
          guard let date = cursor.attribute(.value).flatMap(SPLDate.iso) else { return }
          words.append(bound == .low ? "from \(date)" : "until \(date)")
        }
      default: break
      }
    }
    return words.joined(separator: " ")
  }

  private func characteristic() -> SPLProduct.Characteristic {
    var code = ""
    var values: [String] = []
    markup.children { element in
      switch element {
      case .code: code = cursor.attribute(.displayName) ?? cursor.attribute(.code) ?? ""
      case .value:
        let amount = SPLProduct.Quantity.join(
          cursor.attribute(.value) ?? "", cursor.attribute(.unit) ?? "")
        if !amount.isEmpty { values.append(amount) }
        gather(into: &values)
      default: gather(into: &values)
      }
    }
    return SPLProduct.Characteristic(code: code, value: values.joined(separator: ", "))
  }

  // MARK: - Companies

  /// The companies of the `author` that has just begun, the labeler first.
  func organizations() -> [SPLOrganization] {
    var organizations: [SPLOrganization] = []
    readOrganizations(to: &organizations, current: nil)
    return organizations
  }

  private func readOrganizations(to organizations: inout [SPLOrganization], current: Int?) {
    var current = current
    markup.children { element in
      switch element {
      case .representedOrganization, .assignedOrganization:
        organizations.append(SPLOrganization(isLabeler: element == .representedOrganization))
        current = organizations.count - 1
        readOrganizations(to: &organizations, current: current)
      case .id where current != nil:
        if let id = cursor.attribute(.extension), !id.isEmpty, let current {
          organizations[current].identifiers.append(id)
        }
      case .name where current != nil:
        if let current { organizations[current].name = markup.words() }
      case .performance where current != nil:
        if let current { readOperation(of: &organizations[current]) }
      default: readOrganizations(to: &organizations, current: nil)
      }
    }
  }

  /// Reads a `performance`; one operation for several products is named once.
  private func readOperation(of organization: inout SPLOrganization) {
    var name = ""
    var products: [String] = []
    markup.children { action in
      guard action == .actDefinition else { return }
      markup.children { element in
        switch element {
        case .code: name = cursor.attribute(.displayName) ?? ""
        case .product: products += codes()
        default: gather(into: &products)
        }
      }
    }
    guard !name.isEmpty || !products.isEmpty else { return }
    if let index = organization.operations.firstIndex(where: { $0.name == name }) {
      organization.operations[index].products += products
    } else {
      organization.operations.append((name, products))
    }
  }
}
