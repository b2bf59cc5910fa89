import MonographModel
import Testing

@testable import MonographSources

@Suite struct BiolinkCategoryTests {
  @Test(
    "Terms become words",
    arguments: [
      ("biolink:interacts_with", "interacts with"), ("biolink:SmallMolecule", "small molecule"),
      ("RO:0002434", "RO:0002434"), ("positively regulates", "positively regulates"),
      ("biolink:RNAProduct", "RNA product"), ("https://w3id.org/biolink/vocab/treats", "treats"),
      ("knowledge_assertion", "knowledge assertion"), ("", ""),
    ])
  func words(term: String, words: String) { #expect(BiolinkCategory.words(of: term) == words) }

  @Test(
    "The kind is that of the most specific category",
    arguments: [
      (["biolink:NamedThing", "biolink:ChemicalEntity", "biolink:Drug"], "drug"),
      (["biolink:Drug", "biolink:NamedThing"], "drug"), (["biolink:NamedThing"], "entity"), ([], "entity"),
      (["biolink:BiologicalEntity", "biolink:Pathway", "biolink:BiologicalProcess"], "pathway"),
      (["biolink:PhenotypicFeature"], "phenotype"), (["GrossAnatomicalStructure"], "anatomy"),
      // Depths of the model's is_a tree: an attribute of a patient is deeper than an attribute, a measurement deeper
      // than that; a bacterium is no deeper than an anatomical entity.
      (["biolink:BiologicalProcessOrActivity", "biolink:ClinicalMeasurement"], "clinical-attribute"),
      (["biolink:Disease", "biolink:ClinicalMeasurement"], "disease"),
      (["biolink:GeneFamily", "biolink:DrugExposure"], "exposure"),
      (["biolink:AnatomicalEntity", "biolink:Bacterium"], "anatomy"),
      (["biolink:IndividualOrganism", "biolink:Human"], "organism"),
      (["biolink:Transcript", "biolink:MicroRNA"], "transcript"),
      (["biolink:InformationContentEntity", "biolink:DrugLabel"], "publication"),
    ])
  func kind(categories: [String], kind: String) {
    #expect(BiolinkCategory.kind(of: categories) == kind)
  }

  @Test("A category of the model is known; one of elsewhere is told, and gives a kind by its words")
  func unknownCategories() {
    var unknown: [String] = []
    for category in ["Human", "SiRNA", "RegulatoryRegion", "Study", "Snv", "GeographicLocation"] {
      _ = BiolinkCategory.kind(of: ["biolink:\(category)"]) { unknown.append($0) }
    }
    #expect(unknown == [])
    #expect(BiolinkCategory.kind(of: ["biolink:MoonPhase"]) { unknown.append($0) } == "moon-phase")
    #expect(unknown == ["biolink:MoonPhase"])
  }

  @Test(
    "Every kind can name a folder and be told from it again",
    arguments: [
      "drug", "disease", "phenotype", "gene", "anatomy", "pathway", "biological-process",
      "molecular-function",
      "cellular-component", "side-effect", "symptom", "pharmacologic-class", "gene-family", "complex",
      "organism", "entity",
    ])
  func folders(kind: String) throws {
    let folder = EntityID.plural(ofKind: kind)
    #expect(EntityID(folder: folder, slug: "x")?.kind == kind)
  }
}
