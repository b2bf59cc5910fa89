import MonographModel
import Testing

@testable import MonographLibrary

/// Which documents and nodes come together must not depend on the order they come in.
@Suite struct JoinPropertyTests {
  /// Claims over few names and identifiers, so that many meet.
  private static func claims(seed: UInt64) -> [EntityClaim] {
    var random = SeededGenerator(seed: seed)
    let names = ["Alpha", "alpha", "Álpha!", "Beta", "Gamma ray", "gamma-ray", "Delta", ""]
    return (0..<Int.random(in: 2...14, using: &random)).map { number in
      let isGiven = Int.random(in: 0..<4, using: &random) == 0
      let isNode = !isGiven && Int.random(in: 0..<3, using: &random) == 0
      let title = names.randomElement(using: &random)!
      return EntityClaim(
        origin: isNode
          ? .node(Identifier(prefix: "N", local: "\(number)")) : .document("\(number)", layer: 0),
        id: isGiven
          ? EntityID(folder: "drugs", slug: "g\(Int.random(in: 0..<3, using: &random))")!
          : EntityID(folder: "drugs", slug: "p")!,
        identity: isGiven ? .given : .proposed, title: title,
        kind: Int.random(in: 0..<5, using: &random) == 0 ? "gene" : "drug",
        aliases: (0..<Int.random(in: 0...2, using: &random)).map { _ in names.randomElement(using: &random)!
        },
        identifiers: Array(
          Set((0..<Int.random(in: 0...2, using: &random)).map { _ in Int.random(in: 0..<9, using: &random) }))
      )
    }
  }

  private static let registries: [Int32] = [0, 0, 0, 1, 1, 1, 2, 2, 2]

  private static func partition(_ claims: [EntityClaim]) -> Set<Set<String>> {
    var joining = EntityJoining(claims, registries: registries)
    var sets: [Int: Set<String>] = [:]
    for (index, claim) in claims.enumerated() {
      let name =
        switch claim.origin {
        case .document(let document, _): document
        case .node(let identifier): identifier.local
        }
      sets[joining.first(of: index), default: []].insert(name)
    }
    return Set(sets.values)
  }

  @Test func theOrderOfTheInputMakesNoDifference() {
    var joined = 0
    for seed in 0..<4_000 {
      let claims = Self.claims(seed: UInt64(seed))
      let expected = Self.partition(claims)
      if expected.count < claims.count { joined += 1 }
      var random = SeededGenerator(seed: UInt64(seed) + 77)
      for _ in 0..<4 {
        let shuffled = claims.shuffled(using: &random)
        guard Self.partition(shuffled) == expected else {
          Issue.record("seed \(seed): \(claims)")
          return
        }
      }
    }
    #expect(joined > 2_000)
  }

  @Test func whatIsJoinedSharesSomethingAndNothingSpeaksAgainstIt() {
    for seed in 0..<2_000 {
      let claims = Self.claims(seed: UInt64(seed))
      var joining = EntityJoining(claims, registries: Self.registries)
      var sets: [Int: [EntityClaim]] = [:]
      for (index, claim) in claims.enumerated() { sets[joining.first(of: index), default: []].append(claim) }
      for members in sets.values where members.count > 1 {
        #expect(Set(members.filter { $0.identity == .given }.map(\.id)).count <= 1, "seed \(seed)")
        let labels = members.filter { $0.isDocument && $0.identity == .proposed }
        #expect(Set(labels.map { FoldedName.fold($0.title) }).count <= 1, "seed \(seed)")
        for member in members {
          let names = Self.names(member)
          let others = members.filter { $0.origin != member.origin }
          let isTied = others.contains { other in
            !Set(other.identifiers).isDisjoint(with: member.identifiers)
              || (other.kind == member.kind && !names.isDisjoint(with: Self.names(other)))
              || (other.identity == .given && member.identity == .given && other.id == member.id)
          }
          #expect(isTied, "seed \(seed): \(member)")
        }
      }
    }
  }

  @Test(.timeLimit(.minutes(2)))
  func anIdentifierOfManyPagesAndLabelsTakesTimeInProportionToThem() throws {
    let count = 20_000
    func claim(_ title: String, _ origin: EntityClaim.Origin, _ identity: EntityIdentity) -> EntityClaim {
      EntityClaim(
        origin: origin, id: EntityID(folder: "drugs", slug: EntityID.slug(fromName: title))!,
        identity: identity,
        title: title, kind: "drug", identifiers: [0])
    }
    let claims = (0..<count).flatMap { number in
      [
        claim("Page \(number)", .document("\(number).md", layer: 0), .given),
        claim("Label \(number)", .document("\(number)", layer: 0), .proposed),
        claim("Page \(number)", .node(Identifier(prefix: "MESH", local: "\(number)")), .proposed),
        claim("Node \(number)", .node(Identifier(prefix: "MESH", local: "n\(number)")), .proposed),
      ]
    }
    // A node goes to the page of its name; those without one are joined among themselves.
    let joins = IdentifierKnot(claims).joins
    #expect(joins.count == count + count - 1)
    for join in joins where join.first % 4 == 0 || join.second % 4 == 0 {
      #expect(claims[join.first].title == claims[join.second].title)
    }

    // All labels share the identifier of one page, each by another name: none can go to it.
    let alone = claims.prefix(1) + claims.filter { $0.isDocument && $0.identity == .proposed }
    #expect(IdentifierKnot(Array(alone)).joins.isEmpty)
  }

  private static func names(_ claim: EntityClaim) -> Set<String> {
    Set(
      ([claim.title] + (claim.identity == .given ? claim.aliases : [])).filter { !$0.isEmpty }.map(
        FoldedName.fold))
  }

  @Test(arguments: [
    ("UNII", "unii"), ("RxCUI", "RXNORM"), ("MeSH", "MESH"), ("NCBIGene", "ncbi.gene"), ("Mine", "MINE"),
    ("UNII", "FDA.SRS"), ("UniProtKB", "uniprot.protein"), ("Ensembl", "ENSG"),
  ])
  func spellingsOfARegistryAreOne(one: String, other: String) {
    var table = IdentifierTable()
    let key = table.key(of: Identifier(prefix: one, local: "x1"))
    #expect(table.key(of: Identifier(prefix: other, local: "x1")) == key)
    #expect(table.key(of: Identifier(prefix: other, local: "\(other):x1")) == key)
    #expect(table.key(of: Identifier(prefix: one, local: "X1")) != key)
  }
}
