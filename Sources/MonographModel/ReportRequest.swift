/// What a person can have made from what the library records. The answer is a page like any other, with sections,
/// tables and links, so that all that works on pages works on it.
public enum ReportRequest: Hashable, Sendable {
  /// The shortest ways from one entity to another.
  case path(from: EntityID, to: EntityID)
  /// What is recorded between each pair of some drugs, two to eight.
  case interactions([EntityID])
  /// Two to four monographs side by side.
  case comparison([Subject])

  /// A monograph: an entity, and which of the documents about it (nil: the one that is offered first).
  public struct Subject: Hashable, Sendable {
    /// The entity.
    public var entity: EntityID
    /// The document.
    public var document: String?

    /// Makes a subject.
    public init(entity: EntityID, document: String? = nil) {
      self.entity = entity
      self.document = document
    }
  }

  /// The entities it is about.
  public var entities: [EntityID] {
    switch self {
    case .path(let from, let to): [from, to]
    case .interactions(let entities): entities
    case .comparison(let subjects): subjects.map(\.entity)
    }
  }

  /// The id of the page that answers it: in a folder that no content has, and different for each request.
  public var pageID: EntityID {
    let name: String
    switch self {
    case .path: name = "path"
    case .interactions: name = "interactions"
    case .comparison: name = "comparison"
    }
    var parts = entities.map { "\($0.folder):\($0.slug)" }
    if case .comparison(let subjects) = self {
      for (index, subject) in subjects.enumerated() {
        if let document = subject.document { parts[index] += "=" + EntityID.slug(fromName: document) }
      }
    }
    guard let id = EntityID(folder: "reports", slug: "\(name):\(parts.joined(separator: "+"))") else {
      preconditionFailure("parts of ids are parts of ids")
    }
    return id
  }
}
