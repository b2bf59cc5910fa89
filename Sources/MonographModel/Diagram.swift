/// A flowchart: nodes and labelled edges, in the order of the source. Parallel edges stay apart.
public struct Diagram: Hashable, Sendable {
  /// Which way the source asks it to be drawn.
  public enum Direction: String, Hashable, Sendable {
    case topDown = "TD"
    case bottomUp = "BT"
    case leftRight = "LR"
    case rightLeft = "RL"
  }

  /// Which way it is drawn.
  public var direction: Direction
  /// What the source says about the diagram (its title, or the statement of where it comes from).
  public var statement: String?
  /// The nodes, in the order they are first named.
  public var nodes: [Node]
  /// The edges, in order.
  public var edges: [Edge]
  /// Named groups of nodes.
  public var groups: [Group]
  /// The source text, for showing as it is.
  public var text: String

  /// Something an edge begins or ends at.
  public struct Node: Hashable, Sendable {
    /// The source's name for it, unique in the diagram.
    public var name: String
    /// What is written in it.
    public var label: String
    /// The page or missing entity it stands for, where the source says (`click` lines).
    public var entity: EntityID?

    /// Makes a node.
    public init(name: String, label: String, entity: EntityID? = nil) {
      self.name = name
      self.label = label
      self.entity = entity
    }
  }

  /// A line between two nodes.
  public struct Edge: Hashable, Sendable {
    /// The index of the node it begins at.
    public var from: Int
    /// The index of the node it ends at.
    public var to: Int
    /// What is written on it; may be empty.
    public var label: String
    /// Whether it has no arrow head, or one at both ends, or one.
    public var heads: Heads
    /// The line of the source it stands on.
    public var line: Int?

    /// Which ends have a head.
    public enum Heads: String, Hashable, Sendable { case none, end, both }

    /// Makes an edge.
    public init(from: Int, to: Int, label: String = "", heads: Heads = .end, line: Int? = nil) {
      self.from = from
      self.to = to
      self.label = label
      self.heads = heads
      self.line = line
    }
  }

  /// A subgraph.
  public struct Group: Hashable, Sendable {
    /// What is written over it.
    public var label: String
    /// The indices of its nodes.
    public var nodes: [Int]

    /// Makes a group.
    public init(label: String, nodes: [Int]) {
      self.label = label
      self.nodes = nodes
    }
  }

  /// Makes a diagram.
  public init(
    direction: Direction = .topDown, statement: String? = nil, nodes: [Node] = [], edges: [Edge] = [],
    groups: [Group] = [], text: String = ""
  ) {
    self.direction = direction
    self.statement = statement
    self.nodes = nodes
    self.edges = edges
    self.groups = groups
    self.text = text
  }

  /// The node that every edge begins at, where there is one: what the diagram is about. Nil without edges.
  public var subject: Node? {
    guard let first = edges.first?.from, nodes.indices.contains(first),
      edges.allSatisfy({ $0.from == first })
    else { return nil }
    return nodes[first]
  }
}
