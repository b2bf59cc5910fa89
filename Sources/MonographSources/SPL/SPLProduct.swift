/// A product as a label's product data describe it, or a part of a kit.
struct SPLProduct {
  /// An amount per an amount: 6.25 mg in 5 mL.
  struct Quantity: Hashable {
    var numerator = ""
    var numeratorUnit = ""
    var denominator = ""
    var denominatorUnit = ""

    /// `6.25 mg in 5 mL`; what is said of one unit stands without it.
    var text: String {
      let amount = Self.join(numerator, numeratorUnit)
      let base = Self.join(denominator, denominatorUnit)
      return base.isEmpty || base == "1" ? amount : amount.isEmpty ? base : "\(amount) in \(base)"
    }

    /// A unit of `1` counts things.
    static func join(_ value: String, _ unit: String) -> String {
      unit.isEmpty || unit == "1" ? value : value.isEmpty ? unit : "\(value) \(unit)"
    }
  }

  /// A substance, by its name and its UNII.
  struct Substance: Hashable {
    var name = ""
    var unii = ""
  }

  /// What a product holds.
  struct Ingredient: Hashable {
    /// HL7's class code: `ACTIB`, `ACTIM`, `ACTIR` for active ones, by what their strength is of; `IACT`.
    var classCode = ""
    var substance = Substance()
    var moieties: [Substance] = []
    /// The substance that the strength is of, where it is neither the ingredient nor its moiety.
    var reference = Substance()
    var quantity = Quantity()

    var isActive: Bool { classCode.hasPrefix("ACT") }

    /// What the strength is of.
    var basis: String {
      switch classCode {
      case "ACTIM": moieties.map(\.name).joined(separator: "; ")
      case "ACTIR": reference.name
      default: substance.name
      }
    }
  }

  /// A way that a product is packed: containers, innermost first.
  struct Package {
    var codes: [String] = []
    var contents: [String] = []
    var facts: [String] = []
  }

  /// Something said of the look of a product.
  struct Characteristic {
    var code: String
    var value: String
  }

  var code = ""
  var names: [String] = []
  var genericNames: [String] = []
  var form = ""
  /// How much of it a kit holds.
  var quantity = Quantity()
  var ingredients: [Ingredient] = []
  var packages: [Package] = []
  var parts: [SPLProduct] = []
  var routes: [String] = []
  /// Approval, marketing, schedule: each a few words.
  var marketing: [String] = []
  var characteristics: [Characteristic] = []
  /// Classes of the substance, and anything else that has a name.
  var classes: [String] = []
  var further: [String] = []

  /// It and its parts.
  var withParts: [SPLProduct] { [self] + parts.flatMap(\.withParts) }
}

/// A company that a label names, with what it does.
struct SPLOrganization {
  var name = ""
  var identifiers: [String] = []
  var isLabeler = false
  /// What it does, each with the codes of the products.
  var operations: [(name: String, products: [String])] = []
}
