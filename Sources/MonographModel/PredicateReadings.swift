/// How predicates that have no regular passive read from their objects.
///
/// They are those of the content, of Hetionet's metaedges, of DrugMechDB, and of the Biolink Model's relations.
enum PredicateReadings {
  /// The reading from the object, by the predicate in lower case.
  static let known: [String: String] = {
    var readings = oneWay
    for (predicate, inverse) in pairs {
      readings[predicate] = inverse
      readings[inverse] = predicate
    }
    for predicate in symmetric { readings[predicate] = predicate }
    return readings
  }()

  /// What reads the same from both ends.
  private static let symmetric = [
    "alternative to", "chemically similar to", "co-occurs with", "coexists with", "cooccurs with",
    "correlated with", "covaries",
    "occurs together in literature with",
    "directly interacts with", "genetically interacts with", "in complex with", "interacts", "interacts with",
    "molecularly interacts with", "negatively correlated with", "orthologous to", "physically interacts with",
    "positively correlated with", "related to", "resembles", "same as", "similar to",
  ]

  /// What reads each as the other.
  private static let pairs = [
    ("acts on", "acted on by"), ("affects", "affected by"), ("affects risk for", "has risk affected by"),
    ("activates", "activated by"), ("agonist of", "has agonist"), ("ameliorates", "ameliorated by"),
    ("antagonist of", "has antagonist"), ("causes", "caused by"), ("contains", "contained in"),
    ("contributes to", "has contribution from"), ("derives from", "derives into"),
    ("disrupts", "disrupted by"),
    ("enables", "enabled by"), ("exacerbates", "exacerbated by"), ("expresses", "expressed in"),
    ("has active ingredient", "active ingredient of"), ("has attribute", "attribute of"),
    ("has input", "input of"), ("has manifestation", "manifestation of"),
    ("has metabolite", "is metabolite of"),
    ("has output", "output of"), ("has part", "part of"), ("has participant", "participates in"),
    ("has phenotype", "phenotype of"), ("includes", "included in"), ("inhibits", "inhibited by"),
    ("located in", "location of"), ("member of", "has member"), ("occurs in", "site of"),
    ("precedes", "preceded by"), ("prevents", "prevented by"), ("produces", "produced by"),
    ("promotes", "promoted by"), ("regulates", "regulated by"), ("subclass of", "superclass of"),
    ("treats", "treated by"), ("used for", "a use of"),
  ]

  /// What another predicate reads as too, so that it does not lead back.
  private static let oneWay = [
    "actively involved in": "actively involves", "associates": "associated with",
    "associated with": "associated with", "binds": "bound by", "binds to": "bound by",
    "capable of": "can be done by", "contraindicated for": "has contraindication",
    "contraindicated in": "has contraindication", "has adverse event": "adverse event of",
    "has side effect": "side effect of", "in taxon": "is the taxon of", "is a": "has kind",
    "localizes": "location of", "palliates": "palliated by", "participates": "has participant",
    "predisposes": "predisposed to by", "presents": "symptom of", "starts": "started by",
    "upregulates": "upregulated by", "downregulates": "downregulated by",
  ]
}
