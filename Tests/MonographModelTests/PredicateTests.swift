@testable import MonographModel
import Testing

@Suite("A relation reads right from both ends")
struct PredicateTests {
  /// The predicates of the content's front matter and diagrams, and of Hetionet's metaedges.
  static let readings = [
    ("acts on", "acted on by"), ("used for", "a use of"), ("treats", "treated by"),
    ("palliates", "palliated by"), ("interacts with", "interacts with"), ("presents", "symptom of"),
    ("resembles", "resembles"), ("downregulates", "downregulated by"), ("regulates", "regulated by"),
    ("activates", "activated by"), ("inhibits", "inhibited by"), ("starts", "started by"),
    ("promotes", "promoted by"), ("participates in", "has participant"),
    ("expressed in", "expresses"), ("binds", "bound by"), ("interacts", "interacts"),
    ("causes", "caused by"), ("upregulates", "upregulated by"), ("associates", "associated with"),
    ("expresses", "expressed in"), ("localizes", "location of"), ("participates", "has participant"),
    ("covaries", "covaries"), ("includes", "included in"),
    // DrugMechDB's and the Biolink Model's.
    ("positively regulates", "positively regulated by"),
    ("positively correlated with", "positively correlated with"),
    ("increases activity of", "has activity increased by"),
    ("decreases abundance of", "has abundance decreased by"),
    ("causes decreased activity of", "has decreased activity caused by"),
    ("affects degradation of", "has degradation affected by"),
    ("has phenotype", "phenotype of"), ("phenotype of", "has phenotype"), ("subclass of", "superclass of"),
    ("caused by", "causes"), ("location of", "located in"), ("has metabolite", "is metabolite of"),
    ("contributes to", "has contribution from"), ("molecularly interacts with", "molecularly interacts with"),
  ]

  @Test(
    "and stands in one group, whichever end it is read from", arguments: PredicateReadings.known.sorted(by: <)
  )
  func sameGroup(predicate: String, reading: String) {
    #expect(Predicate.order(of: predicate) == Predicate.order(of: reading))
  }

  @Test("from the object", arguments: readings)
  func inverse(predicate: String, reading: String) {
    #expect(Predicate.inverse(of: predicate) == reading)
    #expect(Predicate.inverse(of: predicate.uppercased()).lowercased() == reading.lowercased())
  }

  @Test("and the two readings are the same only where the relation is symmetric", arguments: readings)
  func symmetry(predicate: String, reading: String) {
    let symmetric: Set = [
      "interacts", "interacts with", "resembles", "covaries", "positively correlated with",
      "molecularly interacts with",
    ]
    #expect((Predicate.inverse(of: predicate) == predicate) == symmetric.contains(predicate))
  }

  @Test(
    "words that have no regular form are quoted, never turned round by guess",
    arguments: ["annoyed by", "leads", "results", "increases response to", "responds", "xyz", ""])
  func unknown(predicate: String) {
    #expect(Predicate.inverse(of: predicate) == "is the object of “\(predicate)”")
  }

  @Test("with the final letter doubled where English does so, and underscores as spaces")
  func spelling() {
    #expect(Predicate.inverse(of: "transmits") == "transmitted by")
    #expect(Predicate.inverse(of: "decreases") == "decreased by")
    #expect(Predicate.inverse(of: "blocks") == "blocked by")
    #expect(Predicate.inverse(of: "interacts_with") == "interacts with")
  }

  @Test(
    "Groups stand by what matters most: treatment, harm, interactions, mechanism, genes, ontology, the rest")
  func order() {
    let groups = [
      ["treats", "palliates", "used for", "contraindicated in", "has contraindication"],
      ["causes", "caused by", "adverse effect"], ["interacts", "interacts_with"],
      [
        "decreases activity of", "has activity decreased by", "increases abundance of",
        "causes decreased activity of", "has decreased activity caused by", "binds", "regulates",
        "upregulates", "acts on", "inhibited by",
      ],
      ["associates", "expresses", "participates", "localizes", "covaries", "presents", "symptom of"],
      ["includes", "is a", "part of", "has member"],
      ["resembles", "is active in", "generates", "", "unbound"],
    ]
    for (order, predicates) in groups.enumerated() {
      for predicate in predicates { #expect(Predicate.order(of: predicate) == order, "\(predicate)") }
    }
  }

  @Test("A relation stands in the same group from both ends", arguments: readings)
  func orderFromBothEnds(predicate: String, reading: String) {
    #expect(Predicate.order(of: predicate) == Predicate.order(of: reading))
  }

  @Test("what only stands together in publications comes last, and reads alike from both ends")
  func cooccurrence() {
    for predicate in ["occurs together in literature with", "co-occurs with", "cooccurs with"] {
      #expect(Predicate.inverse(of: predicate) == predicate)
      #expect(Predicate.isCooccurrence(predicate))
      #expect(Predicate.order(of: predicate) > Predicate.order(of: "anything else"))
    }
    #expect(Predicate.isCooccurrence("occurs_together_in_literature_with"))
    #expect(!Predicate.isCooccurrence("occurs in"))
  }
}
