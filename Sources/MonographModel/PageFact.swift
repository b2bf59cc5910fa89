/// Something that is known of a page and said beside its name.
public struct PageFact: Hashable, Sendable {
  /// What it tells.
  public enum Subject: Hashable, Sendable, CaseIterable {
    /// What sort of thing the page is about, its class, its routes and forms, whose product it is, who publishes it.
    case kind, entityClass, form, labeler, publisher
  }

  /// What it tells.
  public var subject: Subject
  /// What is said.
  public var text: String

  /// Makes a fact.
  public init(subject: Subject, text: String) {
    self.subject = subject
    self.text = text
  }
}
