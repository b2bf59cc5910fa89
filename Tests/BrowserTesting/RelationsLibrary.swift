import MonographModel

extension MemoryLibrary {
  /// A drug that does not exist, with relations of every sort, and a diagram that is about something else.
  public static let relations: MemoryLibrary = {
    var library = MemoryLibrary(markdown: [
      (document: "drugs/alphadol.md", text: related), (document: "diseases/testitis.md", text: testitis),
    ])
    let alphadol = EntityID(path: "/drugs/alphadol")!
    // A library keeps the links of diagrams apart from those of the text.
    library.pages[alphadol]?.neighbours.links.removeAll { $0.anchor == "network" }
    library.pages[alphadol]?.neighbours.links[0].sentence = "Alphadol is used in testitis."
    func edge(
      _ predicate: String, _ path: String, _ name: String, isOutgoing: Bool = true, isNegated: Bool = false,
      hasPage: Bool = false, source: String? = "Test graph", evidence: String? = nil, note: String? = nil,
      publications: [String] = [], degree: Int = 0
    ) -> Neighbours.Edge {
      let other = EntityID(path: path)!
      return Neighbours.Edge(
        relation: Relation(
          subject: isOutgoing ? alphadol : other, subjectName: isOutgoing ? "Alphadol" : name,
          predicate: predicate, object: isOutgoing ? other : alphadol,
          objectName: isOutgoing ? name : "Alphadol", isNegated: isNegated, source: source,
          evidence: evidence, note: note, publications: publications, origin: .graph),
        isOutgoing: isOutgoing, hasPage: hasPage, otherDegree: degree)
    }
    library.relate(
      alphadol, title: "Alphadol",
      [
        edge(
          "treats", "/diseases/testitis", "Testitis", hasPage: true, evidence: "high",
          note: "in adults only", publications: ["PMID:1", "PMID:2"], degree: 12),
        edge("treats", "/diseases/testitis", "Testitis", hasPage: true, source: "Other graph", degree: 12),
        edge("treats", "/diseases/fever", "Fever", isNegated: true, source: nil, degree: 1_204),
        edge("activates", "/genes/gam1", "GAM1", degree: 40),
        edge("activates", "/proteins/gamma", "gamma protein with a name that is long", degree: 7),
        edge("inhibits", "/genes/gam2", "GAM2", isOutgoing: false, evidence: "low", degree: 3),
        edge("occurs together in literature with", "/genes/gam3", "GAM3", degree: 900),
      ])
    return library
  }()

  private static let related = """
    ---
    title: Alphadol
    source: { publisher: test page, licence: CC0-1.0 }
    ---

    ## Overview

    Alphadol is used in [testitis](/diseases/testitis).

    ## Network

    ```mermaid
    flowchart TD
    accDescr: found by a test graph
    gamma["GAMMA"] -->|"activates"| one["GAM1"]
    gamma["GAMMA"] -->|"regulates"| one["GAM1"]
    gamma["GAMMA"] -->|"inhibits"| two["nerve cells"]
    click gamma href "/entities/gamma"
    click one href "/genes/gam1"
    ```
    """

  private static let testitis = """
    ---
    title: Testitis
    source: { publisher: test page }
    ---

    ## Overview

    Testitis is treated with [Alphadol](/drugs/alphadol).
    """

  /// Something that so many relations are recorded of, in three groups, the last of them with few.
  public static func hub(_ count: Int) -> MemoryLibrary {
    var library = MemoryLibrary(markdown: [])
    let hub = EntityID(path: "/diseases/hub")!
    let few = 5
    library.relate(
      hub, title: "Hub disease",
      (0..<count).map { number in
        let isOutgoing = number >= count / 2
        let isGene = isOutgoing && number < count - few
        let other = EntityID(path: isGene ? "/genes/gene-\(number)" : "/drugs/drug-\(number)")!
        let name = isGene ? "GENE\(number)" : "Drug \(number)"
        return Neighbours.Edge(
          relation: Relation(
            subject: isOutgoing ? hub : other, subjectName: isOutgoing ? "Hub disease" : name,
            predicate: isGene ? "associated with" : isOutgoing ? "resembles" : "treats",
            object: isOutgoing ? other : hub, objectName: isOutgoing ? name : "Hub disease",
            source: number % 10 == 0 ? "Small graph" : "Large graph", origin: .graph),
          isOutgoing: isOutgoing, hasPage: false, otherDegree: number)
      })
    return library
  }
}
