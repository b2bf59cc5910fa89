import MonographModel

/// A diagram's words, gathered once: what the list tells and what the drawing shows are the same passages.
struct LayoutDiagram: Sendable {
  /// An edge that can be drawn: both its nodes are there.
  struct Edge: Sendable {
    /// The node it begins at.
    var from: Int
    /// The node it ends at.
    var to: Int
    /// What is written on it; nil where nothing is. Edges that the list tells in one line share it.
    var label: Passage?
    /// The ends that have heads.
    var heads: Diagram.Edge.Heads
  }

  /// Which way the source asks it to be drawn.
  var direction: Diagram.Direction
  /// The words of each node that an edge or a group names; empty for the others.
  var nodes: [Passage]
  /// The edges, in the order of the source.
  var edges: [Edge] = []
  /// The relations told as text, under their subjects.
  var relations: [DiagramPart] = []
  /// What stands below the relations, and below the drawing: the groups, the nodes without an edge, the
  /// source.
  var notes: [DiagramPart] = []
}
