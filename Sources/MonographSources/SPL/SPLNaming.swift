import MonographModel

/// What the entity of a label is called and how it is told from others.
struct SPLNaming {
  /// The generic name, in readable case.
  let name: String?
  /// Brand names, and the other names of a single active ingredient.
  let aliases: [String]
  /// The UNIIs of the substance and of its active moiety, where there is one active ingredient.
  let identifiers: [Identifier]
  /// The established pharmacologic classes, where they are given.
  let entityClass: String?

  init(_ products: [SPLProduct]) {
    let all = products.flatMap(\.withParts)
    var substances: [SPLProduct.Substance] = []
    var moieties: [SPLProduct.Substance] = []
    for ingredient in all.flatMap(\.ingredients) where ingredient.isActive {
      if !substances.contains(ingredient.substance) { substances.append(ingredient.substance) }
      for moiety in ingredient.moieties.isEmpty ? [ingredient.substance] : ingredient.moieties
      where !moieties.contains(moiety) {
        moieties.append(moiety)
      }
    }
    let generics = Self.distinct(products.flatMap(\.genericNames))
    let brands = Self.distinct(products.map { $0.names.joined(separator: " ") })
    let name =
      generics.isEmpty
      ? moieties.isEmpty ? brands.first : Self.distinct(moieties.map(\.name)).joined(separator: ", ")
      : generics.joined(separator: ", ")
    self.name = name
    // A combination is none of its ingredients, and has none of their names.
    let isSingle = moieties.count == 1
    let synonyms =
      isSingle ? moieties.map(\.name) + (substances.count == 1 ? substances.map(\.name) : []) : []
    aliases = Self.distinct(brands + synonyms).filter { $0.lowercased() != name?.lowercased() }
    let registered = isSingle ? (substances.count == 1 ? substances : []) + moieties : []
    var identifiers: [Identifier] = []
    for substance in registered {
      let identifier = Identifier(prefix: "UNII", local: substance.unii)
      if !substance.unii.isEmpty, !identifiers.contains(identifier) { identifiers.append(identifier) }
    }
    self.identifiers = identifiers
    let classes = Self.distinct(all.flatMap(\.classes).filter { $0.hasSuffix("[EPC]") })
    entityClass = classes.isEmpty ? nil : classes.joined(separator: "; ")
  }

  /// The names in readable case, those that differ in case only once.
  private static func distinct(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { !$0.isEmpty && seen.insert($0.lowercased()).inserted }.map(readable)
  }

  /// A name that is all in capitals, or all in small letters, with a capital at its beginning only.
  static func readable(_ name: String) -> String {
    let letters = name.filter(\.isLetter)
    guard !letters.isEmpty, letters.allSatisfy(\.isUppercase) || letters.allSatisfy(\.isLowercase) else {
      return name
    }
    var isFirst = true
    return String(
      name.lowercased().map { character -> Character in
        guard isFirst, character.isLetter else { return character }
        isFirst = false
        return character.uppercased().first ?? character
      })
  }
}
