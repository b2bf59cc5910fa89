extension DocumentEntry {
  /// Whether a person is offered this document before another: a higher layer first, then the newer one, those
  /// without a date after the dated; then by labeler, title and id, so that the order is the same every time.
  public func isOffered(before other: DocumentEntry) -> Bool {
    if layer != other.layer { return layer > other.layer }
    if effective != other.effective {
      guard let date = effective else { return false }
      return other.effective.map { date > $0 } ?? true
    }
    let left = (labeler ?? publisher ?? "", title, document)
    let right = (other.labeler ?? other.publisher ?? "", other.title, other.document)
    return left < right
  }
}

extension Page {
  /// The documents about the entity in the order in which a person is offered them, whichever is shown.
  public var offeredDocuments: [DocumentEntry] { documents.sorted { $0.isOffered(before: $1) } }
}
