/// What surrounds an entity in the library.
public struct Neighbours: Hashable, Sendable {
  /// A link from one page to another, with the sentence it stands in.
  public struct Mention: Hashable, Sendable {
    /// The entity at the other end.
    public var entity: EntityID
    /// Its name.
    public var name: String
    /// Whether it has a page.
    public var hasPage: Bool
    /// The anchor of the section in which the link stands.
    public var anchor: String
    /// The sentence the link stands in.
    public var sentence: String

    /// Makes a mention.
    public init(entity: EntityID, name: String, hasPage: Bool, anchor: String, sentence: String) {
      self.entity = entity
      self.name = name
      self.hasPage = hasPage
      self.anchor = anchor
      self.sentence = sentence
    }
  }

  /// A relation seen from this entity.
  public struct Edge: Hashable, Sendable {
    /// The relation as it was stated.
    public var relation: Relation
    /// Whether this entity is its subject (else it is the object).
    public var isOutgoing: Bool
    /// Whether the entity at the other end has a page.
    public var hasPage: Bool
    /// What sort of thing the entity at the other end is.
    public var otherKind: String
    /// How many different entities that one is related to; 0 where nobody counted.
    public var otherDegree: Int

    /// Makes an edge. A kind that is not given is that of the other end's id.
    public init(
      relation: Relation, isOutgoing: Bool, hasPage: Bool, otherKind: String? = nil, otherDegree: Int = 0
    ) {
      self.relation = relation
      self.isOutgoing = isOutgoing
      self.hasPage = hasPage
      self.otherKind = otherKind ?? (isOutgoing ? relation.object : relation.subject).kind
      self.otherDegree = otherDegree
    }

    /// The entity at the other end.
    public var other: EntityID { isOutgoing ? relation.object : relation.subject }
    /// Its name.
    public var otherName: String { isOutgoing ? relation.objectName : relation.subjectName }
  }

  /// Links out, one for each target, in the order they first stand on the page.
  public var links: [Mention]
  /// Links in, one for each page and section, by name.
  public var backlinks: [Mention]
  /// Relations of which this entity is an end, by how they read from it, in the order of ``Predicate/order(of:)``:
  /// the first of each group.
  public var groups: [RelationGroup]
  /// How many links in there are; more than ``backlinks`` where not all of them were read.
  public var backlinkCount: Int

  /// Makes a set of neighbours; counts that are not given are those of what is there.
  public init(
    links: [Mention] = [], backlinks: [Mention] = [], groups: [RelationGroup] = [], backlinkCount: Int? = nil
  ) {
    self.links = links
    self.backlinks = backlinks
    self.groups = groups
    self.backlinkCount = backlinkCount ?? backlinks.count
  }

  /// The relations that were read, in the order of their groups.
  public var edges: [Edge] { groups.flatMap(\.edges) }
  /// How many relations there are; more than ``edges`` where not all of them were read.
  public var edgeCount: Int { groups.reduce(0) { $0 + $1.count } }
}

extension Neighbours {
  /// A whole number with commas between thousands.
  public static func grouped(_ number: Int) -> String {
    let digits = Array(String(number.magnitude))
    var text = number < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text += "," }
      text.append(digit)
    }
    return text
  }
}
