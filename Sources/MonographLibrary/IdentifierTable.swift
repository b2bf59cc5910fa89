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

  /// The number of an identifier.
  mutating func key(of identifier: Identifier) -> Int {
    if let key = keys[identifier] { return key }
    let normalized = Identifier(prefix: identifier.prefix.uppercased(), local: identifier.local).normalised
    if normalized != identifier {
      let key = key(of: normalized)
      keys[identifier] = key
      return key
    }
    let registry = registryKeys[normalized.prefix] ?? Int32(registryKeys.count)
    registryKeys[normalized.prefix] = registry
    keys[identifier] = identifiers.count
    identifiers.append(normalized)
    registries.append(registry)
    return identifiers.count - 1
  }
}
