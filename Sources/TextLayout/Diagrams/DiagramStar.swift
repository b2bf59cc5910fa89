import MonographModel

/// A node of a diagram and everything that edges lead to from it.
struct DiagramStar: Equatable {
  /// The node's index.
  var subject: Int
  /// The predicates, in the order they are first named.
  var rays: [DiagramRay]

  /// How many edges begin at the node.
  var edgeCount: Int { rays.reduce(0) { $0 + $1.objects.reduce(0) { $0 + $1.count } } }
}

/// A predicate and its objects.
struct DiagramRay: Equatable {
  /// An object of a predicate.
  struct Object: Equatable {
    /// The node's index.
    var node: Int
    /// How many edges lead to it.
    var count: Int
  }

  /// What is written on the edges; may be empty.
  var label: String
  /// The ends that have heads.
  var heads: Diagram.Edge.Heads
  /// The nodes, in the order they are first named.
  var objects: [Object]
}

extension Diagram {
  /// The edges grouped by subject, then by predicate. Edges that are the same count as one object met more
  /// than once; edges between one pair with other words stay apart. Edges to no node are left out.
  var stars: [DiagramStar] {
    struct RayKey: Hashable {
      var subject: Int
      var label: String
      var heads: Edge.Heads
    }
    struct ObjectKey: Hashable {
      var ray: RayKey
      var node: Int
    }
    var stars: [DiagramStar] = []
    var places: [Int: Int] = [:]
    var rays: [RayKey: Int] = [:]
    var objects: [ObjectKey: Int] = [:]
    for edge in edges where nodes.indices.contains(edge.from) && nodes.indices.contains(edge.to) {
      let place = places[edge.from] ?? stars.count
      if place == stars.count {
        places[edge.from] = place
        stars.append(DiagramStar(subject: edge.from, rays: []))
      }
      let key = RayKey(subject: edge.from, label: edge.label, heads: edge.heads)
      let ray = rays[key] ?? stars[place].rays.count
      if ray == stars[place].rays.count {
        rays[key] = ray
        stars[place].rays.append(DiagramRay(label: edge.label, heads: edge.heads, objects: []))
      }
      let objectKey = ObjectKey(ray: key, node: edge.to)
      if let object = objects[objectKey] {
        stars[place].rays[ray].objects[object].count += 1
      } else {
        objects[objectKey] = stars[place].rays[ray].objects.count
        stars[place].rays[ray].objects.append(DiagramRay.Object(node: edge.to, count: 1))
      }
    }
    return stars
  }

  /// The nodes at which no edge begins or ends.
  var looseNodes: [Int] {
    let tied = Set(edges.flatMap { [$0.from, $0.to] })
    return nodes.indices.filter { !tied.contains($0) }
  }
}
