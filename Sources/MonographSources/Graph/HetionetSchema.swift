import MonographModel

/// Hetionet's kinds of node and edge.
struct HetionetSchema {
  /// What an edge code says.
  struct Predicate: Hashable {
    /// The relation in the schema's words.
    var words: String
    /// Whether it holds from the second node of a row to the first.
    var isReversed: Bool
  }

  /// The predicates by edge code, as the table of edge kinds spells them, else as published.
  private(set) var predicates = published

  /// Takes in a row of the table of edge kinds: `Compound - treats - Disease` with the code `CtD`, or
  /// `Gene > regulates > Gene` with `Gr>G`. Nothing where it is of another form.
  mutating func define(_ metaedge: String, code: String) -> Bool {
    guard !code.isEmpty, let predicate = Self.predicate(metaedge) else { return false }
    predicates[code] = predicate
    return true
  }

  private static func predicate(_ metaedge: String) -> Predicate? {
    for direction in [" - ", " > ", " < "] {
      let parts = metaedge.split(separator: direction, omittingEmptySubsequences: false)
      guard parts.count == 3, parts.allSatisfy({ !$0.isEmpty }) else { continue }
      return Predicate(words: String(parts[1]), isReversed: direction == " < ")
    }
    return nil
  }

  /// What `Compound::DB00181` stands for; nil where it is not of that form. `unknown` is told a kind of node
  /// that is not known.
  static func node(_ text: String, unknown: (String) -> Void) -> (identifier: Identifier, kind: String)? {
    guard let division = text.firstRange(of: "::") else { return nil }
    let name = String(text[..<division.lowerBound])
    let local = String(text[division.upperBound...])
    guard !name.isEmpty, !local.isEmpty, !local.contains(where: \.isWhitespace) else { return nil }
    if let known = nodes[name] {
      switch known.registry {
      case .curie: return Identifier(curie: local).map { ($0.normalised, known.kind) }
      case .prefix(let prefix): return (Identifier(prefix: prefix, local: local), known.kind)
      case .pathway:
        let prefix = local.hasPrefix("WP") ? "WikiPathways" : "PathwayCommons"
        return (Identifier(prefix: prefix, local: local), known.kind)
      }
    }
    unknown(name)
    let kind = EntityID.slug(fromName: name)
    let identifier = Identifier(curie: local)?.normalised ?? Identifier(prefix: "Hetionet", local: local)
    return (identifier, kind.isEmpty ? "entity" : kind)
  }

  /// How the second part of a node's id is to be read.
  private enum Registry {
    /// It is a CURIE.
    case curie
    /// It is an identifier of this registry.
    case prefix(String)
    /// `WP…` is of WikiPathways, `PC7_…` of Pathway Commons 7.
    case pathway
  }

  /// Hetionet's kinds of node, with the registries that its ids are from
  /// (https://github.com/hetio/hetionet, describe/nodes).
  private static let nodes: [String: (registry: Registry, kind: String)] = [
    "Anatomy": (.curie, "anatomy"),
    "Biological Process": (.curie, "biological-process"),
    "Cellular Component": (.curie, "cellular-component"),
    "Compound": (.prefix("DrugBank"), "drug"),
    "Disease": (.curie, "disease"),
    "Gene": (.prefix("NCBIGene"), "gene"),
    "Molecular Function": (.curie, "molecular-function"),
    "Pathway": (.pathway, "pathway"),
    "Pharmacologic Class": (.prefix("NDF-RT"), "pharmacologic-class"),
    "Side Effect": (.prefix("UMLS"), "side-effect"),
    "Symptom": (.prefix("MeSH"), "symptom"),
  ]

  /// The edge codes of Hetionet v1.0 as published (https://github.com/hetio/hetionet, describe/edges/metaedges.tsv).
  private static let published: [String: Predicate] = [
    "AdG": "downregulates", "AeG": "expresses", "AuG": "upregulates", "CbG": "binds", "CcSE": "causes",
    "CdG": "downregulates", "CpD": "palliates", "CrC": "resembles", "CtD": "treats", "CuG": "upregulates",
    "DaG": "associates", "DdG": "downregulates", "DlA": "localizes", "DpS": "presents", "DrD": "resembles",
    "DuG": "upregulates", "GcG": "covaries", "GiG": "interacts", "GpBP": "participates",
    "GpCC": "participates", "GpMF": "participates", "GpPW": "participates", "Gr>G": "regulates",
    "PCiC": "includes",
  ].mapValues { Predicate(words: $0, isReversed: false) }
}
