import MonographModel
import Testing

@Suite struct IdentifierSpellingTests {
  @Test(
    "Prefixes of one registry are spelled alike",
    arguments: [
      ("DB:DB00181", "DrugBank:DB00181"), ("DRUGBANK:DB00181", "DrugBank:DB00181"),
      ("MESH:D001418", "MeSH:D001418"), ("ENTREZ:2550", "NCBIGene:2550"), ("RXNORM:1292", "RxCUI:1292"),
      ("NDFRT:N0000175759", "NDF-RT:N0000175759"), ("UniProtKB:Q9UBS5", "UniProt:Q9UBS5"),
      ("taxonomy:9606", "NCBITaxon:9606"), ("GO:GO:0006821", "GO:0006821"), ("hgnc:HGNC:1", "HGNC:1"),
      ("PomBase:SPAC6G9.11", "PomBase:SPAC6G9.11"), ("MGI:MGI:1", "MGI:1"), ("OMIM.PS:1", "OMIM.PS:1"),
      ("SNOMEDCT_US:1", "SNOMEDCT:1"),
    ])
  func spelling(curie: String, normalised: String) throws {
    let identifier = try #require(Identifier(curie: curie))
    #expect(identifier.normalised.curie == normalised)
    #expect(identifier.normalised.normalised == identifier.normalised)
  }

  @Test("A prefix that tells one thing from another is spelled as in a library")
  func identifyingPrefixes() {
    #expect(Identifier.identifyingPrefixes.allSatisfy { Identifier.spelling(ofPrefix: $0) == $0 })
    #expect(!Identifier.identifyingPrefixes.contains("PMID"))
  }
}
