import MonographModel

/// The outside identifiers of a library while it is compiled, numbered from 0 in the order they are first
/// seen. Two spellings of one registry give one number: see ``MonographModel/Identifier/normalised``; of a registry
/// that is not known there, those that differ in case.
struct IdentifierTable {
  /// All of them, as they are compared.
  private(set) var identifiers: [Identifier] = []
  /// The registry of each, as a number.
  private(set) var registries: [Int32] = []
  private var keys: [Identifier: Int] = [:]
  private var registryKeys: [String: Int32] = [:]

  /// The registries that number the genes of one organism each. Two genes of one name in two of them belong to two
  /// organisms, so that they are compared as if they were one registry.
  private static let registriesOfOrganisms: Set<String> = [
    "HGNC", "MGI", "RGD", "ZFIN", "FB", "FLYBASE", "WB", "WORMBASE", "SGD", "XENBASE", "POMBASE", "DICTYBASE",
  ]

  /// What identifiers are told apart by: their registry, or for genes of an organism that they are such.
  private static func comparable(_ identifier: Identifier) -> String {
    let prefix = identifier.prefix.uppercased()
    // ENSMUSG0… is a gene of the mouse. ENSG0… is a human one, which HGNC numbers too, so it is told apart by neither.
    let isOfAnimal =
      prefix == "ENSEMBL" && identifier.local.hasPrefix("ENS") && !identifier.local.hasPrefix("ENSG0")
    return registriesOfOrganisms.contains(prefix) || isOfAnimal ? "gene of an organism" : identifier.prefix
  }

  /// The number of an identifier.
  mutating func key(of identifier: Identifier) -> Int {
    if let key = keys[identifier] { return key }
    let normalized = Identifier(prefix: identifier.prefix.uppercased(), local: identifier.local).normalised
    if normalized != identifier {
      let key = key(of: normalized)
      keys[identifier] = key
      return key
    }
    let kind = Self.comparable(normalized)
    let registry = registryKeys[kind] ?? Int32(registryKeys.count)
    registryKeys[kind] = registry
    keys[identifier] = identifiers.count
    identifiers.append(normalized)
    registries.append(registry)
    return identifiers.count - 1
  }
}
