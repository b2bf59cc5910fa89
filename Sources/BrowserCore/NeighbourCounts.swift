import MonographModel

/// What is said where a library holds more links or relations of an entity than it gives.
extension Neighbours {
  /// `500 of 2,837 relations …`; nil where all are there.
  public var relationNotice: String? {
    guard edgeCount > edges.count else { return nil }
    return "\(Self.counted(edges.count, of: edgeCount)) relations; "
      + "each of the others stands on the page of its other end"
  }

  /// The same of the links to an entity; nil where all are there. A section may hold several links.
  public var backlinkNotice: String? {
    guard backlinkCount > backlinks.count else { return nil }
    return "\(Self.counted(backlinks.count, of: backlinkCount)) links to it; "
      + "each of the others stands on the page that it leads from"
  }

  /// `500 of 2,837`.
  public static func counted(_ shown: Int, of all: Int) -> String {
    "\(grouped(shown)) of \(grouped(all))"
  }
}

extension NameMatch {
  /// `49 relations`; nil where none were counted.
  public var relationWords: String? {
    relationCount.map { "\(Neighbours.grouped($0)) relation\($0 == 1 ? "" : "s")" }
  }
}
