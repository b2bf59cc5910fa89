/// An outside identifier of an entity, as a CURIE: `UNII:H789N3FKE8`, `RxCUI:1292`.
public struct Identifier: Hashable, Sendable {
  /// The registry: `UNII`, `RxCUI`, `DrugBank`, `MeSH`, `MONDO`, `NCBIGene` …
  public let prefix: String
  /// The identifier within the registry.
  public let local: String

  /// The registry of what only this program names, in graphs that it writes and reads again.
  public static let ownPrefix = "MONOGRAPH"

  /// Makes an identifier from its two parts.
  public init(prefix: String, local: String) {
    self.prefix = prefix
    self.local = local
  }

  /// Reads `PREFIX:local`; nil where a part is empty or there is no colon.
  public init?(curie: String) {
    guard let colon = curie.firstIndex(of: ":") else { return nil }
    let prefix = curie[..<colon]
    let local = curie[curie.index(after: colon)...]
    guard !prefix.isEmpty, !local.isEmpty, !curie.contains(where: \.isWhitespace) else { return nil }
    self.init(prefix: String(prefix), local: String(local))
  }

  /// `PREFIX:local`.
  public var curie: String { "\(prefix):\(local)" }
}
