extension Identifier {
  /// The identifier with its prefix spelled as everywhere in a library, so that equal identifiers of different
  /// sources are equal: `DB:DB00181` and `DRUGBANK:DB00181` become `DrugBank:DB00181`. A prefix that stands
  /// twice, as in `GO:GO:0006821`, stands once. A prefix that is not known stays as it is.
  public var normalised: Identifier {
    let spelling = Self.spelling(ofPrefix: prefix)
    guard let colon = local.firstIndex(of: ":") else { return Identifier(prefix: spelling, local: local) }
    let rest = local[local.index(after: colon)...]
    guard !rest.isEmpty, Self.spelling(ofPrefix: String(local[..<colon])) == spelling else {
      return Identifier(prefix: spelling, local: local)
    }
    return Identifier(prefix: spelling, local: String(rest))
  }

  /// The one spelling of a registry's prefix; the prefix itself where it is not known.
  ///
  /// Case, hyphens, dots, underscores and spaces do not matter: `NDFRT` is `NDF-RT`.
  public static func spelling(ofPrefix prefix: String) -> String { spellings[folded(prefix)] ?? prefix }

  /// Registries in which a substance, a gene or a condition has one identifier, so that a cross reference to
  /// them says which it is. Registries of literature, structures and patents are not among them.
  public static let identifyingPrefixes: Set<String> = [
    "UNII", "RxCUI", "DrugBank", "CHEBI", "ChEMBL", "PubChem", "CAS", "InChIKey", "ATC", "MeSH", "UMLS",
    "MONDO", "DOID", "OMIM", "Orphanet", "SNOMEDCT", "NCIT", "MedDRA", "HP", "NCBIGene", "HGNC", "Ensembl",
    "UniProt",
  ]

  private static let spellings: [String: String] = {
    var spellings: [String: String] = [:]
    for (spelling, others) in registries {
      for name in [spelling] + others { spellings[folded(name)] = spelling }
    }
    return spellings
  }()

  private static func folded(_ prefix: String) -> String {
    String(
      decoding: prefix.utf8.compactMap { byte -> UInt8? in
        switch byte {
        case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: " "): nil
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
        default: byte
        }
      }, as: UTF8.self)
  }

  /// Each registry's prefix as it is spelled here, and other names under which sources give it: those of the
  /// Biolink Model, Bioregistry, openFDA and DrugMechDB.
  private static let registries: [(spelling: String, others: [String])] = [
    // Drugs and chemicals.
    ("UNII", ["GSRS", "FDA.SRS"]),
    ("RxCUI", ["RXNORM", "RXNORM.CUI", "RxNormCUI"]),
    ("DrugBank", ["DB"]),
    ("NDC", []),
    ("NDF-RT", ["NUI"]),
    ("ATC", ["WHOATC"]),
    ("CHEBI", []),
    ("ChEMBL", ["CHEMBL.COMPOUND", "CHEMBL.MOLECULE"]),
    ("PubChem", ["PUBCHEM.COMPOUND", "PUBCHEM.CID", "CID"]),
    ("KEGG", ["KEGG.COMPOUND", "KEGG.DRUG"]),
    ("CAS", ["CASRN"]),
    ("InChIKey", []),
    ("SPL", ["SETID"]),
    // Diseases, phenotypes and terms of medicine.
    ("MeSH", ["MSH", "MESH.DESCRIPTOR"]),
    ("UMLS", ["UMLSCUI", "CUI"]),
    ("MONDO", []),
    ("DOID", ["DO"]),
    ("OMIM", ["MIM"]),
    ("Orphanet", ["ORPHA", "ORDO"]),
    ("SNOMEDCT", ["SNOMED", "SCTID", "SNOMEDCTUS"]),
    ("NCIT", ["NCI"]),
    ("MedDRA", []),
    ("HP", ["HPO"]),
    ("EFO", []),
    ("LOINC", ["LNC"]),
    // Genes, proteins, processes, anatomy, organisms.
    ("NCBIGene", ["ENTREZ", "ENTREZGENE", "GENEID", "NCBIGENEID"]),
    ("HGNC", []),
    ("Ensembl", ["ENSG"]),
    ("UniProt", ["UniProtKB", "UNIPROT.PROTEIN", "UP", "SWISSPROT"]),
    ("PR", ["PRO"]),
    ("InterPro", ["IPR"]),
    ("Pfam", []),
    ("TIGRFAM", ["TIGR"]),
    ("GO", []),
    ("Reactome", ["REACT", "REACTOME.PATHWAY"]),
    ("WikiPathways", ["WP"]),
    ("PathwayCommons", []),
    ("UBERON", []),
    ("CL", []),
    ("NCBITaxon", ["taxonomy", "taxon", "NCBI.TAXON"]),
    // Publications.
    ("PMID", ["PUBMED"]),
    ("PMC", ["PMCID"]),
    ("DOI", []),
  ]
}
