/// The categories of the Biolink Model as kinds of entity.
struct BiolinkCategory {
  /// The kind of something with some categories: that of the most specific one; of several equally specific
  /// ones the first. `unknown` is told each category that is not in the table; it gives a kind by its words.
  static func kind(of categories: [String], unknown: (String) -> Void = { _ in }) -> String {
    var best: (kind: String, depth: Int)?
    for category in categories {
      if let own = ownName(category) { return own }
      let name = localName(category)
      guard !name.isEmpty else { continue }
      let found: (kind: String, depth: Int)
      if let known = table[name] {
        found = known
      } else {
        unknown(category)
        found = (words(of: name).split(separator: " ").joined(separator: "-"), 1)
      }
      if found.depth > best?.depth ?? -1 { best = found }
    }
    return best?.kind ?? "entity"
  }

  /// The words of a term: `interacts with` for `biolink:interacts_with`, `small molecule` for
  /// `biolink:SmallMolecule`. A CURIE of another registry, such as `RO:0002434`, stays as it is.
  static func words(of term: String) -> String {
    let name = localName(term)
    guard !name.utf8.contains(.colon) else { return name }
    let characters = Array(name)
    var words = ""
    for (index, character) in characters.enumerated() {
      guard character != "_", character != " " else {
        if words.last != " " { words.append(" ") }
        continue
      }
      let isFollowedBySmall = index + 1 < characters.count && characters[index + 1].isLowercase
      let isAfterSmall = index > 0 && characters[index - 1].isLowercase
      let beginsWord = character.isUppercase && (isFollowedBySmall || isAfterSmall)
      if beginsWord, let last = words.last, last != " " { words.append(" ") }
      // What has no small letter after it is an abbreviation: `RNA product`.
      words += character.isUppercase && isFollowedBySmall ? character.lowercased() : String(character)
    }
    return words.trimmed
  }

  /// The category that stands for a kind: the one that is called so, else the most general of those that are read as
  /// it; for a kind that none is read as, its own name behind ``ExportedGraph/prefix``.
  static func category(ofKind kind: String) -> String {
    categories[kind].map { "biolink:\($0)" } ?? "\(ExportedGraph.prefix):\(kind)"
  }

  private static let categories: [String: String] = {
    var categories: [String: (name: String, depth: Int)] = [:]
    for (name, kind, depth) in rows {
      let isNamesake = words(of: name).split(separator: " ").joined(separator: "-") == kind
      let rank = isNamesake ? -1 : depth
      if rank < categories[kind]?.depth ?? .max { categories[kind] = (name, rank) }
    }
    return categories.mapValues(\.name)
  }()

  /// A kind that was written with a name of our own.
  private static func ownName(_ term: String) -> String? {
    let prefix = ExportedGraph.prefix + ":"
    return term.hasPrefix(prefix) ? String(term.dropFirst(prefix.count)) : nil
  }

  private static func localName(_ term: String) -> String {
    let term = term.trimmed
    for prefix in ["biolink:", "https://w3id.org/biolink/vocab/"] where term.hasPrefix(prefix) {
      return String(term.dropFirst(prefix.count))
    }
    return term
  }

  private static let table: [String: (kind: String, depth: Int)] = {
    var table: [String: (kind: String, depth: Int)] = [:]
    for (category, kind, depth) in rows { table[category] = (kind, depth) }
    return table
  }()

  /// Category, kind, and depth below `NamedThing` in the Biolink Model 4 (its `is_a` tree). Categories of
  /// earlier versions stand where their successors do.
  private static let rows: [(category: String, kind: String, depth: Int)] = [
    ("NamedThing", "entity", 0),
    ("Entity", "entity", 0),
    ("OntologyClass", "entity", 0),
    ("ThingWithTaxon", "entity", 0),
    ("PhysicalEssence", "entity", 0),
    ("PhysicalEssenceOrOccurrent", "entity", 0),
    ("Occurrent", "entity", 0),
    ("ChemicalOrDrugOrTreatment", "entity", 0),
    ("ChemicalEntityOrGeneOrGeneProduct", "entity", 0),
    ("ChemicalEntityOrProteinOrPolypeptide", "entity", 0),
    ("GeneOrGeneProduct", "gene", 0),
    ("GeneProductMixin", "entity", 0),
    ("GenomicEntity", "entity", 0),
    ("MacromolecularMachineMixin", "entity", 0),
    ("SubjectOfInvestigation", "entity", 0),
    ("BiologicalEntity", "entity", 1),
    ("PhysicalEntity", "entity", 1),
    ("MaterialSample", "sample", 2),
    ("InformationContentEntity", "entity", 1),
    ("AdministrativeEntity", "entity", 1),
    ("Agent", "agent", 2),

    ("ChemicalEntity", "drug", 1),
    ("ChemicalSubstance", "drug", 1),
    ("MolecularEntity", "drug", 2),
    ("ChemicalMixture", "drug", 2),
    ("MolecularMixture", "drug", 3),
    ("ComplexMolecularMixture", "drug", 3),
    ("ProcessedMaterial", "drug", 3),
    ("SmallMolecule", "drug", 3),
    ("NucleicAcidEntity", "nucleic-acid", 3),
    ("Metabolite", "drug", 3),
    ("Drug", "drug", 4),
    ("Vaccine", "drug", 4),
    ("Food", "food", 3),
    ("FoodAdditive", "food", 2),
    ("EnvironmentalFoodContaminant", "food", 2),

    ("DiseaseOrPhenotypicFeature", "disease", 2),
    ("Disease", "disease", 3),
    ("PhenotypicFeature", "phenotype", 3),
    ("ClinicalFinding", "phenotype", 4),
    ("BehavioralFeature", "phenotype", 4),
    ("PathologicalAnatomicalStructure", "anatomy", 4),

    ("Gene", "gene", 2),
    ("GeneFamily", "gene-family", 2),
    ("Genome", "genome", 2),
    ("Genotype", "genotype", 2),
    ("Haplotype", "haplotype", 2),
    ("SequenceVariant", "variant", 2),
    ("Snv", "variant", 3),
    ("CodingSequence", "sequence", 2),
    ("Exon", "sequence", 2),
    ("NucleicAcidSequenceMotif", "sequence", 2),
    ("RegulatoryRegion", "regulatory-region", 2),
    ("AccessibleDnaRegion", "regulatory-region", 3),
    ("TranscriptionFactorBindingSite", "regulatory-region", 3),
    ("ReagentTargetedGene", "gene", 2),
    ("GeneticInheritance", "inheritance", 2),
    ("Transcript", "transcript", 2),
    ("RNAProduct", "transcript", 3),
    ("RNAProductIsoform", "transcript", 4),
    ("NoncodingRNAProduct", "transcript", 4),
    ("MicroRNA", "transcript", 5),
    ("SiRNA", "transcript", 5),
    ("Polypeptide", "protein", 2),
    ("Protein", "protein", 3),
    ("ProteinIsoform", "protein", 4),
    ("ProteinDomain", "protein-domain", 2),
    ("ProteinFamily", "protein-family", 2),
    ("PosttranslationalModification", "protein-modification", 2),
    ("NucleosomeModification", "protein-modification", 2),
    ("MacromolecularComplex", "complex", 2),
    ("MacromolecularComplexMixin", "complex", 2),

    ("BiologicalProcessOrActivity", "biological-process", 2),
    ("BiologicalProcess", "biological-process", 3),
    ("PhysiologicalProcess", "biological-process", 4),
    ("PathologicalProcess", "biological-process", 4),
    ("Behavior", "biological-process", 4),
    ("MolecularActivity", "molecular-function", 3),
    ("Pathway", "pathway", 4),

    ("OrganismalEntity", "entity", 2),
    ("AnatomicalEntity", "anatomy", 3),
    ("GrossAnatomicalStructure", "anatomy", 4),
    ("CellularComponent", "cellular-component", 4),
    ("Cell", "cell", 4),
    ("CellLine", "cell-line", 3),
    ("LifeStage", "life-stage", 3),
    ("OrganismTaxon", "organism", 1),
    ("CellularOrganism", "organism", 3),
    ("Fungus", "organism", 4),
    ("Invertebrate", "organism", 4),
    ("Plant", "organism", 4),
    ("Vertebrate", "organism", 4),
    ("Mammal", "organism", 4),
    ("Human", "organism", 5),
    ("Bacterium", "organism", 3),
    ("Virus", "organism", 3),
    ("IndividualOrganism", "organism", 3),
    ("Case", "case", 4),
    ("PopulationOfIndividualOrganisms", "population", 3),
    ("StudyPopulation", "population", 4),
    ("Cohort", "population", 5),

    ("Procedure", "procedure", 1),
    ("Treatment", "treatment", 1),
    ("Device", "device", 1),
    ("DiagnosticAid", "diagnostic-aid", 1),
    ("Phenomenon", "phenomenon", 1),
    ("Activity", "activity", 1),
    ("Study", "study", 2),
    ("Event", "event", 1),
    ("ClinicalEntity", "entity", 1),

    ("ClinicalTrial", "clinical-trial", 2),
    ("ClinicalIntervention", "procedure", 2),
    ("Hospitalization", "procedure", 3),
    ("ClinicalAttribute", "clinical-attribute", 2),
    ("ClinicalMeasurement", "clinical-attribute", 3),
    ("ClinicalModifier", "clinical-attribute", 3),
    ("ClinicalCourse", "clinical-attribute", 3),
    ("Onset", "clinical-attribute", 4),
    ("Attribute", "attribute", 1),
    ("OrganismAttribute", "attribute", 2),
    ("PhenotypicQuality", "attribute", 3),
    ("BiologicalSex", "attribute", 2),
    ("PhenotypicSex", "attribute", 3),
    ("GenotypicSex", "attribute", 3),
    ("ChemicalRole", "attribute", 2),
    ("SocioeconomicAttribute", "attribute", 2),
    ("Zygosity", "attribute", 2),
    ("EnvironmentalExposure", "exposure", 2),
    ("ChemicalExposure", "exposure", 2),
    ("DrugExposure", "exposure", 3),
    ("DrugToGeneInteractionExposure", "exposure", 4),
    ("GeographicExposure", "exposure", 3),
    ("BehavioralExposure", "exposure", 2),
    ("BioticExposure", "exposure", 2),
    ("ComplexChemicalExposure", "exposure", 2),
    ("DiseaseOrPhenotypicFeatureExposure", "exposure", 2),
    ("GenomicBackgroundExposure", "exposure", 2),
    ("PathologicalAnatomicalExposure", "exposure", 2),
    ("PathologicalProcessExposure", "exposure", 2),
    ("SocioeconomicExposure", "exposure", 2),
    ("PlanetaryEntity", "place", 1),
    ("GeographicLocation", "place", 2),
    ("GeographicLocationAtTime", "place", 3),
    ("EnvironmentalFeature", "environment", 2),
    ("EnvironmentalProcess", "environment", 2),
    ("Publication", "publication", 2),
    ("Article", "publication", 3),
    ("JournalArticle", "publication", 4),
    ("Book", "publication", 3),
    ("BookChapter", "publication", 3),
    ("DrugLabel", "publication", 3),
    ("Patent", "publication", 3),
    ("PreprintPublication", "publication", 3),
    ("Serial", "publication", 3),
    ("WebPage", "publication", 3),
    ("Dataset", "data-set", 2),
    ("DatasetDistribution", "data-set", 2),
    ("DatasetSummary", "data-set", 2),
    ("DatasetVersion", "data-set", 2),
    ("CommonDataElement", "entity", 2),
    ("ConfidenceLevel", "entity", 2),
    ("EvidenceType", "entity", 2),
    ("RetrievalSource", "entity", 2),
    ("StudyVariable", "study", 2),
    ("StudyResult", "study-result", 2),
    ("ChiSquaredAnalysisResult", "study-result", 3),
    ("ConceptCountAnalysisResult", "study-result", 3),
    ("LogOddsAnalysisResult", "study-result", 3),
    ("ObservedExpectedFrequencyAnalysisResult", "study-result", 3),
    ("RelativeFrequencyAnalysisResult", "study-result", 3),
    ("TextMiningResult", "study-result", 3),
  ]
}
