import MonographModel

/// The registries that identifiers come from. Sources spell one registry in several ways; a library compares
/// them without regard to case, and takes the spellings of this table for one.
enum IdentifierRegistry {
  /// An identifier as it is compared: a registry of the table in its first spelling, any other in upper case.
  /// What stands after the colon is compared as it is written.
  static func normalized(_ identifier: Identifier) -> Identifier {
    let upper = identifier.prefix.uppercased()
    let prefix = names[upper] ?? upper
    return prefix == identifier.prefix ? identifier : Identifier(prefix: prefix, local: identifier.local)
  }

  /// The spellings of one registry a row, the one that is kept first. The names are those of bioregistry.io
  /// and of the Biolink Model's prefixes, with those that drug labels and older tables use.
  private static let spellings: [[String]] = [
    ["UNII", "FDA.SRS", "FDASRS"],
    ["RxCUI", "RXNORM", "RXNORM.CUI"],
    ["DrugBank", "DB", "DRUG_BANK"],
    ["MeSH", "MSH", "MESH.DESCRIPTOR"],
    ["MONDO"],
    ["NCBIGene", "ENTREZ", "ENTREZGENE", "ENTREZ_GENE", "GENEID", "NCBI_GENE", "NCBI.GENE"],
    ["CHEBI"],
    ["ChEMBL", "CHEMBL.COMPOUND"],
    ["DOID", "DO"],
    ["HP", "HPO"],
    ["GO"],
    ["UMLS", "UMLS.CUI", "CUI"],
    ["UBERON"],
    ["UniProtKB", "UNIPROT", "UNIPROT.PROTEIN", "UP"],
    ["ENSEMBL", "ENSG"],
    ["HGNC"],
    ["OMIM", "MIM"],
    ["Orphanet", "ORPHA"],
    ["PubChem", "PUBCHEM.COMPOUND", "PUBCHEM.CID", "CID"],
    ["CAS", "CASRN", "CAS-RN"],
    ["Reactome", "REACT", "REACTOME.PATHWAY"],
    ["InChIKey", "INCHI_KEY"],
    ["SNOMEDCT", "SNOMED", "SNOMED-CT", "SCTID", "SNOMEDCT_US"],
    ["NCIT", "NCI"],
    ["NCBITaxon", "TAXON", "NCBI.TAXON", "TAXONOMY"],
    ["InterPro", "IPR"],
    ["Pfam"],
  ]

  private static let names: [String: String] = {
    var names: [String: String] = [:]
    for row in spellings {
      for spelling in row { names[spelling.uppercased()] = row[0] }
    }
    return names
  }()
}
